"""OR-tools' min-cost flow on the same graph: the referee, and the time to beat."""

import numpy as np
from ortools.graph.python import min_cost_flow

from pairing import Graph


def greatest_value(graph: Graph, bonus: int) -> int:
    """Return the greatest sum of scores, each with the bonus of one more pair, that any assignment has."""
    n, m = graph.rows, graph.columns
    left = np.repeat(np.arange(n), np.diff(graph.start))
    flow = min_cost_flow.SimpleMinCostFlow()
    ones = np.ones(max(n, m, len(left)), dtype=np.int64)
    worth = graph.score.astype(np.int64) + bonus
    flow.add_arcs_with_capacity_and_unit_cost(left, n + graph.right.astype(np.int64), ones[: len(left)], -worth)
    flow.add_arcs_with_capacity_and_unit_cost(n + np.arange(m), ones[:m] * (n + m), graph.capacity, 0 * ones[:m])
    flow.add_arcs_with_capacity_and_unit_cost(np.arange(n), ones[:n] * (n + m), ones[:n], 0 * ones[:n])
    flow.set_nodes_supplies(np.arange(n + m + 1), np.concatenate([ones[:n], 0 * ones[:m], [-n]]))
    flow.solve()
    return -int(flow.optimal_cost())
