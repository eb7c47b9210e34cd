"""Who gets a mentor, how soon and how good a one; and which differences the pairs cross. With intervals."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from pairing.columns import Population
from pairing.parts import Crossed

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


def share(part: int, whole: int) -> dict[str, float]:
    """Return a share with its 95 % interval after Wilson (1927), all from 0 to 1; of nobody it is 0 with 0 to 1."""
    if not whole:
        return {"people": 0, "share": 0.0, "low": 0.0, "high": 1.0}
    from scipy.stats import binomtest

    interval = binomtest(part, whole).proportion_ci(0.95, method="wilson")
    return {"people": whole, "share": part / whole, "low": float(interval.low), "high": float(interval.high)}


def by_group(population: Population, matched: Bools, score: Ints) -> dict[str, dict[str, Any]]:
    """Return for each group of young people the share matched with its interval, and mean score and wait in days.

    `matched` bool [n]; `score` int [n], read only where matched. A mean comes with its 95 % interval (normal).
    """
    people = population.young_people
    rows = {name: which for name, which in _groups(population).items() if which.any()}
    return {
        name: {
            "matched": share(int(matched[which].sum()), int(which.sum())),
            "score": _mean(score[which & matched]),
            "waiting_days_matched": _mean(people.waiting_days[which & matched].astype(np.int64)),
            "waiting_days_unmatched": _mean(people.waiting_days[which & ~matched].astype(np.int64)),
        }
        for name, which in rows.items()
    }


def _groups(population: Population) -> dict[str, Bools]:
    people, vocabulary = population.young_people, population.vocabulary
    english = vocabulary.mask_of("languages", frozenset({"english", "en", "eng"}))
    long_wait = int(np.quantile(people.waiting_days, 0.9)) if len(people.ids) else 0
    groups = {
        "everybody": np.ones(len(people.ids), dtype=np.bool_),
        "waiting longest (a tenth)": people.waiting_days >= long_wait,
        "speaks another language too": (people.languages & np.uint32(~english & 0xFFFFFFFF)) > 0,
        "face to face alone": people.in_person & ~people.online,
        "online alone": people.online & ~people.in_person,
        "asks for a gender or quality": people.need > 0,
    }
    for word, bit in vocabulary.bits["background"].items():
        groups[f"background: {word}"] = (people.background & np.uint32(bit)) > 0
    return groups


def _mean(values: Ints) -> dict[str, float]:
    if not len(values):
        return {"people": 0, "mean": 0.0, "low": 0.0, "high": 0.0}
    mean, half = float(values.mean()), 1.96 * float(values.std()) / len(values) ** 0.5
    return {"people": len(values), "mean": mean, "low": mean - half, "high": mean + half}


def bridges(crossed: Crossed) -> dict[str, dict[str, float]]:
    """Return the share of pairs across class, generation (over 15 years) and place (over 3 km), and across any."""
    shares = {
        "class": crossed.across_class,
        "generation": crossed.across_generation,
        "place": crossed.across_place,
        "class_or_generation": crossed.across_class | crossed.across_generation,
    }
    return {name: share(int(which.sum()), len(which)) for name, which in shares.items()}
