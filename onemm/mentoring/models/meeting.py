from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.lifecycle import Moves
from onemm.lib.names import new_public_id
from onemm.lib.privacy import AsLongAs, Blank, Delete
from onemm.lib.states import Toned
from onemm.mentoring.models.match import Match
from onemm.people.models import Person
from onemm.places.models import Channel


class SessionQuerySet(models.QuerySet["Session"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Those of the matches one sees."""
        return self.filter(match__in=Match.objects.visible_to(person))

    def planned(self) -> Self:
        return self.filter(state=Session.State.PLANNED)

    def held(self) -> Self:
        return self.filter(state=Session.State.HELD)


class Session(models.Model):
    """One hour together. planned: a time is set. held: it took place, and its minutes count. called_off: it will not
    be.
    """

    AUDIT_NAME = "session"

    class State(Toned):
        PLANNED = "planned", "Planned"
        HELD = "held", "good", "Held"
        CALLED_OFF = "called_off", "Called off"

    MOVES: ClassVar[Moves] = {
        State.PLANNED: frozenset({State.HELD, State.CALLED_OFF}),
        State.HELD: frozenset(),
        State.CALLED_OFF: frozenset(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    match = models.ForeignKey(Match, models.PROTECT, related_name="sessions")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    at = models.DateTimeField()
    channel = models.CharField(max_length=12, choices=Channel.choices, default=Channel.FACE_TO_FACE)
    where = models.CharField(max_length=200, blank=True)
    purpose = models.CharField(max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.TextField(blank=True)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    logged_at = models.DateTimeField(null=True, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(state="held", minutes__isnull=False, logged_by__isnull=False, logged_at__isnull=False))
                | (~Q(state="held") & Q(minutes=None)),
                name="a_held_session_says_how_long_and_by_whom",
            ),
            models.UniqueConstraint(
                fields=["match", "at"], condition=~Q(state="called_off"), name="a_pair_meets_once_at_a_time"
            ),
        ]

    class Privacy:
        personal = ("match", "at", "where", "purpose", "words")
        sensitive = ()
        operational = ("id", "public_id", "state", "channel", "minutes", "planned_by", "logged_by", "logged_at")
        subject = ("match__mentor", "match__young_person")
        keep = AsLongAs("match")
        on_erasure = Blank("where", "purpose", "words")

    def __str__(self) -> str:
        return f"session {self.public_id}"

    @property
    def is_planned(self) -> bool:
        return self.state == self.State.PLANNED

    @property
    def is_held(self) -> bool:
        return self.state == self.State.HELD


class Pulse(models.Model):
    """How it is going, from 1 to 10, once a month from each side. Coordinators read it; the other side never does.

    `month` is the first day of the month it speaks of.
    """

    AUDIT_NAME = "pulse"

    match = models.ForeignKey(Match, models.PROTECT, related_name="pulses")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    month = models.DateField()
    value = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["month"]
        constraints = [
            models.UniqueConstraint(fields=["match", "person", "month"], name="one_pulse_a_month_from_each_side"),
            models.CheckConstraint(condition=Q(value__range=(1, 10)), name="a_pulse_is_from_1_to_10"),
        ]

    class Privacy:
        personal = ("match", "person", "month")
        sensitive = ("value", "words")
        operational = ("id", "given_at")
        subject = "person"
        keep = AsLongAs("match")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"pulse #{self.pk}"
