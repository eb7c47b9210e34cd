"""Measures the pairing engine: `make bench-pairing`, or `python -m benchmarks.pairing --quick` for a minute's worth.

Invented people, as many young people as mentors. Every part runs in a process of its own (see `stages`), and what it is
compared with runs in the same process: a bare pass, which scores every face-to-face pair within reach once and keeps
only the greatest, or OR-tools' min-cost flow. So ratios mean something on any machine; seconds are CPU seconds of all
threads, which a busy machine changes less than wall time, and each line says how busy it was. `--quick` fails when an
answer is wrong or a ratio is far off.

Each line is written as soon as it is known, and kept in `var/bench-pairing.jsonl`; `--resume` goes on where a run was
broken off. OR-tools at a million takes as long as everything else together: `--referee` adds it.
"""

import argparse
import json
import os
import subprocess
import sys
from itertools import pairwise
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.pairing import peers
from pairing import write_world

QUICK, FULL = (10_000,), (10_000, 100_000, 1_000_000)
OUTCODES = Path(__file__).parents[3] / "shared" / "data" / "outcodes.csv"
"""Latitude, longitude and county of every outward postcode, if they are there; cities otherwise."""
KEPT = Path(__file__).parents[2] / "var" / "bench-pairing.jsonl"
PARTS = ("fast", "certified", "solve", "referee")
"""`solve` is the assignment alone, `referee` the same with OR-tools beside it in the same process."""
LARGE = 200_000
"""Beyond so many people `referee` is run when it is asked for alone, and `solve` otherwise; up to it `referee` says
both.
"""
LEAST_AHEAD_OF_THE_REFEREE = 4
"""How many times faster than OR-tools the quick form insists on, at a size where starting costs more than solving."""


def main() -> None:
    """Run the bench, one line of JSON for each size and part, then the growth of the fast profile and of its stages
    between sizes.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="10,000 people only, and fail when something is far off")
    parser.add_argument("--size", type=int, action="append", help="a size of your own, instead; may be given again")
    parser.add_argument("--part", choices=PARTS, action="append", help="this part alone; may be given again")
    parser.add_argument("--referee", action="store_true", help="OR-tools at a million too: some minutes and 3 GB more")
    parser.add_argument(
        "--resume", action="store_true", help="take what the last run has measured already, and measure the rest"
    )
    parser.add_argument(
        "--peers", action="store_true", help="the other packages of this kind instead, where they are installed"
    )
    chosen = parser.parse_args()
    if chosen.peers:
        peers.main()
        return
    sizes = tuple(chosen.size or (QUICK if chosen.quick else FULL))
    kept = Kept(KEPT, resume=chosen.resume)
    rows = [measured(size, tuple(chosen.part or parts_at(size, with_referee=chosen.referee)), kept) for size in sizes]
    for smaller, larger in pairwise(rows):
        if "fast" in smaller and "fast" in larger:
            _say(growth(smaller, larger))
    if chosen.quick:
        sys.exit("; ".join(complaints(rows[0])) or 0)


def parts_at(size: int, *, with_referee: bool) -> tuple[str, ...]:
    """Return what is measured at a size when nothing else is said."""
    return ("fast", "certified", "referee" if size <= LARGE or with_referee else "solve")


class Kept:
    """What was measured, line by line, in a file that outlives a run that is broken off."""

    def __init__(self, path: Path, *, resume: bool) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = path.read_text(encoding="utf-8").rpartition("\n")[0] if resume and path.exists() else ""
        path.write_text(f"{whole}\n" if whole else "", encoding="utf-8")  # a line that was broken off goes
        self._known: dict[tuple[int, str], dict[str, Any]] = {
            (row["people"], row["part"]): row for row in map(json.loads, whole.splitlines())
        }

    def get(self, people: int, part: str) -> dict[str, Any] | None:
        return self._known.get((people, part))

    def add(self, row: dict[str, Any]) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")


def measured(people: int, parts: tuple[str, ...], kept: Kept) -> dict[str, Any]:
    """Measure some parts at a size that are not kept already, and say each as soon as it is there."""
    row: dict[str, Any] = {"people": people}
    missing = [part for part in parts if kept.get(people, part) is None]
    with TemporaryDirectory() as folder:
        if missing:
            write_world(Path(folder), mentors=people, young_people=people, seed=1, outcodes=OUTCODES)
        for part in parts:
            told = kept.get(people, part)
            if told is None:
                told = {"people": people, "part": part, "load_before": os.getloadavg()[0], **_measure(part, folder)}
                kept.add(told)
            _say(told)
            row[part] = told
    return row


def _measure(part: str, folder: str) -> dict[str, Any]:
    run = subprocess.run(  # noqa: S603  our own module
        [sys.executable, "-m", "benchmarks.pairing.stages", part, folder], check=True, stdout=subprocess.PIPE, text=True
    )
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def growth(smaller: dict[str, Any], larger: dict[str, Any]) -> dict[str, Any]:
    """Return the exponent by which the CPU seconds of the fast profile grow from one size to the next, in all and by
    stage.
    """
    times = log(larger["people"] / smaller["people"])
    before, after = smaller["fast"], larger["fast"]
    stages = {
        name: log(after["stages"][name] / max(before["stages"][name], 1e-6)) / times
        for name in after["stages"]
        if name in before["stages"]
    }
    return {
        "growth_exponent_fast": log(after["pairing"] / before["pairing"]) / times,
        "from": smaller["people"],
        "to": larger["people"],
        "by_stage": stages,
        "bare_pass": log(after["bare_pass"] / before["bare_pass"]) / times,
    }


def complaints(row: dict[str, Any]) -> list[str]:
    """Return what is so far off that something must be broken."""
    solve, certified = row["referee"], row["certified"]
    checks = {
        "the referee has another value": solve["referee_agrees"],
        "the solve is not exact": solve["solve_gap"] == 0,
        "the solve is hardly faster than the referee": solve["referee_to_solve"] >= LEAST_AHEAD_OF_THE_REFEREE,
        "the full graph's gap is over 0.05 %": certified["full_graph_gap"] <= 0.0005,
        "the certified profile matches fewer": certified["matched"] >= row["fast"]["matched"],
    }
    return [words for words, fine in checks.items() if not fine]


def _say(row: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(_rounded(row)) + "\n")
    sys.stdout.flush()


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(entry) for name, entry in value.items()}
    return float(f"{value:.4g}") if isinstance(value, float) else value


if __name__ == "__main__":
    main()
