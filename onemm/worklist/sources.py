"""What to-dos are derived from: the rows of a context, and the function that says what each of them waits for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from onemm.worklist.catalogue import kind_named


@dataclass(frozen=True)
class Raised:
    """One to-do as a context derives it.

    `subject` is the row it is about where that is not the row it is derived from; `about` the public id in the address
    of its page, where that is not the source's own. `since` may lie ahead: until then nobody sees it. `until` is when
    it is too late and falls away by itself. Without `due`, the limit of its kind counts.
    """

    kind: str
    since: datetime
    due: datetime | None = None
    until: datetime | None = None
    subject: models.Model | None = None
    about: str | None = None
    owner_id: int | None = None
    area_id: int | None = None
    organisation_id: int | None = None

    @property
    def is_due(self) -> datetime:
        return self.due or kind_named(self.kind).limit.after(self.since)


@dataclass(frozen=True)
class Source:
    """Rows of one model that raise to-dos.

    `todos_of` derives what one row waits for now, from the row alone and never from the time: what comes with time lies
    ahead or falls away (`since`, `until`). `waiting` returns every row that may raise one, with what is read of it.
    """

    name: str
    model: type[models.Model]
    todos_of: Callable[[Any], Iterable[Raised]]
    waiting: Callable[[], models.QuerySet[Any]]

    def held(self, number: int) -> models.Model | None:
        """Return a row, locked until the end of the transaction; `None` when it is gone."""
        rows: models.Manager[Any] = self.model._default_manager  # noqa: SLF001  the documented name of every model's manager
        return rows.select_for_update(of=("self",)).filter(pk=number).first()


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """:raises ValueError: another source has that name."""
    if _sources.get(source.name, source) != source:
        raise ValueError(f"two sources of to-dos are called {source.name}")
    _sources[source.name] = source


def source_of(record: models.Model) -> Source:
    """:raises LookupError: no context derives to-dos from such rows."""
    for source in _sources.values():
        if source.model is type(record):
            return source
    raise LookupError(f"nothing derives to-dos from {type(record).__name__}")


def source_named(name: str) -> Source:
    """:raises KeyError: nothing is called so."""
    return _sources[name]


def every_source() -> tuple[Source, ...]:
    return tuple(sorted(_sources.values(), key=lambda source: source.name))
