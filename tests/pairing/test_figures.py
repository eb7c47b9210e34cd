"""Figures are defined once: intervals held to tables, a round and a country giving the same for the same people."""

import numpy as np
import pytest

from pairing import Weights, bridges_of, figures_of, problem_of, propose, read_population, write_world
from pairing.assignment.graph import Graph
from pairing.assignment.shadow_prices import largest_gains, short_of_one
from pairing.assignment.sparse import solve_graph
from pairing.figures.bridging import bridging_of
from pairing.figures.estimates import mean_of, share_of
from pairing.population.components import components_of
from pairing.population.figures import fairness
from tests.pairing.bare import some_graph


def test_a_share_comes_with_its_wilson_interval_and_of_nobody_there_is_none():
    half = share_of(5, 10)
    assert (half["value"], half["n"]) == (0.5, 10)
    assert (half["low"], half["high"]) == (pytest.approx(0.2366, abs=1e-4), pytest.approx(0.7634, abs=1e-4))
    assert share_of(0, 0) is None


def test_a_mean_comes_with_students_interval_and_is_not_made_of_one():
    mean = mean_of([10, 20, 30, 40, 50])
    assert (mean["value"], mean["n"]) == (30, 5)
    assert mean["high"] == pytest.approx(30 + 2.7764 * 15.8114 / 5**0.5, abs=1e-3)
    assert mean_of([0, 0, 30])["low"] == 0, "nobody waits for less than no time"
    assert mean_of([3]) is None


@pytest.fixture(scope="module")
def population(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world")
    write_world(folder, mentors=200, young_people=200, seed=4)
    return read_population(folder)


def test_a_round_and_a_country_tell_the_same_of_the_same_pairs(population):
    problem = problem_of(population, Weights())
    solution = propose(problem)
    young = {name: row for row, name in enumerate(population.young_people.ids)}
    mentors = {name: row for row, name in enumerate(population.mentors.ids)}
    rows = np.array([young[pair.young_person] for pair in solution.pairs])
    chosen = np.array([mentors[pair.mentor] for pair in solution.pairs])
    matched, score = np.zeros(200, dtype=np.bool_), np.zeros(200, dtype=np.int64)
    matched[rows], score[rows] = True, [pair.score for pair in solution.pairs]
    groups = {group["name"]: group for group in fairness(population, matched, score)}
    assert groups == {group["name"]: group for group in figures_of(problem, solution)["groups"]}
    assert "waiting longest" in groups
    assert bridging_of(components_of(population, Weights(), rows, chosen).crossings) == bridges_of(problem, solution)


@pytest.mark.parametrize("seed", range(8))
def test_largest_gains_and_who_is_short_tell_what_one_more_place_is_worth(seed):
    """The referee solves again with a new right node that one left node alone could take."""
    graph = some_graph(seed, rows=24, columns=14, edges=70, lowest=0, highest=50, most_places=2)
    bonus = 50 * 30
    answer = solve_graph(graph, bonus=bonus)
    gains, short = largest_gains(graph, answer), short_of_one(graph, answer.edge)
    for row in range(graph.rows):
        again = solve_graph(with_one_more(graph, row, 40), bonus=answer.bonus)
        gained = again.total - answer.total + answer.bonus * (again.matched - answer.matched)
        assert gained == max(0, answer.bonus + 40 - gains[row])
        assert (again.matched > answer.matched) == short[row]


def with_one_more(graph, row, score):
    at = graph.start[row + 1]
    start = graph.start.copy()
    start[row + 1 :] += 1
    return Graph(
        start,
        np.insert(graph.right, at, graph.columns).astype(np.int32),
        np.insert(graph.score, at, score),
        np.append(graph.capacity, 1),
    )
