"""The best set of pairs for everyone in a round at once."""

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np

from pairing.errors import BadProblem
from pairing.problem import COMPONENTS, Problem, YoungPerson
from pairing.rounds.facts import facts_of
from pairing.rounds.fit import Fit, fit
from pairing.rounds.pool import Pool, pool_of
from pairing.rounds.shortlist import assign, best_of_each, in_sight
from pairing.solution import Component, Pair, Solution


def propose(problem: Problem, keep: Iterable[tuple[str, str]] = ()) -> Solution:
    """Return the set of pairs that matches most young people and, among those sets, has the greatest total score.

    `keep` holds (young person, mentor) pairs that are settled, whatever their score: they stay, and take their
    mentor's place. Pairs and unmatched come in the order of the problem's young people. Sets that are equally good
    are chosen between by the seed alone, whatever the order of the records.

    :raises BadProblem: a kept pair names someone unknown, someone twice, or a mentor without a place.
    """
    pool = pool_of(problem.mentors)
    kept = _kept(problem, pool, keep)
    waiting = [young_person for young_person in problem.young_people if young_person.id not in kept]
    waiting.sort(key=lambda young_person: _lot(problem.seed, young_person.id))
    room = pool.capacity - np.bincount(list(kept.values()), minlength=len(pool.capacity))
    rows = in_sight(pool, waiting, room)
    near = pool.at(rows)
    lots = np.array([_lot(problem.seed, near.ids[row]) for row in range(len(rows))], dtype=np.int64)
    choice = best_of_each(near, waiting, problem.weights, room[rows], lots)
    assignment = assign(choice, room[rows])
    chosen = {y.id: int(rows[c]) for y, c in zip(waiting, assignment.column, strict=True) if c >= 0}
    pairs = _pairs(problem, pool, kept | chosen)
    total = sum(pair.score for pair in pairs)
    bound = total - assignment.total + assignment.bound
    unmatched = tuple(y.id for y in problem.young_people if y.id not in kept and y.id not in chosen)
    return Solution(pairs, unmatched, len(pairs), total, bound, (bound - total) / max(1, total))


def best_mentors(problem: Problem, young_person: str, count: int = 5, prepared: Pool | None = None) -> tuple[Pair, ...]:
    """Return the mentors who suit one young person best, best first; nobody else's needs are weighed.

    :raises BadProblem: the young person is not in the problem, or the pool was prepared from other mentors.
    """
    pool = prepared or pool_of(problem.mentors)
    if pool.mentors is not problem.mentors:
        raise BadProblem("problem", "prepared", "was made from the mentors of another problem")
    person = _young_person(problem, young_person)
    fits = fit(pool, person, problem.weights)
    able = np.flatnonzero(fits.possible)
    lots = np.array([_lot(problem.seed, pool.ids[i]) for i in able.tolist()], dtype=np.float64)
    best = able[np.lexsort((lots, -fits.score[able]))][:count]
    return tuple(pair_of(problem, pool, person, fits, int(column)) for column in best)


def pair_of(problem: Problem, pool: Pool, young_person: YoungPerson, fits: Fit, column: int) -> Pair:
    """Describe the pair of a young person and the mentor in a column of the pool."""
    mentor = pool.mentors[column]
    km = float(fits.distance_km[column])
    distance = None if np.isnan(km) else round(km, 1)
    online = bool(fits.meets_online[column])
    facts = facts_of(young_person, mentor, distance, online=online)
    shares = problem.weights.shares()
    components = tuple(
        Component(name, float(value), share * float(value), facts[name])
        for name, share, value in zip(COMPONENTS, shares, fits.value[:, column], strict=True)
    )
    return Pair(young_person.id, mentor.id, int(fits.score[column]), distance, online, components)


def _lot(seed: int, id_: str) -> int:
    """Draw a lot for a record: the same for the same seed, unrelated to the order of the records."""
    return int.from_bytes(blake2b(f"{seed}\0{id_}".encode(), digest_size=6).digest())


def _young_person(problem: Problem, id_: str) -> YoungPerson:
    for young_person in problem.young_people:
        if young_person.id == id_:
            return young_person
    raise BadProblem(f"young person {id_}", "id", "is not in the problem")


def _kept(problem: Problem, pool: Pool, keep: Iterable[tuple[str, str]]) -> dict[str, int]:
    known = {young_person.id for young_person in problem.young_people}
    kept: dict[str, int] = {}
    left = pool.capacity.copy()
    for young_person, mentor in keep:
        if young_person not in known or young_person in kept:
            raise BadProblem(f"young person {young_person}", "keep", "is unknown, or kept twice")
        row = pool.index.get(mentor)
        if row is None or left[row] == 0:
            raise BadProblem(f"mentor {mentor}", "keep", "is unknown, or has fewer places than pairs to keep")
        kept[young_person] = row
        left[row] -= 1
    return kept


def _pairs(problem: Problem, pool: Pool, chosen: dict[str, int]) -> tuple[Pair, ...]:
    pairs = []
    for young_person in problem.young_people:
        if young_person.id in chosen:
            mentor_pool = pool.at(np.array([chosen[young_person.id]], dtype=np.int64))
            fits = fit(mentor_pool, young_person, problem.weights)
            pairs.append(pair_of(problem, mentor_pool, young_person, fits, 0))
    return tuple(pairs)
