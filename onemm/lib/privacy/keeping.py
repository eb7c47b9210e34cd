"""For how long a row is kept: rules that say it in words, and as a condition that a database can ask.

A rule's condition holds of the rows whose time is over on a day. A date that is empty has not come yet, so its time has
not begun to run.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from onemm.lib.privacy.declared import (
    Delete,
    Holds,
    Model,
    Rows,
    Rule,
    declaration_of,
    every_row,
    fields_along,
    our_models,
)

NEVER = Q(pk__in=[])
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MONTHS_IN_A_YEAR = 12
DAYS_IN_A_WEEK = 7


class _Single:
    def parts(self) -> Iterator[Rule]:
        yield self  # type: ignore[misc]  # every subclass is a rule


@dataclass(frozen=True)
class _Span:
    """So many years, months and days."""

    years: int = 0
    months: int = 0
    days: int = 0

    @property
    def in_words(self) -> str:
        weeks, odd = divmod(self.days, DAYS_IN_A_WEEK)
        amounts = [(self.years, "year"), (self.months, "month"), (weeks, "week") if not odd else (self.days, "day")]
        return " and ".join(_amount(many, unit) for many, unit in amounts if many)

    def before(self, day: date) -> date:
        """Return the last day on which a time of this length that is over on a day can have begun."""
        month = day.year * MONTHS_IN_A_YEAR + day.month - 1 - self.years * MONTHS_IN_A_YEAR - self.months
        year, month = divmod(month, MONTHS_IN_A_YEAR)
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last)) - timedelta(days=self.days)


def _amount(many: int, unit: str) -> str:
    if many == 1:
        return f"a {unit}"
    return f"{NUMBERS[many] if many < len(NUMBERS) else many} {unit}s"


@dataclass(frozen=True)
class Keep(_Single):
    """So long after a date of the row, or of a row that it belongs to; `when` says in words what that date is.

    `and_while`: in words, which rows keep this one longer because they cannot be without it.
    """

    years: int = 0
    months: int = 0
    days: int = 0
    after: str = ""
    when: str = ""
    and_while: str = ""

    @property
    def span(self) -> _Span:
        return _Span(self.years, self.months, self.days)

    def words(self, _: Model) -> str:
        longer = f", and while {self.and_while}" if self.and_while else ""
        return f"{self.span.in_words} after {self.when}{longer}"

    def over(self, model: Model, on: date) -> Q:
        return came_by(model, self.after, self.span.before(on))


@dataclass(frozen=True)
class ForEver(_Single):
    """Never over; `why` says what needs it."""

    why: str

    def words(self, _: Model) -> str:
        return f"for ever: {self.why}"

    def over(self, _: Model, __: date) -> Q:
        return NEVER


@dataclass(frozen=True)
class Until(_Single):
    """Until something is done that removes or replaces the row; no day by itself ends it."""

    what: str

    def words(self, _: Model) -> str:
        return f"until {self.what}"

    def over(self, _: Model, __: date) -> Q:
        return NEVER


@dataclass(frozen=True)
class AsLongAs(_Single):
    """As long as the row that it belongs to, by the path that leads there; `called` where its model's name says too
    little.
    """

    path: str
    called: str = ""

    def words(self, model: Model) -> str:
        return f"as long as the {self.called or _model_at(model, self.path)._meta.verbose_name}"

    def over(self, model: Model, on: date) -> Q:
        return Q(**{f"{self.path}__in": past_their_time(_model_at(model, self.path), on).values("pk")})


@dataclass(frozen=True)
class UntilAge(_Single):
    """Until a person is so old; without a birth date there is no such day. `of` is the way to them."""

    age: int
    of: str
    whom: str

    def words(self, _: Model) -> str:
        return f"until {self.whom} is {self.age}"

    def over(self, model: Model, on: date) -> Q:
        return came_by(model, f"{self.of}__born", _Span(years=self.age).before(on))


@dataclass(frozen=True)
class AfterNewer(_Single):
    """So long after a newer row of the same kind about the same thing came: `same` names what they share, `since` the
    date of each.
    """

    same: str
    since: str
    months: int

    def words(self, model: Model) -> str:
        return f"{_Span(months=self.months).in_words} after the next {model._meta.verbose_name}"

    def over(self, model: Model, on: date) -> Q:
        newer = every_row(model).filter(
            came_by(model, self.since, _Span(months=self.months).before(on)),
            **{self.same: OuterRef(self.same), f"{self.since}__gt": OuterRef(self.since)},
        )
        return Q(Exists(newer))


@dataclass(frozen=True)
class AfterLast(_Single):
    """So long after the last row that holds a person has ended (see `Holds`); `of` is the way to the person."""

    years: int
    of: str = ""

    def words(self, _: Model) -> str:
        *others, last = sorted(holds.called for _, holds in _holders())
        return f"{_Span(self.years).in_words} after their last {', '.join(others)} or {last} ends"

    def over(self, _: Model, on: date) -> Q:
        day = _Span(self.years).before(on)
        to = f"{self.of}__" if self.of else ""
        done = came_by(get_user_model(), "joined_at", day, prefix=to)
        for model, holds in _holders():
            busy = every_row(model).filter(holds.only).exclude(came_by(model, holds.until, day))
            for way in declaration_of(model).ways:
                done &= ~Q(**{f"{to}pk__in": busy.filter(**{f"{way}__isnull": False}).values(way)})
        return done


@dataclass(frozen=True)
class Later:
    """Until both times are over."""

    first: Rule
    second: Rule

    def words(self, model: Model) -> str:
        return f"{self.first.words(model)} or, if later, {self.second.words(model)}"

    def over(self, model: Model, on: date) -> Q:
        return self.first.over(model, on) & self.second.over(model, on)

    def parts(self) -> Iterator[Rule]:
        yield self
        yield from self.first.parts()
        yield from self.second.parts()


@dataclass(frozen=True)
class Sooner:
    """Until one of two times is over."""

    first: Rule
    second: Rule

    def words(self, model: Model) -> str:
        return f"{self.first.words(model)}, and at most {self.second.words(model)}"

    def over(self, model: Model, on: date) -> Q:
        return self.first.over(model, on) | self.second.over(model, on)

    def parts(self) -> Iterator[Rule]:
        yield self
        yield from self.first.parts()
        yield from self.second.parts()


@dataclass(frozen=True)
class Cases:
    """One rule for the rows of which something is true, and another for the rest; `when` says it in words."""

    only: Q
    when: str
    then: Rule
    otherwise: Rule

    def words(self, model: Model) -> str:
        return f"{self.when}, {self.then.words(model)}; otherwise {self.otherwise.words(model)}"

    def over(self, model: Model, on: date) -> Q:
        return (self.only & self.then.over(model, on)) | (~self.only & self.otherwise.over(model, on))

    def parts(self) -> Iterator[Rule]:
        yield self
        yield from self.then.parts()
        yield from self.otherwise.parts()


def came_by(model: Model, path: str, day: date, *, prefix: str = "") -> Q:
    """Return the condition that a date, or a moment by the clock on the wall, came on a day or before it."""
    *_, last = fields_along(model, path)
    if isinstance(last, models.DateTimeField):
        midnight = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
        return Q(**{f"{prefix}{path}__lt": midnight})
    return Q(**{f"{prefix}{path}__lte": day})


def _model_at(model: Model, path: str) -> Any:
    *_, last = fields_along(model, path)
    return last.related_model


def _holders() -> list[tuple[Model, Holds]]:
    return [(model, holds) for model in our_models() if (holds := declaration_of(model).holds) is not None]


def past_their_time(model: type[models.Model], on: date) -> Rows:
    """Return the rows whose time is over on a day.

    A row that is to go stays while another that cannot be without it has time left: the database would refuse.
    """
    declaration = declaration_of(model)
    # A rule may look at several rows beside each; whatever it finds, a row is returned once.
    over = every_row(model).filter(declaration.keep.over(model, on)).values("pk")
    rows = every_row(model).filter(pk__in=over)
    if isinstance(declaration.when_over, Delete):
        for needs_it, field in _protected_by(model):
            rows = rows.exclude(Exists(every_row(needs_it).filter(**{field: OuterRef("pk")})))
    return rows


def _protected_by(model: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    """Which of our models hold a row of this one back: those that point at it and do not go together with it."""
    ours = set(our_models())
    for relation in model._meta.related_objects:
        other, field = relation.related_model, relation.field.name
        if relation.on_delete is not models.PROTECT or other not in ours:
            continue
        goes_along = (rule.path for rule in declaration_of(other).keep.parts() if isinstance(rule, AsLongAs))
        if field not in goes_along:
            yield other, field
