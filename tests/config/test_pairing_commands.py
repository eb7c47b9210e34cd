"""Pairing from files, on the command line: an invented world, its pairs, a bare problem, and bad files named."""

import csv
import json
from pathlib import Path

import pytest

from tests.config.test_command_line import onemm


@pytest.mark.slow
def test_an_invented_world_is_written_and_paired(tmp_path: Path) -> None:
    folder = tmp_path / "world"
    assert onemm("world", "--mentors", "60", "--young-people", "60", "--seed", "3", "--out", str(folder)).exit_code == 0
    result = onemm("pair", str(folder), "--out", str(tmp_path / "pairs.csv"), "--report", str(tmp_path / "report.json"))
    assert result.exit_code == 0, result.output
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    with (tmp_path / "pairs.csv").open(encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == report["matched"]
    assert f"matched={report['matched']}" in result.output


@pytest.mark.slow
def test_a_bare_problem_is_solved_with_proof(tmp_path: Path) -> None:
    (tmp_path / "edges.csv").write_text("left,right,score\na,x,5\na,y,1\nb,x,4\nc,z,-3\n", encoding="utf-8")
    (tmp_path / "capacities.csv").write_text("right,capacity\nz,0\n", encoding="utf-8")
    result = onemm(
        "pair",
        "solve",
        "--edges",
        str(tmp_path / "edges.csv"),
        "--capacities",
        str(tmp_path / "capacities.csv"),
        "--out",
        str(tmp_path / "out.csv"),
        "--exact",
    )
    assert result.exit_code == 0, result.output
    assert result.output.startswith("matched=2 total=5 ")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()[0] == "left,right,score"


def test_a_bad_file_is_named_with_its_row(tmp_path: Path) -> None:
    (tmp_path / "edges.csv").write_text("left,right,score\na,x,NaN\n", encoding="utf-8")
    result = onemm("pair", "solve", "--edges", str(tmp_path / "edges.csv"), "--out", str(tmp_path / "out.csv"))
    assert result.exit_code == 1
    assert "edges.csv" in result.output
    assert "2" in result.output
