"""Who gets there by when, while others stop on the way and others are still walking: cumulative incidence with
competing risks.

Whoever withdraws or is declined will never be ready, so to treat them as people who might still become so (as one minus
a Kaplan-Meier curve does) would promise too much. The Aalen-Johansen estimator counts them as what they are; where
nobody stops it is the Kaplan-Meier one. Aalen and Johansen (1978), Scandinavian Journal of Statistics 5(3); its
variance by the delta method as in Marubini and Valsecchi (1995), "Analysing Survival Data from Clinical Trials",
section 10.4; intervals on the log-minus-log scale (Choudhury 2002, Journal of Applied Statistics 29(8)), so that they
stay between 0 and 1. Tested against statsmodels, which takes two seconds to import and is therefore no part of the
platform.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from onemm.impact.rules import Interval, Z

WAITING, READY, STOPPED = 0, 1, 2
"""How somebody's way stands: still on it, arrived, or ended before."""
SLACK = 1e-9
"""A sum of shares may miss a round number by less than this."""


@dataclass(frozen=True)
class Curve:
    """The share of people of whom something was true by each of these days, rising, with its pointwise 95 % bounds."""

    days: tuple[float, ...]
    shares: tuple[Interval, ...]

    def by(self, day: float) -> Interval:
        """Return the share by the end of a day."""
        at = bisect_right(self.days, day)
        return self.shares[at - 1] if at else Interval(0.0, 0.0, 0.0)

    def day_of(self, share: float) -> float | None:
        """Return the first day by which so many were there; `None` when they never were."""
        return next((day for day, one in zip(self.days, self.shares, strict=True) if one.value >= share - SLACK), None)

    def earliest_day_of(self, share: float) -> float | None:
        """Return the lower bound of that day: where the upper bound of the curve comes to the share."""
        return next((day for day, one in zip(self.days, self.shares, strict=True) if one.high >= share - SLACK), None)

    def latest_day_of(self, share: float) -> float | None:
        """Return its upper bound: where the lower bound of the curve does, if it does."""
        return next((day for day, one in zip(self.days, self.shares, strict=True) if one.low >= share - SLACK), None)


def incidence(ways: Iterable[tuple[float, int]], kind: int) -> Curve:
    """Return by which day which share has ended in a kind, `READY` or `STOPPED`.

    `ways` holds (days, how it stands) of each person; those who wait are counted up to the day to which they have
    waited. Time and memory grow with the number of people, but for sorting.

    :raises ValueError: somebody has been on the way for less than no time.
    """
    ended = _by_day(ways)
    left = sum(sum(counts) for _, counts in ended)
    still, share = 1.0, 0.0
    a0 = a1 = a2 = b0 = c0 = c1 = 0.0
    days, shares = [], []
    for day, counts in ended:
        events, mine = counts[READY] + counts[STOPPED], counts[kind]
        if events:
            share += still * mine / left
            # Sums over the days so far, so that the variance at each of them costs no second loop.
            risk = events / (left * (left - events)) if left > events else 0.0
            a0, a1, a2 = a0 + risk, a1 + share * risk, a2 + share * share * risk
            b0 += still * still * (left - mine) * mine / left**3
            ratio = still * mine / left**2
            c0, c1 = c0 + ratio, c1 + share * ratio
            variance = share * share * a0 - 2 * share * a1 + a2 + b0 - 2 * (share * c0 - c1)
            days.append(day)
            shares.append(_bounded(share, math.sqrt(max(variance, 0.0))))
            still *= 1 - events / left
        left -= sum(counts)
    return Curve(tuple(days), tuple(shares))


def _by_day(ways: Iterable[tuple[float, int]]) -> list[tuple[float, list[int]]]:
    """How many stood how at each length of the way, the shortest first."""
    found: dict[float, list[int]] = {}
    for days, kind in ways:
        if days < 0:
            raise ValueError("nobody arrives before they set out")
        found.setdefault(days, [0, 0, 0])[kind] += 1
    return sorted(found.items())


def _bounded(share: float, error: float) -> Interval:
    if not 0 < share < 1:
        return Interval(share, share, share)
    spread = Z * error / (share * math.log(share))
    return Interval(share, share ** math.exp(-spread), share ** math.exp(spread))
