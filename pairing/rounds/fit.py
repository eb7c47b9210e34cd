"""One young person against a pool of mentors: which limits rule whom out, and how well the others would suit."""

from dataclasses import dataclass

import numpy as np

from pairing.arrays import Bools, Floats, Ints
from pairing.problem import COMPONENTS, Weights, YoungPerson
from pairing.rounds.pool import Pool
from pairing.scoring import (
    EVERYDAY_LANGUAGE,
    FOUR,
    LONG_WAIT_DAYS,
    ONLINE_CLOSENESS,
    SHARED_INTERESTS,
    SHARED_SECTORS,
    closeness,
    effective_weights,
    generation,
    place,
)

LIMITS = ("places", "excluded", "earlier", "channel", "distance", "time", "language", "gender", "qualities")
"""What can rule a mentor out, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Fit:
    """One young person against m mentors.

    `fails` is bool [limits, m], `value` float [components, m] from 0 to 1, `score` int [m] from 0 to 1000,
    `distance_km` float [m] (NaN when unknown), `meets_online` bool [m]. Scores of mentors who fail a limit mean
    nothing.
    """

    fails: Bools
    value: Floats
    score: Ints
    distance_km: Floats
    meets_online: Bools

    @property
    def possible(self) -> Bools:
        """Mentors whom no limit rules out, bool [m]."""
        return np.asarray(~self.fails.any(axis=0))


def fit(pool: Pool, young_person: YoungPerson, weights: Weights) -> Fit:
    """Return how every mentor of the pool suits the young person."""
    distance = pool.distances_km(young_person.latitude, young_person.longitude)
    fails, meets_online = _failures(pool, young_person, distance)
    parts = _components(pool, young_person, distance, meets_online)
    effective = effective_weights(weights, young_person.matters_most)
    score = sum((effective[name] * parts[name] for name in effective), np.zeros(len(pool.capacity), np.int64)) // 800
    named = (young_person.matters_most,) if young_person.matters_most else FOUR
    values = {name: part / 200 for name, part in parts.items()}
    values["matters_most"] = np.mean([values[name] for name in named], axis=0)
    stacked = np.array([values[name] for name in COMPONENTS]).reshape(len(COMPONENTS), -1)
    return Fit(fails, stacked, score, distance, meets_online)


def failures_of(pool: Pool, young_person: YoungPerson) -> tuple[Bools, Floats]:
    """Return which limits rule each mentor out, bool [limits, m], and how far away they are in kilometres, float
    [m].
    """
    distance = pool.distances_km(young_person.latitude, young_person.longitude)
    return _failures(pool, young_person, distance)[0], distance


def _failures(pool: Pool, young_person: YoungPerson, distance: Floats) -> tuple[Bools, Bools]:
    near = np.nan_to_num(distance, nan=np.inf) <= pool.reach_km
    both_online = pool.online & young_person.online
    both_in_person = pool.in_person & young_person.in_person
    wanted, gender = young_person.limits.qualities, young_person.limits.gender
    nobody = np.zeros(len(pool.capacity), dtype=np.bool_)
    fails = {
        "places": pool.capacity == 0,
        "excluded": _those_in(pool, young_person.excluded) | (pool.excluded.count([young_person.id]) > 0),
        "earlier": _those_in(pool, young_person.earlier),
        "channel": ~both_online & ~both_in_person,
        "distance": ~both_online & pool.in_person & ~near,
        "time": (pool.slots & young_person.slots) == 0,
        "language": pool.languages.count(young_person.languages) == 0,
        "gender": pool.gender.count([gender]) == 0 if gender else nobody,
        "qualities": pool.qualities.count(wanted) < len(wanted),
    }
    return np.array([fails[name] for name in LIMITS]), both_online & ~(both_in_person & near)


def _those_in(pool: Pool, ids: frozenset[str]) -> Bools:
    chosen = np.zeros(len(pool.capacity), dtype=np.bool_)
    chosen[pool.rows_of(ids)] = True
    return chosen


def _components(pool: Pool, young_person: YoungPerson, distance: Floats, meets_online: Bools) -> dict[str, Ints]:
    """Return two-hundredths, int [m], for every component but `matters_most`."""
    sectors = pool.sectors.count(young_person.aspirations)
    interests = pool.interests.count(young_person.interests)
    hectometres = np.nan_to_num(distance * 10, nan=0.0).round().astype(np.int64)
    free = np.bitwise_count(pool.slots & young_person.slots).astype(np.int64)
    return {
        "aspiration": 2 * _of_those_named(SHARED_SECTORS, sectors, len(young_person.aspirations)),
        "interests": 2 * _of_those_named(SHARED_INTERESTS, interests, len(young_person.interests)),
        "availability": 2 * np.minimum(100, 25 * free),
        "closeness": 2 * np.where(meets_online, ONLINE_CLOSENESS, closeness(hectometres)),
        "waiting": np.full(len(pool.capacity), 2 * min(100, 100 * young_person.waiting_days // LONG_WAIT_DAYS)),
        "bridging": _bridging(pool, young_person, sectors, interests, hectometres),
    }


def _of_those_named(table: Ints, shared: Ints, named: int) -> Ints:
    by_count: Ints = table[np.minimum(shared, len(table) - 1)]
    return np.where((shared == named) & (named > 0), 100, by_count)


def _bridging(pool: Pool, young_person: YoungPerson, sectors: Ints, interests: Ints, hectometres: Ints) -> Ints:
    """Common ground (0 to 2) times difference (0 to 100): class 50, generation 25 and, only with those, place 25."""
    own_languages = [word for word in young_person.languages if word.casefold() not in EVERYDAY_LANGUAGE]
    common = np.minimum(2, sectors + interests + (pool.languages.count(own_languages) > 0))
    apart: Ints = _other_background(pool, young_person) * 50 + generation(_years_older(pool, young_person))
    apart += np.where(apart > 0, place(hectometres), 0)
    return np.asarray(common * apart, dtype=np.int64)


def _other_background(pool: Pool, young_person: YoungPerson) -> Bools:
    if not young_person.background:
        return np.zeros(len(pool.capacity), dtype=np.bool_)
    return np.asarray(pool.has_background & (pool.background.count(young_person.background) == 0))


def _years_older(pool: Pool, young_person: YoungPerson) -> Ints:
    if young_person.born is None:
        return np.zeros(len(pool.capacity), dtype=np.int64)
    return np.where(pool.born > 0, young_person.born - pool.born, 0)
