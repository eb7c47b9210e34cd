"""News about those who have been approved, for the contexts above."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CheckNoLongerCounts:
    """No check of this approved mentor is valid from now on."""

    person_id: int


@dataclass(frozen=True)
class CheckCountsAgain:
    """A check of this approved mentor is valid again."""

    person_id: int
