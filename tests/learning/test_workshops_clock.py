"""Reminders and half-days follow the clock on the wall, on both days when clocks change."""

from datetime import UTC, datetime, timedelta

import pytest

from onemm.lib.clock import LONDON
from onemm.workshops.rules import next_half_day, reminder_due


@pytest.mark.parametrize(
    "starts_at", [datetime(2026, 3, 30, 18, 0, tzinfo=LONDON), datetime(2026, 10, 26, 18, 0, tzinfo=LONDON)]
)
def test_a_reminder_comes_at_the_same_hour_two_days_before_whatever_the_clocks_do(starts_at: datetime) -> None:
    due = datetime(starts_at.year, starts_at.month, starts_at.day - 2, 18, 0, tzinfo=LONDON)
    assert not reminder_due(due.astimezone(UTC) - timedelta(minutes=1), starts_at)
    assert reminder_due(due, starts_at)
    assert not reminder_due(starts_at, starts_at)


def test_a_half_day_becomes_the_next_such_day() -> None:
    thursday_evening = 11
    assert next_half_day(thursday_evening, datetime(2026, 3, 26, tzinfo=LONDON).date()) == datetime(
        2026, 3, 26, 18, 0, tzinfo=LONDON
    )
    assert next_half_day(thursday_evening, datetime(2026, 3, 27, tzinfo=LONDON).date()) == datetime(
        2026, 4, 2, 18, 0, tzinfo=LONDON
    )
