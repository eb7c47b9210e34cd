"""Which pairs want a call from their coordinator, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Max, Prefetch, Q, QuerySet
from django.utils import timezone

from onemm.lib.clock import now, today
from onemm.mentoring.models import Match, Pulse, Session
from onemm.mentoring.rules import (
    LONG_TO_AGREE,
    LONG_WITHOUT_MEETING,
    LOW_PULSE,
    MONTHS_A_PULSE_SPEAKS_FOR,
    STEEP_FALL,
    months_on,
)
from onemm.people.models import Person
from onemm.worklist.models import Todo

AGREE, MEET, PAUSE = "match.ask_about_agreement", "match.ask_about_meeting", "match.look_into_pause"
FALL, LOW = "pulse.ask_about_fall", "pulse.ask_about_low"
CALLS = (AGREE, MEET, PAUSE, FALL, LOW)
"""The kinds of to-do that make a call."""


@dataclass(frozen=True)
class Cause:
    """Why a pair wants a call, from when on and until when: derived from what happened, whatever day it is now.

    `counts_from` is the day that the days are counted from; `tone` says how pressing it is (`late` or `wait`).
    """

    kind: str
    words: str
    counts_from: date
    begins: datetime
    until: datetime | None = None
    tone: str = "late"
    pulse: Pulse | None = None

    def is_there_at(self, moment: datetime) -> bool:
        return self.begins <= moment and (self.until is None or self.until > moment)


@dataclass(frozen=True)
class Reason:
    """Why a pair wants a call: in words, since which day, and how pressing (`late` or `wait`)."""

    words: str
    since: date
    days: int
    kind: str


@dataclass(frozen=True)
class Attention:
    """A pair that wants a call, with its reasons, the most pressing first."""

    match: Match
    reasons: tuple[Reason, ...]

    @property
    def days(self) -> int:
        return self.reasons[0].days

    @property
    def kind(self) -> str:
        return self.reasons[0].kind


def pairs_needing_attention(person: Person) -> tuple[Attention, ...]:
    """Return the open pairs that someone looks after and that want a call, the most pressing first.

    The worklist says which; only those are read. Two queries.
    """
    wanted = Todo.objects.current().filter(source="match", kind__in=CALLS).values("source_pk")
    pairs = with_causes(Match.objects.open().looked_after_by(person).filter(pk__in=wanted))
    shown = (Attention(match, reasons) for match in pairs if (reasons := _reasons(match)))
    return tuple(sorted(shown, key=lambda attention: (attention.kind != "late", -attention.days)))


def with_causes(matches: "QuerySet[Match]") -> "QuerySet[Match]":
    """Add what `causes_of` reads: two queries for however many."""
    return (
        matches.annotate(last_met=Max("sessions__at", filter=Q(sessions__state=Session.State.HELD)))
        .select_related("mentor", "young_person", "enrolment__programme")
        .prefetch_related(Prefetch("pulses", Pulse.objects.order_by("month", "pk")))
        .order_by("introduced_on", "pk")
    )


def causes_of(match: Match) -> Iterator[Cause]:
    """Return every reason for a call that a pair has, had or will have as things stand."""
    if not match.is_open:
        return
    yield from _about_state(match)
    yield from _about_meetings(match)
    for side, who in ((match.young_person, "young person"), (match.mentor, "mentor")):
        given = sorted(
            (pulse for pulse in match.pulses.all() if pulse.person_id == side.pk),
            key=lambda pulse: (pulse.month, pulse.pk),
        )
        yield from _about_pulses(side, who, given)


def _reasons(match: Match) -> tuple[Reason, ...]:
    moment, day = now(), today()
    there = (cause for cause in causes_of(match) if cause.is_there_at(moment))
    reasons = (Reason(cause.words, cause.counts_from, (day - cause.counts_from).days, cause.tone) for cause in there)
    return tuple(sorted(reasons, key=lambda reason: (reason.kind != "late", -reason.days)))


def _about_state(match: Match) -> Iterator[Cause]:
    if match.state == Match.State.PAUSED and match.paused_at is not None:
        words = {
            Match.Pause.RESTRICTION.value: "Paused by the safeguarding lead",
            Match.Pause.CONSENT.value: "Paused: consent was withdrawn",
            Match.Pause.CHECK.value: "Paused: the mentor’s check has run out",
        }.get(match.paused_why, "Paused by wish")
        yield Cause(PAUSE, words, timezone.localdate(match.paused_at), match.paused_at, tone="wait")
    elif match.state == Match.State.INTRODUCED:
        begins = _morning_of(match.introduced_on + timedelta(days=LONG_TO_AGREE + 1))
        yield Cause(AGREE, "Introduced, but not both have agreed", match.introduced_on, begins)


def _about_meetings(match: Match) -> Iterator[Cause]:
    if match.state == Match.State.PAUSED:
        return
    last_met = _last_met(match)
    since = timezone.localdate(last_met) if last_met is not None else match.introduced_on
    words = "No meeting since the last one" if last_met is not None else "Not met since the introduction"
    yield Cause(MEET, words, since, _morning_of(since + timedelta(days=LONG_WITHOUT_MEETING + 1)))


def _about_pulses(side: Person, who: str, given: Sequence[Pulse]) -> Iterator[Cause]:
    """A fall is told of while both months speak of how it is now; a low number until its own month does not."""
    if not given:
        return
    last, before = given[-1], given[-2] if len(given) > 1 else None
    day, begins, until = timezone.localdate(last.given_at), last.given_at, _speaks_until(last)
    if before is not None and before.value - last.value >= STEEP_FALL and _speaks_until(before) > begins:
        words = f"{side.first_name} ({who}) fell from {before.value} to {last.value} of 10"
        yield Cause(FALL, words, day, begins, _speaks_until(before), pulse=last)
        begins = _speaks_until(before)
    if last.value <= LOW_PULSE:
        yield Cause(LOW, f"{side.first_name} ({who}) said {last.value} of 10", day, begins, until, pulse=last)


def _speaks_until(pulse: Pulse) -> datetime:
    return _morning_of(months_on(pulse.month, MONTHS_A_PULSE_SPEAKS_FOR))


def _last_met(match: Match) -> datetime | None:
    if "last_met" in vars(match):
        last_met: datetime | None = vars(match)["last_met"]
        return last_met
    newest: datetime | None = match.sessions.held().aggregate(last=Max("at"))["last"]
    return newest


def _morning_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
