"""Limits: in hours, in days, or in working days. Each says when something that began at a moment is due."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from django.utils import timezone

from onemm.worklist.rules.working_days import is_working_day


class Limit(Protocol):
    """How long something may wait."""

    def after(self, since: datetime) -> datetime:
        """Return when it is due."""
        ...


@dataclass(frozen=True)
class Hours:
    """So many hours by the clock, nights and holidays included: for what cannot wait for office hours."""

    number: int

    def after(self, since: datetime) -> datetime:
        return since + timedelta(hours=self.number)


@dataclass(frozen=True)
class Days:
    """So many times twenty-four hours."""

    number: int

    def after(self, since: datetime) -> datetime:
        return since + timedelta(days=self.number)


@dataclass(frozen=True)
class WorkingDays:
    """By the end of the so-manieth working day after the one on which it began, in London.

    As people count in England and Wales; who lives in Scotland or Northern Ireland hears by the same day.
    """

    number: int

    def after(self, since: datetime) -> datetime:
        day, left = timezone.localdate(since), self.number
        while left:
            day += timedelta(days=1)
            left -= is_working_day(day)
        return timezone.make_aware(datetime.combine(day, datetime.max.time()))
