"""Repairs a large matching: pairs that are settled stay, and everybody else is matched around them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pairing.columns import Population
from pairing.engine import Found
from pairing.errors import BadFile
from pairing.parts import parts_of
from pairing.problem import Weights
from pairing.table import chunks

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Kept:
    """Settled pairs: rows of young people and of mentors, int [k] each."""

    young: Rows
    mentor: Rows


def read_kept(path: Path | None, population: Population) -> Kept:
    """Read the columns `young_person` and `mentor` of a file, such as a part of an earlier `pairs.csv`; none keeps
    nobody.

    :raises BadFile: somebody is unknown or kept twice, or a mentor has fewer places than pairs to keep.
    """
    pairs = (
        [
            pair
            for chunk in chunks(path, ("young_person", "mentor"))
            for pair in zip(chunk.ids("young_person"), chunk.ids("mentor"), strict=True)
        ]
        if path
        else []
    )
    young = _rows({one for one, _ in pairs}, population.young_people.ids)
    mentors = _rows({other for _, other in pairs}, population.mentors.ids)
    taken: Counter[str] = Counter()
    seen: set[str] = set()
    for row, (one, other) in enumerate(pairs):
        if one not in young or one in seen:
            raise BadFile(_name(path), row + 2, "young_person", f"{one!r} is unknown, or kept twice")
        taken[other] += 1
        if other not in mentors or taken[other] > population.mentors.capacity[mentors[other]]:
            raise BadFile(
                _name(path), row + 2, "mentor", f"{other!r} is unknown, or has fewer places than pairs to keep"
            )
        seen.add(one)
    kept = np.array([(young[one], mentors[other]) for one, other in pairs], dtype=np.int64).reshape(-1, 2)
    return Kept(kept[:, 0], kept[:, 1])


def _rows(wanted: set[str], names: Sequence[str]) -> dict[str, int]:
    return {name: row for row, name in enumerate(names) if name in wanted} if wanted else {}


def _name(path: Path | None) -> str:
    return path.name if path else ""


def without(population: Population, kept: Kept) -> Population:
    """Return the population in which the settled young people look for nobody and their mentors have so much less
    room.
    """
    if not len(kept.young):
        return population
    people, mentors = population.young_people, population.mentors
    looking = np.ones(len(people.ids), dtype=np.bool_)
    looking[kept.young] = False
    room = mentors.capacity - np.bincount(kept.mentor, minlength=len(mentors.ids))
    still = replace(people, in_person=people.in_person & looking, online=people.online & looking)
    return replace(population, young_people=still, mentors=replace(mentors, capacity=room))


def with_kept(found: Found, population: Population, weights: Weights, kept: Kept) -> Found:
    """Put the settled pairs back into an answer, with their scores in its totals and bounds."""
    if not len(kept.young):
        return found
    scores = parts_of(population, weights, kept.young, kept.mentor).score
    found.mentor[kept.young], found.score[kept.young] = kept.mentor, scores
    points, proof = int(scores.sum()), found.certified
    proof = replace(
        proof, matched=proof.matched + len(kept.young), total=proof.total + points, bound=proof.bound + points
    )
    return replace(found, certified=proof, full_bound=None if found.full_bound is None else found.full_bound + points)
