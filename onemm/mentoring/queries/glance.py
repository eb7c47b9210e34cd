"""What a home page wants to know of someone's own open matches, in four queries however many there are."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Prefetch, Q

from onemm.lib.clock import now, today
from onemm.mentoring.models import Match, MatchQuerySet, Pulse, Session
from onemm.mentoring.rules import MINUTES_IN_A_DOT, first_of_month
from onemm.people.models import Person


class NextThing(StrEnum):
    """What one of the two has to do, or waits for."""

    AGREE = "agree"
    OTHER_AGREES = "other_agrees"
    WRITE_DOWN = "write_down"
    MEET = "meet"
    SAY = "say"
    PLAN = "plan"
    PAUSED = "paused"


@dataclass(frozen=True)
class Glance:
    """One open match as one of the two sees it: what each still has to do, and what is coming."""

    match: Match
    other: Person
    hours: int
    sessions: int
    i_agreed: bool
    both_agreed: bool
    unlogged: Session | None
    coming: tuple[Session, ...]
    pulse_given: bool

    @property
    def next(self) -> Session | None:
        return self.coming[0] if self.coming else None

    @property
    def next_things(self) -> tuple[NextThing, ...]:
        """Everything there is to do and to come, the first first: the one rule for the home and for the pair's page."""
        if self.match.state == Match.State.PAUSED:
            return (NextThing.PAUSED,)
        is_new, is_active = self.match.state == Match.State.INTRODUCED, self.match.state == Match.State.ACTIVE
        things = {
            NextThing.AGREE: is_new and not self.i_agreed,
            NextThing.OTHER_AGREES: is_new and self.i_agreed,
            NextThing.WRITE_DOWN: self.unlogged is not None,
            NextThing.MEET: self.next is not None,
            NextThing.SAY: is_active and bool(self.sessions) and not self.pulse_given,
            NextThing.PLAN: is_active and self.next is None and self.unlogged is None,
        }
        return tuple(thing for thing, is_there in things.items() if is_there)


def glances_of(person: Person) -> tuple[Glance, ...]:
    """Return someone's open matches, the longest first."""
    open_matches = Match.objects.open().filter(Q(mentor=person) | Q(young_person=person))
    return _glances(open_matches, person)


def glance_of(match: Match, person: Person) -> Glance | None:
    """Return one match as one of the two sees it, while it is open."""
    return next(iter(_glances(Match.objects.open().filter(pk=match.pk), person)), None)


def _glances(matches: MatchQuerySet, person: Person) -> tuple[Glance, ...]:
    read = (
        matches.with_progress()
        .select_related("mentor", "young_person")
        .order_by("introduced_on", "pk")
        .prefetch_related(
            "agreements",
            Prefetch("sessions", Session.objects.planned().order_by("at", "pk"), to_attr="planned_sessions"),
            Prefetch("pulses", Pulse.objects.filter(person=person, month=first_of_month(today())), to_attr="my_pulses"),
        )
    )
    return tuple(_glance(match, person) for match in read)


def _glance(match: Match, person: Person) -> Glance:
    agreed = {agreement.person_id for agreement in match.agreements.all()}
    planned: list[Session] = match.planned_sessions  # type: ignore[attr-defined]  # set by the prefetch
    moment = now()
    return Glance(
        match=match,
        other=match.young_person if match.mentor_id == person.pk else match.mentor,
        hours=match.held_minutes // MINUTES_IN_A_DOT,  # type: ignore[attr-defined]  # added by with_progress
        sessions=match.held,  # type: ignore[attr-defined]  # as above
        i_agreed=person.pk in agreed,
        both_agreed={match.mentor_id, match.young_person_id} <= agreed,
        unlogged=next((session for session in planned if session.at < moment), None),
        coming=tuple(session for session in planned if session.at >= moment),
        pulse_given=bool(match.my_pulses),  # type: ignore[attr-defined]  # set by the prefetch
    )
