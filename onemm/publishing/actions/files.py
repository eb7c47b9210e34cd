"""Keeping the files of lessons: what is kept is made anew from what was sent."""

from datetime import timedelta

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.people.actions.trying import Limit, count_try
from onemm.people.models import Person
from onemm.publishing.actions.pictures import PictureIsRefused, clean_picture
from onemm.publishing.captions import CaptionsAreBroken, clean_captions
from onemm.publishing.models import LessonFile, Revision
from onemm.publishing.recordings import RecordingIsRefused, clean_recording
from onemm.publishing.refusals import FileIsRefused, TooManyFiles
from onemm.publishing.rules.bodies import files_in

UNUSED_FOR = timedelta(days=7)
FILES_PER_EDITOR = Limit("lesson_file:editor", 60, 60 * 60)


@transaction.atomic
def forget_unused_files() -> int:
    """Delete the files that no revision and no edition shows, a week after they were kept, and return how many.

    Safe to run at any time.
    """
    old = LessonFile.objects.filter(kept_at__lt=now() - UNUSED_FOR, is_published=False)
    candidates = dict(old.values_list("public_id", "pk"))
    if candidates:
        for body in Revision.objects.values_list("body", flat=True).iterator(chunk_size=200):
            for shown in files_in(body):
                candidates.pop(shown, None)
    deleted, _ = LessonFile.objects.filter(pk__in=candidates.values()).delete()
    return deleted


@transaction.atomic
def keep_file(*, kind: str, sent: bytes, by: Person, field: str | None = None) -> LessonFile:
    """Make a picture, a recording or captions anew from a file that someone chose, and keep it. `field` is where it
    was chosen.

    :raises FileIsRefused: it is not what it should be; the message says why.
    :raises TooManyFiles: more than sixty in an hour.
    """
    if not count_try(FILES_PER_EDITOR, by.public_id):
        raise TooManyFiles(field=field)
    seconds = 0
    try:
        if kind == LessonFile.Kind.PICTURE:
            content = clean_picture(sent)
        elif kind == LessonFile.Kind.CAPTIONS:
            content = clean_captions(sent)
        else:
            content, seconds = clean_recording(sent, film=kind == LessonFile.Kind.FILM)
    except (PictureIsRefused, CaptionsAreBroken, RecordingIsRefused) as problem:
        raise FileIsRefused(str(problem), field=field) from problem
    file = LessonFile.objects.create(kind=kind, content=content, size=len(content), seconds=seconds, kept_by=by)
    audit.record("lesson_file:kept", subject=file, by=by, kind=kind, size=len(content))
    return file
