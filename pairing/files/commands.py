"""Pairs the people in a folder of files, and reports on the answer. A plain function; whoever calls it prints."""

import json
import resource
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, TypeVar

import numpy as np

from pairing.columns.population import Population
from pairing.figures.bridging import bridging_of
from pairing.files.fixed_pairs import read_fixed_pairs
from pairing.files.pairs import write_pairs
from pairing.files.people import read_population
from pairing.files.weights import read_weights
from pairing.population.cold_spots import cold_spots
from pairing.population.figures import fairness
from pairing.population.fixed_pairs import with_fixed, without
from pairing.population.left_free import left_free
from pairing.population.pair_population import PopulationAnswer, pair_population
from pairing.population.why_unmatched import why_unmatched

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

    `keep` is a file of pairs that are settled and stay: the way to repair a round without moving anyone who has
    accepted. `progress` is called with the name of a stage and the share of it that is done, 0 to 1. The formats, and
    what the report holds, are described in docs/how-to/pair-two-files.md.

    :raises BadFile: a file cannot be used; names file, row and column.
    :raises BadProblem: an unknown profile, `k` or `workers` below 1, or a scheduler that cannot be reached.
    """
    clock = _Clock(progress or (lambda _stage, _share: None))
    chosen = read_weights(weights)
    population = clock.time("read", lambda: read_population(folder))
    fixed = read_fixed_pairs(keep, population)
    looking = without(population, fixed)
    answer = pair_population(
        looking,
        chosen,
        profile=profile,
        k=k,
        seed=seed,
        workers=workers,
        scheduler=scheduler,
        progress=progress,
    )
    answer = with_fixed(answer, population, chosen, fixed)
    clock.seconds |= answer.seconds
    rows = np.flatnonzero(answer.mentor >= 0)
    crossings = clock.time(
        "write",
        lambda: write_pairs(
            out,
            population,
            chosen,
            young=rows,
            mentor=answer.mentor[rows],
            progress=clock.share("write"),
        ),
    )
    told: dict[str, Any] = {
        "profile": profile,
        "weights": asdict(chosen),
        "k": k,
        "seed": seed,
        "kept": len(fixed.young),
        **_figures(population, answer),
    }
    clock.time(
        "report",
        lambda: told.update(
            fairness=fairness(population, answer.mentor >= 0, answer.score),
            bridging=bridging_of(crossings),
            reasons=why_unmatched(population, answer.mentor),
            mentors_left_free=left_free(population, answer.mentor),
            cold_spots=cold_spots(looking, chosen, answer),
        ),
    )
    told["seconds"] = {stage: round(value, 3) for stage, value in clock.seconds.items()}
    told["wall_seconds"] = round(perf_counter() - clock.started, 3)
    told["peak_memory_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    if report:
        report.write_text(json.dumps(told, indent=1, default=float) + "\n", encoding="utf-8")
    return told


def _figures(population: Population, answer: PopulationAnswer) -> dict[str, Any]:
    proof = answer.certified
    return {
        "young_people": len(population.young_people.ids),
        "mentors": len(population.mentors.ids),
        "matched": proof.matched,
        "unmatched": len(population.young_people.ids) - proof.matched,
        "most_proven": proof.most_proven,
        "total": proof.total,
        "bound": proof.bound,
        "gap": proof.gap,
        "full_graph_bound": answer.full_bound,
        "full_graph_gap": answer.full_gap,
        "candidate_pairs": answer.edges,
        "pairs_looked_at": answer.pairs,
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
