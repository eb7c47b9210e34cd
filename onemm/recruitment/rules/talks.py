"""When a talk may be, and the file that puts it into anybody's calendar."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

EARLIEST, LATEST = time(7, 0), time(21, 0)
"""Talks begin between these, by the clock on the wall. No hour that the clocks skip or repeat lies between them."""
LEAST_NOTICE = timedelta(hours=4)
MOST_AT_ONCE = 16


@dataclass(frozen=True)
class Appointment:
    """What a calendar needs to know. `name` stays the same when it moves, and `version` grows."""

    name: str
    version: int
    starts_at: datetime
    minutes: int
    title: str
    where: str
    words: str
    written_at: datetime


def calendar_file(one: Appointment) -> bytes:
    """Return an iCalendar file (RFC 5545) with one event.

    Its times are in UTC, which every calendar shows by its own owner's clock: nothing shifts when the clocks change.
    """
    event = Event()
    event.add("uid", one.name)
    event.add("sequence", one.version)
    event.add("dtstamp", one.written_at.astimezone(UTC))
    event.add("dtstart", one.starts_at.astimezone(UTC))
    event.add("dtend", (one.starts_at + timedelta(minutes=one.minutes)).astimezone(UTC))
    event.add("summary", one.title)
    event.add("location", one.where)
    event.add("description", one.words)
    calendar = Calendar()
    calendar.add("prodid", "-//One Million Mentors//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
