"""Mentors whom a round left free: what a coordinator sees of them together, and what each of them sees of
themselves.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from onemm.lib.clock import now
from onemm.matching.models import LeftFree, Round
from onemm.matching.rules.left_free import IN_WORDS
from onemm.people.models import Person
from pairing import Reason, free_times

SHOWN_FOR = timedelta(days=60)
"""After that a round says little about who waits now."""


@dataclass(frozen=True)
class FreeMentors:
    """The mentors near whom a round left free: how many (None when that would tell of fewer than five), what stood in
    the way of how many and what would help, and which half-day would open someone for how many of those whom time
    alone kept apart (None: five or more, where the number would give fewer than five others away).
    """

    mentors: int | None
    reasons: tuple[tuple[str, int | None, str], ...]
    half_days: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class WouldHelp:
    """What would make a match more likely for one mentor: a reason that at least five young people stand for, and the
    half-day to add.
    """

    reason: Reason
    times: str
    online: bool
    in_person: bool


def free_in(run: Round) -> FreeMentors | None:
    """Return what was kept with a round; None for one that was run before it was kept. No query."""
    kept: dict[str, Any] | None = run.figures.get("left_free")
    if kept is None:
        return None
    reasons = [(IN_WORDS[Reason(entry["reason"])], entry["mentors"]) for entry in kept["reasons"]]
    half_days = [(free_times(1 << entry["half_day"]), entry["mentors"]) for entry in kept["half_days"]]
    return FreeMentors(
        kept["mentors"],
        tuple((why, mentors, change) for (why, change), mentors in reasons),
        tuple((times[:1].upper() + times[1:], mentors) for times, mentors in half_days),
    )


def would_help(mentor: Person) -> WouldHelp | None:
    """Return what would help someone most whom the last rounds near them left free; None when there is nothing to say.

    One query.
    """
    left_free = LeftFree.objects.visible_to(mentor).filter(
        round__programme__closed_at=None, round__asked_at__gte=now() - SHOWN_FOR
    )
    told = left_free.values_list(
        "reason",
        "half_day",
        "young_people",
        "mentor__mentor_profile__half_days",
        "mentor__mentor_profile__online",
        "mentor__mentor_profile__in_person",
    )
    best: tuple[int, WouldHelp] | None = None
    for reason, half_day, young_people, half_days, online, in_person in told:
        if half_day is not None and half_days >> half_day & 1:
            continue  # added since
        weight = -1 if reason == Reason.TAKEN else young_people or 0
        if weight and (best is None or weight > best[0]):
            times = free_times(1 << half_day) if half_day is not None else ""
            best = weight, WouldHelp(Reason(reason), times, online, in_person)
    return best[1] if best else None
