"""Writes `pairs.csv` a stretch at a time: a million described pairs are never in memory at once."""

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pairing.columns.population import Population
from pairing.figures.bridging import Crossings
from pairing.population.components import PairComponents, components_of
from pairing.problem import COMPONENTS, Weights

PAIR_COLUMNS = ("young_person", "mentor", "score", "distance_km", "online", *COMPONENTS)
TOGETHER = 20_000
THOUSANDTHS = tuple(f"{thousandths / 1000:.3f}" for thousandths in range(1001))
Rows = NDArray[np.int64]


def write_pairs(
    out: Path, population: Population, weights: Weights, *, young: Rows, mentor: Rows, progress: Callable[[float], None]
) -> Crossings:
    """Write the pairs of rows `young` int [p] and `mentor` int [p]; return what they cross."""
    crossings = []
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(PAIR_COLUMNS)
        for first in range(0, len(young), TOGETHER):
            some = slice(first, first + TOGETHER)
            components = components_of(population, weights, young[some], mentor[some])
            names = population.young_people.ids.at(young[some]), population.mentors.ids.at(mentor[some])
            writer.writerows(zip(*names, *_cells(components), strict=True))
            crossings.append(components.crossings)
            progress(min(1.0, (first + TOGETHER) / len(young)))
    return Crossings.joined(crossings)


def _cells(components: PairComponents) -> list[list[str]]:
    distance = ["" if tenths < 0 else f"{tenths / 10:.1f}" for tenths in components.hectometres.tolist()]
    online = ["yes" if value else "no" for value in components.online.tolist()]
    values = np.rint(components.value * 1000).astype(np.int64)
    return [
        components.score.tolist(),
        distance,
        online,
        *([THOUSANDTHS[value] for value in column] for column in values.tolist()),
    ]
