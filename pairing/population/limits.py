# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""Which limit rules out how many, for one person against many who are within reach: the sums behind the reasons of a
large matching.

Time and language are masks that must meet; a quality that is asked for and `lacking` in the other is one that must not.
Said so, it makes no difference whether a young person looks at mentors or a mentor at young people.
"""

from typing import Any

import numba as nb
import numpy as np
from numpy.typing import NDArray

from pairing.arrays import Bits, Whole

COUNTS = (
    "in_reach",
    "possible",
    "time",
    "language",
    "qualities",
    "barred",
    "time_alone",
    "language_alone",
    "qualities_alone",
)
"""What is counted for each person; an `_alone` counts those whom nothing else rules out."""
Counts = NDArray[np.int64]
Side = tuple[Bits, Bits, Bits]
"""Half-days, languages, and qualities (asked for on one side, lacking on the other): uint32 [p] each."""

N = np.int32


@nb.njit(cache=True, nogil=True)
def count(counts: Counts, row: Whole, own: Side, at: Whole, other: Side, first: Whole, last: Whole) -> None:
    """Add to `counts` int64 [rows, COUNTS] what person `at` of one side finds in first:last of the other, as if nobody
    were barred.
    """
    slots, languages, qualities = own[0][at], own[1][at], own[2][at]
    their_slots, their_languages, their_qualities = other[0][first:last], other[1][first:last], other[2][first:last]
    time, language, quality, time_alone, language_alone, quality_alone, free = N(0), N(0), N(0), N(0), N(0), N(0), N(0)
    for p in range(len(their_slots)):
        a, b, c = (
            (their_slots[p] & slots) == 0,
            (their_languages[p] & languages) == 0,
            (their_qualities[p] & qualities) != 0,
        )
        time += N(a)
        language += N(b)
        quality += N(c)
        time_alone += N(a & (not b) & (not c))
        language_alone += N(b & (not a) & (not c))
        quality_alone += N(c & (not a) & (not b))
        free += N(not (a | b | c))
    counts[row, 0] += len(their_slots)
    counts[row, 1] += free
    counts[row, 2] += time
    counts[row, 3] += language
    counts[row, 4] += quality
    counts[row, 6] += time_alone
    counts[row, 7] += language_alone
    counts[row, 8] += quality_alone


@nb.njit(cache=True, nogil=True)
def bar(counts: Counts, row: Whole, own: Side, at: Whole, other: Side, met: Whole) -> None:
    """Take back what `count` added for one person who is barred: whatever else rules them out, they are not
    possible.
    """
    time = (other[0][met] & own[0][at]) == 0
    language = (other[1][met] & own[1][at]) == 0
    quality = (other[2][met] & own[2][at]) != 0
    counts[row, 5] += 1
    number = np.int64(time) + np.int64(language) + np.int64(quality)
    if number == 0:
        counts[row, 1] -= 1
    elif number == 1:
        counts[row, 6 if time else 7 if language else 8] -= 1


def side(slots: Any, languages: Any, qualities: Any) -> Side:
    """Return three columns as the loops want them."""
    columns = tuple(np.ascontiguousarray(column, dtype=np.uint32) for column in (slots, languages, qualities))
    return columns[0], columns[1], columns[2]
