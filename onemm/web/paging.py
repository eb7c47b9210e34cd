"""One page of a long list, found by where the last page ended and never by counting what lies before it.

The place where a page ends is kept in its address, sealed: it gives nothing away about the row that stood there, and
cannot be made up. A place that was changed, or that belongs to another order, is the beginning of the list.
"""

import base64
import datetime as dt
import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist, FieldError, ValidationError
from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import OrderBy

Row = TypeVar("Row")
COUNTED_UP_TO = 1000
"""Rows. A list is counted so far and no further, so that its length is said where it can be said at once."""
LONGEST_PLACE = 2000
"""Characters of a place in an address."""


@dataclass(frozen=True)
class Place:
    """Where a page ends: the values by which its row is ordered, and how many rows stand before the next one."""

    values: tuple[Any, ...]
    position: int


@dataclass(frozen=True)
class Slice(Generic[Row]):
    """One page of rows. `total` is `None` where there are more than anyone counts while someone waits."""

    rows: list[Row]
    position: int
    total: int | None
    before: str = ""
    after: str = ""

    @property
    def last(self) -> int:
        return self.position + len(self.rows)


@dataclass(frozen=True)
class Key:
    """One column of an order. Rows without a value come last, whichever way it runs."""

    name: str
    descending: bool
    may_be_empty: bool

    def term(self, *, backwards: bool) -> OrderBy:
        descending = self.descending != backwards
        empty: dict[str, bool | None] = {}
        if self.may_be_empty:
            empty = {"nulls_first": True} if backwards else {"nulls_last": True}
        return OrderBy(F(self.name), descending=descending, **empty)

    def beyond(self, value: Any, *, backwards: bool) -> Q:
        """Return what stands strictly beyond this value."""
        if value is None:
            return Q(**{f"{self.name}__isnull": False}) if backwards else Q(pk__in=[])
        further = Q(**{f"{self.name}__{'lt' if self.descending != backwards else 'gt'}": value})
        return further | Q(**{f"{self.name}__isnull": True}) if self.may_be_empty and not backwards else further

    def at(self, value: Any) -> Q:
        return Q(**{f"{self.name}__isnull": True}) if value is None else Q(**{self.name: value})


AnyModel = TypeVar("AnyModel", bound=Model)


def slice_of_queryset(
    rows: QuerySet[AnyModel], order: Sequence[str], *, after: str = "", before: str = "", size: int
) -> Slice[AnyModel]:
    """Return a page of rows in this order (Django's names, `-` for descending), which ends in the primary key.

    Reads `size + 1` rows and counts `COUNTED_UP_TO` at most, however long the list.
    """
    keys = _keys(rows, order)
    place = _opened(after or before, keys)
    backwards = bool(before and not after and place)
    page = rows.order_by(*(key.term(backwards=backwards) for key in keys))
    if place is not None:
        try:
            listed = list(page.filter(_beyond(keys, place.values, backwards=backwards))[: size + 1])
        except (ValueError, TypeError, ValidationError, FieldError):
            return slice_of_queryset(rows, order, size=size)
        if not listed and not backwards:
            # Everything beyond has gone meanwhile. An empty page would say that there is nothing at all.
            return slice_of_queryset(rows, order, size=size)
    else:
        listed = list(page[: size + 1])
    more, listed = len(listed) > size, listed[:size]
    if backwards:
        listed.reverse()
        if len(listed) < size:
            return slice_of_queryset(rows, order, size=size)
    position = 0 if place is None else place.position if not backwards else max(0, place.position - len(listed))
    is_first, is_last = (not more, False) if backwards else (place is None, not more)

    def sealed(row: AnyModel, at: int) -> str:
        return _sealed(Place(tuple(_value_of(row, key.name) for key in keys), at), keys)

    return Slice(
        rows=listed,
        position=position,
        total=_counted(rows, len(listed) if is_first and is_last else None),
        before="" if is_first or not listed else sealed(listed[0], position),
        after="" if is_last or not listed else sealed(listed[-1], position + len(listed)),
    )


