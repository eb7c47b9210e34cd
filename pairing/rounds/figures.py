"""How good and how fair a round is, from the problem and its answer alone."""

from typing import Any

import numpy as np

from pairing.figures.bridging import Crossings, bridging_of
from pairing.figures.estimates import mean_of
from pairing.figures.fairness import YoungPeople, fairness_of
from pairing.problem import Mentor, Problem, YoungPerson
from pairing.rounds.facts import common_ground, years_older
from pairing.scoring import ANOTHER_PLACE_KM, EVERYDAY_LANGUAGE, GENERATION_YEARS
from pairing.solution import Pair, Solution


def figures_of(problem: Problem, solution: Solution) -> dict[str, Any]:
    """Return the fit (the mean score), the Bridge Index with what pairs cross, and each group of young people."""
    scores = {pair.young_person: pair.score for pair in solution.pairs}
    people = problem.young_people
    return {
        "fit": mean_of(list(scores.values())),
        **bridges_of(problem, solution),
        "groups": fairness_of(
            _columns(people),
            np.array([person.id in scores for person in people], dtype=np.bool_),
            np.array([scores.get(person.id, 0) for person in people], dtype=np.int64),
        ),
    }


def bridges_of(problem: Problem, solution: Solution) -> dict[str, Any]:
    """Return the Bridge Index and its parts (see `figures.bridging`)."""
    young = {person.id: person for person in problem.young_people}
    mentors = problem.mentors_named(pair.mentor for pair in solution.pairs)
    crossed = [_crossed(young[pair.young_person], mentors[pair.mentor], pair) for pair in solution.pairs]
    return bridging_of(Crossings(*np.array(crossed, dtype=np.bool_).reshape(-1, 7).T))


def _crossed(young: YoungPerson, mentor: Mentor, pair: Pair) -> tuple[bool, ...]:
    """Return what a pair crosses, in the order of `Crossings`."""
    told, older = bool(young.background and mentor.background), years_older(young, mentor)
    return (
        told and not young.background & mentor.background,
        told,
        older is not None and older > GENERATION_YEARS,
        older is not None,
        pair.distance_km is not None and pair.distance_km > ANOTHER_PLACE_KM,
        pair.distance_km is not None,
        bool(common_ground(young, mentor)),
    )


def _columns(people: tuple[YoungPerson, ...]) -> YoungPeople:
    words = sorted(frozenset().union(*(person.background for person in people)))
    return YoungPeople(
        waiting_days=np.array([person.waiting_days for person in people], dtype=np.int64),
        in_person=np.array([person.in_person for person in people], dtype=np.bool_),
        online=np.array([person.online for person in people], dtype=np.bool_),
        another_language=np.array([_speaks_another(person) for person in people], dtype=np.bool_),
        has_limits=np.array([bool(person.limits.gender or person.limits.qualities) for person in people], np.bool_),
        background={word: np.array([word in person.background for person in people], np.bool_) for word in words},
    )


def _speaks_another(person: YoungPerson) -> bool:
    return any(word.casefold() not in EVERYDAY_LANGUAGE for word in person.languages)
