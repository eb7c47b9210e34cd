"""What a passport says, how lists of ended ones are written, and how both are verified: no rows, no settings, no
network.
"""

from onemm.clearance.rules.claims import (
    ISSUER_NAME,
    KEPT_FOR_DAYS,
    Says,
    Trained,
    claims_of,
    last_day_of,
    says_of,
)
from onemm.clearance.rules.statuslist import LIST_LENGTH, LIST_STANDS, bits_of, list_claims, places_in
from onemm.clearance.rules.verifying import WORDS, Outcome, Verdict, verdict_on

__all__ = [
    "ISSUER_NAME",
    "KEPT_FOR_DAYS",
    "LIST_LENGTH",
    "LIST_STANDS",
    "WORDS",
    "Outcome",
    "Says",
    "Trained",
    "Verdict",
    "bits_of",
    "claims_of",
    "last_day_of",
    "list_claims",
    "places_in",
    "says_of",
    "verdict_on",
]
