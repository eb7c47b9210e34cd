"""The time, asked for in one place, so that tests and the demo world can hold it still."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

LONDON = ZoneInfo("Europe/London")
"""Where the programme runs: the clock on its walls."""


def now() -> datetime:
    """The moment, aware, in UTC."""
    return timezone.now()


def today() -> date:
    """The date where the programme runs (Europe/London): a check expires at local midnight, whatever the clocks do."""
    return timezone.localdate()


def age_on(born: date, day: date) -> int:
    """Return the age in whole years on a day.

    Someone born on 29 February has their birthday on 1 March in other years.
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
