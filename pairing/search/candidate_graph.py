# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""Puts what passes found into one graph, and looks at a graph through prices."""

from dataclasses import dataclass
from typing import Any

import numba as nb
import numpy as np
from numpy.typing import NDArray

from pairing.arrays import Index, Offsets, Scores, Values, Whole
from pairing.assignment.graph import Graph
from pairing.search.searcher import Pass

FAR_BELOW = -(1 << 62)


@dataclass(frozen=True, slots=True)
class Former:
    """An earlier graph, the prices in points at which it is looked at, and the edges in use."""

    graph: Graph
    price: Values
    edge: Values


def graph_of(candidates: Pass, capacity: NDArray[np.int64], former: Former | None = None, keep: int = 0) -> Graph:
    """Return a graph with an edge for each pair that a pass kept; the pass's own arrays become the graph's.

    Of a former graph, each young person's edge in use stays, and their `keep` best at the prices.
    """
    n, width = candidates.right.shape
    start = np.zeros(n + 1, np.int64)
    if former is None:
        right, score = candidates.right.ravel(), candidates.score.ravel()
        before: Any = (np.zeros(n + 1, np.int64), right[:0], score[:0], np.zeros(0, np.int64), np.zeros(n, np.int64))
    else:
        # Pages that are never written are never there: the size is what could be needed at most.
        right, score = np.empty(n * (width + keep + 1), np.int32), np.empty(n * (width + keep + 1), np.int16)
        before = (former.graph.start, former.graph.right, former.graph.score, former.price, former.edge)
    old_start, old, points, price, edge = before
    size = int(
        _rows(candidates.right, candidates.score, old_start, old, points, price, edge, keep, start, right, score)
    )
    return Graph(start, right[:size], score[:size], capacity)


@nb.njit(cache=True, nogil=True)
def _rows(
    found: Index,
    points: Scores,
    start: Offsets,
    old: Index,
    old_points: Scores,
    price: Values,
    edge: Values,
    keep: Whole,
    new_start: Offsets,
    right: Index,
    score: Scores,
) -> Whole:
    """Write rows without holes and repeats one after the other, and return the number of edges.

    A row is gathered aside before it is written, so what is written may overlap what was read.
    """
    width = found.shape[1]
    row, worth = np.empty((width + keep + 1, 2), np.int64), np.empty(keep + 1, np.int64)
    total = 0
    for i in range(len(found)):
        size = 0
        for s in range(width):
            if found[i, s] >= 0:
                size = _add(row, size, found[i, s], points[i, s])
        if start[i + 1] > start[i]:
            size = _add_former(i, row, size, start, old, old_points, price, edge, keep, worth)
        for s in range(size):
            right[total], score[total] = row[s, 0], row[s, 1]
            total += 1
        new_start[i + 1] = total
    return total


@nb.njit(cache=True, nogil=True)
def _add(row: Values, size: Whole, j: Whole, points: Whole) -> Whole:
    for s in range(size):
        if row[s, 0] == j:
            return size
    row[size, 0], row[size, 1] = j, points
    return size + 1


@nb.njit(cache=True, nogil=True)
def _add_former(
    i: Whole,
    row: Values,
    size: Whole,
    start: Offsets,
    old: Index,
    old_points: Scores,
    price: Values,
    edge: Values,
    keep: Whole,
    worth: Values,
) -> Whole:
    """Add the edge in use, and the `keep` best of the others at the prices."""
    many = 0
    for e in range(start[i], start[i + 1]):
        value = old_points[e] - price[old[e]]
        at = min(many, keep)
        while at > 0 and worth[at - 1] < value:
            if at < keep:
                worth[at] = worth[at - 1]
            at -= 1
        if at < keep:
            worth[at] = value
            many = min(many + 1, keep)
    floor = worth[keep - 1] if keep > 0 and many == keep else FAR_BELOW
    left = keep
    for e in range(start[i], start[i + 1]):
        if e == edge[i]:
            size = _add(row, size, old[e], old_points[e])
        elif keep > 0 and left > 0 and old_points[e] - price[old[e]] >= floor:
            size = _add(row, size, old[e], old_points[e])
            left -= 1
    return size
