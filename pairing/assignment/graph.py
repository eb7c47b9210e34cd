"""A sparse graph of who may be paired with whom, and what an assignment on it looks like."""

from dataclasses import dataclass

import numpy as np

from pairing.arrays import Index, Offsets, Scores, Values
from pairing.errors import BadProblem

LARGEST_SCORE = 1 << 40
"""Scores lie within plus or minus this many points; see `Graph` for why sums then cannot overflow."""
MOST_NODES = 1 << 21
"""More left nodes than this are refused, so that every sum stays below 2**62."""
COUNTED_TOGETHER = 1 << 21


@dataclass(frozen=True, slots=True)
class Graph:
    """Left nodes (young people) with edges to right nodes (mentors), by rows: edges of i are start[i]:start[i + 1].

    `start` is int64 [n + 1], `right` int32 [edges], `score` int16, int32 or int64 [edges], `capacity` int64 [m]. No
    edge leads to a right node whose capacity is 0, and no two edges join the same two nodes.

    No overflow: |score| <= 2**40 and n <= 2**21, so totals stay below 2**61. A bonus a pair of at most
    2 * n * range is never needed, and `solve_graph` refuses one that would take a value beyond 2**60.
    """

    start: Offsets
    right: Index
    score: Scores
    capacity: Values

    def __post_init__(self) -> None:
        """Refuse sizes for which sums could overflow."""
        if self.rows > MOST_NODES:
            raise BadProblem("graph", "left", f"{self.rows} left nodes are more than {MOST_NODES}")
        if len(self.score) and max(int(self.score.max()), -int(self.score.min())) > LARGEST_SCORE:
            raise BadProblem("graph", "score", f"a score lies beyond plus or minus {LARGEST_SCORE}")

    @property
    def rows(self) -> int:
        """Number of left nodes."""
        return len(self.start) - 1

    @property
    def columns(self) -> int:
        """Number of right nodes."""
        return len(self.capacity)

    def places(self) -> Values:
        """Return the capacity that counts: one more than a right node has edges is as good as any more, int64 [m]."""
        degree = np.zeros(self.columns, dtype=np.int64)
        for first in range(0, len(self.right), COUNTED_TOGETHER):  # numpy counts in a wider copy
            degree += np.bincount(self.right[first : first + COUNTED_TOGETHER], minlength=self.columns)
        return np.minimum(self.capacity, degree + 1).astype(np.int64)


def graph_from(left: Values, right: Values, score: Values, rows: int, capacity: Values) -> Graph:
    """Build a graph from edges in any order; of several edges between the same two nodes the best counts.

    `left`, `right` and `score` are int [edges]; `capacity` is int [m]. Edges to a capacity of 0 are dropped.
    """
    open_ = capacity[right] > 0
    left, right, score = left[open_], right[open_], score[open_]
    order = np.lexsort((-score, right, left))
    left, right, score = left[order], right[order], score[order]
    first = np.ones(len(left), dtype=np.bool_)
    first[1:] = (left[1:] != left[:-1]) | (right[1:] != right[:-1])
    left, right, score = left[first], right[first], score[first]
    start = np.zeros(rows + 1, dtype=np.int64)
    np.cumsum(np.bincount(left, minlength=rows), out=start[1:])
    return Graph(start, right.astype(np.int32), score.astype(np.int64), capacity.astype(np.int64))


@dataclass(frozen=True, slots=True)
class Certified:
    """An assignment on a graph with the proof of how good it is.

    `edge` is int64 [n], the edge that each left node uses, -1 for none; `price` int64 [m] and `gain` int64 [n] are the
    duals in points, bonus included: gain + price is at least the value of every edge, and just that where it is used.
    `bonus` is what one more pair was worth in the solve. `most_proven` says that no augmenting path is left, so no
    assignment has more pairs. No assignment of as many pairs totals more than `bound`.
    """

    edge: Values
    price: Values
    gain: Values
    bonus: int
    matched: int
    total: int
    bound: int
    most_proven: bool
    bids: int

    @property
    def gap(self) -> float:
        """(bound - total) as a fraction of the total's size."""
        return (self.bound - self.total) / max(1, abs(self.total))
