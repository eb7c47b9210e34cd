"""People out of columns again: what a row says, as the plain records of a problem."""

import numpy as np

from pairing.columns.population import BACKGROUND_SHIFT, Population
from pairing.problem import CHOOSABLE, Limits, Mentor, Problem, Weights, YoungPerson

TRAIT_BITS = (1 << BACKGROUND_SHIFT) - 1


def mentor_at(population: Population, row: int) -> Mentor:
    """Return the mentor in a row. Genders and qualities share their bits, so a gender is told as a quality too."""
    mentors, words = population.mentors, population.vocabulary.words
    latitude, longitude = float(mentors.latitude[row]), float(mentors.longitude[row])
    known = not np.isnan(latitude)
    return Mentor(
        id=mentors.ids[row],
        latitude=latitude if known else None,
        longitude=longitude if known else None,
        reach_km=float(mentors.reach_km[row]),
        online=bool(mentors.online[row]),
        in_person=bool(mentors.in_person[row]),
        capacity=int(mentors.capacity[row]),
        slots=int(mentors.slots[row]),
        languages=frozenset(words("languages", int(mentors.languages[row]))),
        sectors=frozenset(words("sectors", int(mentors.sectors[row]))),
        interests=frozenset(words("interests", int(mentors.interests[row]))),
        born=int(mentors.born[row]) or None,
        background=frozenset(words("background", int(mentors.traits[row]))),
        qualities=frozenset(words("traits", int(mentors.traits[row]) & TRAIT_BITS)),
    )


def young_person_at(population: Population, row: int) -> YoungPerson:
    """Return the young person in a row, at their site; all whom they must not meet are `excluded`."""
    people, words, sites = population.young_people, population.vocabulary.words, population.sites
    barred = people.barred[people.barred_start[row] : people.barred_start[row + 1]]
    site, named = int(people.site[row]), int(people.matters_most[row])
    return YoungPerson(
        id=people.ids[row],
        latitude=float(sites.latitude[site]),
        longitude=float(sites.longitude[site]),
        in_person=bool(people.in_person[row]),
        online=bool(people.online[row]),
        slots=int(people.slots[row]),
        languages=frozenset(words("languages", int(people.languages[row]))),
        aspirations=frozenset(words("sectors", int(people.aspirations[row]))),
        interests=frozenset(words("interests", int(people.interests[row]))),
        matters_most=CHOOSABLE[named] if named >= 0 else "",
        limits=Limits(qualities=frozenset(words("traits", int(people.need[row])))),
        waiting_days=int(people.waiting_days[row]),
        born=int(people.born[row]) or None,
        background=frozenset(words("background", int(people.background[row]))),
        excluded=frozenset(population.mentors.ids[int(mentor)] for mentor in barred),
    )


def problem_of(population: Population, weights: Weights, seed: int = 0) -> Problem:
    """Return a whole population as one problem, for the exact door; sensible for a few thousand people."""
    return Problem(
        tuple(mentor_at(population, row) for row in range(len(population.mentors.ids))),
        tuple(young_person_at(population, row) for row in range(len(population.young_people.ids))),
        weights,
        seed,
    )
