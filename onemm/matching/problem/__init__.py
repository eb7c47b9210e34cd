"""From rows to the engine's problem, and what the engine makes of it here and now, without a round."""

from onemm.matching.problem.gathering import Gathered, gather, problem_of
from onemm.matching.problem.kept import (
    KeptPreview,
    KeptTradeOff,
    preview_in,
    preview_job_of,
    trade_off_in,
    trade_off_job_of,
)
from onemm.matching.problem.trying import Best, Moved, Preview, Tried, best_for, preview_of, reasons_in, trade_off_of
from pairing import Pair

__all__ = [
    "Best",
    "Gathered",
    "KeptPreview",
    "KeptTradeOff",
    "Moved",
    "Pair",
    "Preview",
    "Tried",
    "best_for",
    "gather",
    "preview_in",
    "preview_job_of",
    "preview_of",
    "problem_of",
    "reasons_in",
    "trade_off_in",
    "trade_off_job_of",
    "trade_off_of",
]
