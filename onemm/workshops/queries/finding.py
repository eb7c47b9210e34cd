"""What is near someone, what has room, and where they stand in a queue."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from onemm.lib.geo import Point
from onemm.people.models import Person
from onemm.places.queries import nearest
from onemm.workshops.models import Booking, Workshop, WorkshopQuerySet

MOST_SHOWN = 50


@dataclass(frozen=True)
class WorkshopFound:
    """A workshop that someone could go to: how far (`None` online), seats free, how many wait, and their own booking
    if they have one.
    """

    workshop: Workshop
    km: float | None
    free: int
    waiting: int
    booking: Booking | None


def with_room(rows: WorkshopQuerySet) -> WorkshopQuerySet:
    """Add to each row `free`, `all_seats` and `waiting`, the earliest first: rows that are counted have no order of
    their own.
    """
    return rows.annotate(
        free=Count("seats", filter=Q(seats__booking=None), distinct=True),
        all_seats=Count("seats", distinct=True),
        waiting=Count("bookings", filter=Q(bookings__state="waiting", bookings__seat=None), distinct=True),
    ).order_by("starts_at", "pk")


def found_workshops(
    person: Person, *, point: Point | None, km: float, from_day: date | None = None, limit: int = MOST_SHOWN
) -> tuple[WorkshopFound, ...]:
    """Return what is to come: face to face within a distance, the nearest first, then online by date. Without a point,
    all by date.

    What is offered is offered to everyone who takes courses; the gate of the page asks for that.
    """
    workshops = Workshop.objects.coming()
    if from_day is not None:
        workshops = workshops.filter(starts_at__gte=timezone.make_aware(datetime.combine(from_day, time.min)))
    away: dict[int, float | None] = {}
    if point is not None:
        away.update(nearest(workshops, point, km, limit))
        away.update(dict.fromkeys(workshops.filter(latitude=None).values_list("pk", flat=True)[:limit]))
    else:
        away.update(dict.fromkeys(workshops.values_list("pk", flat=True)[:limit]))
    shown = {
        workshop.pk: workshop for workshop in with_room(Workshop.objects.filter(pk__in=away)).select_related("trainer")
    }
    bookings = {booking.workshop_id: booking for booking in standing_bookings_of(person).filter(workshop__in=shown)}
    return tuple(_as_found(shown[pk], km_away, bookings.get(pk)) for pk, km_away in away.items())


def _as_found(workshop: Workshop, km: float | None, booking: Booking | None) -> WorkshopFound:
    counts = vars(workshop)
    return WorkshopFound(workshop, km, counts["free"], counts["waiting"], booking)


def standing_bookings_of(person: Person) -> "QuerySet[Booking]":
    """Return someone's bookings that are not cancelled, the next workshop first."""
    return (
        Booking.objects.standing()
        .filter(person=person)
        .select_related("workshop__trainer")
        .order_by("workshop__starts_at", "pk")
    )


def place_in_queue(booking: Booking) -> int:
    """Return someone's place among those who wait without an offer: 1 is next. 0: they do not wait."""
    if booking.state != Booking.State.WAITING or booking.seat_id is not None:
        return 0
    ahead = Q(queued_at__lt=booking.queued_at) | Q(queued_at=booking.queued_at, pk__lt=booking.pk)
    return Booking.objects.queue().filter(ahead, workshop=booking.workshop_id, seat=None).count() + 1
