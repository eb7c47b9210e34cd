from typing import NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from onemm.lib.names import new_public_id
from onemm.lib.privacy import ForEver, Retain
from onemm.publishing.models.manuscript import Manuscript, ManuscriptKind


class EditionsAreKept(Exception):
    """What was published is neither changed nor removed: learning records name it."""


class EditionQuerySet(models.QuerySet["Edition"]):
    def of(self, kind: str, course: str, slug: str) -> Self:
        return self.filter(kind=kind, course=course, slug=slug)

    def update(self, **_: object) -> NoReturn:
        raise EditionsAreKept

    def delete(self) -> NoReturn:
        raise EditionsAreKept


class Edition(models.Model):
    """One course, unit or scenario as learners read it, in one language: kept for ever as it was published.

    `version` names its meaning, and is what learning records keep: translations and small corrections of one meaning
    share it, and `printing` counts them in each language. A withdrawn edition has an empty body: from then on learners
    no longer meet the unit.
    """

    AUDIT_NAME = "edition"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(max_length=10, choices=ManuscriptKind.choices)
    course = models.CharField(max_length=60)
    slug = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=5, default="en")
    version = models.CharField(max_length=20)
    printing = models.PositiveSmallIntegerField(default=1)
    body = models.JSONField()
    manuscript = models.ForeignKey(Manuscript, models.PROTECT, related_name="editions")
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    published_at = models.DateTimeField(default=timezone.now)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "course", "slug", "language", "version", "printing"],
                name="every_printing_is_one_edition",
            ),
            models.CheckConstraint(condition=~Q(approved_by=F("sent_by")), name="nobody_publishes_what_they_sent"),
        ]

    class Privacy:
        personal = ("sent_by", "approved_by")
        sensitive = ()
        operational = (
            "id",
            "public_id",
            "kind",
            "course",
            "slug",
            "language",
            "version",
            "printing",
            "body",
            "manuscript",
            "published_at",
        )
        subject = ("sent_by", "approved_by")
        keep = ForEver("learning records name it")
        on_erasure = Retain("It says who wrote what is taught.")

    def __str__(self) -> str:
        return f"{self.course}/{self.slug} {self.version} ({self.language})"

    def save(self, *args: object, **kwargs: object) -> None:
        if not self._state.adding:
            raise EditionsAreKept
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passes on exactly what it was given

    def delete(self, *_: object, **__: object) -> NoReturn:
        raise EditionsAreKept
