from typing import ClassVar, Literal, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.lifecycle import Moves
from onemm.lib.names import new_public_id
from onemm.lib.privacy import Keep, Later, Retain, UntilAge
from onemm.lib.states import Tone, Toned
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission


class ConcernQuerySet(models.QuerySet["Concern"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Concerns are for safeguarding leads, and never for one whom the concern is about."""
        if not access.can(person, Permission.CONCERN_READ):
            return self.none()
        return self.exclude(about=person)

    def unanswered(self) -> Self:
        return self.filter(state=Concern.State.RAISED)

    def live(self) -> Self:
        return self.exclude(state=Concern.State.CLOSED)


class Concern(models.Model):
    """A worry that someone raised, from any page, signed in or not.

    raised: nobody has looked yet; the clock runs. triaged: a safeguarding lead has read it and said how urgent it is.
    case_open: it is being worked on. closed: it has an outcome, in words, and who decided.
    """

    AUDIT_NAME = "concern"

    class State(Toned):
        RAISED = "raised", "late", "Not read yet"
        TRIAGED = "triaged", "Triaged"
        CASE_OPEN = "case_open", "Case open"
        CLOSED = "closed", "Closed"

    class Urgency(models.TextChoices):
        DANGER = "danger", "Somebody is in danger now"
        SOON = "soon", "Somebody should look today"
        UNSURE = "unsure", "Not sure, but it does not feel right"

    MOVES: ClassVar[Moves] = {
        State.RAISED: frozenset({State.TRIAGED}),
        State.TRIAGED: frozenset({State.CASE_OPEN, State.CLOSED}),
        State.CASE_OPEN: frozenset({State.CLOSED}),
        State.CLOSED: frozenset(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RAISED)
    urgency = models.CharField(max_length=10, choices=Urgency.choices)
    words = models.TextField()
    about_whom = models.CharField(max_length=200, blank=True)
    about = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="concerns_about"
    )
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="concerns_raised"
    )
    reply_to = models.CharField(max_length=200, blank=True)
    page = models.CharField(max_length=200, blank=True)
    raised_at = models.DateTimeField(default=timezone.now)
    triaged_at = models.DateTimeField(null=True, blank=True)
    triaged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.TextField(blank=True)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_concern_says_something"),
            models.CheckConstraint(
                condition=Q(state="raised", triaged_at=None, triaged_by=None)
                | (~Q(state="raised") & Q(triaged_at__isnull=False, triaged_by__isnull=False)),
                name="a_triaged_concern_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=(~Q(state="closed") & Q(closed_at=None, closed_by=None))
                | (Q(state="closed", closed_at__isnull=False, closed_by__isnull=False) & ~Q(outcome="")),
                name="a_closed_concern_has_an_outcome",
            ),
        ]

    class Privacy:
        personal = ("about", "about_whom", "raised_by", "reply_to")
        sensitive = ("words", "outcome", "urgency")
        operational = (
            "id",
            "public_id",
            "state",
            "page",
            "raised_at",
            "triaged_at",
            "triaged_by",
            "closed_at",
            "closed_by",
        )
        subject = ("about", "raised_by")
        keep = Later(
            UntilAge(25, of="about", whom="the person it is about"),
            Keep(years=10, after="closed_at", when="it is closed"),
        )
        on_erasure = Retain("Records that keep young people safe stay until their time is over, whatever is asked.")

    def __str__(self) -> str:
        return f"concern #{self.pk}"

    @property
    def pressure(self) -> Tone | Literal[""]:
        """How hard it presses: only what nobody has read yet does, and danger harder than the rest."""
        if self.state != self.State.RAISED:
            return ""
        return "late" if self.urgency == self.Urgency.DANGER else "wait"

    @property
    def may_be_closed(self) -> bool:
        """Whether the next step may be to close it."""
        return self.State.CLOSED in self.MOVES[self.State(self.state)]


class RestrictionQuerySet(models.QuerySet["Restriction"]):
    def standing(self) -> Self:
        return self.filter(lifted_at=None)


class Restriction(models.Model):
    """A person may have no contact with young people, or with their mentor, from now until it is lifted.

    Standing until then.
    """

    AUDIT_NAME = "restriction"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="restrictions")
    concern = models.ForeignKey(Concern, models.PROTECT, null=True, blank=True, related_name="restrictions")
    reason = models.TextField()
    imposed_at = models.DateTimeField(default=timezone.now)
    imposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = RestrictionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(lifted_at=None), name="one_standing_restriction_per_person"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_restriction_has_a_reason"),
        ]

    class Privacy:
        personal = ("person",)
        sensitive = ("reason", "concern")
        operational = ("id", "imposed_at", "imposed_by", "lifted_at", "lifted_by")
        subject = "person"
        keep = Later(
            UntilAge(25, of="person", whom="the person concerned"),
            Keep(years=10, after="lifted_at", when="it is lifted"),
        )
        on_erasure = Retain("Records that keep young people safe stay until their time is over, whatever is asked.")

    def __str__(self) -> str:
        return f"restriction #{self.pk}"
