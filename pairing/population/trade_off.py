"""What bridging costs in fit: the same people paired with one weight after another, so that a person can choose."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from pairing.columns.population import Population
from pairing.figures.bridging import bridging_of
from pairing.population.components import components_of
from pairing.population.pair_population import pair_population
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
    `background` and `generation` are the shares that cross one, with their intervals, as `bridging_of` gives them.
    """
    plain = replace(weights, bridging=0.0)
    rows = []
    for step in steps:
        answer = pair_population(population, replace(weights, bridging=step), profile=profile, seed=seed)
        people = np.flatnonzero(answer.mentor >= 0)
        components = components_of(population, plain, people, answer.mentor[people])
        crossed = bridging_of(components.crossings)["crossed"]
        rows.append(
            {
                "bridging": step,
                "matched": answer.certified.matched,
                "fit": float(components.score.mean()) if len(people) else 0.0,
                "background": crossed["background"],
                "generation": crossed["generation"],
            }
        )
    return rows
