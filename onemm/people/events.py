"""News about people, for the contexts above."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ConsentWasWithdrawn:
    """Nobody may meet this young person until consent is given again."""

    young_person_id: int


@dataclass(frozen=True)
class CoordinatorWasInvited:
    """Someone may coordinate at a partner from now on, and does not know it yet."""

    grant_id: int


@dataclass(frozen=True)
class EmployerLeadWasInvited:
    """Someone may lead mentoring at an employer from now on, and does not know it yet."""

    grant_id: int
