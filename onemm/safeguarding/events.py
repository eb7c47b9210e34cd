"""News about people's safety, for the contexts above."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RestrictionWasImposed:
    """Every contact of this person stops now."""

    person_id: int


@dataclass(frozen=True)
class RestrictionWasLifted:
    """This person may have contact again."""

    person_id: int
