"""What bridging costs; and the bench measures what it says."""

import pytest

from benchmarks.pairing import stages
from benchmarks.pairing.__main__ import complaints
from pairing.commands import write_world
from pairing.problem import Weights
from pairing.reading import read_population
from pairing.trade_off import trade_off

pytestmark = pytest.mark.slow


def test_more_weight_on_bridging_crosses_more_backgrounds_and_costs_some_fit(tmp_path):
    write_world(tmp_path, mentors=2000, young_people=2000, seed=2)
    without, usual, heavy = trade_off(read_population(tmp_path), Weights(), steps=(0, 10, 40))
    shares = [row["across_class"]["share"] for row in (without, usual, heavy)]
    assert shares[2] > shares[0] + 0.15
    assert shares == sorted(shares)
    assert without["fit"] >= usual["fit"] >= heavy["fit"] > 0.9 * without["fit"]
    assert without["matched"] == usual["matched"] == heavy["matched"]


def test_the_bench_agrees_with_the_referee_and_counts_every_stage(tmp_path):
    write_world(tmp_path, mentors=300, young_people=300, seed=1)
    solved = stages.solving(tmp_path)
    assert solved["referee_agrees"]
    assert solved["solve_gap"] == 0
    paired = stages.profile(tmp_path, "certified")
    assert paired["full_graph_gap"] <= 0.0005
    assert {"read", "candidates", "solve", "write", "report"} <= set(paired["stages"])
    assert paired["pairing_to_bare"] == paired["pairing"] / paired["bare_pass"]


def test_the_quick_bench_complains_of_what_is_far_off():
    row = {
        "fast": {"matched": 90},
        "certified": {"matched": 95, "full_graph_gap": 0.0001},
        "solve": {"referee_agrees": True, "solve_gap": 0.0, "referee_to_solve": 12.0},
    }
    assert complaints(row) == []
    row["solve"] |= {"referee_agrees": False, "referee_to_solve": 1.0}
    assert complaints(row) == ["the referee has another value", "the solve is hardly faster than the referee"]
