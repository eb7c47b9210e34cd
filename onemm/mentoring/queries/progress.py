"""How far a pair has come."""

from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from django.db.models import Count, Max, Q, QuerySet, Sum

from onemm.lib.clock import now, today
from onemm.mentoring.models import Agreement, Match, Pulse, Session
from onemm.mentoring.queries.staff import looks_after
from onemm.mentoring.rules import MINUTES_IN_A_DOT, first_of_month
from onemm.people.models import Person


@dataclass(frozen=True)
class Progress:
    """What two people have given one another so far.

    `hours` are whole hours of held sessions: one dot of the arc each, so twelve sessions of half an hour fill six dots.
    """

    sessions: int
    minutes: int
    hours: int
    hours_planned: int
    last_met: datetime | None
    next_planned: Session | None


@dataclass(frozen=True)
class PulseLine:
    """One month's pulses, side by side."""

    month: date
    mentor: Pulse | None
    young_person: Pulse | None


def progress_of(match: Match) -> Progress:
    """Return how far a pair has come, in two queries."""
    held = Q(state=Session.State.HELD)
    sums = match.sessions.aggregate(count=Count("pk", filter=held), minutes=Sum("minutes"), last=Max("at", filter=held))
    minutes = sums["minutes"] or 0
    return Progress(
        sessions=sums["count"],
        minutes=minutes,
        hours=minutes // MINUTES_IN_A_DOT,
        hours_planned=match.hours_planned,
        last_met=sums["last"],
        next_planned=match.sessions.planned().filter(at__gte=now()).order_by("at").first(),
    )


def match_of(person: Person) -> Match | None:
    """Return the open match of a young person, or the oldest open one of a mentor."""
    open_matches = Match.objects.open().filter(Q(mentor=person) | Q(young_person=person))
    return (
        open_matches.select_related("mentor", "young_person", "enrolment__programme__site")
        .order_by("introduced_on", "pk")
        .first()
    )


def upcoming_of(person: Person) -> "QuerySet[Session]":
    """Planned sessions still to come, of one's own open matches, soonest first."""
    own_matches = Q(match__mentor=person) | Q(match__young_person=person)
    open_pairs = Session.objects.planned().filter(own_matches, at__gte=now()).exclude(match__state=Match.State.ENDED)
    return open_pairs.select_related("match__mentor", "match__young_person").order_by("at", "pk")


def unlogged_of(person: Person) -> "QuerySet[Session]":
    """Planned sessions whose time has come, of one's own open matches: they took place, or they did not, and nobody has
    said.
    """
    own_matches = Q(match__mentor=person) | Q(match__young_person=person)
    over = Session.objects.planned().filter(own_matches, at__lt=now()).exclude(match__state=Match.State.ENDED)
    return over.select_related("match__mentor", "match__young_person").order_by("at", "pk")


def agreed_by(match: Match) -> frozenset[int]:
    """Return the ids of those who have agreed."""
    return frozenset(Agreement.objects.filter(match=match).values_list("person_id", flat=True))


def pulse_this_month(match: Match, person: Person) -> Pulse | None:
    return Pulse.objects.filter(match=match, person=person, month=first_of_month(today())).first()


def pulses_of(match: Match, *, reader: Person) -> tuple[PulseLine, ...]:
    """Return every month's pulses, newest first, for someone who looks after the pair; for everyone else there are
    none.
    """
    if not looks_after(reader, match):
        return ()
    lines: dict[date, dict[int, Pulse]] = {}
    for pulse in sorted(Pulse.objects.filter(match=match), key=attrgetter("month"), reverse=True):
        lines.setdefault(pulse.month, {})[pulse.person_id] = pulse
    return tuple(
        PulseLine(month, pulses.get(match.mentor_id), pulses.get(match.young_person_id))
        for month, pulses in lines.items()
    )
