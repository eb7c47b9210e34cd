"""What bridging costs in fit: the same people paired with one weight after another, so that a person can choose."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from pairing.columns import Population
from pairing.engine import pair_population
from pairing.fairness import bridges
from pairing.parts import parts_of
from pairing.problem import Weights

USUAL_STEPS = (0.0, 5.0, 10.0, 20.0, 40.0, 80.0)


def trade_off(
    population: Population,
    weights: Weights,
    *,
    steps: Sequence[float] = USUAL_STEPS,
    profile: str = "certified",
    seed: int = 0,
) -> list[dict[str, Any]]:
    """Return one row for each weight of bridging, all else alike.

    `fit` is the mean score of the pairs with bridging weighed at nothing, 0 to 1000, so that rows can be compared;
    `across_class` and `across_generation` are shares with their intervals, as `fairness.bridges` gives them.
    """
    plain = replace(weights, bridging=0.0)
    rows = []
    for step in steps:
        found = pair_population(population, replace(weights, bridging=step), profile=profile, seed=seed)
        people = np.flatnonzero(found.mentor >= 0)
        parts = parts_of(population, plain, people, found.mentor[people])
        crossed = bridges(parts.crossed)
        rows.append(
            {
                "bridging": step,
                "matched": found.certified.matched,
                "fit": float(parts.score.mean()) if len(people) else 0.0,
                "across_class": crossed["class"],
                "across_generation": crossed["generation"],
            }
        )
    return rows
