# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""The compiled loop that brings prices down: right nodes that stand empty at a price ask left nodes to come.

A forward auction that begins at prices above 0 may leave a place empty that is still dear; then weak duality counts its
price, and someone may have stayed out for it. Reverse bids (Bertsekas, Castanon and Tsaknakis, "Reverse auction and
the solution of inequality constrained assignment problems", 1993) fill such a place or bring it down to nothing, with
everyone within a step of what suits them best.
"""

import numba as nb
import numpy as np

from pairing.arrays import Index, Offsets, Scores, Values, Whole

Backwards = tuple[Offsets, Index, Index]
"""Edges by right node: `first` int64 [m + 1], and from there the left nodes and the numbers of the edges."""


@nb.njit(cache=True, nogil=True)
def by_column(start: Offsets, right: Index, m: Whole) -> Backwards:
    """List each right node's edges."""
    first = np.zeros(m + 1, np.int64)
    for e in range(len(right)):
        first[right[e] + 1] += 1
    for j in range(m):
        first[j + 1] += first[j]
    filled = first[:-1].copy()
    left, number = np.empty(len(right), np.int32), np.empty(len(right), np.int32)
    for i in range(len(start) - 1):
        for e in range(start[i], start[i + 1]):
            left[filled[right[e]]] = i
            number[filled[right[e]]] = e
            filled[right[e]] += 1
    return first, left, number


@nb.njit(cache=True, nogil=True)
def reverse(
    right: Index, score: Scores, bonus: Whole, place: Offsets, price: Values, edge: Values, back: Backwards, step: Whole
) -> None:
    """Leave no place empty at a price above 0. Nobody is then further than `step` from what suits them best, if nobody
    was before.

    Changes `price` int64 [m] and `edge`. A place asks whoever gains most, at what the next best would need, less a
    step; whoever comes leaves a place that asks in its turn. Every move gains someone a step at least, so it ends.
    """
    first, lefts, numbers = back
    n, m = len(edge), len(place) - 1
    member, load = np.full(place[-1], -1, np.int32), np.zeros(m, np.int64)
    spot, gain = np.full(n, -1, np.int64), np.zeros(n, np.int64)
    for i in range(n):
        if edge[i] >= 0:
            j = right[edge[i]]
            spot[i] = place[j] + load[j]
            member[spot[i]] = i
            load[j] += 1
            gain[i] = score[edge[i]] + bonus - price[j]
    asking, height, waits = np.empty(m, np.int32), 0, np.zeros(m, np.bool_)
    for j in range(m):
        if price[j] > 0 and load[j] < place[j + 1] - place[j]:
            asking[height], waits[j] = j, True
            height += 1
    while height > 0:
        height -= 1
        j = asking[height]
        waits[j] = False
        while load[j] < place[j + 1] - place[j] and price[j] > 0:
            best, second, comer, comer_edge = np.int64(-1), np.int64(-1), np.int64(-1), np.int64(-1)
            for b in range(first[j], first[j + 1]):
                i, e = lefts[b], numbers[b]
                if edge[i] == e:
                    continue
                worth = score[e] + bonus - gain[i]
                if worth > best:
                    second, best, comer, comer_edge = best, worth, i, e
                elif worth > second:
                    second = worth
            asked = max(np.int64(0), second - step) if best > step else np.int64(0)
            asked = min(asked, price[j])
            for s in range(place[j], place[j] + load[j]):
                gain[member[s]] += price[j] - asked
            price[j] = asked
            if best <= step:
                break
            if edge[comer] >= 0:
                k = right[edge[comer]]
                load[k] -= 1
                last = member[place[k] + load[k]]
                member[spot[comer]], spot[last] = last, spot[comer]
                if price[k] > 0 and not waits[k]:
                    asking[height], waits[k] = k, True
                    height += 1
            edge[comer], spot[comer] = comer_edge, place[j] + load[j]
            member[spot[comer]] = comer
            load[j] += 1
            gain[comer] = score[comer_edge] + bonus - asked
