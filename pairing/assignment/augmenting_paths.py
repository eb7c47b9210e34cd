# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""From nearly the best to exactly the best: shortest augmenting paths from the auction's prices.

Any prices will do as a start. Pairs that are not tight are undone; then each left node that is owed something finds
the shortest path to a free place or to someone content to leave (forward), and each place that stands empty at a
positive price finds someone to fill it or comes down to nothing (backward). Reduced costs stay non-negative, so the
result is optimal (Edmonds and Karp 1972; Jonker and Volgenant 1987 finish an auction-like start the same way).

One tuple of arrays, `State`, goes through the compiled functions:
 start, right, score      the graph, by rows
 place, member, load      left nodes held by right node j: member[place[j]:place[j] + load[j]]
 edge, spot               each left node's edge and its index in `member`, -1 for none
 gain, price              the duals: gain[i] + price[j] >= score + bonus of every edge, equal on edges in use
 heap, at, dist, via      the search: queue, distances, and the edge by which a right node was reached
 from_left                the left node of that edge
 seen                     right nodes touched by this search
 bonus                    what every edge is worth on top of its score
"""

from typing import Any

import numba as nb
import numpy as np

from pairing.arrays import Index, Offsets, Scores, Values, Whole
from pairing.assignment.priority_queue import lower, take_nearest
from pairing.assignment.reverse_auction import by_column

State = Any
FAR = np.int64(1) << 62


@nb.njit(cache=True, nogil=True)
def finish(
    start: Offsets,
    right: Index,
    score: Scores,
    bonus: Whole,
    place: Offsets,
    price: Values,
    edge: Values,
    budget: Whole,
) -> bool:
    """Make `edge` and `price` optimal for score + bonus, and say whether they are: the searches stop when `budget`
    edges have been looked at, or when an eighth of that has been and all would take twice as many.

    However far it came, nobody who has an edge would rather have another, and `price` and `edge` are a start for
    whatever comes next.
    """
    n, m = len(start) - 1, len(place) - 1
    member, load = np.full(place[-1], -1, np.int32), np.zeros(m, np.int64)
    spot, gain = np.full(n, -1, np.int64), np.zeros(n, np.int64)
    heap, at = np.empty(m, np.int32), np.full(m, -1, np.int32)
    dist, via, from_left = np.full(m, FAR, np.int64), np.empty(m, np.int64), np.empty(m, np.int32)
    seen = np.empty(m, np.int32)
    state = (
        start,
        right,
        score,
        place,
        member,
        load,
        edge,
        spot,
        gain,
        price,
        heap,
        at,
        dist,
        via,
        from_left,
        seen,
        np.int64(bonus),
    )
    _undo_loose_pairs(state)
    spent = 0
    for i in range(n):
        if edge[i] < 0 and gain[i] > 0:
            spent += _settle(state, i)
            if spent > budget or (spent > budget // 8 and spent // 2 > budget * (i / n)):
                return False
    if not _stands_empty(state):
        return True
    back_start, back_left, back_edge = by_column(start, right, m)
    for j in range(m):
        while load[j] < place[j + 1] - place[j] and price[j] > 0:
            spent += _fill(state, j, back_start, back_left, back_edge)
            if spent > budget:
                return False
    return True


@nb.njit(cache=True, nogil=True)
def _stands_empty(state: State) -> bool:
    """Say whether a place is free at a positive price."""
    place, load, price = state[3], state[5], state[9]
    for j in range(len(load)):  # noqa: SIM110  the compiler knows no generators
        if load[j] < place[j + 1] - place[j] and price[j] > 0:
            return True
    return False


@nb.njit(cache=True, nogil=True)
def _undo_loose_pairs(state: State) -> None:
    start, right, score, edge, gain, price, bonus = (
        state[0],
        state[1],
        state[2],
        state[6],
        state[8],
        state[9],
        state[16],
    )
    for i in range(len(gain)):
        best = np.int64(0)
        for e in range(start[i], start[i + 1]):
            best = max(best, score[e] + bonus - price[right[e]])
        gain[i] = best
        if edge[i] >= 0:
            if score[edge[i]] + bonus - price[right[edge[i]]] == best:
                _join(state, i, edge[i])
            else:
                edge[i] = -1


@nb.njit(cache=True, nogil=True)
def _join(state: State, i: Whole, e: Whole) -> None:
    """Give left node i a place at the right node of edge e, which must have one."""
    right, place, member, load, edge, spot = state[1], state[3], state[4], state[5], state[6], state[7]
    j = right[e]
    spot[i] = place[j] + load[j]
    member[spot[i]] = i
    load[j] += 1
    edge[i] = e


@nb.njit(cache=True, nogil=True)
def _leave(state: State, i: Whole) -> None:
    """Take left node i from its place; the last member moves into the hole."""
    right, place, member, load, edge, spot = state[1], state[3], state[4], state[5], state[6], state[7]
    j = right[edge[i]]
    load[j] -= 1
    last = member[place[j] + load[j]]
    member[spot[i]] = last
    spot[last] = spot[i]
    spot[i] = -1
    edge[i] = -1


@nb.njit(cache=True, nogil=True)
def _settle(state: State, i0: Whole) -> Whole:
    """Find i0 the cheapest way to be content: a free place, an empty seat by moving others, or nobody's.

    Return the edges looked at.
    """
    start, right, score, place, member, load = state[:6]
    gain, price, heap, at, dist, via, from_left, seen, bonus = state[8:]
    limit, leaver, end = gain[i0], i0, -1
    size, touched = 0, 0
    i, here = i0, np.int64(0)
    j, turn, members, looked = -1, 0, 0, 0
    while True:
        looked += start[i + 1] - start[i]
        for e in range(start[i], start[i + 1]):
            k = right[e]
            reach = here + gain[i] + price[k] - score[e] - bonus
            if reach >= limit or reach >= dist[k]:
                continue
            if dist[k] == FAR:
                seen[touched] = k
                touched += 1
            via[k], from_left[k] = e, i
            if load[k] < place[k + 1] - place[k]:
                dist[k], limit, end = reach, reach, k
            else:
                size = lower(heap, at, dist, size, k, reach)
        turn += 1
        if turn >= members:
            if size == 0 or dist[heap[0]] >= limit:
                break
            j = take_nearest(heap, at, dist, size)
            size -= 1
            here, turn, members = dist[j], 0, load[j]
        i = member[place[j] + turn]
        if here + gain[i] < limit:
            limit, leaver, end = here + gain[i], i, -1
    _move_prices(state, touched, limit, 1)
    gain[i0] -= limit
    _clear(state, touched, size)
    _shift(state, i0, leaver, end)
    return looked


@nb.njit(cache=True, nogil=True)
def _move_prices(state: State, touched: Whole, limit: Whole, sign: Whole) -> None:
    """Raise (sign 1) or lower (sign -1) the prices within the limit; members gain what their place loses."""
    place, member, load, gain, price, dist, seen = (
        state[3],
        state[4],
        state[5],
        state[8],
        state[9],
        state[12],
        state[15],
    )
    for t in range(touched):
        k = seen[t]
        if dist[k] < limit:
            step = sign * (limit - dist[k])
            price[k] += step
            for s in range(place[k], place[k] + load[k]):
                gain[member[s]] -= step


@nb.njit(cache=True, nogil=True)
def _clear(state: State, touched: Whole, size: Whole) -> None:
    heap, at, dist, seen = state[10], state[11], state[12], state[15]
    for t in range(touched):
        dist[seen[t]] = FAR
    for t in range(size):
        at[heap[t]] = -1


@nb.njit(cache=True, nogil=True)
def _shift(state: State, i0: Whole, leaver: Whole, end: Whole) -> None:
    """Move everyone on the path one place along, from its end back to i0."""
    right, edge, via, from_left = state[1], state[6], state[13], state[14]
    k = end
    if end < 0:
        if leaver == i0:
            return
        k = right[edge[leaver]]
        _leave(state, leaver)
    while True:
        i = from_left[k]
        before = right[edge[i]] if edge[i] >= 0 else -1
        if before >= 0:
            _leave(state, i)
        _join(state, i, via[k])
        if i == i0:
            return
        k = before


@nb.njit(cache=True, nogil=True)
def _fill(state: State, j0: Whole, back_start: Offsets, back_left: Index, back_edge: Index) -> Whole:
    """Fill a place that is empty at a positive price in the cheapest way, or bring its price down to nothing.

    Return the edges looked at.
    """
    right, score, edge = state[1], state[2], state[6]
    gain, price, heap, at, dist, via, from_left, seen, bonus = state[8:]
    limit, comer, comer_edge, end = price[j0], -1, np.int64(-1), j0
    dist[j0], seen[0], touched, size = 0, j0, 1, 0
    j, here, looked = j0, np.int64(0), 0
    while True:
        looked += back_start[j + 1] - back_start[j]
        for b in range(back_start[j], back_start[j + 1]):
            i, e = back_left[b], back_edge[b]
            if edge[i] == e:
                continue
            reach = here + gain[i] + price[j] - score[e] - bonus
            if reach >= limit:
                continue
            if edge[i] < 0:
                limit, comer, comer_edge = reach, i, e
                continue
            k = right[edge[i]]
            if reach < dist[k]:
                if dist[k] == FAR:
                    seen[touched] = k
                    touched += 1
                via[k], from_left[k] = e, i
                size = lower(heap, at, dist, size, k, reach)
                if reach + price[k] < limit:
                    limit, end, comer = reach + price[k], k, -1
        if size == 0 or dist[heap[0]] >= limit:
            break
        j = take_nearest(heap, at, dist, size)
        size -= 1
        here = dist[j]
    _move_prices(state, touched, limit, -1)
    _clear(state, touched, size)
    if comer >= 0:
        end = right[comer_edge]
    while end != j0:
        mover, onward = from_left[end], via[end]
        _leave(state, mover)
        if comer >= 0:
            _join(state, comer, comer_edge)
        comer, comer_edge = mover, onward
        end = right[onward]
    if comer >= 0:
        _join(state, comer, comer_edge)
    return looked
