"""Writes `pairs.csv` a stretch at a time: a million described pairs are never in memory at once."""

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pairing.columns import Population
from pairing.parts import Crossed, Parts, parts_of
from pairing.problem import COMPONENTS, Weights

PAIR_COLUMNS = ("young_person", "mentor", "score", "distance_km", "online", *COMPONENTS)
TOGETHER = 20_000
THOUSANDTHS = tuple(f"{thousandths / 1000:.3f}" for thousandths in range(1001))
Rows = NDArray[np.int64]


def write_pairs(
    out: Path, population: Population, weights: Weights, *, young: Rows, mentor: Rows, progress: Callable[[float], None]
) -> Crossed:
    """Write the pairs of rows `young` int [p] and `mentor` int [p]; return what they cross."""
    crossed = []
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(PAIR_COLUMNS)
        for first in range(0, len(young), TOGETHER):
            some = slice(first, first + TOGETHER)
            parts = parts_of(population, weights, young[some], mentor[some])
            names = population.young_people.ids.at(young[some]), population.mentors.ids.at(mentor[some])
            writer.writerows(zip(*names, *_cells(parts), strict=True))
            crossed.append(parts.crossed)
            progress(min(1.0, (first + TOGETHER) / len(young)))
    return Crossed.joined(crossed)


def _cells(parts: Parts) -> list[list[str]]:
    distance = ["" if tenths < 0 else f"{tenths / 10:.1f}" for tenths in parts.hectometres.tolist()]
    online = ["yes" if value else "no" for value in parts.online.tolist()]
    values = np.rint(parts.value * 1000).astype(np.int64)
    return [
        parts.score.tolist(),
        distance,
        online,
        *([THOUSANDTHS[value] for value in column] for column in values.tolist()),
    ]
