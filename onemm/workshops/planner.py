"""Where workshops would let the most people come: maximum coverage with capacities, and how far from the best a plan
can be at most.

Church and ReVelle's maximal covering location problem, with seats: choose at most so many workshops at possible venues
and send each person to at most one within their own travel limit, so that the most people have a seat; among equals,
those to whom nothing is near today come first. People who could reach the same venues are one group, so that ten
thousand people are a few thousand rows. Solved as a mixed-integer model (HiGHS, in SciPy); the solver's own bound
proves the gap.
"""

import math
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onemm.lib.geo import EARTH_KM, Point

if TYPE_CHECKING:
    from scipy.optimize import Bounds, LinearConstraint

MOST_SECONDS = 20.0
CLOSE_ENOUGH = 1e-5
"""The solver stops when no plan can be better by more than this share."""
A_PERSON, A_COLD_PERSON = 1000, 1001
"""What a seat is worth.

One in a cold spot counts for a thousandth more: it decides between equals, and never costs anyone a seat.
"""


@dataclass(frozen=True)
class Learner:
    """Someone who waits for training: where they are, how far they travel, when they are free (21 bits); `is_cold`:
    nothing is near.
    """

    key: int
    point: Point
    reach_km: float
    half_days: int
    is_cold: bool


@dataclass(frozen=True)
class Venue:
    """A place where a workshop could be held."""

    key: int
    name: str
    postcode: str
    point: Point


@dataclass(frozen=True)
class Suggestion:
    """One workshop worth holding: how many come, how many of them from a cold spot, and the half-day that suits the
    most of them.
    """

    venue: Venue
    people: tuple[int, ...]
    cold: int
    half_day: int
    free_then: int

    @property
    def attend(self) -> int:
        return len(self.people)


@dataclass(frozen=True)
class Plan:
    """`gap`: the best plan there is has at most this share more, proven.

    `out_of_reach`: no venue lies within their travel limit.
    """

    suggestions: tuple[Suggestion, ...]
    waiting: int
    reached: int
    out_of_reach: int
    gap: float
    seconds: float


@dataclass(frozen=True)
class Limits:
    """At most so many workshops in all, with so many seats each and so many at one venue; so long to look for them; and
    so few people at least, as a workshop for one is a talk.
    """

    workshops: int
    seats: int
    at_a_venue: int = 2
    fewest: int = 3
    seconds: float = MOST_SECONDS


def plan_workshops(learners: Sequence[Learner], venues: Sequence[Venue], limits: Limits) -> Plan:
    """Return the plan that lets the most people attend, cold spots first."""
    began = time.perf_counter()
    reach = _within_reach(learners, venues)
    groups: dict[tuple[tuple[int, ...], bool], list[Learner]] = defaultdict(list)
    for learner, near in zip(learners, reach, strict=True):
        if near:
            groups[near, learner.is_cold].append(learner)
    out_of_reach = sum(not near for near in reach)
    if not groups or limits.workshops < 1:
        return Plan((), len(learners), 0, out_of_reach, 0.0, time.perf_counter() - began)
    sent, gap = _solve(groups, len(venues), limits)
    suggestions = _suggest(sent, groups, venues, limits.seats)
    return Plan(
        suggestions,
        len(learners),
        sum(suggestion.attend for suggestion in suggestions),
        out_of_reach,
        gap,
        time.perf_counter() - began,
    )


def _within_reach(learners: Sequence[Learner], venues: Sequence[Venue]) -> list[tuple[int, ...]]:
    """Return, for each person, the venues within their limit: great-circle distance (haversine), a block of people at a
    time.
    """
    if not learners or not venues:
        return [() for _ in learners]
    there = np.radians(np.array([venue.point for venue in venues]))
    reach: list[tuple[int, ...]] = []
    for start in range(0, len(learners), 2_000):
        block = learners[start : start + 2_000]
        here = np.radians(np.array([learner.point for learner in block]))
        half = np.sin((there[None, :, :] - here[:, None, :]) / 2) ** 2
        h = half[:, :, 0] + np.cos(here[:, None, 0]) * np.cos(there[None, :, 0]) * half[:, :, 1]
        km = 2 * EARTH_KM * np.arcsin(np.sqrt(h))
        near = km <= np.array([learner.reach_km for learner in block])[:, None]
        reach += [tuple(int(at) for at in np.flatnonzero(within)) for within in near]
    return reach


def _solve(
    groups: dict[tuple[tuple[int, ...], bool], list[Learner]], venues: int, limits: Limits
) -> tuple[dict[tuple[int, int], int], float]:
    """Return how many of each group go to each venue, and the proven gap."""
    from scipy.optimize import milp

    model = _Model.of(groups, venues, limits)
    solution = milp(
        -model.worth,
        integrality=model.whole,
        bounds=model.bounds(),
        constraints=model.rules,
        options={"time_limit": limits.seconds, "mip_rel_gap": CLOSE_ENOUGH},
    )
    if solution.x is None:
        return {}, 1.0
    # Once it is known which workshops are held, the rest is a flow of whole people, and a corner of it is whole.
    held = np.round(solution.x[-venues:])
    flow = milp(-model.worth, bounds=model.bounds(held), constraints=model.rules)
    shares = solution.x if flow.x is None else flow.x
    sent = {pair: math.floor(share + 1e-6) for pair, share in zip(model.pairs, shares, strict=False)}
    bound, value = -solution.mip_dual_bound, -solution.fun
    return {pair: count for pair, count in sent.items() if count}, max(0.0, (bound - value) / bound) if bound else 0.0


