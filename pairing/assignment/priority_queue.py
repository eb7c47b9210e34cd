# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""A compiled priority queue over right nodes, for shortest-path searches that stay local.

`heap` int32 [m] holds nodes, `at` int32 [m] each node's place in it (-1 when absent), `key` int64 [m] its distance.
"""

import numba as nb

from pairing.arrays import Index, Values, Whole


@nb.njit(cache=True, nogil=True)
def lower(heap: Index, at: Index, key: Values, size: Whole, node: Whole, new_key: Whole) -> Whole:
    """Add a node, or lower its key; return the new size."""
    key[node] = new_key
    if at[node] < 0:
        at[node] = size
        heap[size] = node
        size += 1
    hole = at[node]
    while hole > 0:
        parent = (hole - 1) // 2
        if key[heap[parent]] <= new_key:
            break
        heap[hole] = heap[parent]
        at[heap[hole]] = hole
        hole = parent
    heap[hole] = node
    at[node] = hole
    return size


@nb.njit(cache=True, nogil=True)
def take_nearest(heap: Index, at: Index, key: Values, size: Whole) -> Whole:
    """Take the node with the smallest key off a queue of `size` nodes, and return it."""
    nearest = heap[0]
    at[nearest] = -1
    size -= 1
    if size > 0:
        last = heap[size]
        hole = 0
        while True:
            child = 2 * hole + 1
            if child >= size:
                break
            if child + 1 < size and key[heap[child + 1]] < key[heap[child]]:
                child += 1
            if key[heap[child]] >= key[last]:
                break
            heap[hole] = heap[child]
            at[heap[hole]] = hole
            hole = child
        heap[hole] = last
        at[last] = hole
    return nearest
