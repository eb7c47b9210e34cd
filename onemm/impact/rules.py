"""Figures that may be trusted: shares with their intervals, changes with theirs, and when too few answered to say."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

FEWEST_ANSWERS = 5
"""Below this a figure could tell what one young person said, so it is not shown (DESIGN section 6; ONS disclosure
control).
"""
ASK_AGAIN_AFTER = timedelta(days=60)
CONFIDENCE = 0.95
Z = 1.959963984540054
"""The 97.5 % point of the normal distribution."""


@dataclass(frozen=True)
class Interval:
    """A share from 0 to 1, or a difference from -1 to 1, with the bounds of its 95 % interval."""

    value: float
    low: float
    high: float


def share_of(sure: int, of: int) -> Interval:
    """Return a share with its Wilson score interval (Wilson 1927), which holds near 0 and 1 and for few answers.

    :raises ValueError: nobody answered.
    """
    from scipy.stats import binomtest

    if of == 0:
        raise ValueError("a share of nobody")
    bounds = binomtest(sure, of).proportion_ci(confidence_level=CONFIDENCE, method="wilson")
    return Interval(sure / of, float(bounds.low), float(bounds.high))


def change_in_pairs(*, became_sure: int, stopped_being_sure: int, of: int) -> Interval:
    """Return the change in the share of the same people, asked twice, with the adjusted Wald interval.

    Bonett and Price (2012), "Adjusted Wald confidence interval for a difference of binomial proportions based on paired
    data", Journal of Educational and Behavioral Statistics 37(4): one is added to each count of changers and two to the
    number of people; recommended for small samples by Fagerland, Lydersen and Laake (2014), Statistics in Medicine
    33(16).

    :raises ValueError: nobody answered, or more changed than answered.
    """
    if of == 0 or became_sure + stopped_being_sure > of:
        raise ValueError("more changed than answered")
    up, down = (became_sure + 1) / (of + 2), (stopped_being_sure + 1) / (of + 2)
    spread = Z * math.sqrt((up + down - (up - down) ** 2) / (of + 2))
    return Interval(
        (became_sure - stopped_being_sure) / of, max(up - down - spread, -1.0), min(up - down + spread, 1.0)
    )


def wave_due(*, started_at: datetime | None, answered_later: bool, met_since: bool, at: datetime) -> str | None:
    """Return which wave somebody is asked now:

    `start` until answered; `later` once the pair has met since, or 60 days on.
    """
    if started_at is None:
        return "start"
    if answered_later:
        return None
    return "later" if met_since or at - started_at >= ASK_AGAIN_AFTER else None


def moments_reached(moments: Sequence[datetime | None]) -> list[datetime]:
    """Return when each step was reached together with all before it, up to the first that was not.

    Some steps can be done early: whoever trains before they are approved reaches "trained" on the day of approval.
    """
    reached: list[datetime] = []
    for moment in moments:
        if moment is None:
            break
        reached.append(max(moment, reached[-1]) if reached else moment)
    return reached


def median_days(gaps: Sequence[timedelta]) -> float | None:
    """Return the middle number of days, or `None` when fewer than five went this way."""
    if len(gaps) < FEWEST_ANSWERS:
        return None
    return median(gap.total_seconds() for gap in gaps) / timedelta(days=1).total_seconds()


def still_going(days: Sequence[float], ended: Sequence[bool], after: float) -> Interval:
    """Return the share still going after so many days, when some are watched for less (Kaplan and Meier 1958).

    `ended` says for each whether it stopped on that day (`True`) or was only watched until then. The interval is the
    log-log one (Kalbfleisch and Prentice 1980), which stays within 0 and 1. While none has stopped it has no width of
    its own; then it is that of Wilson over those who were watched so long.

    :raises ValueError: there is nothing to watch.
    """
    from scipy.stats import CensoredData, ecdf

    if not days:
        raise ValueError("the survival of nothing")
    curve = ecdf(CensoredData.right_censored(list(days), [not one for one in ended])).sf
    value = float(curve.evaluate([after])[0])
    if not any(stopped and day <= after for day, stopped in zip(days, ended, strict=True)):
        watched = sum(day >= after for day in days)
        return Interval(value, share_of(watched, watched).low if watched else 0.0, 1.0)
    if value == 0.0:
        return Interval(0.0, 0.0, share_of(0, len(days)).high)
    bounds = curve.confidence_interval(confidence_level=CONFIDENCE, method="log-log")
    low, high = (float(bound.evaluate([after])[0]) for bound in bounds)  # type: ignore[attr-defined]  # each is a curve; the stubs say a number
    return Interval(value, low, high)
