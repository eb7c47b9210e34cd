"""Measures the pairing engine: `make bench-pairing`, or `python -m benchmarks.pairing --quick` for a minute's worth.

Invented people, as many young people as mentors. Every part runs in a process of its own (see `stages`); a bare pass, which scores
every face-to-face pair within reach once and keeps only the greatest, and OR-tools' min-cost flow are run beside it in the same
process, so that ratios mean something on any machine. `--quick` fails when an answer is wrong or a ratio is far off.
"""

import argparse
import json
import subprocess
import sys
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.pairing import peers
from pairing.commands import write_world

QUICK, FULL = (10_000,), (10_000, 100_000, 1_000_000)
OUTCODES = Path(__file__).parents[3] / "shared" / "data" / "outcodes.csv"
"""Latitude, longitude and county of every outward postcode, if they are there; cities otherwise."""
PARTS = ("fast", "certified", "solve")
LEAST_AHEAD_OF_THE_REFEREE = 4
"""How many times faster than OR-tools the quick form insists on, at a size where starting costs more than solving."""


def main() -> None:
    """Run the bench, one line of JSON for each size and part, then the growth of the fast profile between the last two sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="10,000 people only, and fail when something is far off")
    parser.add_argument("--size", type=int, action="append", help="a size of your own, instead; may be given again")
    parser.add_argument("--part", choices=PARTS, action="append", help="this part alone; may be given again")
    parser.add_argument("--peers", action="store_true", help="the other packages of this kind instead, where they are installed")
    chosen = parser.parse_args()
    if chosen.peers:
        peers.main()
        return
    rows = [measured(size, chosen.part or PARTS) for size in chosen.size or (QUICK if chosen.quick else FULL)]
    if len(rows) > 1 and "fast" in rows[-1]:
        smaller, larger = rows[-2], rows[-1]
        growth = log(larger["fast"]["pairing"] / smaller["fast"]["pairing"]) / log(larger["people"] / smaller["people"])
        _say({"growth_exponent_fast": growth})
    if chosen.quick:
        sys.exit("; ".join(complaints(rows[0])) or 0)


def measured(people: int, parts: tuple[str, ...]) -> dict[str, Any]:
    """Measure some parts at a size, and say each as soon as it is there."""
    row: dict[str, Any] = {"people": people}
    with TemporaryDirectory() as folder:
        write_world(Path(folder), mentors=people, young_people=people, seed=1, outcodes=OUTCODES)
        for part in parts:
            run = subprocess.run(  # noqa: S603  our own module
                [sys.executable, "-m", "benchmarks.pairing.stages", part, folder], check=True, capture_output=True, text=True
            )
            row[part] = json.loads(run.stdout)
            _say({"people": people, "part": part, **row[part]})
    return row


def complaints(row: dict[str, Any]) -> list[str]:
    """Return what is so far off that something must be broken."""
    solve, certified = row["solve"], row["certified"]
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
