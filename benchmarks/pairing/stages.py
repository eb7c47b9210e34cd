"""One measurement in a process of its own, so that its peak memory is its own: `python -m benchmarks.pairing.stages
PART FOLDER`.

PART is `fast` or `certified`, from two files to `pairs.csv` and a bare pass in the same process; `solve`, the
assignment alone; or `referee`, the assignment and OR-tools on the same graph in the same process. Writes one line of
JSON. CPU seconds are of all threads; nothing is compiled while a clock runs.
"""

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import numpy as np

from benchmarks.pairing.referee import greatest_value
from pairing import (
    PROFILES,
    Plan,
    Searcher,
    Weights,
    first_plan,
    graph_of,
    pair_folder,
    read_population,
    solve_graph,
    write_world,
)

LARGE = 200_000
"""Beyond so many people everything is measured once."""
TOLD = ("matched", "total", "gap", "full_graph_gap", "candidate_pairs", "pairs_looked_at", "peak_memory_mb")
PAIRING = ("prepare", "candidates", "solve", "full pass")
"""Stages that are the pairing itself, after reading and before writing, by how their names begin."""


def profile(folder: Path, name: str) -> dict[str, Any]:
    """Pair a folder of files, then make bare passes over the same people."""
    reports, walls, cpus = [], [], []
    with TemporaryDirectory() as out:
        for _ in range(_repeats(folder)):
            wall, cpu = perf_counter(), process_time()
            reports.append(pair_folder(folder, Path(out) / "pairs.csv", Path(out) / "report.json", profile=name))
            walls.append(perf_counter() - wall)
            cpus.append(process_time() - cpu)
    stages = {stage: median(report["seconds"][stage] for report in reports) for stage in reports[0]["seconds"]}
    spent = sum(seconds for stage, seconds in stages.items() if stage.startswith(PAIRING))
    population = read_population(folder)
    searcher = Searcher(population, Weights(), 0)
    nobody = np.zeros(len(population.mentors.ids), dtype=np.int64)
    bare, _ = timed(lambda: searcher.search(Plan(0, 0, 0, 0), nobody), _repeats(folder))
    told = {key: reports[0][key] for key in TOLD} | {"young_people": reports[0]["young_people"], "stages": stages}
    return told | {
        "files_to_pairs_cpu": median(cpus),
        "files_to_pairs_wall": median(walls),
        "pairing": spent,
        "bare_pass": bare,
        "pairing_to_bare": spent / bare,
    }


def solving(folder: Path, *, with_referee: bool) -> dict[str, Any]:
    """Solve the graph of the fast profile, exactly; with the referee beside it, if it is wanted."""
    population = read_population(folder)
    searcher = Searcher(population, Weights(), 0)
    nobody = np.zeros(len(population.mentors.ids), dtype=np.int64)
    graph = graph_of(searcher.search(first_plan(16), nobody), searcher.capacity)
    order = np.arange(graph.rows, dtype=np.int32)
    seconds, answer = timed(lambda: solve_graph(graph, order=order), 3)
    told = {"edges": len(graph.right), "solve": seconds, "solve_gap": answer.gap}
    if not with_referee:
        return told | {"peak_memory_mb": _peak()}
    ours = _peak()
    referee, value = timed(lambda: greatest_value(graph, answer.bonus), 1)
    agrees = value == answer.total + answer.bonus * answer.matched
    return told | {
        "referee": referee,
        "referee_agrees": agrees,
        "referee_to_solve": referee / seconds,
        "peak_memory_mb": ours,
        "referee_peak_memory_mb": _peak(),
    }


def _peak() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def timed(work: Callable[[], Any], repeats: int) -> tuple[float, Any]:
    """Return the median of the CPU seconds of some runs, and the last result."""
    seconds, result = [], None
    for _ in range(repeats):
        result = None
        started = process_time()
        result = work()
        seconds.append(process_time() - started)
    return median(seconds), result


def _repeats(folder: Path) -> int:
    return 1 if (folder / "young_people.csv").stat().st_size > 100 * LARGE else 3


def _warm_up(part: str) -> None:
    with TemporaryDirectory() as name:
        write_world(Path(name), mentors=300, young_people=300, seed=1)
        _measured(part, Path(name))


def _measured(part: str, folder: Path) -> dict[str, Any]:
    return profile(folder, part) if part in PROFILES else solving(folder, with_referee=part == "referee")


if __name__ == "__main__":
    part, folder = sys.argv[1], Path(sys.argv[2])
    _warm_up(part)
    sys.stdout.write(json.dumps(_measured(part, folder)) + "\n")
