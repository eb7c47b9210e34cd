# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""The compiled loops that assign a sparse graph: forward auction, exact finish, proof of cardinality.

After Bertsekas, "Auction algorithms for network flow problems" (1992), with capacities as in Bertsekas and Castanon,
"The auction algorithm for the transportation problem" (1989). Prices start at 0 and a right node with a place left
keeps price 0, so weak duality bounds the value at any moment: sum of places times prices plus what each left node
could still gain.
"""

import numba as nb
import numpy as np

from pairing.arrays import Index, Offsets, Scores, Values, Whole

NOBODY = -1


@nb.njit(cache=True, nogil=True)
def heap_replace(bid: Scores, owner: Index, first: Whole, size: Whole, new_bid: Whole, new_owner: Whole) -> None:
    """Replace the lowest bid of a full min-heap stored at first:first + size."""
    at = 0
    while True:
        child = 2 * at + 1
        if child >= size:
            break
        if child + 1 < size and bid[first + child + 1] < bid[first + child]:
            child += 1
        if bid[first + child] >= new_bid:
            break
        bid[first + at] = bid[first + child]
        owner[first + at] = owner[first + child]
        at = child
    bid[first + at] = new_bid
    owner[first + at] = new_owner


@nb.njit(cache=True, nogil=True)
def heap_add(bid: Scores, owner: Index, first: Whole, size: Whole, new_bid: Whole, new_owner: Whole) -> None:
    """Add a bid to a min-heap of `size` bids stored from `first`."""
    at = size
    while at > 0:
        parent = (at - 1) // 2
        if bid[first + parent] <= new_bid:
            break
        bid[first + at] = bid[first + parent]
        owner[first + at] = owner[first + parent]
        at = parent
    bid[first + at] = new_bid
    owner[first + at] = new_owner


@nb.njit(cache=True, nogil=True)
def forward(
    start: Offsets,
    right: Index,
    score: Scores,
    bonus: Whole,
    place: Offsets,
    price: Scores,
    order: Index,
    edge: Values,
    step: Whole,
    most: Whole,
    enough: Whole,
) -> Whole:
    """Let each left node without an edge bid for its best right node; return the number of bids.

    An edge is worth score + bonus; `place` int64 [m + 1] says where each right node's places begin. A bid is what makes
    the best as good as the second best, but where nothing is free at least `step` above the price. The displaced node
    bids next (last in, first out: its row is still in cache). A node whose best value is below 0 stays out, because
    prices only rise. When one has displaced another `most` times by no more than the step, whoever would bid next gives
    up, and at once when there have been `enough` bids in all: what is left to them is better searched for than fought
    over. Changes `price` and `edge`.
    """
    bid, owner = np.zeros(place[-1], price.dtype), np.full(place[-1], NOBODY, np.int32)
    used = np.zeros(len(place) - 1, np.int32)
    for held in range(len(edge)):
        if edge[held] >= 0:
            j: Whole = right[edge[held]]
            bid[place[j] + used[j]], owner[place[j] + used[j]] = price[j], held
            used[j] += 1
    bids = 0
    for first_bidder in order:
        i: Whole = np.int64(first_bidder)
        if edge[i] >= 0:
            continue
        raised = 0
        while i >= 0:
            best: Whole = np.int64(-1)
            second: Whole = np.int64(0)
            best_edge: Whole = np.int64(-1)
            for e in range(start[i], start[i + 1]):
                worth = score[e] + bonus - price[right[e]]
                best_edge = e if worth > best else best_edge
                second = max(second, min(best, worth))
                best = max(best, worth)
            if best_edge < 0:
                break
            bids += 1
            j = right[best_edge]
            offer = price[j] + best - second
            first, size = place[j], place[j + 1] - place[j]
            if used[j] < size:
                heap_add(bid, owner, first, used[j], offer, i)
                edge[i] = best_edge
                used[j] += 1
                i = np.int64(NOBODY)
            else:
                if best - second < step:
                    raised += 1
                    if raised > most or bids > enough:
                        break
                    offer = price[j] + step
                displaced = np.int64(owner[first])
                heap_replace(bid, owner, first, size, offer, i)
                edge[i] = best_edge
                edge[displaced] = NOBODY
                i = displaced
            if used[j] == size:
                price[j] = bid[first]
    return bids


@nb.njit(cache=True, nogil=True)
def loosen(start: Offsets, right: Index, score: Scores, bonus: Whole, price: Values, edge: Values, step: Whole) -> None:
    """Take their edge from left nodes that another would serve better by more than `step`."""
    for i in range(len(edge)):
        if edge[i] >= 0:
            best: Whole = np.int64(0)
            for e in range(start[i], start[i + 1]):
                best = max(best, score[e] + bonus - price[right[e]])
            if score[edge[i]] + bonus - price[right[edge[i]]] < best - step:
                edge[i] = NOBODY


@nb.njit(cache=True, nogil=True)
def gains(start: Offsets, right: Index, score: Scores, bonus: Whole, price: Values) -> Values:
    """Return what each left node could gain at the prices, int64 [n]: max(0, best value - price).

    The bound of weak duality is sum(places * prices) + sum(gains).
    """
    gain = np.zeros(len(start) - 1, np.int64)
    for i in range(len(gain)):
        for e in range(start[i], start[i + 1]):
            gain[i] = max(gain[i], score[e] + bonus - price[right[e]])
    return gain


@nb.njit(cache=True, nogil=True)
def reaches_room(start: Offsets, right: Index, edge: Values, places: Values) -> bool:
    """Say whether an augmenting path is left: from a left node without an edge, alternating, to a place that is free.

    One search from all of them at once (Berge 1957: no augmenting path, no larger matching).
    """
    n, m = len(start) - 1, len(places)
    first, members = owners(right, edge, m)
    seen = np.zeros(m, np.bool_)
    stack = np.empty(n, np.int32)
    height = 0
    for i in range(n):
        if edge[i] < 0:
            stack[height] = i
            height += 1
    while height > 0:
        height -= 1
        i = stack[height]
        for e in range(start[i], start[i + 1]):
            j = right[e]
            if seen[j] or places[j] == 0:
                continue
            seen[j] = True
            if first[j + 1] - first[j] < places[j]:
                return True
            for o in range(first[j], first[j + 1]):
                stack[height] = members[o]
                height += 1
    return False


@nb.njit(cache=True, nogil=True)
def owners(right: Index, edge: Values, m: Whole) -> tuple[Offsets, Index]:
    """List the left nodes of each right node: those of j are members[first[j]:first[j + 1]]."""
    first = np.zeros(m + 1, np.int64)
    for i in range(len(edge)):
        if edge[i] >= 0:
            first[right[edge[i]] + 1] += 1
    for j in range(m):
        first[j + 1] += first[j]
    members = np.empty(first[m], np.int32)
    filled = first[:-1].copy()
    for i in range(len(edge)):
        if edge[i] >= 0:
            j = right[edge[i]]
            members[filled[j]] = i
            filled[j] += 1
    return first, members
