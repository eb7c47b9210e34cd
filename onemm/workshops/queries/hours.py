"""What someone learned in workshops, for the ledger of learning hours."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Sum

from onemm.people.models import Person
from onemm.workshops.models import Booking


@dataclass(frozen=True)
class Attended:
    """A workshop that someone was at."""

    title: str
    minutes: int
    at: datetime


def minutes_in_workshops(person: Person) -> int:
    return Booking.objects.filter(person=person, state=Booking.State.ATTENDED).aggregate(all=Sum("minutes"))["all"] or 0


def attended_by(person: Person) -> tuple[Attended, ...]:
    bookings = Booking.objects.filter(person=person, state=Booking.State.ATTENDED).select_related("workshop")
    return tuple(Attended(booking.workshop.title, booking.minutes, booking.workshop.starts_at) for booking in bookings)
