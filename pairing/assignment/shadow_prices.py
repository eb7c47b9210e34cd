# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""What one more right node would be worth: the smallest prices that prove an answer, and who is short for want of one.

An optimal assignment has many proofs. At the smallest prices the gains of the left nodes are the largest, and these are
what they would lose if they were not there, and so what a new right node has to beat (Leonard 1983; see
`figures.cold_spots`).
"""

import numba as nb
import numpy as np

from pairing.arrays import Bools, Index, Offsets, Scores, Values, Whole
from pairing.assignment.forward_auction import owners
from pairing.assignment.graph import Certified, Graph
from pairing.assignment.priority_queue import lower, take_nearest


def largest_gains(graph: Graph, answer: Certified) -> Values:
    """Return the gain of each left node at the smallest prices, int64 [n]; the answer must be optimal."""
    return np.asarray(
        _largest_gains(graph.start, graph.right, graph.score, answer.bonus, answer.edge, answer.price, answer.gain),
        dtype=np.int64,
    )


def short_of_one(graph: Graph, edge: Values) -> Bools:
    """Return who has no edge, or one that could be handed on along others until someone who has none gets one, bool
    [n]: with one more right node any of them could take, one more would be matched (Dulmage and Mendelsohn 1958).
    """
    return np.asarray(_short_of_one(graph.start, graph.right, edge, graph.columns), dtype=np.bool_)


@nb.njit(cache=True, nogil=True)
def _largest_gains(
    start: Offsets, right: Index, score: Scores, bonus: Whole, edge: Values, price: Values, gain: Values
) -> Values:
    """Let every price fall as far as the others allow.

    How far price j may fall is a shortest distance: to nought (its whole price), or through a left node that holds
    another right node and would rather have j (the slack of that edge, and how far the other may fall; no further for
    a left node that has none).
    """
    m = len(price)
    first, members = owners(right, edge, m)
    heap, at, fall = np.empty(m, np.int32), np.full(m, -1, np.int32), price.copy()
    largest = gain.copy()
    for i in range(len(edge)):
        if edge[i] < 0:
            for e in range(start[i], start[i + 1]):
                j = right[e]
                fall[j] = min(fall[j], gain[i] + price[j] - score[e] - bonus)
    size = 0
    for j in range(m):
        if price[j] > 0 or first[j] < first[j + 1]:
            size = lower(heap, at, fall, size, j, fall[j])
    while size > 0:
        j = take_nearest(heap, at, fall, size)
        size -= 1
        for o in range(first[j], first[j + 1]):
            i = members[o]
            largest[i] = gain[i] + fall[j]
            for e in range(start[i], start[i + 1]):
                k = right[e]
                slack = gain[i] + price[k] - score[e] - bonus
                if fall[j] + slack < fall[k]:
                    size = lower(heap, at, fall, size, k, fall[j] + slack)
    return largest


@nb.njit(cache=True, nogil=True)
def _short_of_one(start: Offsets, right: Index, edge: Values, m: Whole) -> Bools:
    n = len(edge)
    first, members = owners(right, edge, m)
    short, seen = edge < 0, np.zeros(m, np.bool_)
    stack, height = np.empty(n, np.int32), 0
    for i in range(n):
        if short[i]:
            stack[height] = i
            height += 1
    while height > 0:
        height -= 1
        i = stack[height]
        for e in range(start[i], start[i + 1]):
            j = right[e]
            if not seen[j]:
                seen[j] = True
                for o in range(first[j], first[j + 1]):
                    if not short[members[o]]:
                        short[members[o]] = True
                        stack[height] = members[o]
                        height += 1
    return short
