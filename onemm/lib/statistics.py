"""Figures that may be trusted: each an estimate with the interval it lies in and the number of people it rests on.

Every interval here holds the true figure in 95 of 100 samples. Which of them may be shown is said by `lib.disclosure`.
"""

import math
import statistics
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

CONFIDENCE = 0.95
Z = 1.959963984540054
"""The 97.5 % point of the normal distribution."""
LEAST_FOR_A_MEDIAN = 8


@dataclass(frozen=True)
class Estimate:
    """A figure and the bounds of its 95 % interval, in one unit: a share from 0 to 1, a difference of shares from -1
    to 1, days, or points of a score.

    `n` is how many people (or pairs) it rests on; `asked`, where some did not answer, how many were asked.
    """

    value: float
    low: float
    high: float
    n: int
    asked: int | None = None

    @property
    def is_clear(self) -> bool:
        """Whether the interval of a difference leaves out no difference at all."""
        return self.low > 0 or self.high < 0

    def as_dict(self) -> dict[str, Any]:
        """Return plain values that can be kept, from which `Estimate(**kept)` is made again."""
        return asdict(self)


def share_of(part: int, whole: int, *, asked: int | None = None) -> Estimate | None:
    """Return a share with its Wilson score interval (Wilson 1927, Journal of the American Statistical Association
    22(158)), which holds near 0 and 1 and for few answers; `None` of nobody.

    :raises ValueError: the part is larger than the whole.
    """
    if whole == 0 == part:
        return None
    low, high = _wilson(part, whole)
    return Estimate(part / whole, low, high, whole, asked)


def _wilson(part: int, whole: int) -> tuple[float, float]:
    from scipy.stats import binomtest

    bounds = binomtest(part, whole).proportion_ci(confidence_level=CONFIDENCE, method="wilson")
    return float(bounds.low), float(bounds.high)


def change_in_pairs(*, became_sure: int, stopped_being_sure: int, of: int, asked: int | None = None) -> Estimate | None:
    """Return the change in the share of the same people, asked twice, with the adjusted Wald interval; `None` of
    nobody.

    Bonett and Price (2012), "Adjusted Wald confidence interval for a difference of binomial proportions based on paired
    data", Journal of Educational and Behavioral Statistics 37(4): one is added to each count of changers and two to the
    number of people; recommended for small samples by Fagerland, Lydersen and Laake (2014), Statistics in Medicine
    33(16).

    :raises ValueError: more changed than answered.
    """
    if became_sure + stopped_being_sure > of:
        raise ValueError("more changed than answered")
    if of == 0:
        return None
    up, down = (became_sure + 1) / (of + 2), (stopped_being_sure + 1) / (of + 2)
    spread = Z * math.sqrt((up + down - (up - down) ** 2) / (of + 2))
    value = (became_sure - stopped_being_sure) / of
    return Estimate(value, max(up - down - spread, -1.0), min(up - down + spread, 1.0), of, asked)


def mean_of(values: Sequence[float]) -> Estimate | None:
    """Return the mean of what cannot be below 0 with the interval of Student's t; `None` of fewer than two, which tell
    nothing of how far apart people are.
    """
    if len(values) < 2:
        return None
    from scipy.stats import t

    many, middle = len(values), statistics.mean(values)
    half = float(t.ppf((1 + CONFIDENCE) / 2, many - 1)) * statistics.stdev(values) / many**0.5
    return Estimate(middle, max(middle - half, 0.0), middle + half, many)


def median_of(values: Sequence[float]) -> float | None:
    """Return the middle value, in the unit of the values; `None` of nobody."""
    return statistics.median(values) if values else None


def median_with_interval(values: Sequence[float]) -> Estimate | None:
    """Return the median with the interval between two of the values, whatever the shape of their distribution (Conover
    1999, "Practical Nonparametric Statistics", section 3.2, as `scipy.stats.quantile_test` has it); `None` of fewer
    than eight, which have no such interval.
    """
    if len(values) < LEAST_FOR_A_MEDIAN:
        return None
    from scipy.stats import quantile_test

    middle = statistics.median(values)
    bounds: Any = quantile_test(list(values), q=middle, p=0.5).confidence_interval(confidence_level=CONFIDENCE)
    return Estimate(middle, float(bounds.low), float(bounds.high), len(values))


def still_going(days: Sequence[float], ended: Sequence[bool], after: float) -> Estimate | None:
    """Return the share still going after so many days, when some are watched for less (Kaplan and Meier 1958); `None`
    when there is nothing to watch.

    `ended` says for each whether it stopped on that day (`True`) or was only watched until then. The interval is the
    log-log one (Kalbfleisch and Prentice 1980), which stays within 0 and 1. While none has stopped it has no width of
    its own; then it is that of Wilson over those who were watched so long.
    """
    from scipy.stats import CensoredData, ecdf

    if not days:
        return None
    curve = ecdf(CensoredData.right_censored(list(days), [not stopped for stopped in ended])).sf
    value = float(curve.evaluate([after])[0])
    if not any(stopped and day <= after for day, stopped in zip(days, ended, strict=True)):
        watched = sum(day >= after for day in days)
        return Estimate(value, _wilson(watched, watched)[0] if watched else 0.0, 1.0, len(days))
    if value == 0.0:
        return Estimate(0.0, 0.0, _wilson(0, len(days))[1], len(days))
    bounds = curve.confidence_interval(confidence_level=CONFIDENCE, method="log-log")
    low, high = (float(bound.evaluate([after])[0]) for bound in bounds)  # type: ignore[attr-defined]  # each is a curve; the stubs say a number
    return Estimate(value, low, high, len(days))


