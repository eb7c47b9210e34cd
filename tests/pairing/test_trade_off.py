"""What bridging costs; and the bench measures what it says."""

import pytest

from benchmarks.pairing import __main__ as bench
from benchmarks.pairing import stages
from benchmarks.pairing.__main__ import Kept, complaints, growth, measured, parts_at
from pairing import Weights, read_population, trade_off, write_world

pytestmark = pytest.mark.slow


def test_more_weight_on_bridging_crosses_more_backgrounds_and_costs_some_fit(tmp_path):
    write_world(tmp_path, mentors=2000, young_people=2000, seed=2)
    without, usual, heavy = trade_off(read_population(tmp_path), Weights(), steps=(0, 10, 40))
    shares = [row["background"]["value"] for row in (without, usual, heavy)]
    assert shares[2] > shares[0] + 0.15
    assert shares == sorted(shares)
    assert without["fit"] >= usual["fit"] >= heavy["fit"] > 0.9 * without["fit"]
    assert without["matched"] == usual["matched"] == heavy["matched"]


def test_the_bench_agrees_with_the_referee_and_counts_every_stage(tmp_path):
    write_world(tmp_path, mentors=300, young_people=300, seed=1)
    solved = stages.solving(tmp_path, with_referee=True)
    assert solved["referee_agrees"]
    assert solved["solve_gap"] == 0
    assert "referee" not in stages.solving(tmp_path, with_referee=False)
    paired = stages.profile(tmp_path, "certified")
    assert paired["full_graph_gap"] <= 0.0005
    assert {"read", "candidates", "solve", "write", "report"} <= set(paired["stages"])
    assert paired["pairing_to_bare"] == paired["pairing"] / paired["bare_pass"]


def test_the_quick_bench_complains_of_what_is_far_off():
    row = {
        "fast": {"matched": 90},
        "certified": {"matched": 95, "full_graph_gap": 0.0001},
        "referee": {"referee_agrees": True, "solve_gap": 0.0, "referee_to_solve": 12.0},
    }
    assert complaints(row) == []
    row["referee"] |= {"referee_agrees": False, "referee_to_solve": 1.0}
    assert complaints(row) == ["the referee has another value", "the solve is hardly faster than the referee"]


def test_a_bench_that_was_broken_off_goes_on_with_what_is_missing(tmp_path, monkeypatch, capsys):
    asked = []

    def measure(part, _folder):
        asked.append(part)
        if part == "certified" and len(asked) == 2:
            raise KeyboardInterrupt
        return {"pairing": 1.0}

    monkeypatch.setattr(bench, "_measure", measure)
    file = tmp_path / "kept.jsonl"
    with pytest.raises(KeyboardInterrupt):
        measured(50, ("fast", "certified"), Kept(file, resume=False))
    with file.open("a", encoding="utf-8") as lines:
        lines.write('{"people": 50, "par')  # as a machine that loses its power leaves it
    row = measured(50, ("fast", "certified"), Kept(file, resume=True))
    assert asked == ["fast", "certified", "certified"]
    assert row["fast"]["pairing"] == row["certified"]["pairing"] == 1.0
    assert capsys.readouterr().out.count('"part": "fast"') == 2
    measured(50, ("fast",), Kept(file, resume=False))
    assert asked[-1] == "fast", "without --resume everything is measured anew"


def test_the_referee_runs_at_a_million_only_when_it_is_asked_for():
    assert parts_at(100_000, with_referee=False)[-1] == parts_at(1_000_000, with_referee=True)[-1] == "referee"
    assert parts_at(1_000_000, with_referee=False)[-1] == "solve"


def test_growth_is_told_in_all_and_by_stage():
    small = {"people": 100, "fast": {"pairing": 1.0, "bare_pass": 1.0, "stages": {"solve": 1.0, "read": 2.0}}}
    large = {"people": 1000, "fast": {"pairing": 10.0, "bare_pass": 100.0, "stages": {"solve": 100.0, "read": 20.0}}}
    told = growth(small, large)
    assert (told["growth_exponent_fast"], told["bare_pass"]) == (pytest.approx(1), pytest.approx(2))
    assert told["by_stage"] == {"solve": pytest.approx(2), "read": pytest.approx(1)}
