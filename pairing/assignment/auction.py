"""How an assignment is found: an auction that gives up where many want the same, then whichever way is short.

Where there is plenty for everyone the auction leaves few, and shortest paths settle them at once. Where there are
about as many places as people, or too few, each path would cross half the country: then auctions by smaller and smaller
steps, forward and reverse, bring everyone near to what suits them, and paths do the little that is left. (Bertsekas
1992 on both; about five times faster than paths alone on a graph of 100,000 with a place for each.)
"""

from typing import Any

import numpy as np

from pairing.arrays import Index, Values
from pairing.assignment.augmenting_paths import finish
from pairing.assignment.forward_auction import forward, loosen
from pairing.assignment.graph import Graph
from pairing.assignment.reverse_auction import by_column, reverse

SMALL_VALUE = 1 << 29
"""Values up to here are kept in 32 bits: half the memory, twice as many in the cache."""
FINE = 512
"""Scores that span fewer points are multiplied until they span as many: where many are equal, steps finer than a point
tell them apart.
"""
QUARREL, BIDS = 32, 32
"""In the first auction: how often one may displace another by the least step before someone gives up, and bids a left
node in all.
"""
PATIENCE = 10
"""Looks at each edge that paths may take before bidding by steps is the shorter way."""
COARSE, FINER = 4, 8
"""The first step is the span of the scores divided by the one, and every further step the last divided by the other."""
NEVER = 1 << 62


def assign(graph: Graph, places: Values, bonus: int, order: Index) -> tuple[Values, Values, int]:
    """Return the edge of each left node, the price of each right node that proves it best, and the number of bids;
    `places` as `Graph.places`.

    Prices of multiplied scores are rounded up: in a problem of whole numbers whole prices are as good (Hoffman and
    Kruskal 1956).
    """
    work = _Auction(graph, places, bonus, order)
    if not work.quickly():
        work.by_steps()
    return work.edge, -(-work.price // work.times), work.bids


class _Auction:
    """One assignment in the making: `edge` int64 [n] and `price` int64 [m] in multiplied points, `bids` so far."""

    def __init__(self, graph: Graph, places: Values, bonus: int, order: Index) -> None:
        lowest, highest = (int(graph.score.min()), int(graph.score.max())) if len(graph.score) else (0, 0)
        self.times = -(-FINE // max(1, highest - lowest))
        self._span = max(1, highest - lowest) * self.times
        self._kind: Any = np.int32 if (bonus + max(highest, -lowest)) * self.times < SMALL_VALUE else np.int64
        as_it_is = self.times == 1 and graph.score.itemsize <= np.dtype(self._kind).itemsize
        self._score: Any = graph.score if as_it_is else graph.score.astype(self._kind)
        if self.times > 1:
            self._score *= self.times
        self._bonus = bonus * self.times
        self._graph, self._order = graph, order
        self._place = np.concatenate([[0], np.cumsum(places)])
        self.edge = np.full(graph.rows, -1, dtype=np.int64)
        self.price: Values = np.zeros(graph.columns, dtype=np.int64)
        self.bids = 0

    def quickly(self) -> bool:
        """Bid by the least step, then search; say whether that was all."""
        fought = BIDS * self._graph.rows
        self._bid(1, QUARREL, fought)
        return self.bids <= fought and self._search(PATIENCE * len(self._graph.right))

    def by_steps(self) -> None:
        """Go on from whatever there is."""
        graph = self._graph
        back = by_column(graph.start, graph.right, graph.columns)
        step = max(1, self._span // COARSE)
        while True:
            loosen(graph.start, graph.right, self._score, self._bonus, self.price, self.edge, step)
            self._bid(step, NEVER, NEVER)
            reverse(graph.right, self._score, self._bonus, self._place, self.price, self.edge, back, step)
            if step == 1:
                break
            step = max(1, step // FINER)
        self._search(NEVER)

    def _bid(self, step: int, most: int, enough: int) -> None:
        graph = self._graph
        price = self.price.astype(self._kind)
        self.bids += forward(
            graph.start,
            graph.right,
            self._score,
            self._bonus,
            self._place,
            price,
            self._order,
            self.edge,
            step,
            most,
            enough,
        )
        self.price = price.astype(np.int64)

    def _search(self, budget: int) -> bool:
        graph = self._graph
        return bool(
            finish(graph.start, graph.right, self._score, self._bonus, self._place, self.price, self.edge, budget)
        )
