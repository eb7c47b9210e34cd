# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""Blocks that need not be looked at: mentors near a site are put together by sector, so that a whole block can be told
to be no use.

A block knows the sectors that any of its mentors has, and its lowest price. What a young person could score at most
with anyone of such sectors, less that price, is a bound on every key of the block; where it does not exceed the worst
of the best found so far, no key does. So a pass keeps the same lists and the same proof, and looks at fewer.
"""

from typing import Any

import numba as nb
import numpy as np
from numpy.typing import NDArray

from pairing.arrays import Bits, Floats, Small, Whole
from pairing.search.kernel import LANES, UNIT, S, U

SECTORS_AT = LANES
PRICES_AT = 6 * LANES
GROUPS = 2 * 32 * 32 + 33
"""Nobody's sector, one of 32, two of 32, three or more by their first two."""
MOST_APART = 50
"""What generation and place add to bridging at most; another background adds as much again."""

Groups = NDArray[np.int16]


def groups_of(sectors: Bits) -> Groups:
    """Return the group of each mentor, int16 [m]: those alike in sectors have the same, those nearly alike a near
    one.
    """
    lowest = sectors & (~sectors + np.uint32(1))
    rest = sectors & ~lowest
    second = rest & (~rest + np.uint32(1))
    first, next_ = (np.bitwise_count(bit - np.uint32(1)).astype(np.int64) & 31 for bit in (lowest, second))
    many = np.bitwise_count(sectors)
    two_or_more = 33 + 1024 * (many > 2) + 32 * first + next_
    return np.asarray(np.where(many == 0, 0, np.where(many == 1, 1 + first, two_or_more)), dtype=np.int16)


@nb.njit(cache=True, nogil=True)
def by_group(found: Small, gaps: Floats, size: Whole, groups: Any, sorted_found: Small, sorted_gaps: Floats) -> None:
    """Put the first `size` mentors, and their gaps, in order of group; those of one group stay in theirs."""
    first = np.zeros(GROUPS + 1, np.int64)
    for t in range(size):
        first[groups[found[t]] + 1] += 1
    for group in range(GROUPS):
        first[group + 1] += first[group]
    for t in range(size):
        group = groups[found[t]]
        at = first[group]
        sorted_found[at], sorted_gaps[at] = found[t], gaps[t]
        first[group] = at + 1


@nb.njit(cache=True, nogil=True)
def of_blocks(blocks: Bits, size: Whole) -> Any:
    """Return the sectors that anyone in each block has, uint32 [b], and the lowest price, int32 [b]; `size` mentors
    are in them.
    """
    sectors, cheapest = np.zeros(len(blocks), np.uint32), np.full(len(blocks), 2**31 - 1, np.int32)
    for t in range(size):
        b, lane = t // LANES, t % LANES
        sectors[b] |= blocks[b, SECTORS_AT + lane]
        cheapest[b] = min(cheapest[b], S(blocks[b, PRICES_AT + lane]))
    return sectors, cheapest


@nb.njit(cache=True, nogil=True)
def without_sectors(masks: Bits, sums: Small, i: Whole) -> Whole:
    """Return what young person i could score at most, in the kernel's sums, with a mentor in none of their sectors."""
    half_days, free = 0, masks[i, 0]
    for _ in range(3):
        free = U(free & U(free - U(1)))
        half_days += free != U(0)
    apart = 2 * MOST_APART if masks[i, 5] != U(0) else MOST_APART
    interests = sums[i, 3] + sums[i, 4] + sums[i, 5]
    return np.int64(sums[i, 9] + interests + sums[i, 6] * half_days + 100 * sums[i, 7] + 2 * apart * sums[i, 8])


@nb.njit(cache=True, nogil=True)
def bound(least: Whole, shared: Any, sums: Small, i: Whole, price: Whole) -> Whole:
    """Return what no key of a block exceeds:

    `least` is `without_sectors`, `shared` the person's sectors that are in the block.
    """
    two = U(shared & U(shared - U(1)))
    three = U(two & U(two - U(1)))
    most = least + (sums[i, 0] if shared != U(0) else 0)
    most += (sums[i, 1] if two != U(0) else 0) + (sums[i, 2] if three != U(0) else 0)
    return most - UNIT * price
