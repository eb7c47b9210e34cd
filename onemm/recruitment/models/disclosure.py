from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.privacy import AsLongAs, Blank, Fields, Keep
from onemm.recruitment.models.check import Check


class Disclosure(models.Model):
    """What a check showed, in the words of the safeguarding lead who saw it. Read by safeguarding leads alone, and gone
    within six months: then only that there was something, and what was decided, is left.
    """

    AUDIT_NAME = "disclosure"

    disclosed_by = models.OneToOneField(Check, models.PROTECT, related_name="disclosure")
    words = models.TextField(blank=True)
    written_at = models.DateTimeField(default=timezone.now)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(erased_at=None) & ~Q(words="")) | Q(erased_at__isnull=False, words=""),
                name="what_was_disclosed_is_there_or_gone",
            ),
        ]

    class Privacy:
        personal = ("disclosed_by",)
        sensitive = ("words",)
        operational = ("id", "written_at", "written_by", "erased_at")
        subject = "disclosed_by__application__person"
        keep = AsLongAs("disclosed_by")
        sooner = (Fields(("words",), "the words", Keep(months=6, after="written_at", when="they are written")),)
        on_erasure = Blank("words")

    def __str__(self) -> str:
        return f"disclosure #{self.pk}"


class Opinion(models.Model):
    """One safeguarding lead's view on what a check showed. Two that agree, from two people, decide."""

    AUDIT_NAME = "check_opinion"

    of_check = models.ForeignKey(Check, models.PROTECT, related_name="opinions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    accept = models.BooleanField()
    reasons = models.TextField(blank=True)
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["of_check", "by"], name="one_opinion_per_person_and_check")]

    class Privacy:
        personal = ("of_check",)
        sensitive = ("accept", "reasons")
        operational = ("id", "by", "given_at")
        subject = "of_check__application__person"
        keep = AsLongAs("of_check")
        sooner = (Fields(("reasons",), "the reasons", Keep(months=6, after="given_at", when="they are given")),)
        on_erasure = Blank("reasons")

    def __str__(self) -> str:
        return f"opinion #{self.pk}"
