"""Repairs a large matching: pairs that are settled stay, and everyone else is matched around them."""

from dataclasses import dataclass, replace

import numpy as np

from pairing.arrays import Ints
from pairing.columns.population import Population
from pairing.population.components import components_of
from pairing.population.pair_population import PopulationAnswer
from pairing.problem import Weights


@dataclass(frozen=True, slots=True)
class FixedPairs:
    """Settled pairs: rows of young people and of mentors, int [k] each."""

    young: Ints
    mentor: Ints


def without(population: Population, fixed: FixedPairs) -> Population:
    """Return the population in which the settled young people look for nobody and their mentors have so much less
    room.
    """
    if not len(fixed.young):
        return population
    people, mentors = population.young_people, population.mentors
    looking = np.ones(len(people.ids), dtype=np.bool_)
    looking[fixed.young] = False
    room = mentors.capacity - np.bincount(fixed.mentor, minlength=len(mentors.ids))
    still = replace(people, in_person=people.in_person & looking, online=people.online & looking)
    return replace(population, young_people=still, mentors=replace(mentors, capacity=room))


def with_fixed(
    answer: PopulationAnswer, population: Population, weights: Weights, fixed: FixedPairs
) -> PopulationAnswer:
    """Put the settled pairs back into an answer, with their scores in its totals and bounds."""
    if not len(fixed.young):
        return answer
    scores = components_of(population, weights, fixed.young, fixed.mentor).score
    answer.mentor[fixed.young], answer.score[fixed.young] = fixed.mentor, scores
    points, proof = int(scores.sum()), answer.certified
    proof = replace(
        proof, matched=proof.matched + len(fixed.young), total=proof.total + points, bound=proof.bound + points
    )
    return replace(
        answer, certified=proof, full_bound=None if answer.full_bound is None else answer.full_bound + points
    )
