"""Booking a seat, giving it back, and changing to another date."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.errors import Refused
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.workshops.actions import emails
from onemm.workshops.actions.waiting import free_seat, let_go, locked, locked_with, seat_the_next, told_already
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.refusals import NoSeatThere, NothingToAnswer, NotYours, WorkshopHasBegun, WorkshopIsOver

STILL_CHANGES = (Booking.State.WAITING, Booking.State.BOOKED)


@transaction.atomic
def book_seat(*, workshop: Workshop, by: Person) -> Booking:
    """Give someone a free seat, or a place on the waiting list. Booking twice returns the booking that stands.

    :raises WorkshopIsOver: it was held or cancelled.
    :raises WorkshopHasBegun: too late.
    :raises NotYours: they take no courses.
    """
    if not access.can(by, Permission.COURSE_TAKE):
        raise NotYours
    workshop = locked(workshop)
    _must_be_ahead(workshop)
    standing = Booking.objects.standing().filter(workshop=workshop, person=by).first()
    if standing is not None:
        return standing
    seat = free_seat(workshop)
    state = Booking.State.BOOKED if seat is not None else Booking.State.WAITING
    booking = Booking.objects.create(
        workshop=workshop, person=by, state=state, seat=seat, queued_at=now(), reminded_at=told_already(seat, workshop)
    )
    audit.record("booking:made", subject=booking, by=by, state=state.value)
    if seat is not None:
        emails.tell_booked(booking)
    return booking


@transaction.atomic
def cancel_booking(*, booking: Booking, by: Person) -> None:
    """Give a seat back, or leave the waiting list. The next in line is asked at once. Twice changes nothing.

    :raises NotYours: it is someone else's.
    :raises WorkshopHasBegun: too late; the trainer's list says who came.
    """
    workshop, booking = locked_with(booking, by)
    if booking.state == Booking.State.CANCELLED:
        return
    _must_be_ahead(workshop)
    let_go(booking)
    audit.record("booking:cancelled", subject=booking, by=by)
    seat_the_next(workshop)


@transaction.atomic
def change_booking(*, booking: Booking, to: Workshop, by: Person) -> Booking:
    """Give one seat back and take one elsewhere, both or neither.

    :raises NotYours: it is someone else's.
    :raises NothingToAnswer: the booking is over, or it is the same workshop.
    :raises NoSeatThere: the other one is full; this seat is kept.
    """
    if booking.person_id != by.pk:
        raise NotYours
    # Two people changing places must not wait for one another: rows are locked in one order, whoever asks.
    for workshop in sorted({booking.workshop, to}, key=lambda workshop: workshop.pk):
        locked(workshop)
    booking = Booking.objects.select_for_update().select_related("workshop").get(pk=booking.pk)
    if booking.state not in STILL_CHANGES or booking.workshop_id == to.pk:
        raise NothingToAnswer
    _must_be_ahead(booking.workshop)
    new_booking = book_seat(workshop=to, by=by)
    if new_booking.state != Booking.State.BOOKED:
        raise NoSeatThere
    cancel_booking(booking=booking, by=by)
    return new_booking


def _must_be_ahead(workshop: Workshop) -> None:
    refusal: Refused | None = None
    if not workshop.is_offered:
        refusal = WorkshopIsOver()
    elif workshop.starts_at <= now():
        refusal = WorkshopHasBegun()
    if refusal is not None:
        raise refusal
