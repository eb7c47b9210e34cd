"""The pairing engine: the best set of pairs for everyone at once, explained and proven. NumPy and solvers, no Django.

This is the only door: whoever uses the engine imports from `pairing`, never from a module inside it. Importing it costs
next to nothing, since each name is fetched from its module when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pairing.assignment.graph import Graph
    from pairing.assignment.sparse import solve_graph
    from pairing.columns.records import problem_of
    from pairing.errors import BadFile, BadProblem, PairingError
    from pairing.explanation.reasons import Reason
    from pairing.explanation.words import about_miles, free_times
    from pairing.figures.cold_spots import ANY_WORK
    from pairing.files.commands import pair_folder
    from pairing.files.edge_list import EdgeAnswer, solve_edges
    from pairing.files.people import read_population
    from pairing.files.synthetic import write_world
    from pairing.population.pair_population import PROFILES, first_plan, pair_population
    from pairing.population.trade_off import trade_off
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
    from pairing.rounds.cold_spots import cold_spots_of
    from pairing.rounds.figures import bridges_of, figures_of
    from pairing.rounds.fit import fit
    from pairing.rounds.left_free import left_free_in
    from pairing.rounds.mentor_table import MentorRows, MentorTable, Sets
    from pairing.rounds.pool import pool_of
    from pairing.rounds.propose import best_mentors, propose
    from pairing.rounds.why_unmatched import why_unmatched
    from pairing.search.candidate_graph import graph_of
    from pairing.search.searcher import Plan, Searcher
    from pairing.solution import Component, LeftFree, Pair, Removed, Solution, Why
    from pairing.verification.answers import Verdict, verify_edges, verify_pairs

__all__ = [
    "ANY_WORK",
    "CHOOSABLE",
    "COMPONENTS",
    "HALF_DAYS",
    "PROFILES",
    "BadFile",
    "BadProblem",
    "Component",
    "EdgeAnswer",
    "Graph",
    "LeftFree",
    "Limits",
    "Mentor",
    "MentorRows",
    "MentorTable",
    "PackedMentors",
    "Pair",
    "PairingError",
    "Plan",
    "Problem",
    "Reason",
    "Removed",
    "Searcher",
    "Sets",
    "Solution",
    "Verdict",
    "Weights",
    "Why",
    "YoungPerson",
    "about_miles",
    "best_mentors",
    "bridges_of",
    "cold_spots_of",
    "figures_of",
    "first_plan",
    "fit",
    "free_times",
    "graph_of",
    "left_free_in",
    "pair_folder",
    "pair_population",
    "pool_of",
    "problem_of",
    "propose",
    "read_population",
    "solve_edges",
    "solve_graph",
    "trade_off",
    "verify_edges",
    "verify_pairs",
    "why_unmatched",
    "write_world",
]

_NAMES_OF = {
    "assignment.graph": ("Graph",),
    "assignment.sparse": ("solve_graph",),
    "columns.records": ("problem_of",),
    "errors": ("BadFile", "BadProblem", "PairingError"),
    "explanation.reasons": ("Reason",),
    "explanation.words": ("about_miles", "free_times"),
    "figures.cold_spots": ("ANY_WORK",),
    "files.commands": ("pair_folder",),
    "files.edge_list": ("EdgeAnswer", "solve_edges"),
    "files.people": ("read_population",),
    "files.synthetic": ("write_world",),
    "population.pair_population": ("PROFILES", "first_plan", "pair_population"),
    "population.trade_off": ("trade_off",),
    "problem": (
        *("CHOOSABLE", "COMPONENTS", "HALF_DAYS", "Limits", "Mentor", "PackedMentors", "Problem", "Weights"),
        "YoungPerson",
    ),
    "rounds.cold_spots": ("cold_spots_of",),
    "rounds.figures": ("bridges_of", "figures_of"),
    "rounds.fit": ("fit",),
    "rounds.left_free": ("left_free_in",),
    "rounds.mentor_table": ("MentorRows", "MentorTable", "Sets"),
    "rounds.pool": ("pool_of",),
    "rounds.propose": ("best_mentors", "propose"),
    "rounds.why_unmatched": ("why_unmatched",),
    "search.candidate_graph": ("graph_of",),
    "search.searcher": ("Plan", "Searcher"),
    "solution": ("Component", "LeftFree", "Pair", "Removed", "Solution", "Why"),
    "verification.answers": ("Verdict", "verify_edges", "verify_pairs"),
}
"""Which names each module gives to the outside."""
_HOME_OF = {name: module for module, names in _NAMES_OF.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'pairing' has no attribute {name!r}")
    value = getattr(import_module(f"pairing.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
