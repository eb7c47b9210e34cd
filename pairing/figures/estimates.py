"""A figure with the interval that it lies in, 95 times in 100, and the number it rests on."""

from collections.abc import Sequence

import numpy as np

from pairing.arrays import Ints

CONFIDENCE = 0.95
Estimate = dict[str, float]
"""`value`, with `low` and `high` of its interval and the number `n` of people or pairs, as plain values to be kept."""


def share_of(part: int, whole: int) -> Estimate | None:
    """Return a share from 0 to 1 with its interval after Wilson (1927), which holds near 0 and 1 and for few; None of
    nobody.
    """
    if not whole:
        return None
    from scipy.stats import binomtest

    bounds = binomtest(part, whole).proportion_ci(CONFIDENCE, method="wilson")
    return {"value": part / whole, "low": float(bounds.low), "high": float(bounds.high), "n": whole}


def mean_of(values: Sequence[int] | Ints) -> Estimate | None:
    """Return the mean of what cannot be below 0 with the interval of Student's t; None of fewer than two, which tell
    nothing of how far apart people are.
    """
    if len(values) < 2:
        return None
    from scipy.special import stdtrit

    numbers = np.asarray(values, dtype=np.float64)
    mean = float(numbers.mean())
    half = float(stdtrit(len(numbers) - 1, (1 + CONFIDENCE) / 2) * numbers.std(ddof=1)) / len(numbers) ** 0.5
    return {"value": mean, "low": max(mean - half, 0.0), "high": mean + half, "n": len(numbers)}
