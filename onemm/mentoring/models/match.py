from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Count, F, Max, Min, Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from onemm.lib.lifecycle import Moves
from onemm.lib.names import new_public_id
from onemm.lib.privacy import AsLongAs, Blank, Holds, Keep, Retain
from onemm.lib.states import Toned
from onemm.mentoring.models.enrolment import Enrolment
from onemm.mentoring.rules import MINUTES_IN_A_DOT
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission


class MatchQuerySet(models.QuerySet["Match"]):
    def open(self) -> Self:
        return self.exclude(state=Match.State.ENDED)

    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """One's own, from either side, and those of the partners whose pairs one looks after."""
        if not isinstance(person, Person):
            return self.none()
        scope = access.scope_of(person, Permission.MATCH_LOOK_AFTER)
        if scope.everywhere:
            return self
        return self.filter(Q(mentor=person) | Q(young_person=person) | _at_partners_of(scope))

    def looked_after_by(self, person: Person | AnonymousUser) -> Self:
        """Those of the partners whose pairs one looks after, never one's own: nobody reads what their own other side
        says.
        """
        if not isinstance(person, Person):
            return self.none()
        scope = access.scope_of(person, Permission.MATCH_LOOK_AFTER)
        matches = self if scope.everywhere else self.filter(_at_partners_of(scope))
        return matches.exclude(Q(mentor=person) | Q(young_person=person))

    def with_progress(self) -> Self:
        """Add `held` (sessions), `held_minutes`, `last_met` and `next_at`, worked out in the same query."""
        held, to_come = Q(sessions__state="held"), Q(sessions__state="planned", sessions__at__gte=timezone.now())
        return self.annotate(
            held=Count("sessions", filter=held),
            held_minutes=Coalesce(Sum("sessions__minutes", filter=held), 0),
            last_met=Max("sessions__at", filter=held),
            next_at=Min("sessions__at", filter=to_come),
        )


def _at_partners_of(scope: access.Scope) -> Q:
    partner = "enrolment__programme__organisation"
    return Q(**{f"{partner}__in": scope.organisations}) | Q(**{f"{partner}__area__in": scope.areas})


class Match(models.Model):
    """One mentor beside one young person, from introduction to goodbye.

    introduced: they have met once with staff, and the agreement is being made. active: both have agreed. paused: no
    contact for now, by a restriction, because consent was withdrawn or the mentor's check ran out, or by wish;
    `paused_why` says which. ended: planned, early or broken, with a reason, by whom, and whether a closing talk was
    held. A match is never deleted.
    """

    AUDIT_NAME = "match"

    class State(Toned):
        INTRODUCED = "introduced", "Introduced"
        ACTIVE = "active", "good", "Active"
        PAUSED = "paused", "wait", "Paused"
        ENDED = "ended", "Ended"

    class Ending(models.TextChoices):
        PLANNED = "planned", "Planned: the year is complete"
        EARLY = "early", "Early: agreed by both"
        BROKEN = "broken", "Broken off"

    class Pause(models.TextChoices):
        RESTRICTION = "restriction", "Restriction"
        CONSENT = "consent", "Consent withdrawn"
        CHECK = "check", "Check has run out"
        WISH = "wish", "By wish"

    MOVES: ClassVar[Moves] = {
        State.INTRODUCED: frozenset({State.ACTIVE, State.PAUSED, State.ENDED}),
        State.ACTIVE: frozenset({State.PAUSED, State.ENDED}),
        State.PAUSED: frozenset({State.INTRODUCED, State.ACTIVE, State.ENDED}),
        State.ENDED: frozenset(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="matches_as_mentor")
    young_person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="matches_as_young_person")
    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="matches")
    state = models.CharField(max_length=10, choices=State.choices, default=State.INTRODUCED)
    reasons = models.JSONField(default=list)
    hours_planned = models.PositiveSmallIntegerField(default=12)
    introduced_on = models.DateField()
    introduced_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    introduction_words = models.TextField(blank=True)
    active_from = models.DateTimeField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_why = models.CharField(max_length=12, blank=True, choices=Pause.choices)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)
    end_reason = models.TextField(blank=True)
    closing_talk_held = models.BooleanField(null=True, blank=True)

    objects = MatchQuerySet.as_manager()

    class Meta:
        ordering = ["-introduced_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["young_person"], condition=~Q(state="ended"), name="one_open_match_per_young_person"
            ),
            models.CheckConstraint(condition=~Q(mentor=F("young_person")), name="nobody_mentors_themselves"),
            models.CheckConstraint(
                condition=(~Q(state="ended") & Q(ended_at=None, ended_by=None, ending="", end_reason=""))
                | (
                    Q(state="ended", ended_at__isnull=False, ended_by__isnull=False, closing_talk_held__isnull=False)
                    & ~Q(ending="")
                    & ~Q(end_reason="")
                ),
                name="an_ended_match_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="active") | Q(active_from__isnull=False), name="an_active_match_says_since_when"
            ),
            models.CheckConstraint(
                condition=(Q(state="paused", paused_at__isnull=False) & ~Q(paused_why=""))
                | (~Q(state="paused") & Q(paused_at=None, paused_why="")),
                name="a_paused_match_says_why",
            ),
        ]

    class Privacy:
        personal = ("mentor", "young_person", "enrolment", "reasons", "introduction_words")
        sensitive = ("end_reason", "paused_why", "ending")
        operational = (
            "id",
            "public_id",
            "state",
            "hours_planned",
            "introduced_on",
            "introduced_by",
            "active_from",
            "paused_at",
            "ended_at",
            "ended_by",
            "closing_talk_held",
        )
        subject = ("mentor", "young_person")
        keep = Keep(years=3, after="ended_at", when="it ends")
        on_erasure = Blank("reasons", "introduction_words", "end_reason", "paused_why")
        holds = Holds("ended_at", "match")

    def __str__(self) -> str:
        return f"match {self.public_id}"

    @property
    def hours_held(self) -> int:
        """Whole hours given, on a row that came `with_progress`."""
        return int(getattr(self, "held_minutes", 0)) // MINUTES_IN_A_DOT

    @property
    def is_open(self) -> bool:
        return self.state != self.State.ENDED

    @property
    def is_paused(self) -> bool:
        return self.state == self.State.PAUSED


class Agreement(models.Model):
    """One side has agreed to the mentoring agreement, in the wording of a version.

    The match is active when both have.
    """

    AUDIT_NAME = "agreement"

    match = models.ForeignKey(Match, models.PROTECT, related_name="agreements")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    wording = models.CharField(max_length=20)
    agreed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["match", "person"], name="each_side_agrees_once")]

    class Privacy:
        personal = ("match", "person")
        sensitive = ()
        operational = ("id", "wording", "agreed_at")
        subject = "person"
        keep = AsLongAs("match")
        on_erasure = Retain("It proves that both agreed to the same promises.")

    def __str__(self) -> str:
        return f"agreement #{self.pk}"
