"""Saying yes or no: to a seat that became free, and to another date; and what happens when nobody answers."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.people.models import Person
from onemm.workshops.actions import emails
from onemm.workshops.actions.waiting import free_seat, let_go, locked, locked_with, seat_the_next, told_already
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.refusals import NothingToAnswer, OfferIsOver, WorkshopHasBegun
from onemm.workshops.rules import offer_until


@transaction.atomic
def accept_seat(*, booking: Booking, by: Person) -> Booking:
    """Say yes to the seat held for oneself; or, in the last hours, to one that is free for all who wait. Twice is once.

    :raises NotYours: it is someone else's.
    :raises OfferIsOver: the time to answer is over, or someone was quicker.
    :raises WorkshopHasBegun: too late.
    """
    workshop, booking = locked_with(booking, by)
    if booking.state == Booking.State.BOOKED:
        return booking
    if booking.state != Booking.State.WAITING or not workshop.is_offered:
        raise OfferIsOver
    if workshop.starts_at <= now():
        raise WorkshopHasBegun
    if booking.offer_until is None and offer_until(now(), workshop.starts_at) is None:
        booking.seat = free_seat(workshop)
    elif booking.offer_until is None or booking.offer_until < now():
        raise OfferIsOver
    if booking.seat is None:
        raise OfferIsOver
    move(booking, Booking.State.BOOKED)
    booking.offer_until, booking.reminded_at = None, told_already(booking.seat, workshop)
    booking.save(update_fields=["state", "seat", "offer_until", "reminded_at"])
    audit.record("seat:accepted", subject=booking, by=by)
    emails.tell_booked(booking)
    return booking


@transaction.atomic
def answer_move(*, booking: Booking, by: Person, yes: bool) -> None:
    """Say whether the new date suits. No gives the seat to the next in line.

    :raises NotYours: it is someone else's.
    :raises NothingToAnswer: nobody asked, or it is over.
    """
    workshop, booking = locked_with(booking, by)
    if (
        booking.state != Booking.State.BOOKED
        or not booking.moved
        or not workshop.is_offered
        or workshop.starts_at <= now()
    ):
        raise NothingToAnswer
    audit.record("move:answered", subject=booking, by=by, yes=yes)
    if not yes:
        let_go(booking)
        seat_the_next(workshop)
        return
    booking.moved = Booking.Moved.KEPT
    booking.save(update_fields=["moved"])


def lapse_offers() -> int:
    """Pass on every seat whose time to answer is over, and return how many.

    Each workshop in a transaction of its own.
    """
    late = Booking.objects.filter(state=Booking.State.WAITING, offer_until__lt=now())
    return sum(_pass_on(workshop) for workshop in Workshop.objects.filter(pk__in=late.values("workshop")))


@transaction.atomic
def _pass_on(workshop: Workshop) -> int:
    workshop = locked(workshop)
    late = list(
        Booking.objects.queue().filter(workshop=workshop, offer_until__lt=now()).select_related("person", "workshop")
    )
    for booking in late:
        let_go(booking)
        audit.record("seat:passed_on", subject=booking, by=None)
        emails.tell_passed_on(booking)
    seat_the_next(workshop)
    return len(late)


@transaction.atomic
def lapse_questions() -> int:
    """Mark whoever has not said in time whether a new date suits. They keep their seat; the trainer sees the mark."""
    asked = Booking.objects.booked().filter(moved=Booking.Moved.ASKED, workshop__answer_by__lt=now())
    late = list(asked.select_for_update(of=("self",)).order_by("pk"))
    for booking in late:
        booking.moved = Booking.Moved.UNANSWERED
        booking.save(update_fields=["moved"])
        audit.record("move:unanswered", subject=booking, by=None)
    return len(late)
