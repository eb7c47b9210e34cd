"""Weights, rounds and proposals; and mentors whom a round left free."""

from onemm.matching.models.free import LeftFree
from onemm.matching.models.rounds import (
    Proposal,
    ProposalQuerySet,
    Round,
    RoundQuerySet,
    Weighting,
    WeightingQuerySet,
    programmes_run_by,
)

__all__ = [
    "LeftFree",
    "Proposal",
    "ProposalQuerySet",
    "Round",
    "RoundQuerySet",
    "Weighting",
    "WeightingQuerySet",
    "programmes_run_by",
]
