from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.privacy import Keep, Retain
from onemm.recruitment.models.application import Application


class DecisionQuerySet(models.QuerySet["Decision"]):
    def standing(self) -> Self:
        """Those that no appeal has overturned: at most one per application."""
        return self.filter(overturned_at=None)


class Decision(models.Model):
    """Who approved or declined an application, by which criteria, and why. Written once; only an appeal that is upheld
    may say afterwards that it no longer stands.
    """

    AUDIT_NAME = "decision"

    class Outcome(models.TextChoices):
        APPROVED = "approved", "Approved"
        DECLINED = "declined", "Declined"

    application = models.ForeignKey(Application, models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    criteria_version = models.CharField(max_length=20)
    criteria_met = models.JSONField(default=dict)
    reasons = models.TextField()
    decided_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    overturned_at = models.DateTimeField(null=True, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=""), name="a_decision_has_reasons"),
            models.UniqueConstraint(
                fields=["application"], condition=Q(overturned_at=None), name="one_decision_stands_per_application"
            ),
        ]

    class Privacy:
        personal = ("application",)
        sensitive = ("outcome", "reasons", "criteria_met")
        operational = ("id", "criteria_version", "decided_at", "decided_by", "overturned_at")
        subject = "application__person"
        keep = Keep(years=3, after="application__over_at", when="the application is over")
        on_erasure = Retain("A decision has to be explained for as long as it can be challenged.")

    def __str__(self) -> str:
        return f"decision #{self.pk} {self.outcome}"
