"""Mentors near a round who were given nobody: why, and how many young people what would help would open.

A mentor is *near* who could meet someone of the round: within their own reach of the site, or online.
"""

import numpy as np

from pairing.arrays import Bools, Floats
from pairing.explanation.reasons import LITTLE_FURTHER_KM, OF_A_MENTOR, Reason, why_free
from pairing.explanation.words import LIMIT_OF
from pairing.problem import HALF_DAYS, Problem
from pairing.rounds.fit import LIMITS, failures_of
from pairing.rounds.pool import Pool, pool_of
from pairing.rounds.shortlist import in_sight
from pairing.solution import LeftFree, Solution

MOST = 2000
"""Mentors looked at, the nearest first: beyond them a line more would help nobody."""


def left_free_in(problem: Problem, solution: Solution) -> tuple[LeftFree, ...]:
    """Explain the mentors near who had a place and were given nobody, the nearest first, at most `MOST` of them."""
    pool = pool_of(problem.mentors)
    room = pool.capacity.copy()
    room[pool.rows_of(pair.mentor for pair in solution.pairs)] = 0
    rows = in_sight(pool, problem.young_people, room)
    if not len(rows):
        return ()
    places = ((person.latitude, person.longitude) for person in problem.young_people if person.latitude is not None)
    away = np.nan_to_num(pool.at(rows).distances_km(*next(places, (None, None))), nan=np.inf)
    nearest = np.argsort(away, kind="stable")[:MOST]
    explained = _Counted(pool.at(np.sort(rows[nearest])), problem)
    return tuple(explained.mentor(row) for row in np.argsort(np.argsort(rows[nearest])).tolist())


class _Counted:
    """How many young people each mentor would suit, and does not for one thing alone."""

    def __init__(self, near: Pool, problem: Problem) -> None:
        many = len(near.capacity)
        self._ids = near.ids
        self._possible = np.zeros(many, dtype=np.int64)
        self._alone = {name: np.zeros(many, dtype=np.int64) for name in LIMITS}
        self._half_days = np.zeros((HALF_DAYS, many), dtype=np.int64)
        for person in problem.young_people:
            fails, distance = failures_of(near, person)
            number = fails.sum(axis=0)
            self._possible += number == 0
            for name, failing in zip(LIMITS, fails, strict=True):
                self._alone[name] += failing & (number == 1) & _could_help(name, distance, near)
            free = [bit for bit in range(HALF_DAYS) if person.slots >> bit & 1]
            self._half_days[free] += fails[LIMITS.index("time")] & (number == 1)

    def mentor(self, row: int) -> LeftFree:
        possible = int(self._possible[row])
        opens = {reason: int(self._alone[LIMIT_OF[reason]][row]) for reason in OF_A_MENTOR}
        opens[Reason.WISHES] = int(self._alone["gender"][row] + self._alone["qualities"][row])
        reason = why_free(possible, opens)
        if reason != Reason.TIME:
            return LeftFree(self._ids[row], reason, possible or opens.get(reason, 0))
        half_day = int(self._half_days[:, row].argmax())
        return LeftFree(self._ids[row], reason, opens[reason], half_day, int(self._half_days[half_day, row]))


def _could_help(limit: str, distance: Floats, near: Pool) -> Bools | bool:
    """Leave out a longer journey that nobody would make."""
    return distance <= near.reach_km + LITTLE_FURTHER_KM if limit == "distance" else True
