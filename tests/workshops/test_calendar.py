"""Calendar files are right on both days when clocks change: read back by icalendar, and their zone by dateutil, which
shares no code.
"""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from dateutil.tz import tzical
from icalendar import Calendar

from onemm.workshops.rules import LONDON, Appointment, calendar_file, next_half_day, reminder_due

WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
STARTS = (
    datetime(2026, 3, 28, 18, 0, tzinfo=LONDON),
    datetime(2026, 3, 29, 0, 30, tzinfo=LONDON),
    datetime(2026, 3, 29, 10, 0, tzinfo=LONDON),
    datetime(2026, 7, 1, 18, 0, tzinfo=LONDON),
    datetime(2026, 10, 24, 18, 0, tzinfo=LONDON),
    datetime(2026, 10, 25, 0, 30, tzinfo=LONDON),
    datetime(2026, 10, 25, 10, 0, tzinfo=LONDON),
    datetime(2031, 10, 26, 10, 0, tzinfo=LONDON),
)


def appointment(starts_at: datetime, **changes: object) -> Appointment:
    given: dict[str, object] = {
        "uid": "abc",
        "title": "Listening; well, and “long”",
        "words": "Two\nlines, with a comma",
        "where": "The library, OL1 1UL",
        "url": "https://onemm.example/x",
        "starts_at": starts_at,
        "minutes": 120,
        "changes": 3,
        **changes,
    }
    return Appointment(**given)  # type: ignore[arg-type]  # tests give what they like


@pytest.mark.parametrize("starts_at", STARTS, ids=str)
def test_a_calendar_reads_the_moment_that_was_meant(starts_at: datetime) -> None:
    content = calendar_file(appointment(starts_at), written_at=WRITTEN)
    event = Calendar.from_ical(content).walk("VEVENT")[0]
    assert event.decoded("DTSTART").astimezone(UTC) == starts_at.astimezone(UTC)
    assert event.decoded("DURATION") == timedelta(minutes=120)
    assert (event["SUMMARY"], event["DESCRIPTION"], event["SEQUENCE"]) == (
        "Listening; well, and “long”",
        "Two\nlines, with a comma",
        3,
    )


@pytest.mark.parametrize("starts_at", STARTS, ids=str)
def test_another_library_reads_the_same_moment_from_the_zone_in_the_file(starts_at: datetime) -> None:
    text = calendar_file(appointment(starts_at), written_at=WRITTEN).decode()
    lines = dict(line.split(":", 1) for line in text.split("BEGIN:VEVENT")[1].splitlines() if ":" in line)
    local = datetime.fromisoformat(lines["DTSTART;TZID=Europe/London"])
    zone = tzical(StringIO(text.replace("\r\n", "\n"))).get("Europe/London")
    assert local.replace(tzinfo=zone).astimezone(UTC) == starts_at.astimezone(UTC)


def test_a_file_of_what_is_off_takes_it_out_of_the_diary() -> None:
    content = calendar_file(appointment(STARTS[0], is_off=True), written_at=WRITTEN)
    assert b"STATUS:CANCELLED" in content
    assert b"METHOD:CANCEL" in content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


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
