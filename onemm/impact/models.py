from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.privacy import ForEver, Retain
from onemm.mentoring.models import Enrolment


class Response(models.Model):
    """One young person's answer to one question of an instrument, at one wave: at the start, or later."""

    AUDIT_NAME = "response"

    class Wave(models.TextChoices):
        START = "start", "At the start"
        LATER = "later", "Later"

    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="responses")
    instrument = models.CharField(max_length=40)
    wave = models.CharField(max_length=8, choices=Wave.choices)
    value = models.PositiveSmallIntegerField()
    answered_at = models.DateTimeField(default=timezone.now)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "instrument", "wave"], name="a_question_is_answered_once_a_wave"
            ),
            models.CheckConstraint(condition=Q(value__range=(1, 5)), name="an_answer_is_from_1_to_5"),
        ]

    class Privacy:
        personal = ("enrolment",)
        sensitive = ("value",)
        operational = ("id", "instrument", "wave", "answered_at", "answered_by")
        subject = "enrolment__person"
        keep = ForEver("figures rest on it; it says who answered only while the enrolment does")
        on_erasure = Retain("Figures rest on it; once the enrolment is emptied nothing says who answered.")

    def __str__(self) -> str:
        return f"response #{self.pk}"
