"""What pages and other actions want to know about rounds, proposals and weights."""

from onemm.matching.queries.comparing import Comparison, Differs, comparison_of
from onemm.matching.queries.figures import CROSSED, Figures, Group, Spot, figures_in
from onemm.matching.queries.free import FreeMentors, WouldHelp, free_in, would_help
from onemm.matching.queries.free_across import FreeAcross, Many, free_across
from onemm.matching.queries.many import Asking, asking_in
from onemm.matching.queries.missing import LastRound, Missing, described, last_rounds, mentors_missing
from onemm.matching.queries.people import places_held, waiting_young_people
from onemm.matching.queries.proposals import (
    Component,
    components_of,
    offered_to,
    proposals_in,
    reasons_of,
    to_introduce,
)
from onemm.matching.queries.rounds import (
    Certificate,
    Removed,
    Unmatched,
    certificate_of,
    rounds_of,
    to_look_again_for,
    unmatched_in,
)
from onemm.matching.queries.weights import Standing, standing_weights

__all__ = [
    "CROSSED",
    "Asking",
    "Certificate",
    "Comparison",
    "Component",
    "Differs",
    "Figures",
    "FreeAcross",
    "FreeMentors",
    "Group",
    "LastRound",
    "Many",
    "Missing",
    "Removed",
    "Spot",
    "Standing",
    "Unmatched",
    "WouldHelp",
    "asking_in",
    "certificate_of",
    "comparison_of",
    "components_of",
    "described",
    "figures_in",
    "free_across",
    "free_in",
    "last_rounds",
    "mentors_missing",
    "offered_to",
    "places_held",
    "proposals_in",
    "reasons_of",
    "rounds_of",
    "standing_weights",
    "to_introduce",
    "to_look_again_for",
    "unmatched_in",
    "waiting_young_people",
    "would_help",
]
