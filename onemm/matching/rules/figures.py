"""Which of the engine's figures of a round may be kept and shown.

What each figure is, and its interval, is the engine's to say (`pairing.figures`). A figure about fewer than five people
is not kept, nor one from which the figure of fewer than five others could be taken away (ONS disclosure control).
"""

from typing import Any

import pairing
from pairing import Problem, Solution

BACKGROUND = "background:"
"""How the name of a group begins that told a part of their background; its code follows."""
FEWEST = 5
"""Below this a figure could tell something of one young person."""

Figure = dict[str, float]


def figures_of(problem: Problem, solution: Solution) -> dict[str, Any]:
    """Return the figures of a solved round, as plain values that can be kept with it."""
    figures = pairing.figures_of(problem, solution)
    return {
        "fit": _of_enough(figures["fit"]),
        "bridge_index": _of_enough(figures["bridge_index"]),
        "crossed": {name: _of_enough(share) for name, share in figures["crossed"].items()},
        "groups": _groups(figures["groups"], len(problem.young_people)),
    }


def bridges_of(problem: Problem, solution: Solution) -> dict[str, Any]:
    """Return the Bridge Index of a solved round and its parts, each of five pairs or more."""
    bridges = pairing.bridges_of(problem, solution)
    return {
        "bridge_index": _of_enough(bridges["bridge_index"]),
        "crossed": {name: _of_enough(share) for name, share in bridges["crossed"].items()},
    }


def _groups(groups: list[dict[str, Any]], everybody: int) -> list[dict[str, Any]]:
    """Keep the groups that are large enough, and leave enough others outside."""
    return [
        {"name": group["name"]} | {name: _of_enough(group[name]) for name in ("matched", "score", "waiting_days")}
        for group in groups
        if group["matched"]["n"] >= FEWEST and everybody - group["matched"]["n"] not in range(1, FEWEST)
    ]


def _of_enough(figure: Figure | None) -> Figure | None:
    return figure if figure and figure["n"] >= FEWEST else None
