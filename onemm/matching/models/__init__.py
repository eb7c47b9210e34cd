"""Weights, rounds and proposals; many approvals at once; and mentors whom a round left free."""

from onemm.matching.models.approvals import BulkApproval
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
    "BulkApproval",
    "LeftFree",
    "Proposal",
    "ProposalQuerySet",
    "Round",
    "RoundQuerySet",
    "Weighting",
    "WeightingQuerySet",
    "programmes_run_by",
]
