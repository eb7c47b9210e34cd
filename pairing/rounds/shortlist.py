"""Which mentors can matter in a round of some hundred young people, out of a national pool; and the best of them,
exactly.

Of the mentors who suit one of n young people, the n + 1 best are enough. If someone had another in a best answer, one
of their n + 1 would still be free (the n - 1 others take n - 1 of them at most), and as good. The proof holds too: of
the n + 1 at least one has a place to spare and so no price, so nobody can gain more elsewhere than the duals allow them
already.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pairing.arrays import Bools, Ints
from pairing.assignment.dense import FORBIDDEN, best_assignment
from pairing.problem import Weights, YoungPerson
from pairing.rounds.fit import fit
from pairing.rounds.pool import Pool

LARGEST_TABLE = 2_000_000
"""Cells of a table that is solved as a table; what is larger is solved as a sparse graph."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The best few mentors of each of n young people: `column` int [n, k], -1 for none, and their `score` int [n, k].

    `order` int [c] are the columns there are, in the order drawn by lot.
    """

    column: Ints
    score: Ints
    order: Ints

    def table(self) -> Ints:
        """Return the scores int [n, c], `FORBIDDEN` where there is none, the columns in `order`."""
        table = np.full((len(self.column), len(self.order)), FORBIDDEN, dtype=np.int64)
        rows, kept = np.nonzero(self.column >= 0)
        table[rows, self._places()[rows, kept]] = self.score[rows, kept]
        return table

    def edges(self) -> tuple[Ints, Ints, Ints]:
        """Return young people, columns (as they stand in `order`) and scores of all pairs there are."""
        rows, kept = np.nonzero(self.column >= 0)
        return rows.astype(np.int64), self._places()[rows, kept], self.score[rows, kept]

    def _places(self) -> Ints:
        """Return where each column stands in `order`, in the shape of `column`; where there is none it means
        nothing.
        """
        by_number = np.argsort(self.order)
        places = np.searchsorted(self.order, self.column, sorter=by_number)
        if not len(self.order):
            return np.zeros_like(self.column)
        return np.asarray(by_number[np.minimum(places, len(self.order) - 1)], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class ShortlistAssignment:
    """`column` is int [n], -1 for nobody; `bound` is what no set of as many pairs among all mentors can exceed."""

    column: Ints
    total: int
    bound: int


def in_sight(pool: Pool, young_people: Sequence[YoungPerson], room: Ints) -> Ints:
    """Return the rows of the mentors with a place left who could meet any of the young people, near them or online."""
    meets: Bools = pool.online & any(person.online for person in young_people)
    for latitude, longitude in {(person.latitude, person.longitude) for person in young_people if person.in_person}:
        distance = np.nan_to_num(pool.distances_km(latitude, longitude), nan=np.inf)
        meets = meets | (pool.in_person & (distance <= pool.reach_km))
    return np.flatnonzero(meets & (room > 0)).astype(np.int64)


def best_of_each(pool: Pool, young_people: Sequence[YoungPerson], weights: Weights, room: Ints, lots: Ints) -> Choice:
    """Return the best n + 1 mentors for each of n young people; `lots` int [m] decide between equals."""
    wanted = len(young_people) + 1
    width = min(wanted, len(room))
    column, score = np.full((len(young_people), width), -1, np.int64), np.zeros((len(young_people), width), np.int64)
    for row, person in enumerate(young_people):
        fits = fit(pool, person, weights)
        able = np.flatnonzero(fits.possible & (room > 0))
        points = fits.score[able]
        if len(able) > wanted:
            least = np.partition(points, len(able) - wanted)[len(able) - wanted]
            able, points = able[points >= least], points[points >= least]
            best = np.lexsort((lots[able], -points))[:wanted]
            able, points = able[best], points[best]
        column[row, : len(able)], score[row, : len(able)] = able, points
    used = np.unique(column[column >= 0])
    return Choice(column, score, used[np.argsort(lots[used], kind="stable")])


def assign(choice: Choice, room: Ints) -> ShortlistAssignment:
    """Assign each young person to one of their best, most of them first and then with the greatest total; `room` int
    [m].
    """
    capacity = room[choice.order]
    if choice.column.shape[0] * len(choice.order) <= LARGEST_TABLE:
        dense = best_assignment(choice.table(), capacity)
        column, total, bound = dense.column, dense.total, dense.bound
    else:
        column, total, bound = _as_graph(choice, capacity)
    return ShortlistAssignment(
        np.where(column >= 0, choice.order[column], -1) if len(choice.order) else column, total, bound
    )


def _as_graph(choice: Choice, capacity: Ints) -> tuple[Ints, int, int]:
    from pairing.assignment.graph import graph_from
    from pairing.assignment.sparse import solve_graph

    left, right, score = choice.edges()
    graph = graph_from(left, right, score, len(choice.column), capacity)
    order: NDArray[np.int32] = np.arange(graph.rows, dtype=np.int32)
    answer = solve_graph(graph, order=order)
    column, used = np.full(graph.rows, -1, dtype=np.int64), answer.edge >= 0
    column[used] = graph.right[answer.edge[used]]
    return column, answer.total, answer.bound
