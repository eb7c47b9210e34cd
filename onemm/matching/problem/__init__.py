"""From rows to the engine's problem, and what the engine makes of it here and now, without a round."""

from onemm.matching.problem.gathering import Gathered, gather, problem_of
from onemm.matching.problem.trying import Best, Moved, Preview, Tried, best_for, preview_of, reasons_in, trade_off_of
from onemm.matching.refusals import TooManyToTry

__all__ = [
    "Best",
    "Gathered",
    "Moved",
    "Preview",
    "TooManyToTry",
    "Tried",
    "best_for",
    "gather",
    "preview_of",
    "problem_of",
    "reasons_in",
    "trade_off_of",
]
