"""Why mentors near a programme were given nobody, and what would help: a line for each of them, and the sum of it.

A mentor is *near* who could meet somebody of the round: within their own reach of the site, or online. Nothing here
tells of fewer than five young people, or of fewer than five mentors.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from onemm.lib.disclosure import is_enough, is_few, shown, shown_total
from pairing import HALF_DAYS, Problem, Solution

if TYPE_CHECKING:
    from pairing.pool import Bools, Floats, Ints, Pool

MOST = 2000
"""Mentors looked at, the nearest first: beyond them a line more would help nobody."""
LITTLE_FURTHER_KM = 16.0
"""Ten miles: what somebody might travel on top of what they said."""


class Reason(StrEnum):
    """What stood in a mentor’s way most often, when nothing else did."""

    TAKEN = "taken"
    TIME = "time"
    MEETING = "meeting"
    FURTHER = "further"
    LANGUAGE = "language"
    WISHES = "wishes"
    SEVERAL = "several"


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

LIMITS_OF = {Reason.TIME: "time", Reason.MEETING: "channel", Reason.FURTHER: "distance", Reason.LANGUAGE: "language"}


@dataclass(frozen=True)
class Free:
    """One mentor who was left free, by public id. `half_day` is the one that would open most; `young_people` how many
    would be opened by what helps (or fit already, when they are taken). Both are None when fewer than five.
    """

    mentor: str
    reason: Reason
    half_day: int | None
    young_people: int | None


def left_free_in(problem: Problem, solution: Solution) -> tuple[Free, ...]:
    """Explain the mentors near who had a place and were given nobody, the nearest first, at most `MOST` of them."""
    import numpy as np

    from pairing.choosing import in_sight
    from pairing.pool import pool_of

    pool = pool_of(problem.mentors)
    room = pool.capacity.copy()
    room[pool.rows_of(pair.mentor for pair in solution.pairs)] = 0
    rows = in_sight(pool, problem.young_people, room)
    if not len(rows):
        return ()
    site = next(
        ((one.latitude, one.longitude) for one in problem.young_people if one.latitude is not None), (None, None)
    )
    away = np.nan_to_num(pool.at(rows).distances_km(*site), nan=np.inf)
    nearest = np.argsort(away, kind="stable")[:MOST]
    near = pool.at(np.sort(rows[nearest]))
    place = np.argsort(np.argsort(rows[nearest]))
    told = _Counted(near, problem).told()
    return tuple(told[at] for at in place.tolist())


def summed(free: tuple[Free, ...]) -> dict[str, Any]:
    """Return what a page prints: how many mentors, how many by reason and, of those whom time alone kept apart, by the
    half-day that would help. A number under five is None, and so is one that would give fewer than five others away.
    """
    reasons = Counter(one.reason for one in free)
    half_days = Counter(one.half_day for one in free if one.reason == Reason.TIME and one.half_day is not None)
    told = {half_day: many for half_day, many in half_days.most_common() if is_enough(many)}
    gives_away = is_few(reasons[Reason.TIME] - sum(told.values()))
    return {
        "mentors": shown_total(reasons.values()),
        "reasons": [{"reason": str(reason), "mentors": shown(many)} for reason, many in reasons.most_common()],
        "half_days": [
            {"half_day": half_day, "mentors": None if gives_away else many} for half_day, many in told.items()
        ],
    }


class _Counted:
    """How many young people each mentor would suit, and does not for one thing alone."""

    def __init__(self, near: "Pool", problem: Problem) -> None:
        import numpy as np

        from pairing.score import LIMITS, failures_of

        many = len(near.capacity)
        self._ids = near.ids
        self.possible = np.zeros(many, dtype=np.int64)
        self.alone = {name: np.zeros(many, dtype=np.int64) for name in LIMITS}
        self.half_days = np.zeros((HALF_DAYS, many), dtype=np.int64)
        for one in problem.young_people:
            fails, distance = failures_of(near, one)
            number = fails.sum(axis=0)
            self.possible += number == 0
            for name, failing in zip(LIMITS, fails, strict=True):
                self.alone[name] += failing & (number == 1) & _could_help(name, distance, near)
            self.half_days[[bit for bit in range(HALF_DAYS) if one.slots >> bit & 1]] += fails[LIMITS.index("time")] & (
                number == 1
            )

    def told(self) -> list[Free]:
        return [self._told(row) for row in range(len(self._ids))]

    def _told(self, row: int) -> Free:
        id_, fit = self._ids[row], int(self.possible[row])
        if fit:
            return Free(id_, Reason.TAKEN, None, shown(fit))
        open_to = {reason: int(self.alone[limit][row]) for reason, limit in LIMITS_OF.items()}
        reason = max(open_to, key=lambda name: open_to[name])
        if not open_to[reason]:
            wishes = self.alone["gender"][row] + self.alone["qualities"][row]
            return Free(id_, Reason.WISHES if wishes else Reason.SEVERAL, None, None)
        best: Ints = self.half_days[:, row]
        half_day = int(best.argmax()) if reason == Reason.TIME and is_enough(int(best.max())) else None
        opened = int(best[half_day]) if half_day is not None else open_to[reason]
        return Free(id_, reason, half_day, shown(opened))


def _could_help(limit: str, distance: "Floats", near: "Pool") -> "Bools | bool":
    """Leave out a longer journey that nobody would make."""
    return distance <= near.reach_km + LITTLE_FURTHER_KM if limit == "distance" else True
