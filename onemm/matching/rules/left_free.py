"""Why mentors near a programme were given nobody, in words for coordinators, and what may be told of it.

The reasons are the engine's (`pairing.Reason`). Nothing here tells of fewer than five young people, or of fewer than
five mentors.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from onemm.lib.disclosure import is_enough, is_few, shown, shown_total
from pairing import LeftFree, Reason

__all__ = ["IN_WORDS", "Free", "Reason", "summed", "told_of"]


IN_WORDS: Mapping[Reason, tuple[str, str]] = {
    Reason.TAKEN: (
        "The young people they suit have somebody else this time",
        "More young people here. They stay for the next round.",
    ),
    Reason.TIME: ("They are free at other times than the young people", "One more half-day: see below which."),
    Reason.MEETING: (
        "They meet online only, or face to face only, and the young people do not",
        "Meeting in both ways, on either side.",
    ),
    Reason.FURTHER: (
        "They live up to ten miles beyond what they said they travel",
        "A little more travel, or meeting online.",
    ),
    Reason.LANGUAGE: ("They share no language with the young people", "Another language, on either side."),
    Reason.WISHES: (
        "The young people they suit otherwise wish for somebody else",
        "Nothing on the mentor’s side: a wish is always kept.",
    ),
    Reason.SEVERAL: ("Two things or more stand in the way", "No single change is enough."),
}
"""For coordinators: what stood in the way, and what would help."""


@dataclass(frozen=True)
class Free:
    """One mentor who was left free, by public id. `half_day` is the one that would open most; `young_people` how many
    would be opened by what helps (or fit already, when they are taken). Both are None when fewer than five.
    """

    mentor: str
    reason: Reason
    half_day: int | None
    young_people: int | None


def told_of(free: Iterable[LeftFree]) -> tuple[Free, ...]:
    """Return what may be told of the mentors whom the engine says were left free, in their order."""
    return tuple(_told_of(mentor) for mentor in free)


def _told_of(free: LeftFree) -> Free:
    if is_enough(free.half_day_opens):
        return Free(free.mentor, free.reason, free.half_day, free.half_day_opens)
    young_people = None if free.reason in {Reason.WISHES, Reason.SEVERAL} else shown(free.young_people)
    return Free(free.mentor, free.reason, None, young_people)


def summed(free: tuple[Free, ...]) -> dict[str, Any]:
    """Return what a page prints: how many mentors, how many by reason and, of those whom time alone kept apart, by the
    half-day that would help. A number under five is None, and so is one that would give fewer than five others away.
    """
    reasons = Counter(mentor.reason for mentor in free)
    half_days = Counter(
        mentor.half_day for mentor in free if mentor.reason == Reason.TIME and mentor.half_day is not None
    )
    told = {half_day: many for half_day, many in half_days.most_common() if is_enough(many)}
    gives_away = is_few(reasons[Reason.TIME] - sum(told.values()))
    return {
        "mentors": shown_total(reasons.values()),
        "reasons": [{"reason": str(reason), "mentors": shown(many)} for reason, many in reasons.most_common()],
        "half_days": [
            {"half_day": half_day, "mentors": None if gives_away else many} for half_day, many in told.items()
        ],
    }
