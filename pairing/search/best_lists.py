# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""The rows that a pass fills, and the lists of the best so far that it fills them from."""

import numba as nb
import numpy as np

from pairing.arrays import Index, Small, Whole
from pairing.search.kernel import UNIT


@nb.njit(cache=True, nogil=True)
def insert(key: Small, right: Small, g: Whole, size: Whole, wanted: Whole, new_key: Whole, new: Whole) -> Whole:
    """Insert into a list sorted from the greatest; what falls off the end is forgotten."""
    at = size
    while at > 0 and key[g, at - 1] < new_key:
        key[g, at] = key[g, at - 1]
        right[g, at] = right[g, at - 1]
        at -= 1
    key[g, at] = new_key
    right[g, at] = new
    return min(size + 1, wanted)


@nb.njit(cache=True, nogil=True)
def filled(right: Small, row: Whole) -> Whole:
    """Return how many of a row are filled already."""
    at = 0
    while at < right.shape[1] and right[row, at] >= 0:
        at += 1
    return at


@nb.njit(cache=True, nogil=True)
def put(row: Whole, at: Whole, j: Whole, key: Whole, price: Small, right: Small, score: Small) -> None:
    """Put a mentor and the score behind a key into a row."""
    right[row, at] = j
    score[row, at] = (np.int64(key) + UNIT * np.int64(price[j])) // UNIT


@nb.njit(cache=True, nogil=True)
def holds(right: Small, row: Whole, size: Whole, j: Whole) -> bool:
    """Say whether a mentor is among the first `size` of a row."""
    for s in range(size):  # noqa: SIM110  the compiler knows no generators
        if right[row, s] == j:
            return True
    return False


@nb.njit(cache=True, nogil=True)
def is_barred(i: Whole, j: Whole, barred_start: Index, barred: Small) -> bool:
    """Say whether a young person must not meet a mentor."""
    for b in range(barred_start[i], barred_start[i + 1]):  # noqa: SIM110  the compiler knows no generators
        if barred[b] == j:
            return True
    return False
