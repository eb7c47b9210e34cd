"""Which of the engine's figures of a round are kept with it and shown.

What each figure is, and its interval, is the engine's to say (`pairing.figures`). A figure about fewer than five people
is not kept, nor one from which the figure of fewer than five others could be taken away (`lib.disclosure`).
"""

from typing import Any

import pairing
from onemm.lib.disclosure import shown, tells_apart
from onemm.lib.statistics import Estimate
from pairing import Problem, Solution

BACKGROUND = "background:"
"""How the name of a group begins that told a part of their background; its code follows."""

Figure = dict[str, Any]
"""An `Estimate`, as it is kept."""


def figures_of(problem: Problem, solution: Solution) -> dict[str, Any]:
    """Return the figures of a solved round, as plain values that can be kept with it."""
    figures = pairing.figures_of(problem, solution)
    return {
        "fit": _kept(figures["fit"]),
        "bridge_index": _kept(figures["bridge_index"]),
        "crossed": {name: _kept(share) for name, share in figures["crossed"].items()},
        "groups": [
            {"name": group["name"]} | {name: _kept(group[name]) for name in ("matched", "score", "waiting_days")}
            for group in figures["groups"]
            if tells_apart(group["matched"]["n"], len(problem.young_people))
        ],
    }


def bridges_of(problem: Problem, solution: Solution) -> dict[str, Any]:
    """Return the Bridge Index of a solved round and its parts, each of five pairs or more."""
    bridges = pairing.bridges_of(problem, solution)
    return {
        "bridge_index": _shown(bridges["bridge_index"]),
        "crossed": {name: _shown(share) for name, share in bridges["crossed"].items()},
    }


def _shown(figure: Figure | None) -> Estimate | None:
    return shown(Estimate(**figure)) if figure else None


def _kept(figure: Figure | None) -> Figure | None:
    estimate = _shown(figure)
    return estimate.as_dict() if estimate else None
