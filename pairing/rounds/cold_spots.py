"""What one more mentor would be worth in a round, by the work they are in: exactly (see `figures.cold_spots`)."""

from dataclasses import replace
from typing import Any

import numpy as np

from pairing.arrays import Bools, Ints
from pairing.assignment.dense import FORBIDDEN, best_assignment
from pairing.figures.cold_spots import ANY_WORK, worth
from pairing.problem import HALF_DAYS, Mentor, Problem, YoungPerson
from pairing.rounds.fit import fit
from pairing.rounds.pool import pool_of
from pairing.rounds.shortlist import best_of_each, in_sight

ALWAYS = (1 << HALF_DAYS) - 1
MOST_CELLS = 5_000_000
"""Young people times the mentors who matter to them: beyond this a round has no such list, since it would take longer
than its pairs.
"""


def cold_spots_of(problem: Problem) -> list[dict[str, Any]]:
    """Return for each kind of work that someone hopes for what one more ready mentor in it would be worth, the best
    first.

    `more` is how many more young people would have a mentor (0 or 1), `points` what the total of scores would gain
    besides, `hoping` how many hope for this work. Empty for a round too large for it (`MOST_CELLS`).
    """
    people = problem.young_people
    works = [ANY_WORK, *sorted(frozenset().union(*(person.aspirations for person in people)))]
    table, imagined, capacity = _tables(problem, works)
    if table.size > MOST_CELLS:
        return []
    answer = best_assignment(table, capacity)
    open_ = (table >= 0) & (capacity > 0)
    gain = np.where(open_, table + answer.bonus - answer.prices, 0).max(axis=1, initial=0)
    more, points = worth(imagined, gain, _short(open_, answer.column), answer.bonus)
    spots = [
        {
            "work": work,
            "more": int(more[at]),
            "points": int(points[at]),
            "hoping": sum(work in person.aspirations for person in people),
        }
        for at, work in enumerate(works)
    ]
    return sorted(spots, key=lambda spot: (-spot["more"], -spot["points"], spot["work"]))


def _tables(problem: Problem, works: list[str]) -> tuple[Ints, Ints, Ints]:
    """Return the scores of everyone with the mentors there are, with those imagined, and the places of the former."""
    people = problem.young_people
    pool, others = pool_of(problem.mentors), pool_of([_imagined(work, problem) for work in works])
    rows = in_sight(pool, people, pool.capacity)
    room = pool.capacity[rows]
    # One more mentor changes an answer among the few best of each just as it changes the answer among all.
    choice = best_of_each(pool.at(rows), people, problem.weights, room, np.arange(len(rows)))
    fits = [fit(others, _at_the_site(person), problem.weights) for person in people]
    imagined = [np.where(person_fit.possible, person_fit.score, FORBIDDEN) for person_fit in fits]
    return choice.table(), np.array(imagined, dtype=np.int64).reshape(len(fits), len(works)), room[choice.order]


def _short(open_: Bools, column: Ints) -> Bools:
    """Return who has nobody, or has a mentor who could be handed on until someone who has nobody is matched."""
    short = column < 0
    while open_.shape[1]:
        wanted = np.asarray(open_[short].any(axis=0))
        reached = short | ((column >= 0) & wanted[column])
        if (reached == short).all():
            break
        short = reached
    return short


def _imagined(work: str, problem: Problem) -> Mentor:
    # The place does not matter: each young person is looked at as if they stood where the mentor does.
    return Mentor(
        id=f"imagined {work}",
        latitude=0.0,
        longitude=0.0,
        reach_km=1.0,
        online=True,
        slots=ALWAYS,
        languages=frozenset().union(*(person.languages for person in problem.young_people)),
        sectors=frozenset({work}) if work else frozenset(),
    )


def _at_the_site(person: YoungPerson) -> YoungPerson:
    return replace(person, latitude=0.0, longitude=0.0)
