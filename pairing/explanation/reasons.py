"""Why someone has nobody, by one rule for a round and for a country: what stands in the way, and what would help."""

from collections.abc import Mapping
from enum import StrEnum


class Reason(StrEnum):
    """What stood in someone's way when nothing else did; `several` where two things or more do with everyone."""

    TAKEN = "taken"
    TIME = "time"
    MEETING = "meeting"
    FURTHER = "further"
    LANGUAGE = "language"
    WISHES = "wishes"
    SEVERAL = "several"


LITTLE_FURTHER_KM = 16.0
"""Ten miles: what a mentor might travel on top of what they said."""

EASIEST_FIRST = (Reason.TIME, Reason.MEETING, Reason.FURTHER, Reason.LANGUAGE, Reason.WISHES)
"""What a young person could change, or have changed for them; a wish of theirs is asked about last."""
OF_A_MENTOR = (Reason.TIME, Reason.MEETING, Reason.FURTHER, Reason.LANGUAGE)
"""What a mentor could change; a wish of a young person is not theirs to lift."""


def why_unmatched(possible: int, opens: Mapping[Reason, int]) -> Reason:
    """Return why a young person has nobody.

    `opens` says how many mentors *who have a place left* each change alone would open: the easiest change that opens
    any is the reason. Failing that, they have nobody because all the `possible` mentors have someone else.
    """
    for reason in EASIEST_FIRST:
        if opens.get(reason):
            return reason
    return Reason.TAKEN if possible else Reason.SEVERAL


def why_free(possible: int, opens: Mapping[Reason, int]) -> Reason:
    """Return why a mentor has nobody: those they suit have someone else, or what opens most young people."""
    if possible:
        return Reason.TAKEN
    reason = max(OF_A_MENTOR, key=lambda change: opens.get(change, 0))
    if opens.get(reason):
        return reason
    return Reason.WISHES if opens.get(Reason.WISHES) else Reason.SEVERAL
