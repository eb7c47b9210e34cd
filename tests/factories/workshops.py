"""Workshops as tests need them, made through the actions."""

from datetime import datetime, time, timedelta
from itertools import count

from django.utils import timezone

from onemm.lib.clock import today
from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.workshops import actions
from onemm.workshops.actions.offering import Details
from onemm.workshops.models import Booking, Draft, Workshop
from tests.cast import Cast

_numbers = count(1)
USUAL: dict[str, object] = {
    "title": "Listening well",
    "covers": "How to listen so that somebody goes on talking.",
    "channel": "face_to_face",
    "minutes": 120,
    "seats": 2,
    "venue": "Oldham Library",
    "postcode": "OL1 1UL",
    "access_notes": "Step-free from the square.",
}
ONLINE: dict[str, object] = {"channel": "online", "link": "https://rooms.example/abc", "venue": "", "postcode": ""}


def in_days(days: int, hour: int = 18) -> datetime:
    """Return an hour of the clock on the wall, so many days from today."""
    return timezone.make_aware(datetime.combine(today() + timedelta(days=days), time(hour)))


def details(**changes: object) -> Details:
    return Details(**{**USUAL, **changes})  # type: ignore[arg-type]  # tests give what they like


def a_workshop(cast: Cast, *, days: int = 10, by: Person | None = None, **changes: object) -> Workshop:
    """Two seats at the library, ten days from now, by Tom."""
    assert cast.area
    return actions.offer_workshop(details=details(**changes), starts_at=in_days(days), by=by or cast.tom)


def a_draft(cast: Cast, *people: Person, days: int = 20, **changes: object) -> Draft:
    """Planned by Priya at Theo's school, twenty days from now."""
    said = {
        "site": cast.site,
        "starts_at": in_days(days),
        "seats": 12,
        "reasons": "3 people could come.",
        "people": [one.pk for one in people],
        "by": cast.priya,
    }
    return actions.draft_workshop(**{**said, **changes})  # type: ignore[arg-type]  # tests give what they like


def a_learner() -> Person:
    number = next(_numbers)
    person = Person.objects.create_user(
        f"learner{number}@example.org", first_name=f"Learner{number}", last_name="Tester"
    )
    grant_role(person=person, role=Role.MENTOR, by=None)
    return person


def booked(workshop: Workshop, *people: Person) -> list[Booking]:
    return [actions.book_seat(workshop=workshop, by=person) for person in people]
