"""Bare graphs to try the engine on, and the referee's answer to them."""

import numpy as np
from ortools.graph.python import min_cost_flow

from pairing import Graph
from pairing.assignment.graph import graph_from


def some_graph(
    seed: int, rows: int, columns: int, edges: int, lowest: int, highest: int, most_places: int = 3
) -> Graph:
    """A random graph with capacities from 0 to `most_places`, or all 1 when that is 1."""
    rng = np.random.default_rng(seed)
    return graph_from(
        rng.integers(0, rows, edges),
        rng.integers(0, columns, edges),
        rng.integers(lowest, highest + 1, edges),
        rows,
        rng.integers(int(most_places == 1), most_places + 1, columns),
    )


def referee(graph: Graph) -> tuple[int, int]:
    """Return (matched, total) of the best assignment by OR-tools' min-cost flow."""
    n, m = graph.rows, graph.columns
    if not len(graph.score):
        return 0, 0
    lowest, highest = int(graph.score.min()), int(graph.score.max())
    bonus = n * (highest - lowest) + 1 - min(lowest, 0)
    left = np.repeat(np.arange(n), np.diff(graph.start))
    flow = min_cost_flow.SimpleMinCostFlow()
    ones = np.ones(len(left), dtype=np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(left, n + graph.right.astype(np.int64), ones, -(graph.score + bonus))
    flow.add_arcs_with_capacity_and_unit_cost(
        n + np.arange(m), np.full(m, n + m), graph.capacity, np.zeros(m, np.int64)
    )
    flow.add_arcs_with_capacity_and_unit_cost(
        np.arange(n), np.full(n, n + m), np.ones(n, np.int64), np.zeros(n, np.int64)
    )
    flow.set_nodes_supplies(np.arange(n + m + 1), np.concatenate([np.ones(n), np.zeros(m), [-n]]).astype(np.int64))
    assert flow.solve() == flow.OPTIMAL
    used = flow.flows(np.arange(len(left)))
    return int(used.sum()), int((used * graph.score).sum())
