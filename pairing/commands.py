"""What a command line can do with files: pair two of them, solve bare edges, write a world, check an answer.

Plain functions; whoever calls them prints.
"""

import json
import resource
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, TypeVar

import numpy as np

from pairing.cold_spots import cold_spots
from pairing.columns import Population
from pairing.edges import EdgeAnswer, solve_edges
from pairing.engine import Found, pair_population
from pairing.fairness import bridges, by_group
from pairing.keeping import read_kept, with_kept, without
from pairing.left_free import left_free
from pairing.leftover import left_out
from pairing.reading import read_population
from pairing.verify import Verdict, verify_edges, verify_pairs
from pairing.weighing import read_weights
from pairing.world import write_world
from pairing.writing import write_pairs

__all__ = ["EdgeAnswer", "Verdict", "pair_folder", "solve_edges", "verify_edges", "verify_pairs", "write_world"]

T = TypeVar("T")
Progress = Callable[[str, float], None]


def pair_folder(
    folder: Path,
    out: Path,
    report: Path | None = None,
    *,
    profile: str = "fast",
    weights: Path | None = None,
    k: int = 16,
    workers: int = 1,
    scheduler: str = "",
    seed: int = 0,
    keep: Path | None = None,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Pair the people in a folder of CSV files; write `pairs.csv` to `out` and the report, if asked; return the report.

    `keep` is a file of pairs that are settled and stay: the way to repair a round without moving anybody who has
    accepted. `progress` is called with the name of a stage and the share of it that is done, 0 to 1. The formats, and
    what the report holds, are described in docs/how-to/pair-two-files.md.

    :raises BadFile: a file cannot be used; names file, row and column.
    :raises BadProblem: an unknown profile, `k` or `workers` below 1, or a scheduler that cannot be reached.
    """
    clock = _Clock(progress or (lambda _stage, _share: None))
    chosen = read_weights(weights)
    population = clock.time("read", lambda: read_population(folder))
    kept = read_kept(keep, population)
    looking = without(population, kept)
    found = pair_population(
        looking,
        chosen,
        profile=profile,
        k=k,
        seed=seed,
        workers=workers,
        scheduler=scheduler,
        progress=progress,
    )
    found = with_kept(found, population, chosen, kept)
    clock.seconds |= found.seconds
    rows = np.flatnonzero(found.mentor >= 0)
    crossed = clock.time(
        "write",
        lambda: write_pairs(
            out,
            population,
            chosen,
            young=rows,
            mentor=found.mentor[rows],
            progress=clock.share("write"),
        ),
    )
    told: dict[str, Any] = {
        "profile": profile,
        "weights": asdict(chosen),
        "k": k,
        "seed": seed,
        "kept": len(kept.young),
        **_figures(population, found),
    }
    clock.time(
        "report",
        lambda: told.update(
            fairness=by_group(population, found.mentor >= 0, found.score),
            bridging=bridges(crossed),
            reasons=left_out(population, np.flatnonzero(found.mentor < 0)),
            mentors_left_free=left_free(population, found.mentor),
            cold_spots=cold_spots(looking, chosen, found.certified),
        ),
    )
    told["seconds"] = {stage: round(value, 3) for stage, value in clock.seconds.items()}
    told["wall_seconds"] = round(perf_counter() - clock.started, 3)
    told["peak_memory_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    if report:
        report.write_text(json.dumps(told, indent=1, default=float) + "\n", encoding="utf-8")
    return told


def _figures(population: Population, found: Found) -> dict[str, Any]:
    answer = found.certified
    return {
        "young_people": len(population.young_people.ids),
        "mentors": len(population.mentors.ids),
        "matched": answer.matched,
        "unmatched": len(population.young_people.ids) - answer.matched,
        "most_proven": answer.most_proven,
        "total": answer.total,
        "bound": answer.bound,
        "gap": answer.gap,
        "full_graph_bound": found.full_bound,
        "full_graph_gap": found.full_gap,
        "candidate_pairs": found.edges,
        "pairs_looked_at": found.pairs,
    }


class _Clock:
    """CPU seconds by stage; tells of each stage as it begins and ends."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.seconds: dict[str, float] = {}
        self.started = perf_counter()

    def share(self, stage: str) -> Callable[[float], None]:
        """Return what a stage calls as it goes along."""
        return lambda share: self._progress(stage, share)

    def time(self, stage: str, work: Callable[[], T]) -> T:
        self._progress(stage, 0.0)
        started = process_time()
        result = work()
        self.seconds[stage] = process_time() - started
        self._progress(stage, 1.0)
        return result