@dataclass(frozen=True)
class _Model:
    """The unknowns as columns: how many of a group go to a venue, for each of `pairs`, then how often each venue is
    used.
    """

    pairs: list[tuple[int, int]]
    worth: NDArray[np.float64]
    whole: NDArray[np.int64]
    most: NDArray[np.float64]
    rules: "LinearConstraint"

    @classmethod
    def of(cls, groups: dict[tuple[tuple[int, ...], bool], list[Learner]], venues: int, limits: Limits) -> "_Model":
        from scipy.optimize import LinearConstraint
        from scipy.sparse import csr_array

        sizes = [len(people) for people in groups.values()]
        pairs = [(group, venue) for group, (near, _) in enumerate(groups) for venue in near]
        of_group, at_venue = (np.array(side) for side in zip(*pairs, strict=True))
        shares, columns = np.arange(len(pairs)), len(pairs) + np.arange(venues)
        # Of each group no more than there are; at each venue no more than its seats, no fewer than are worth it; in all
        # no more workshops than someone can hold.
        full, thin, total = len(sizes), len(sizes) + venues, len(sizes) + 2 * venues
        at_rows = np.arange(venues)
        entries = [
            (np.ones(len(pairs)), of_group, shares),
            (np.ones(len(pairs)), full + at_venue, shares),
            (np.full(venues, -limits.seats), full + at_rows, columns),
            (-np.ones(len(pairs)), thin + at_venue, shares),
            (np.full(venues, limits.fewest), thin + at_rows, columns),
            (np.ones(venues), np.full(venues, total), columns),
        ]
        values, rows, at = (np.concatenate(part) for part in zip(*entries, strict=True))
        matrix = csr_array((values, (rows, at)), shape=(total + 1, len(pairs) + venues))
        cold = np.array([is_cold for _, is_cold in groups])
        return cls(
            pairs,
            worth=np.concatenate([np.where(cold[of_group], A_COLD_PERSON, A_PERSON), np.zeros(venues)]),
            whole=np.concatenate([np.zeros(len(pairs), dtype=int), np.ones(venues, dtype=int)]),
            most=np.concatenate(
                [
                    np.minimum(np.array(sizes)[of_group], limits.seats * limits.at_a_venue),
                    np.where(np.isin(at_rows, at_venue), limits.at_a_venue, 0),
                ]
            ),
            rules=LinearConstraint(matrix, ub=np.concatenate([sizes, np.zeros(2 * venues), [limits.workshops]])),
        )

    def bounds(self, held: NDArray[np.float64] | None = None) -> "Bounds":
        """Return what each unknown can be, with the workshops settled where it is given which are held."""
        from scipy.optimize import Bounds

        least, most = np.zeros(len(self.most)), self.most.copy()
        if held is not None:
            least[-len(held) :] = most[-len(held) :] = held
        return Bounds(least, most)


def _suggest(
    sent: dict[tuple[int, int], int],
    groups: dict[tuple[tuple[int, ...], bool], list[Learner]],
    venues: Sequence[Venue],
    seats: int,
) -> tuple[Suggestion, ...]:
    """Turn numbers into workshops with people and a half-day each: at one venue, the first takes those free at its best
    time.

    People at one venue are split evenly, so that no second workshop is left with one or two.
    """
    waiting = [list(people) for people in groups.values()]
    coming: dict[int, list[Learner]] = defaultdict(list)
    for (group, venue), count in sorted(sent.items()):
        coming[venue] += [waiting[group].pop() for _ in range(count)]
    suggestions = []
    for venue, people in coming.items():
        left, rooms = people, math.ceil(len(people) / seats)
        for room in range(rooms, 0, -1):
            half_day = _best_half_day(left)
            left = sorted(
                left, key=lambda learner: (not learner.half_days >> half_day & 1, not learner.is_cold, learner.key)
            )
            share = math.ceil(len(left) / room)
            here, left = left[:share], left[share:]
            free = sum(learner.half_days >> half_day & 1 for learner in here)
            suggestions.append(
                Suggestion(
                    venues[venue],
                    tuple(learner.key for learner in here),
                    sum(learner.is_cold for learner in here),
                    half_day,
                    free,
                )
            )
    return tuple(
        sorted(
            suggestions,
            key=lambda suggestion: (-suggestion.cold, -suggestion.attend, suggestion.venue.name, suggestion.half_day),
        )
    )


def _best_half_day(people: Sequence[Learner]) -> int:
    """Return the part of the week in which the most are free; evenings when nobody has said."""
    counts = Counter(half_day for learner in people for half_day in range(21) if learner.half_days >> half_day & 1)
    return max(range(21), key=lambda half_day: (counts[half_day], half_day % 3 == 2, -half_day))
