from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from onemm.lib.privacy import AsLongAs, Delete


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    def standing(self) -> Self:
        return self.filter(settled_at=None)


class Suggestion(models.Model):
    """Something happened to a mentor that a short unit is made for.

    It stands until the unit is done, or put aside; once for each moment.
    """

    AUDIT_NAME = "suggestion"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="units_suggested")
    moment = models.CharField(max_length=20)
    made_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "moment"], name="a_moment_calls_once")]

    class Privacy:
        personal = ("person",)
        sensitive = ()
        operational = ("id", "moment", "made_at", "settled_at")
        subject = "person"
        keep = AsLongAs("person")
        on_erasure = Delete()

    def __str__(self) -> str:
        return self.moment
