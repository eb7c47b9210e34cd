"""The components of many pairs at once: the sums of the kernel, taken apart again."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pairing.arrays import Bools, Ints
from pairing.columns.population import Population
from pairing.figures.bridging import Crossings
from pairing.geometry import hectometres_between, on_sphere, squared_chord
from pairing.problem import CHOOSABLE, COMPONENTS, Weights
from pairing.scoring import (
    ANOTHER_PLACE_KM,
    FOUR,
    GENERATION_YEARS,
    LONG_WAIT_DAYS,
    ONLINE_CLOSENESS,
    SHARED_INTERESTS,
    SHARED_SECTORS,
    closeness,
    generation,
    place,
)
from pairing.search.kernel import BACKGROUND, UNIT
from pairing.search.searcher import young_sums


@dataclass(frozen=True, slots=True)
class PairComponents:
    """p pairs: `score` int [p]; `value` float [components, p] from 0 to 1 in the order of `COMPONENTS`; `hectometres`
    int [p], -1 where a place is not known; `online` bool [p].
    """

    score: Ints
    value: NDArray[np.float64]
    hectometres: Ints
    online: Bools
    crossings: Crossings


def components_of(population: Population, weights: Weights, young: Ints, mentor: Ints) -> PairComponents:
    """Return the components of the pairs of rows `young` int [p] and `mentor` int [p]."""
    masks, sums = young_sums(population, weights, young)
    wide = sums.astype(np.int64)
    people, mentors = population.young_people, population.mentors
    hectometres, online = _meeting(population, young, mentor)
    known = np.maximum(hectometres, 0)
    sectors = np.bitwise_count(mentors.sectors[mentor] & masks[:, 1]).astype(np.int64)
    interests = np.bitwise_count(mentors.interests[mentor] & masks[:, 2]).astype(np.int64)
    free = np.bitwise_count(mentors.slots[mentor] & masks[:, 0]).astype(np.int64)
    own = (mentors.languages[mentor] & masks[:, 6]) > 0
    mentor_background = mentors.traits[mentor] & BACKGROUND
    both_told = (mentor_background > 0) & (masks[:, 5] > 0)
    another_background = both_told & ((mentor_background & masks[:, 5]) == 0)
    ages_known = (people.born[young] > 0) & (mentors.born[mentor] > 0)
    years = np.where(ages_known, people.born[young] - mentors.born[mentor], 0)
    apart = 50 * another_background + generation(years.astype(np.int64))
    apart += np.where(apart > 0, place(known), 0)
    near = np.where(online, ONLINE_CLOSENESS, closeness(known)).astype(np.int64)
    bridging = (np.minimum(2, sectors + interests + own) * apart).astype(np.int64)
    waiting = np.minimum(100, 100 * people.waiting_days[young] // LONG_WAIT_DAYS)
    values = {
        "aspiration": _shared(SHARED_SECTORS, sectors, masks[:, 1]) / 100,
        "interests": _shared(SHARED_INTERESTS, interests, masks[:, 2]) / 100,
        "availability": np.minimum(4, free) / 4,
        "closeness": near / 100,
        "waiting": waiting / 100,
        "bridging": bridging / 200,
    }
    values["matters_most"] = _matters_most(values, people.matters_most[young])
    score = _score(wide, sectors, interests, free, near, bridging)
    stacked = np.array([values[name] for name in COMPONENTS]).reshape(len(COMPONENTS), -1)
    crossings = Crossings(
        background=another_background,
        background_known=both_told,
        generation=years > GENERATION_YEARS,
        generation_known=ages_known,
        place=hectometres > round(10 * ANOTHER_PLACE_KM),
        place_known=hectometres >= 0,
        common_ground=sectors + interests + own > 0,
    )
    return PairComponents(score, stacked, hectometres, online, crossings)


def _meeting(population: Population, young: Ints, mentor: Ints) -> tuple[Ints, Bools]:
    people, mentors, sites = population.young_people, population.mentors, population.sites
    site = people.site[young]
    here = on_sphere(np.radians(sites.latitude[site]), np.radians(sites.longitude[site]))
    known = ~np.isnan(mentors.latitude[mentor])
    latitude, longitude = (
        np.nan_to_num(np.radians(column[mentor])) for column in (mentors.latitude, mentors.longitude)
    )
    there = on_sphere(latitude, longitude)
    squared = ((here - there) ** 2).sum(axis=1)
    within = squared <= squared_chord(mentors.reach_km[mentor])
    visits = people.in_person[young] & mentors.in_person[mentor] & within & known
    return np.where(known, hectometres_between(here, there), -1), ~visits


def _shared(table: Ints, shared: Ints, named: NDArray[np.uint32]) -> Ints:
    every = (shared == np.bitwise_count(named)) & (named > 0)
    return np.where(every, 100, table[np.minimum(3, shared)])


def _matters_most(values: dict[str, NDArray[np.float64]], named: NDArray[np.int32]) -> NDArray[np.float64]:
    options = [values[name] for name in CHOOSABLE] + [np.mean([values[name] for name in FOUR], axis=0)]
    return np.asarray(np.choose(np.where(named >= 0, named, len(CHOOSABLE)), options), dtype=np.float64)


def _score(  # noqa: PLR0917  one column for each component
    sums: Ints, sectors: Ints, interests: Ints, free: Ints, near: Ints, bridging: Ints
) -> Ints:
    total = sums[:, 9] + sums[:, 7] * near + sums[:, 8] * bridging
    for step in range(3):
        total += (
            sums[:, step] * (sectors > step) + sums[:, 3 + step] * (interests > step) + sums[:, 6] * (free > step + 1)
        )
    return np.asarray(total // UNIT, dtype=np.int64)
