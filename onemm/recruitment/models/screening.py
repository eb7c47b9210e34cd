from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.privacy import Delete, Keep
from onemm.lib.states import Toned
from onemm.recruitment.models.application import Application
from onemm.recruitment.models.referee import Referee


class Reference(models.Model):
    """What someone who knows the applicant said. Two are needed, from two different people.

    Written by the referee themselves through their private link, with three scores from 1 (worrying) to 4 (strong); or
    recorded by staff, as from the telephone, and then `recorded_by` says who.
    """

    AUDIT_NAME = "reference"

    class Verdict(Toned):
        YES = "yes", "good", "Recommends without reservation"
        DOUBTS = "doubts", "wait", "Recommends, with something to talk about"
        NO = "no", "late", "Does not recommend"

    application = models.ForeignKey(Application, models.PROTECT, related_name="references")
    referee_name = models.CharField(max_length=120)
    referee_email = models.EmailField()
    relation = models.CharField(max_length=120)
    known_for_years = models.PositiveSmallIntegerField()
    referee = models.OneToOneField(Referee, models.PROTECT, null=True, blank=True, related_name="reference")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    reliable = models.PositiveSmallIntegerField(null=True, blank=True)
    patient = models.PositiveSmallIntegerField(null=True, blank=True)
    safe = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.TextField()
    received_on = models.DateField()
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "referee_email"], name="two_references_never_share_a_mailbox"
            ),
            models.CheckConstraint(
                condition=Q(recorded_by__isnull=False) | Q(referee__isnull=False),
                name="a_reference_is_by_its_referee_or_recorded_by_staff",
            ),
            models.CheckConstraint(
                condition=Q(reliable=None, patient=None, safe=None)
                | Q(reliable__range=(1, 4), patient__range=(1, 4), safe__range=(1, 4)),
                name="a_reference_is_scored_1_to_4",
            ),
        ]

    class Privacy:
        personal = ("application", "referee", "referee_name", "referee_email", "relation", "known_for_years")
        sensitive = ("verdict", "reliable", "patient", "safe", "words")
        operational = ("id", "received_on", "recorded_at", "recorded_by")
        subject = "application__person"
        keep = Keep(years=1, after="application__over_at", when="the application is over")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"reference #{self.pk}"


class Interview(models.Model):
    """A conversation with the applicant, scored by a rubric of four questions from 1 (worrying) to 4 (strong)."""

    AUDIT_NAME = "interview"

    application = models.OneToOneField(Application, models.PROTECT, related_name="interview")
    held_on = models.DateField()
    listening = models.PositiveSmallIntegerField()
    boundaries = models.PositiveSmallIntegerField()
    commitment = models.PositiveSmallIntegerField()
    safety = models.PositiveSmallIntegerField()
    words = models.TextField()
    interviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    listening__range=(1, 4), boundaries__range=(1, 4), commitment__range=(1, 4), safety__range=(1, 4)
                ),
                name="an_interview_is_scored_1_to_4",
            ),
        ]

    class Privacy:
        personal = ("application",)
        sensitive = ("listening", "boundaries", "commitment", "safety", "words")
        operational = ("id", "held_on", "interviewer", "recorded_at")
        subject = "application__person"
        keep = Keep(years=1, after="application__over_at", when="the application is over")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"interview #{self.pk}"
