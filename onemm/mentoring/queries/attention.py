"""Which pairs want a call from their coordinator, and why."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from onemm.lib.clock import today
from onemm.mentoring.models import Match, Pulse
from onemm.mentoring.rules import LONG_TO_AGREE, LONG_WITHOUT_MEETING, LOW_PULSE, STEEP_FALL, first_of_month
from onemm.people.models import Person


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
    """Return the open pairs that somebody looks after and that want a call, the most pressing first. Two queries."""
    pairs = list(
        Match.objects.open()
        .looked_after_by(person)
        .with_progress()
        .select_related("mentor", "young_person", "enrolment__programme")
        .order_by("introduced_on", "pk")
    )
    pulses = _recent_pulses(pairs)
    found = [Attention(match, reasons) for match in pairs if (reasons := _reasons(match, pulses[match.pk]))]
    return tuple(sorted(found, key=lambda one: (one.kind != "late", -one.days)))


def _recent_pulses(pairs: list[Match]) -> dict[int, list[Pulse]]:
    """The pulses of this month, the last and the one before, oldest first; older ones say nothing of how it is now."""
    from_month = first_of_month(first_of_month(today()) - timedelta(days=32))
    kept: dict[int, list[Pulse]] = defaultdict(list)
    for pulse in Pulse.objects.filter(match__in=[match.pk for match in pairs], month__gte=from_month).order_by(
        "month", "pk"
    ):
        kept[pulse.match_id].append(pulse)
    return kept


def _reasons(match: Match, pulses: list[Pulse]) -> tuple[Reason, ...]:
    found = [*_about_state(match), *_about_meetings(match), *_about_pulses(match, pulses)]
    return tuple(sorted(found, key=lambda reason: (reason.kind != "late", -reason.days)))


def _reason(words: str, since: date, kind: str) -> Reason:
    return Reason(words, since, (today() - since).days, kind)


def _about_state(match: Match) -> Iterator[Reason]:
    if match.state == Match.State.PAUSED and match.paused_at is not None:
        words = {
            Match.Pause.RESTRICTION.value: "Paused by the safeguarding lead",
            Match.Pause.CONSENT.value: "Paused: consent was withdrawn",
            Match.Pause.CHECK.value: "Paused: the mentor’s check has run out",
        }.get(match.paused_why, "Paused by wish")
        yield _reason(words, timezone.localdate(match.paused_at), "wait")
    elif match.state == Match.State.INTRODUCED and (today() - match.introduced_on).days > LONG_TO_AGREE:
        yield _reason("Introduced, but not both have agreed", match.introduced_on, "late")


def _about_meetings(match: Match) -> Iterator[Reason]:
    if match.state == Match.State.PAUSED:
        return
    last_met = getattr(match, "last_met", None)
    since = timezone.localdate(last_met) if last_met is not None else match.introduced_on
    if (today() - since).days > LONG_WITHOUT_MEETING:
        yield _reason(
            "No meeting since the last one" if last_met is not None else "Not met since the introduction", since, "late"
        )


def _about_pulses(match: Match, pulses: list[Pulse]) -> Iterator[Reason]:
    for side, who in ((match.young_person, "young person"), (match.mentor, "mentor")):
        said = [pulse for pulse in pulses if pulse.person_id == side.pk]
        if not said:
            continue
        given_on = timezone.localdate(said[-1].given_at)
        if len(said) > 1 and said[-2].value - said[-1].value >= STEEP_FALL:
            yield _reason(
                f"{side.first_name} ({who}) fell from {said[-2].value} to {said[-1].value} of 10", given_on, "late"
            )
        elif said[-1].value <= LOW_PULSE:
            yield _reason(f"{side.first_name} ({who}) said {said[-1].value} of 10", given_on, "late")
