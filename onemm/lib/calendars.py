"""The file that puts an appointment into anyone's calendar: an interview, a workshop."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from onemm.lib.clock import LONDON

ZONE_FROM, ZONE_UNTIL = date(2020, 1, 1), date(2040, 1, 1)
"""The days for which the file says when clocks change."""


@dataclass(frozen=True)
class Appointment:
    """What a calendar needs to know.

    `uid` stays the same when the appointment moves, and `version` grows, so that a calendar replaces what it knew.
    `is_off` takes it out of the calendar.
    """

    uid: str
    version: int
    title: str
    words: str
    where: str
    starts_at: datetime
    minutes: int
    written_at: datetime
    url: str = ""
    is_off: bool = False


def calendar_file(appointment: Appointment) -> bytes:
    """Return an iCalendar file (RFC 5545) with one event, in London time with the rules of the zone beside it.

    A calendar that holds the hour on London's wall keeps it should the law move the clocks, which one in UTC would not.
    It says how long, not until when: on the night when an hour comes twice, an end by the clock would be one of two
    moments.
    """
    event = Event()
    event.add("uid", appointment.uid)
    event.add("sequence", appointment.version)
    event.add("dtstamp", appointment.written_at.astimezone(UTC))
    event.add("dtstart", appointment.starts_at.astimezone(UTC).astimezone(LONDON))
    event.add("duration", timedelta(minutes=appointment.minutes))
    event.add("summary", appointment.title)
    event.add("description", appointment.words)
    event.add("location", appointment.where)
    if appointment.url:
        event.add("url", appointment.url)
    event.add("status", "CANCELLED" if appointment.is_off else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//One Million Mentors//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if appointment.is_off else "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones(first_date=ZONE_FROM, last_date=ZONE_UNTIL)
    return bytes(calendar.to_ical())
