"""Seats that became free find the next person by themselves. Called with the workshop's row locked."""

from datetime import datetime

from django.db import OperationalError, transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.people.models import Person
from onemm.workshops.actions import emails
from onemm.workshops.models import Booking, Seat, Workshop
from onemm.workshops.refusals import NotYours, TooManyAtOnce
from onemm.workshops.rules import offer_until, reminder_due

TIMES_IN_LINE = 4


def locked(workshop: Workshop) -> Workshop:
    """Return the row, locked: whoever gives or takes a seat of this workshop stands in line here.

    A database that tires of waiting ends the statement. The savepoint lets us stand in line again, and in the end say
    so politely.

    :raises TooManyAtOnce: it was not our turn after so many tries.
    """
    for _ in range(TIMES_IN_LINE):
        try:
            with transaction.atomic():
                return Workshop.objects.select_for_update().get(pk=workshop.pk)
        except OperationalError:
            continue
    raise TooManyAtOnce


def locked_with(booking: Booking, by: Person) -> tuple[Workshop, Booking]:
    """Return the workshop and one's own booking of it, both locked, in this order.

    :raises NotYours: it is someone else's.
    :raises TooManyAtOnce: it was not our turn after so many tries.
    """
    if booking.person_id != by.pk:
        raise NotYours
    return locked(booking.workshop), Booking.objects.select_for_update().get(pk=booking.pk)


def free_seat(workshop: Workshop) -> Seat | None:
    return Seat.objects.filter(workshop=workshop, booking=None).order_by("number").first()


def seat_the_next(workshop: Workshop) -> None:
    """Offer every free seat to whoever has waited longest, or, too late for turns, tell all who wait."""
    if not workshop.is_offered or workshop.starts_at <= now():
        return
    waiting = list(Booking.objects.queue().filter(workshop=workshop, seat=None).select_related("person", "workshop"))
    free = list(Seat.objects.filter(workshop=workshop, booking=None).order_by("number"))
    until = offer_until(now(), workshop.starts_at)
    if until is None and free:
        for booking in waiting:
            emails.tell_free_for_all(booking, moment=now().strftime("%Y%m%d%H%M"))
        return
    for booking, seat in zip(waiting, free, strict=False):
        booking.seat, booking.offer_until = seat, until
        booking.save(update_fields=["seat", "offer_until"])
        audit.record("seat:offered", subject=booking, by=None)
        emails.tell_offered(booking)


def told_already(seat: Seat | None, workshop: Workshop) -> datetime | None:
    """Return when someone who takes a seat was reminded: now, if it is so soon that the e-mail about the seat is the
    reminder.
    """
    return now() if seat is not None and reminder_due(now(), workshop.starts_at) else None


def let_go(booking: Booking) -> None:
    """Cancel a booking and free what it held."""
    move(booking, Booking.State.CANCELLED)
    booking.seat, booking.offer_until, booking.settled_at = None, None, now()
    booking.save(update_fields=["state", "seat", "offer_until", "settled_at"])
