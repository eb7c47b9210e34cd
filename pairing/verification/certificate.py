"""Proof from an answer alone: how many could be matched at most, and what no total can exceed. No engine in it."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST_ROUNDS = 20_000
Column = NDArray[Any]


def most_and_bound(
    score: Mapping[tuple[str, str], int], places: Mapping[str, int], chosen: Mapping[str, str]
) -> tuple[int, int]:
    """Return the greatest number of left nodes that can be matched, and a bound on the total of as many as `chosen`.

    `places` are capacities (1 when not named). Hopcroft and Karp (scipy) count; the bound comes from the smallest
    prices at which nobody in the answer would rather have another's place (Bellman and Ford's relaxation), and equals
    the total exactly when the answer is best. Relaxation that does not settle stops after `MOST_ROUNDS`; the bound is
    valid at any prices.
    """
    lefts = {id_: i for i, id_ in enumerate(dict.fromkeys(pair[0] for pair in score))}
    rights = {id_: j for j, id_ in enumerate(dict.fromkeys(pair[1] for pair in score))}
    left = np.array([lefts[pair[0]] for pair in score], dtype=np.int64)
    right = np.array([rights[pair[1]] for pair in score], dtype=np.int64)
    points = np.array(list(score.values()), dtype=object)
    capacity = np.array([places.get(id_, 1) for id_ in rights], dtype=np.int64)
    if not len(left):
        return 0, 0
    held = np.full(len(lefts), -1, dtype=np.int64)
    for left_id, right_id in chosen.items():
        held[lefts[left_id]] = rights[right_id]
    bonus = len(lefts) * int(max(points) - min(points)) + 1 - min(0, int(min(points)))
    value = points + bonus
    small = int(max(value)) * len(lefts) < 2**62
    return _most(left, right, capacity), _bound(
        left, right, value.astype(np.int64) if small else value, capacity, held, bonus
    )


def _most(left: Column, right: Column, capacity: Column) -> int:
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_bipartite_matching

    places = np.minimum(capacity, np.bincount(right, minlength=len(capacity)))
    first = np.concatenate([[0], np.cumsum(places)])
    rows = np.repeat(left, places[right])
    within = np.arange(len(rows)) - np.repeat(np.cumsum(places[right]) - places[right], places[right])
    columns = np.repeat(first[right], places[right]) + within
    shape = (int(left.max()) + 1, int(first[-1]))
    if not len(rows):
        return 0
    graph = csr_array((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=shape)
    return int((maximum_bipartite_matching(graph, perm_type="column") >= 0).sum())


def _bound(  # noqa: PLR0917  the columns of one problem
    left: Column, right: Column, value: Column, capacity: Column, held: Column, bonus: int
) -> int:
    by_left, by_right = np.argsort(left, kind="stable"), np.argsort(right, kind="stable")
    left_first = np.flatnonzero(np.diff(left[by_left], prepend=-1))
    right_first = np.flatnonzero(np.diff(right[by_right], prepend=-1))
    own = np.flatnonzero(held[left] == right)
    open_ = capacity[right] > 0
    price = np.zeros(len(capacity), dtype=value.dtype)
    content = np.zeros(len(held), dtype=value.dtype)
    for _ in range(MOST_ROUNDS):
        content[left[own]] = value[own] - price[right[own]]
        envy = np.where(open_, value - content[left], 0)
        raised = np.maximum(price, np.maximum.reduceat(envy[by_right], right_first))
        if (raised == price).all():
            break
        price = raised
    gain = np.maximum.reduceat(np.where(open_, value - price[right], 0)[by_left], left_first)
    dual = int((np.minimum(capacity, len(held)) * price).sum() + np.maximum(gain, 0).sum())
    return dual - bonus * int((held >= 0).sum())
