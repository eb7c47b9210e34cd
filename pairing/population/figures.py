"""How fair the answer for a population is: the groups of `figures.fairness`, read off its columns."""

from typing import Any

import numpy as np

from pairing.arrays import Bools, Ints
from pairing.columns.population import Population
from pairing.figures.fairness import YoungPeople, fairness_of
from pairing.scoring import EVERYDAY_LANGUAGE


def fairness(population: Population, matched: Bools, score: Ints) -> list[dict[str, Any]]:
    """Return what `fairness_of` tells of each group; `matched` bool [n], `score` int [n], read only where matched."""
    people, vocabulary = population.young_people, population.vocabulary
    english = vocabulary.mask_of("languages", EVERYDAY_LANGUAGE)
    groups = YoungPeople(
        waiting_days=people.waiting_days.astype(np.int64),
        in_person=people.in_person,
        online=people.online,
        another_language=(people.languages & np.uint32(~english & 0xFFFFFFFF)) > 0,
        has_limits=people.need > 0,
        background={
            word: (people.background & np.uint32(bit)) > 0 for word, bit in vocabulary.bits["background"].items()
        },
    )
    return fairness_of(groups, matched, score)
