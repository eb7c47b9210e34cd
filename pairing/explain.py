"""Why this pair, why not that one: reasons in words that a coordinator can repeat."""

from pairing.problem import Problem
from pairing.solution import Pair, Solution, Why


def reasons(pair: Pair) -> tuple[str, ...]:
    """Return the reasons for a pair in words, the weightiest first; never empty of truth, sometimes empty of words.

    Waiting is left out: it says why now, not why these two.
    """
    said = [part for part in pair.components if part.words and part.name != "waiting" and part.points > 0]
    said.sort(key=lambda part: -part.points)
    repeated = {part.words.partition(": ")[2].casefold() for part in said if part.name == "matters_most"}
    return tuple(part.words for part in said if part.words.casefold() not in repeated)


def why_unmatched(problem: Problem, solution: Solution) -> tuple[Why, ...]:
    """Explain each unmatched young person, in the solution's order."""
    from pairing.left_out import YoungPeopleLeftOut

    view = YoungPeopleLeftOut(problem, solution)
    return tuple(view.explain(id_) for id_ in solution.unmatched)


def why_free(problem: Problem, solution: Solution) -> tuple[Why, ...]:
    """Explain each mentor who was given nobody although they had a place, in the problem's order."""
    from pairing.left_out import mentors_left_free

    return mentors_left_free(problem, solution)
