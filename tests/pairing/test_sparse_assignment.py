"""The compiled engine finds what the referee finds, and proves it."""

import numpy as np
import pytest
from bare import referee, some_graph
from hypothesis import given, settings
from hypothesis import strategies as st

from pairing import BadProblem, Graph, solve_graph
from pairing.assignment import auction
from pairing.assignment.graph import graph_from
from pairing.assignment.reverse_auction import reverse

pytestmark = pytest.mark.slow

SEEDS = st.integers(0, 100_000)
RANGES = st.sampled_from([(0, 0), (0, 1), (-5, 5), (-1000, 1000), (0, 1000), (-50, -40), (-(10**9), 10**9)])


@settings(max_examples=300, deadline=None)
@given(SEEDS, st.integers(1, 25), st.integers(1, 25), st.integers(0, 180), RANGES)
def test_the_answer_is_the_referees_and_the_bound_proves_it(seed, rows, columns, edges, scores):
    graph = some_graph(seed, rows, columns, edges, *scores)
    found = solve_graph(graph, seed=seed)
    assert (found.matched, found.total) == referee(graph)
    assert found.bound == found.total
    assert found.most_proven


@settings(max_examples=300, deadline=None)
@given(
    SEEDS,
    st.integers(1, 25),
    st.integers(1, 25),
    st.integers(0, 180),
    RANGES,
    st.sampled_from([(0, 0, 0), (0, 16, 0), (2, 1, 1)]),
)
def test_bidding_by_steps_is_the_referees_from_wherever_it_begins(seed, rows, columns, edges, scores, when):
    graph = some_graph(seed, rows, columns, edges, *scores)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in zip(("QUARREL", "BIDS", "PATIENCE"), when, strict=True):
            patch.setattr(auction, name, value)
        found = solve_graph(graph, seed=seed)
    assert (found.matched, found.total) == referee(graph)
    assert found.bound == found.total
    assert found.most_proven


@pytest.mark.parametrize(
    ("people", "places", "scores"), [(5000, 5000, (0, 1000)), (5000, 5000, (0, 1)), (5000, 4000, (-300, 300))]
)
def test_a_place_for_each_is_solved_by_steps_and_exactly(people, places, scores, monkeypatch):
    by_steps = []
    monkeypatch.setattr(auction, "reverse", lambda *arrays: by_steps.append(arrays[-1]) or reverse(*arrays))
    graph = some_graph(5, people, places, 6 * people, *scores, most_places=1)
    found = solve_graph(graph)
    assert by_steps[-1] == 1, "this graph was meant to be hard"
    assert (found.matched, found.total) == referee(graph)
    assert found.bound == found.total


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.integers(1, 25), st.integers(1, 25), RANGES)
def test_nobody_is_matched_twice_and_no_capacity_is_passed(seed, rows, columns, scores):
    graph = some_graph(seed, rows, columns, 100, *scores)
    found = solve_graph(graph)
    for row, edge in enumerate(found.edge):
        assert edge == -1 or graph.start[row] <= edge < graph.start[row + 1]
    used = np.bincount(graph.right[found.edge[found.edge >= 0]], minlength=columns)
    assert (used <= graph.capacity).all()


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.integers(1, 25), st.integers(1, 25), RANGES)
def test_the_duals_support_every_edge_and_fit_those_in_use(seed, rows, columns, scores):
    graph = some_graph(seed, rows, columns, 100, *scores)
    found = solve_graph(graph)
    left = np.repeat(np.arange(rows), np.diff(graph.start))
    slack = found.gain[left] + found.price[graph.right] - graph.score - found.bonus
    assert (slack >= 0).all()
    assert (slack[found.edge[found.edge >= 0]] == 0).all()
    assert (found.gain[found.edge < 0] == 0).all()


@pytest.mark.parametrize("columns", [200, 120, 60])
def test_a_shortage_is_solved_exactly_too(columns):
    graph = some_graph(7, 300, columns, 4000, 0, 1000)
    found = solve_graph(graph)
    assert (found.matched, found.total) == referee(graph)


def test_all_scores_equal_is_no_trouble():
    graph = some_graph(3, 200, 200, 3000, 5, 5)
    assert solve_graph(graph).matched == referee(graph)[0]


def test_one_right_node_can_serve_everybody():
    graph = graph_from(np.arange(500), np.zeros(500, np.int64), np.arange(500), 500, np.array([200]))
    found = solve_graph(graph)
    assert (found.matched, found.total) == (200, sum(range(300, 500)))


def test_the_same_seed_gives_the_same_answer():
    graph = some_graph(1, 200, 150, 2000, 0, 3)
    assert (solve_graph(graph, seed=5).edge == solve_graph(graph, seed=5).edge).all()


def test_an_empty_graph_has_an_empty_answer():
    found = solve_graph(graph_from(*np.empty((3, 0), np.int64), 4, np.array([1, 2])))
    assert (found.matched, found.total, found.bound) == (0, 0, 0)


def test_a_score_that_could_overflow_is_refused():
    with pytest.raises(BadProblem, match="beyond"):
        Graph(np.array([0, 1]), np.zeros(1, np.int32), np.array([1 << 41]), np.ones(1, np.int64))
