"""Everything that changes concerns and restrictions."""

from onemm.safeguarding.actions.concerns import close_concern, note_reading, open_case, raise_concern, triage_concern
from onemm.safeguarding.actions.restrictions import impose_restriction, lift_restriction

__all__ = [
    "close_concern",
    "impose_restriction",
    "lift_restriction",
    "note_reading",
    "open_case",
    "raise_concern",
    "triage_concern",
]
