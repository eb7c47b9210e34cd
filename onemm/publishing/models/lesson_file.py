from typing import Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.names import new_public_id
from onemm.lib.privacy import Retain, Until
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission


class LessonFileQuerySet(models.QuerySet["LessonFile"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Editors see all of them; learners, those in something published."""
        if access.can(person, Permission.COURSE_EDIT):
            return self
        return self.filter(is_published=True) if access.can(person, Permission.LESSON_READ) else self.none()


class LessonFile(models.Model):
    """A picture, a recording or its captions, as it is shown: never the bytes that were sent, always what we made of
    them.

    Kept in the database, so that it is saved, backed up and thrown away together with the words around it, and has no
    path.
    """

    AUDIT_NAME = "lesson_file"

    class Kind(models.TextChoices):
        PICTURE = "picture", "Picture"
        SOUND = "sound", "Sound"
        FILM = "film", "Film"
        CAPTIONS = "captions", "Captions"

    TYPES = {"picture": "image/webp", "sound": "audio/mp4", "film": "video/mp4", "captions": "text/vtt; charset=utf-8"}

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    seconds = models.PositiveIntegerField(default=0)
    is_published = models.BooleanField(default=False)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kept_at = models.DateTimeField(default=timezone.now)

    objects = LessonFileQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(size__gt=0), name="a_lesson_file_holds_something")]

    class Privacy:
        personal = ("content", "kept_by")
        sensitive = ()
        operational = ("id", "public_id", "kind", "size", "seconds", "is_published", "kept_at")
        subject = "kept_by"
        keep = Until("no revision or edition has shown it for a week")
        on_erasure = Retain("It belongs to a lesson, and says only which colleague put it there.")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.size // 1024} kB"

    @property
    def content_type(self) -> str:
        return self.TYPES[self.kind]
