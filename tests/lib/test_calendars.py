"""Calendar files are right on both days when clocks change: read back by icalendar, and their zone by dateutil, which
shares no code.
"""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from dateutil.tz import tzical
from icalendar import Calendar

from onemm.lib.calendars import Appointment, calendar_file
from onemm.lib.clock import LONDON

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
        "uid": "abc@onemm",
        "title": "Listening; well, and “long”",
        "words": "Two\nlines, with a comma",
        "where": "The library, OL1 1UL",
        "url": "https://onemm.example/x",
        "starts_at": starts_at,
        "minutes": 120,
        "version": 3,
        "written_at": WRITTEN,
        **changes,
    }
    return Appointment(**given)  # type: ignore[arg-type]  # tests give what they like


@pytest.mark.parametrize("starts_at", STARTS, ids=str)
def test_a_calendar_reads_the_moment_that_was_meant(starts_at: datetime) -> None:
    content = calendar_file(appointment(starts_at))
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
    text = calendar_file(appointment(starts_at)).decode()
    lines = dict(line.split(":", 1) for line in text.split("BEGIN:VEVENT")[1].splitlines() if ":" in line)
    local = datetime.fromisoformat(lines["DTSTART;TZID=Europe/London"])
    zone = tzical(StringIO(text.replace("\r\n", "\n"))).get("Europe/London")
    assert local.replace(tzinfo=zone).astimezone(UTC) == starts_at.astimezone(UTC)


def test_a_file_of_what_is_off_takes_it_out_of_the_diary() -> None:
    content = calendar_file(appointment(STARTS[0], is_off=True))
    assert b"STATUS:CANCELLED" in content
    assert b"METHOD:CANCEL" in content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
