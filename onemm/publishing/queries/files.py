"""Pieces of a file, so that a player need not fetch all of it."""

from django.db.models import BinaryField
from django.db.models.functions import Substr

from onemm.publishing.models import LessonFile


def piece_of(file: LessonFile, start: int, length: int) -> bytes:
    """Return so many bytes of a file from `start` on (0 is the first)."""
    piece = Substr("content", start + 1, length, output_field=BinaryField())
    return bytes(LessonFile.objects.filter(pk=file.pk).values_list(piece, flat=True)[0])
