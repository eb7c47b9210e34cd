"""The pairing engine: the best set of pairs for everybody at once, explained and proven. NumPy, no Django.

The door for a round of up to a few thousand people. Nothing heavy is imported until a function is called.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pairing.errors import BadProblem, PairingError
from pairing.problem import (
    CHOOSABLE,
    COMPONENTS,
    HALF_DAYS,
    Limits,
    Mentor,
    PackedMentors,
    Problem,
    Weights,
    YoungPerson,
)
from pairing.solution import Component, Pair, Removed, Solution, Why

if TYPE_CHECKING:
    from pairing.pool import Pool

__all__ = [
    "CHOOSABLE",
    "COMPONENTS",
    "HALF_DAYS",
    "BadProblem",
    "Component",
    "Limits",
    "Mentor",
    "PackedMentors",
    "Pair",
    "PairingError",
    "Problem",
    "Removed",
    "Solution",
    "Weights",
    "Why",
    "YoungPerson",
    "best_mentors",
    "prepare",
    "propose",
    "reasons",
    "why_free",
    "why_unmatched",
]


def propose(problem: Problem, keep: Iterable[tuple[str, str]] = ()) -> Solution:
    """Return the pairs that match most young people and, among such sets, have the greatest total score.

    `keep` holds (young person, mentor) ids that are settled and stay as they are: the way to repair a round after a
    decline without moving anybody who has accepted. The answer is exact (`gap` is 0.0) and the same for the same
    problem and seed, in whatever order the records come.

    :raises BadProblem: a kept pair names somebody unknown, somebody twice, or a mentor without a place.
    """
    from pairing import solve

    return solve.propose(problem, keep)


def prepare(problem: Problem) -> "Pool":
    """Pack the mentors of a problem once, for many calls of `best_mentors`."""
    from pairing import pool

    return pool.pool_of(problem.mentors)


def best_mentors(
    problem: Problem, young_person: str, count: int = 5, prepared: "Pool | None" = None
) -> tuple[Pair, ...]:
    """Return the mentors who suit one young person best, best first, as if nobody else were waiting.

    `prepared` saves packing the mentors again; with it an answer takes some milliseconds.

    :raises BadProblem: the young person is not in the problem, or `prepared` was made from another problem's mentors.
    """
    from pairing import solve

    return solve.best_mentors(problem, young_person, count, prepared)


def reasons(pair: Pair) -> tuple[str, ...]:
    """Return why these two, in words that a coordinator can repeat to both, the weightiest reason first."""
    from pairing import explain

    return explain.reasons(pair)


def why_unmatched(problem: Problem, solution: Solution) -> tuple[Why, ...]:
    """Return for each unmatched young person which limit rules out how many mentors, and what would open one."""
    from pairing import explain

    return explain.why_unmatched(problem, solution)


def why_free(problem: Problem, solution: Solution) -> tuple[Why, ...]:
    """Return for each mentor who had a place and was given nobody why that is, and what would help."""
    from pairing import explain

    return explain.why_free(problem, solution)
