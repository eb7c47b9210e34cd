"""The kinds of to-do: each declared once, in the module `todos` of the context that raises it.

A kind is named `subject.verb`. It says how long it may wait, with whom it lies, which permission does it, what it is
called and which page it is done on. Someone sees a to-do when they hold the permission and the context lets them see
its subject: so nobody learns of what they may not open, not even how many there are.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.worklist.rules import Limit


class Side(models.TextChoices):
    """With whom a to-do lies."""

    STAFF = "staff", "Staff"
    APPLICANT = "applicant", "Applicant"
    REFEREE = "referee", "Referee"
    MENTOR = "mentor", "Mentor"
    YOUNG_PERSON = "young_person", "Young person"
    COORDINATOR = "coordinator", "Coordinator"
    TRAINER = "trainer", "Trainer"
    EDITOR = "editor", "Editor"
    EMPLOYER_LEAD = "employer_lead", "Employer lead"


@dataclass(frozen=True)
class Late:
    """A to-do that has waited until one of the days on which someone is written to: which one, and since when."""

    kind: str
    source_pk: int
    subject_pk: int
    since: date
    day: int


Chaser = Callable[[Late], None]
"""Writes about something that has waited: to whom, and in which words, is its context's own."""


@dataclass(frozen=True)
class Kind:
    """What all to-dos of one kind have in common."""

    name: str
    side: Side
    words: str
    limit: Limit
    page: str
    """The name of the page on which it is done."""
    permission: Permission | None = None
    """Who does it; without one, its owner alone."""
    seen_by: Callable[[Person], models.QuerySet[Any]] | None = None
    """The subjects of this kind that someone who holds the permission may act on now."""
    chased_on: tuple[int, ...] = ()
    """Days after it began on which someone is written to again."""
    chased_for: int = 365
    """Days after which nobody is written to about it at all."""

    @property
    def subject(self) -> str:
        """What it is about: `application` of `application.read`."""
        return self.name.partition(".")[0]

    def chase_due(self, days: int) -> int | None:
        """Return which day's reminder is due after so many days: the latest one only, however many were missed."""
        if days > self.chased_for:
            return None
        return max((day for day in self.chased_on if day <= days), default=None)


_kinds: dict[str, Kind] = {}
_chasers: dict[str, Chaser] = {}


def declare(*kinds: Kind) -> None:
    """Make kinds known.

    :raises ValueError: another kind has that name, or nobody could do it.
    """
    for kind in kinds:
        if _kinds.get(kind.name, kind) != kind:
            raise ValueError(f"two kinds of to-do are called {kind.name}")
        if kind.permission is not None and kind.seen_by is None:
            raise ValueError(f"{kind.name} says who does it, and not which of them")
        _kinds[kind.name] = kind


def kind_named(name: str) -> Kind:
    """:raises KeyError: nothing is called so."""
    return _kinds[name]


def chases(*names: str) -> Callable[[Chaser], Chaser]:
    """Say what writes about kinds that have waited. Declared in the `tasks` of their context."""

    def subscribe(chaser: Chaser) -> Chaser:
        _chasers.update(dict.fromkeys(names, chaser))
        return chaser

    return subscribe


def chaser_of(name: str) -> Chaser:
    """:raises KeyError: the kind says on which days, and its context not how."""
    return _chasers[name]


def every_kind() -> tuple[Kind, ...]:
    return tuple(_kinds.values())