WAITING, ARRIVED, STOPPED = 0, 1, 2
"""How someone's way stands: still on it, arrived, or ended before."""
SLACK = 1e-9
"""A sum of shares may miss a round number by less than this."""


@dataclass(frozen=True)
class Curve:
    """The share of people of whom something was true by each of these days, rising, with its pointwise 95 % bounds."""

    days: tuple[float, ...]
    shares: tuple[Estimate, ...]
    n: int

    def by(self, day: float) -> Estimate:
        """Return the share by the end of a day."""
        at = bisect_right(self.days, day)
        return self.shares[at - 1] if at else Estimate(0.0, 0.0, 0.0, self.n)

    def day_of(self, share: float) -> float | None:
        """Return the first day by which so many were there; `None` when they never were."""
        return self._first(lambda estimate: estimate.value >= share - SLACK)

    def earliest_day_of(self, share: float) -> float | None:
        """Return the lower bound of that day: where the upper bound of the curve comes to the share."""
        return self._first(lambda estimate: estimate.high >= share - SLACK)

    def latest_day_of(self, share: float) -> float | None:
        """Return its upper bound: where the lower bound of the curve does, if it does."""
        return self._first(lambda estimate: estimate.low >= share - SLACK)

    def _first(self, holds: Callable[[Estimate], bool]) -> float | None:
        return next((day for day, estimate in zip(self.days, self.shares, strict=True) if holds(estimate)), None)


def incidence(ways: Iterable[tuple[float, int]], kind: int) -> Curve:
    """Return by which day which share has ended in a kind, `ARRIVED` or `STOPPED`: cumulative incidence with competing
    risks.

    Someone who withdraws or is declined will never arrive, so to treat them as people who might still do so (as one
    minus a Kaplan-Meier curve does) would promise too much. The Aalen-Johansen estimator counts them as what they are;
    where nobody stops it is the Kaplan-Meier one. Aalen and Johansen (1978), Scandinavian Journal of Statistics 5(3);
    its variance by the delta method as in Marubini and Valsecchi (1995), "Analysing Survival Data from Clinical
    Trials", section 10.4; intervals on the log-minus-log scale (Choudhury 2002, Journal of Applied Statistics 29(8)),
    so that they stay between 0 and 1. Tested against statsmodels, which takes two seconds to import and is therefore
    no part of the platform.

    `ways` holds (days, how it stands) of each person; those who wait are counted up to the day to which they have
    waited. Time and memory grow with the number of people, but for sorting.

    :raises ValueError: someone has been on the way for less than no time.
    """
    ended = _by_day(ways)
    people = left = sum(sum(counts) for _, counts in ended)
    still, share = 1.0, 0.0
    a0 = a1 = a2 = b0 = c0 = c1 = 0.0
    days, shares = [], []
    for day, counts in ended:
        events, of_kind = counts[ARRIVED] + counts[STOPPED], counts[kind]
        if events:
            share += still * of_kind / left
            # Sums over the days so far, so that the variance at each of them costs no second loop.
            risk = events / (left * (left - events)) if left > events else 0.0
            a0, a1, a2 = a0 + risk, a1 + share * risk, a2 + share * share * risk
            b0 += still * still * (left - of_kind) * of_kind / left**3
            ratio = still * of_kind / left**2
            c0, c1 = c0 + ratio, c1 + share * ratio
            variance = share * share * a0 - 2 * share * a1 + a2 + b0 - 2 * (share * c0 - c1)
            days.append(day)
            shares.append(_bounded(share, math.sqrt(max(variance, 0.0)), people))
            still *= 1 - events / left
        left -= sum(counts)
    return Curve(tuple(days), tuple(shares), people)


def _by_day(ways: Iterable[tuple[float, int]]) -> list[tuple[float, list[int]]]:
    """How many stood how at each length of the way, the shortest first."""
    counts: dict[float, list[int]] = {}
    for days, kind in ways:
        if days < 0:
            raise ValueError("nobody arrives before they set out")
        counts.setdefault(days, [0, 0, 0])[kind] += 1
    return sorted(counts.items())


def _bounded(share: float, error: float, people: int) -> Estimate:
    if not 0 < share < 1:
        return Estimate(share, share, share, people)
    spread = Z * error / (share * math.log(share))
    return Estimate(share, share ** math.exp(-spread), share ** math.exp(spread), people)
