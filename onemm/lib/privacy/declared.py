"""The declaration of a model, read as one value."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from django.apps import apps
from django.db import models
from django.db.models import Q

CLASSES = ("personal", "sensitive", "operational")

Model = type[models.Model]
Rows = models.QuerySet[Any, Any]


class Rule(Protocol):
    """When a row's time is over."""

    def words(self, model: Model) -> str:
        """Return how long a row is kept, to stand after “kept”."""

    def over(self, model: Model, on: date) -> Q:
        """Return the condition of the rows whose time is over on a day."""

    def parts(self) -> Iterator["Rule"]:
        """Yield this rule and those that it is made of."""


@dataclass(frozen=True)
class Holds:
    """The people of a row are kept while it is open, and for some time after: `until` is its last date, empty while it
    is open; `called` what it is in a sentence; `only` which rows count.
    """

    until: str
    called: str
    only: Q = field(default_factory=Q)


@dataclass(frozen=True)
class Nobody:
    """The rows are about no person that we could find; `why` says so in a sentence."""

    why: str


@dataclass(frozen=True)
class Delete:
    """The row goes."""


@dataclass(frozen=True, init=False)
class Blank:
    """The row stays, and these fields say nothing more: text, or what may be empty."""

    fields: tuple[str, ...]

    def __init__(self, *fields: str) -> None:
        object.__setattr__(self, "fields", fields)


@dataclass(frozen=True)
class Retain:
    """The row stays as it is; `why` is what the person is told."""

    why: str


OnErasure = Delete | Blank | Retain


@dataclass(frozen=True)
class Fields:
    """Fields that are blanked before their row's time is over; `called` is what they are in a sentence."""

    names: tuple[str, ...]
    called: str
    keep: Rule


@dataclass(frozen=True)
class Declaration:
    """What `class Privacy` of one model says."""

    ways: tuple[str, ...]
    nobody: Nobody | None
    keep: Rule
    sooner: tuple[Fields, ...]
    on_erasure: OnErasure | None
    when_over: Delete | Blank
    holds: Holds | None


def declaration_of(model: Model) -> Declaration:
    """Return the declaration of one of our models.

    :raises AttributeError: something has not been declared.
    """
    privacy: Any = model.Privacy  # type: ignore[attr-defined]  # every model of ours has one; a test holds it
    subject: str | tuple[str, ...] | Nobody = privacy.subject
    return Declaration(
        ways=() if isinstance(subject, Nobody) else (subject,) if isinstance(subject, str) else subject,
        nobody=subject if isinstance(subject, Nobody) else None,
        keep=privacy.keep,
        sooner=getattr(privacy, "sooner", ()),
        on_erasure=None if isinstance(subject, Nobody) else privacy.on_erasure,
        when_over=getattr(privacy, "when_over", Delete()),
        holds=getattr(privacy, "holds", None),
    )


def our_models() -> list[Model]:
    """Return every model of this platform, leaving out those of the libraries."""
    return [model for model in apps.get_models() if model.__module__.startswith("onemm.")]


def every_row(model: Model) -> Rows:
    """Return all rows of a model, whatever its own manager leaves out."""
    return models.QuerySet(model)


def placed_fields(model: Model) -> dict[str, list[str]]:
    """Return each field named in the declaration with the classes it was put in."""
    declaration = getattr(model, "Privacy", None)
    placed: dict[str, list[str]] = {}
    for kind in CLASSES:
        for name in getattr(declaration, kind, ()):
            placed.setdefault(name, []).append(kind)
    return placed


def class_of(model: Model, field: str) -> str:
    """Return the one class of a field.

    :raises KeyError: the field has not been placed.
    """
    return placed_fields(model)[field][0]


def fields_along(model: Model, path: str) -> "Iterator[models.Field[Any, Any]]":
    """Follow a path of the ORM from a model, field by field.

    :raises FieldDoesNotExist: there is no such field on the way.
    """
    for name in path.split("__"):
        field: Any = model._meta.pk if name == "pk" else model._meta.get_field(name)
        yield field
        if field.is_relation:
            model = field.related_model
