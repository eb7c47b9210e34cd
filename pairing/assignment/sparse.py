"""The best assignment of a sparse graph, exactly: most left nodes first, then the greatest total, with its proof."""

import numpy as np

from pairing.arrays import Index, Values
from pairing.assignment.auction import assign
from pairing.assignment.forward_auction import gains, reaches_room
from pairing.assignment.graph import Certified, Graph
from pairing.errors import BadProblem

LARGEST_VALUE = 1 << 60


def solve_graph(graph: Graph, *, seed: int = 0, bonus: int = 0, order: Index | None = None) -> Certified:
    """Assign left nodes to right nodes within capacity: as many as can be, then with the greatest total.

    The auction comes near, the finish closes what is left, and the duals prove it. A pair earns a bonus on top of its
    score; the bonus (at least `bonus`) is doubled until a search for an augmenting path finds none, so nobody is left
    out who could be matched. `order` is the order of bidding, int32 [n], and with it the choice among equally good
    answers; without it `seed` draws one.

    :raises BadProblem: proving the number matched would take a bonus whose sums exceed 2**60 (scores of very different
        size on a very large graph).
    """
    if order is None:
        order = np.random.default_rng(seed).permutation(graph.rows).astype(np.int32)
    lowest, highest = (int(graph.score.min()), int(graph.score.max())) if len(graph.score) else (0, 0)
    bonus = max(bonus, 2 * (highest - lowest) + 1 - min(lowest, 0))
    places = graph.places()
    while bonus + highest <= LARGEST_VALUE // max(1, graph.rows):
        answer = _solve_with(graph, places, bonus, order)
        if answer.most_proven:
            return answer
        bonus *= 2
    raise BadProblem("graph", "score", "the scores are too far apart to prove the number matched")


def _solve_with(graph: Graph, places: Values, bonus: int, order: Index) -> Certified:
    edge, price, bids = assign(graph, places, bonus, order)
    gain = gains(graph.start, graph.right, graph.score, bonus, price)
    dual = int((places * price).sum() + gain.sum())
    matched = int((edge >= 0).sum())
    total = int(graph.score[edge[edge >= 0]].sum(dtype=np.int64))
    most = not reaches_room(graph.start, graph.right, edge, places)
    return Certified(edge, price, gain, bonus, matched, total, dual - bonus * matched, most, bids)
