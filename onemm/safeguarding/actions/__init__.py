"""Everything that changes concerns and restrictions."""

from onemm.safeguarding.actions.concerns import (
    AConcernSaysSomething,
    AnOutcomeIsNeeded,
    ConcernIsAboutYou,
    NotAnUrgency,
    close_concern,
    note_reading,
    open_case,
    raise_concern,
    triage_concern,
)
from onemm.safeguarding.actions.restrictions import (
    ARestrictionHasAReason,
    NobodyRestrictsThemselves,
    PersonIsRestrictedAlready,
    RestrictionWasLiftedAlready,
    impose_restriction,
    lift_restriction,
)

__all__ = [
    "AConcernSaysSomething",
    "ARestrictionHasAReason",
    "AnOutcomeIsNeeded",
    "ConcernIsAboutYou",
    "NobodyRestrictsThemselves",
    "NotAnUrgency",
    "PersonIsRestrictedAlready",
    "RestrictionWasLiftedAlready",
    "close_concern",
    "impose_restriction",
    "lift_restriction",
    "note_reading",
    "open_case",
    "raise_concern",
    "triage_concern",
]
