from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.lifecycle import Moves
from onemm.lib.privacy import Keep, Retain
from onemm.people.models import Person
from onemm.recruitment.models.application import Application
from onemm.recruitment.models.decision import Decision


class AppealQuerySet(models.QuerySet["Appeal"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        return self.filter(decision__application__in=Application.objects.visible_to(person))

    def open(self) -> Self:
        return self.filter(state=Appeal.State.OPEN)


class Appeal(models.Model):
    """A declined applicant asks for a second person to look at the decision. One per decision.

    open: someone other than who decided is to look. upheld: the decision falls, and the application is in screening
    again. refused: the decision stands, with reasons.
    """

    AUDIT_NAME = "appeal"

    class State(models.TextChoices):
        OPEN = "open", "To be looked at"
        UPHELD = "upheld", "Upheld"
        REFUSED = "refused", "Refused"

    MOVES: ClassVar[Moves] = {
        State.OPEN: frozenset({State.UPHELD, State.REFUSED}),
        State.UPHELD: frozenset(),
        State.REFUSED: frozenset(),
    }

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="appeal")
    words = models.TextField()
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = AppealQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", answered_at=None, answered_by=None)
                | (~Q(state="open") & ~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="an_answered_appeal_says_who_when_and_why",
            ),
        ]

    class Privacy:
        personal = ("decision", "words")
        sensitive = ("state", "answer")
        operational = ("id", "asked_at", "answered_at", "answered_by")
        subject = "decision__application__person"
        keep = Keep(years=3, after="decision__application__over_at", when="the application is over")
        on_erasure = Retain("A decision has to be explained for as long as it can be challenged.")

    def __str__(self) -> str:
        return f"appeal #{self.pk} {self.state}"
