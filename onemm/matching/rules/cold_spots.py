"""Where one more mentor would be worth most: the prices of a solved round, turned into a list that recruitment can act
on.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pairing import Mentor, Problem, YoungPerson

if TYPE_CHECKING:
    from pairing.pool import Ints

ANY_WORK = ""
"""The line for a mentor whose work nobody in the round hopes for."""
ALWAYS = (1 << 21) - 1
MOST_CELLS = 5_000_000
"""Young people times the mentors who matter to them: beyond this a round has no such list, since it would take longer
than its pairs.
"""


def cold_spots_of(problem: Problem) -> list[dict[str, Any]]:
    """Return for each kind of work that somebody hopes for what one more ready mentor in it would be worth, the best
    first.

    The mentor imagined lives at the site, meets face to face and online, speaks every language here, is always free,
    has one place and meets no wish for a woman or a man. `more` is how many more young people would have a mentor (0 or
    1), `points` what the total of scores would gain besides, `hoping` how many hope for this work. Both are what the
    best answer would gain, exactly: a new column adds max(bonus + score - y) to an assignment, with y the largest
    prices of the rows (Leonard 1983, "Elicitation of honest preferences for the assignment of individuals to
    positions", Journal of Political Economy 91(3)), and those belong to the smallest prices of the columns, which the
    engine gives. Empty for a round too large for it (`MOST_CELLS`).
    """
    import numpy as np

    people = problem.young_people
    works = [ANY_WORK, *sorted(frozenset().union(*(one.aspirations for one in people)))]
    table, imagined, capacity = _tables(problem, works)
    if table.size > MOST_CELLS:
        return []
    by_score = _worth(table, imagined, capacity)
    # With every score alike only the number of pairs is left, which tells the one part of the worth from the other.
    by_number = _worth(np.minimum(table, 0), np.minimum(imagined, 0), capacity)
    bonus = _bonus(table)
    return sorted(
        (
            {
                "work": work,
                "more": more,
                "points": int(value) - more * bonus,
                "hoping": sum(work in one.aspirations for one in people),
            }
            for work, value, more in zip(works, by_score, (by_number // bonus).tolist(), strict=True)
        ),
        key=lambda spot: (-spot["more"], -spot["points"], spot["work"]),
    )


def _tables(problem: Problem, works: list[str]) -> "tuple[Ints, Ints, Ints]":
    """Return the scores of everybody with the mentors there are, with those imagined, and the places of the former."""
    import numpy as np

    from pairing.choosing import best_of_each, in_sight
    from pairing.exact import FORBIDDEN
    from pairing.pool import pool_of
    from pairing.score import fit

    people = problem.young_people
    pool, others = pool_of(problem.mentors), pool_of([_imagined(work, problem) for work in works])
    rows = in_sight(pool, people, pool.capacity)
    room = pool.capacity[rows]
    # One more mentor changes an answer among the few best of each just as it changes the answer among all.
    choice = best_of_each(pool.at(rows), people, problem.weights, room, np.arange(len(rows)))
    found = [fit(others, _at_the_site(one), problem.weights) for one in people]
    imagined = [np.where(new.possible, new.score, FORBIDDEN) for new in found]
    return choice.table(), np.array(imagined, dtype=np.int64).reshape(len(found), len(works)), room[choice.order]


def _worth(table: "Ints", imagined: "Ints", capacity: "Ints") -> "Ints":
    """Return what each imagined column would add, int [works], in points plus the bonus for one more pair."""
    import numpy as np

    from pairing.exact import best_assignment

    bonus = _bonus(table)
    prices = best_assignment(table, capacity).prices
    gains = np.where((table >= 0) & (capacity > 0), table + bonus - prices, 0).max(axis=1, initial=0)
    return np.asarray(
        np.where(imagined >= 0, imagined + bonus - gains[:, None], 0).max(axis=0, initial=0), dtype=np.int64
    )


def _bonus(table: "Ints") -> int:
    """Return the bonus that the engine gives each pair, so that the number matched comes before any total."""
    return 1000 * int((table >= 0).any(axis=1).sum()) + 1


def _imagined(work: str, problem: Problem) -> Mentor:
    # The place does not matter: each young person is looked at as if they stood where the mentor does.
    return Mentor(
        id=f"imagined {work}",
        latitude=0.0,
        longitude=0.0,
        reach_km=1.0,
        online=True,
        slots=ALWAYS,
        languages=frozenset().union(*(one.languages for one in problem.young_people)),
        sectors=frozenset({work}) if work else frozenset(),
    )


def _at_the_site(one: YoungPerson) -> YoungPerson:
    return replace(one, latitude=0.0, longitude=0.0)
