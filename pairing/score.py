"""Who may meet, and how well they would suit: limits, then named components, then one whole number.

Every component is counted in whole two-hundredths and every weight in whole four-thousandths, so a score is exact:
score = sum(weight * two-hundredths) // 800, from 0 to 1000. The compiled engine (`kernel`) adds up the same sums.
"""

from dataclasses import dataclass

import numpy as np

from pairing.pool import Bools, Floats, Ints, Pool
from pairing.problem import COMPONENTS, Weights, YoungPerson

LIMITS = ("places", "excluded", "earlier", "channel", "distance", "time", "language", "gender", "qualities")
"""What can rule a mentor out, in the order in which it is told."""

FOUR = ("aspiration", "interests", "availability", "closeness")
"""Where the share of `matters_most` goes when nothing was named."""
SHARED_SECTORS = np.array([0, 70, 90, 100])
"""Hundredths for 0, 1, 2, 3 or more shared sectors; sharing all that were named is always 100."""
SHARED_INTERESTS = np.array([0, 50, 80, 100])
"""Hundredths for 0, 1, 2, 3 or more shared interests; sharing all that were named is always 100."""
ONLINE_CLOSENESS = 50
"""Hundredths for a pair that will meet online: neither near nor far."""
FAR_HM = 400
"""Hectometres (0.1 km) at which closeness reaches 0."""
LONG_WAIT_DAYS = 180
"""Days of waiting that count in full."""
EVERYDAY_LANGUAGE = frozenset({"en", "eng", "english"})


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


def effective_weights(weights: Weights, matters_most: str) -> dict[str, int]:
    """Return whole four-thousandths for each component but `matters_most`, whose own share goes where it belongs.

    It goes to the component that was named, or in equal parts to four of them for somebody who named none, so that
    they do not lose by it. The sum is 4000.
    """
    share = dict(zip(COMPONENTS, weights.shares(), strict=True))
    extra = share.pop("matters_most")
    effective = {name: 4 * value for name, value in share.items()}
    for name in (matters_most,) * 4 if matters_most else FOUR:
        effective[name] += extra
    return effective


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


def closeness(hectometres: Ints) -> Ints:
    """Return hundredths falling evenly from 100 at no distance to 0 at `FAR_HM`."""
    return np.maximum(0, 100 - 100 * hectometres // FAR_HM)


def _bridging(pool: Pool, young_person: YoungPerson, sectors: Ints, interests: Ints, hectometres: Ints) -> Ints:
    """Common ground (0 to 2) times difference (0 to 100): class 50, generation 25 and, only with those, place 25."""
    own_languages = [word for word in young_person.languages if word.casefold() not in EVERYDAY_LANGUAGE]
    common = np.minimum(2, sectors + interests + (pool.languages.count(own_languages) > 0))
    apart: Ints = _other_background(pool, young_person) * 50 + generation(_years_older(pool, young_person))
    apart += np.where(apart > 0, place(hectometres), 0)
    return np.asarray(common * apart, dtype=np.int64)


def generation(years_older: Ints) -> Ints:
    """Return 0 to 25: nothing for a mentor up to 15 years older, all of it from 40."""
    return np.clip(years_older - 15, 0, 25)


def place(hectometres: Ints) -> Ints:
    """Return 0 to 25: nothing up to 3 km apart, all of it from 13 km."""
    return np.clip((hectometres - 30) // 4, 0, 25)


def _other_background(pool: Pool, young_person: YoungPerson) -> Bools:
    if not young_person.background:
        return np.zeros(len(pool.capacity), dtype=np.bool_)
    return np.asarray(pool.has_background & (pool.background.count(young_person.background) == 0))


def _years_older(pool: Pool, young_person: YoungPerson) -> Ints:
    if young_person.born is None:
        return np.zeros(len(pool.capacity), dtype=np.int64)
    return np.where(pool.born > 0, young_person.born - pool.born, 0)
