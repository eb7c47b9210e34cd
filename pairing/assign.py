"""The best assignment of a sparse graph, exactly: most left nodes first, then the greatest total, with its proof."""

from typing import Any

import numpy as np

from pairing import auction
from pairing.errors import BadProblem
from pairing.finish import finish
from pairing.graph import Certified, Graph, Index

LARGEST_VALUE = 1 << 60
SMALL_VALUE = 1 << 29
"""Values up to here are kept in 32 bits: half the memory, twice as many in the cache."""


AGAIN, SMALL_STEP = 3, 4
"""How often bidding begins anew from a little below the prices it ended at, while its last step was greater than that: coarse steps
leave many for the exact finish, where each costs a search."""


def solve_graph(graph: Graph, *, seed: int = 0, bonus: int = 0, order: Index | None = None) -> Certified:
    """Assign left nodes to right nodes within capacity: as many as can be, then with the greatest total.

    The auction comes near, the finish closes what is left, and the duals prove it. A pair earns a bonus on top of its
    score; the bonus (at least `bonus`) is doubled until a search for an augmenting path finds none, so nobody is left
    out who could be matched. `order` is the order of bidding, int32 [n], and with it the choice among equally good answers;
    without it `seed` draws one.

    :raises BadProblem: proving the number matched would take a bonus whose sums exceed 2**60 (scores of very different
        size on a very large graph).
    """
    if order is None:
        order = np.random.default_rng(seed).permutation(graph.rows).astype(np.int32)
    lowest, highest = (int(graph.score.min()), int(graph.score.max())) if len(graph.score) else (0, 0)
    bonus = max(bonus, 2 * (highest - lowest) + 1 - min(lowest, 0))
    while bonus + highest <= LARGEST_VALUE // max(1, graph.rows):
        found = _solve_with(graph, bonus, bonus + highest < SMALL_VALUE, order)
        if found.most_proven:
            return found
        bonus *= 2
    raise BadProblem("graph", "score", "the scores are too far apart to prove the number matched")


def _solve_with(graph: Graph, bonus: int, small: bool, order: Index) -> Certified:
    score = graph.score.astype(np.int64) if not small else graph.score.astype(np.int32) if graph.score.itemsize > 4 else graph.score
    places = graph.places()
    place = np.concatenate([[0], np.cumsum(places)])
    bid_price: Any = np.zeros(graph.columns, dtype=np.int32 if small else np.int64)
    edge = np.full(graph.rows, -1, dtype=np.int64)
    bids, step = auction.forward(graph.start, graph.right, score, bonus, place, bid_price, order, edge, 1)
    for _ in range(AGAIN):
        if step <= SMALL_STEP:
            break
        np.maximum(bid_price - step, 0, out=bid_price)
        edge[:] = -1
        more, step = auction.forward(graph.start, graph.right, score, bonus, place, bid_price, order, edge, max(1, step // 16))
        bids += more
    price = bid_price.astype(np.int64)
    finish(graph.start, graph.right, score, bonus, place, price, edge)
    gain = auction.gains(graph.start, graph.right, score, bonus, price)
    dual = int((places * price).sum() + gain.sum())
    matched = int((edge >= 0).sum())
    total = int(graph.score[edge[edge >= 0]].sum(dtype=np.int64))
    most = not auction.reaches_room(graph.start, graph.right, edge, places)
    return Certified(edge, price, gain, bonus, matched, total, dual - bonus * matched, most, bids)