def slice_of_list(
    rows: Sequence[Row],
    key: Callable[[Row], Any] | None,
    *,
    descending: bool = False,
    after: str = "",
    before: str = "",
    size: int,
) -> Slice[Row]:
    """Return a page of rows that are all at hand, in the order of `key` or as they stand; rows without come last."""
    ordered = list(rows)
    if key is not None:
        by = key
        ordered = [
            *sorted((row for row in rows if by(row) is not None), key=by, reverse=descending),
            *(row for row in rows if by(row) is None),
        ]
    start = _position(after) if after else max(0, _position(before) - size)
    start = start if 0 <= start < len(ordered) else 0
    listed = ordered[start : start + size]
    end = start + len(listed)
    return Slice(
        rows=listed,
        position=start,
        total=len(ordered),
        before=_sealed(Place((), start), ()) if start else "",
        after=_sealed(Place((), end), ()) if end < len(ordered) else "",
    )


def _keys(rows: QuerySet[Any], order: Sequence[str]) -> tuple[Key, ...]:
    names = [*order] if any(name.lstrip("-") == "pk" for name in order) else [*order, "pk"]
    return tuple(Key(name.lstrip("-"), name.startswith("-"), _may_be_empty(rows, name.lstrip("-"))) for name in names)


def _may_be_empty(rows: QuerySet[Any], name: str) -> bool:
    """Say whether a row may have no value there. An annotation may; a column says so itself.

    It is asked, because an order that minds empty values cannot use an index that does not.
    """
    if name == "pk":
        return False
    model = rows.model
    for step in name.split("__"):
        try:
            field = model._meta.get_field(step)
        except FieldDoesNotExist:
            return True
        if getattr(field, "null", True):
            return True
        model = field.related_model or model
    return False


def _beyond(keys: Sequence[Key], values: Sequence[Any], *, backwards: bool) -> Q:
    """Return the rows strictly beyond a place: further in the first key, or level there and further in the next.

    That nothing stands nearer in the first key follows from the rest, and is said all the same: an index is entered
    there, where a database would otherwise read the list from its beginning.
    """
    beyond, level = Q(pk__in=[]), Q()
    for key, value in zip(keys, values, strict=True):
        beyond |= level & key.beyond(value, backwards=backwards)
        level &= key.at(value)
    first, value = keys[0], values[0]
    if first.may_be_empty or value is None:
        return beyond
    return Q(**{f"{first.name}__{'lte' if first.descending != backwards else 'gte'}": value}) & beyond


def _counted(rows: QuerySet[Any], known: int | None) -> int | None:
    if known is not None:
        return known
    counted = rows.order_by()[: COUNTED_UP_TO + 1].count()
    return counted if counted <= COUNTED_UP_TO else None


def _value_of(row: Any, name: str) -> Any:
    for step in name.split("__"):
        row = getattr(row, step, None)
    return row


def _sealed(place: Place, keys: Sequence[Key]) -> str:
    values = [_written(value) for value in place.values]
    text = json.dumps([_order_of(keys), values, place.position], separators=(",", ":"))
    return _seal().encrypt(text.encode()).decode().rstrip("=")


def _opened(sealed: str, keys: Sequence[Key]) -> Place | None:
    if not sealed or len(sealed) > LONGEST_PLACE:
        return None
    try:
        order, values, position = json.loads(_seal().decrypt((sealed + "=" * (-len(sealed) % 4)).encode()))
    except (InvalidToken, ValueError, TypeError):
        return None
    return Place(tuple(_read(value) for value in values), position) if order == _order_of(keys) else None


def _position(sealed: str) -> int:
    place = _opened(sealed, ())
    return place.position if place else 0


def _order_of(keys: Sequence[Key]) -> str:
    return ",".join(f"{'-' if key.descending else ''}{key.name}" for key in keys)


def _seal() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"paging:{settings.SECRET_KEY}".encode()).digest()))


_WRITTEN: dict[str, Callable[[str], Any]] = {
    "moment": dt.datetime.fromisoformat,
    "day": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
    "decimal": Decimal,
    "uuid": UUID,
}


def _written(value: Any) -> Any:
    """Return a value as JSON keeps it: what JSON does not know, with its kind."""
    for kind, of in (
        ("moment", dt.datetime),
        ("day", dt.date),
        ("time", dt.time),
        ("decimal", Decimal),
        ("uuid", UUID),
    ):
        if isinstance(value, of):
            return [kind, value.isoformat() if hasattr(value, "isoformat") else str(value)]
    return value


def _read(value: Any) -> Any:
    return _WRITTEN[value[0]](value[1]) if isinstance(value, list) else value
