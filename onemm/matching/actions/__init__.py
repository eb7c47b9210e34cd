"""Everything that changes rounds and proposals."""

from onemm.matching.actions.answering import answer_as_mentor, answer_as_young_person
from onemm.matching.actions.asking import ask_for_round, repair_round
from onemm.matching.actions.by_hand import propose_by_hand
from onemm.matching.actions.deciding import (
    approve_proposal,
    approve_proposals,
    decline_proposal,
    introduce_pair,
    lapse_if_unanswered,
    lapse_proposal,
    lapse_proposals_of,
)
from onemm.matching.actions.many import approve_in_background, approve_many, approve_next
from onemm.matching.actions.rounds import propose_pairs, run_round
from onemm.matching.actions.weighting import set_weights

__all__ = [
    "answer_as_mentor",
    "answer_as_young_person",
    "approve_in_background",
    "approve_many",
    "approve_next",
    "approve_proposal",
    "approve_proposals",
    "ask_for_round",
    "decline_proposal",
    "introduce_pair",
    "lapse_if_unanswered",
    "lapse_proposal",
    "lapse_proposals_of",
    "propose_by_hand",
    "propose_pairs",
    "repair_round",
    "run_round",
    "set_weights",
]
