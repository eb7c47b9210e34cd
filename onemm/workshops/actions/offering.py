"""Offering a workshop, changing it, moving it to another date, cancelling it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.lib.names import tidy_name
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.places.queries import area_of, locate
from onemm.worklist.actions import Outcome, sync_again
from onemm.workshops.actions import emails
from onemm.workshops.actions.waiting import let_go, locked, seat_the_next
from onemm.workshops.models import Booking, Seat, Workshop
from onemm.workshops.refusals import (
    LinkIsMissing,
    NotYours,
    PlaceIsUnknown,
    SeatsAreTaken,
    TrainersOnly,
    WorkshopHasBegun,
    WorkshopIsOver,
    WorkshopMustBeAhead,
    WorkshopReasonIsMissing,
)
from onemm.workshops.rules import answer_move_by

TOLD = ("channel", "venue", "postcode", "link", "minutes", "access_notes")
"""What people have in their diary: when one of these changes, they are told."""


@dataclass(frozen=True)
class Details:
    """What a workshop is, but for when. Face to face it needs a venue and its postcode, online a link."""

    title: str
    covers: str
    channel: str
    minutes: int
    seats: int
    venue: str = ""
    postcode: str = ""
    access_notes: str = ""
    link: str = ""


@transaction.atomic
def offer_workshop(*, details: Details, starts_at: datetime, by: Person) -> Workshop:
    """Put a workshop into the diary, with its seats.

    :raises TrainersOnly: whoever offers it is no trainer.
    :raises WorkshopMustBeAhead: the moment is over; `field` is `day`.
    :raises PlaceIsUnknown: the postcode cannot be placed; `field` is `postcode`.
    :raises LinkIsMissing: it is online and has none; `field` is `link`.
    """
    if not access.can(by, Permission.WORKSHOP_RUN):
        raise TrainersOnly
    _must_be_ahead(starts_at)
    workshop = Workshop.objects.create(trainer=by, starts_at=starts_at, **_columns(details))
    Seat.objects.bulk_create(Seat(workshop=workshop, number=number) for number in range(1, details.seats + 1))
    sync_again(subject=workshop)
    audit.record("workshop:offered", subject=workshop, by=by, seats=details.seats)
    return workshop


@transaction.atomic
def edit_workshop(*, workshop: Workshop, details: Details, by: Person) -> Workshop:
    """Change what a workshop is. Everyone with a booking is told what their diary must know. New seats go to those who
    wait.

    :raises NotYours: another trainer's.
    :raises WorkshopIsOver: it was held or cancelled.
    :raises SeatsAreTaken: fewer seats than people who sit on them; `field` is `seats`.
    """
    workshop = _own_workshop_to_change(workshop, by)
    columns = _columns(details)
    is_news = any(getattr(workshop, name) != columns[name] for name in TOLD)
    for name, value in columns.items():
        setattr(workshop, name, value)
    workshop.changes += is_news
    workshop.save()
    _set_seats(workshop, details.seats)
    sync_again(subject=workshop)
    audit.record("workshop:edited", subject=workshop, by=by, seats=details.seats)
    if is_news:
        for booking in _with_a_place(workshop):
            emails.tell_changed(booking)
    seat_the_next(workshop)
    return workshop


@transaction.atomic
def move_workshop(*, workshop: Workshop, starts_at: datetime, by: Person) -> Workshop:
    """Move a workshop to another date: everyone keeps their seat, is told, and is asked whether it suits.

    :raises NotYours: another trainer's.
    :raises WorkshopIsOver: it was held or cancelled.
    :raises WorkshopMustBeAhead: the new moment is over, or is the old one; `field` is `day`.
    """
    workshop = _own_workshop_to_change(workshop, by)
    _must_be_ahead(starts_at)
    if starts_at == workshop.starts_at:
        raise WorkshopMustBeAhead("This is when it is already.", field="day")
    before = emails.day_and_time(workshop)
    move(workshop, Workshop.State.MOVED)
    workshop.starts_at, workshop.answer_by = starts_at, answer_move_by(now(), starts_at)
    workshop.changes += 1
    workshop.save()
    for booking in _with_a_place(workshop):
        if booking.state == Booking.State.BOOKED:
            booking.moved, booking.reminded_at = Booking.Moved.ASKED, None
            booking.save(update_fields=["moved", "reminded_at"])
        emails.tell_moved(booking, before=before)
    sync_again(subject=workshop)
    audit.record("workshop:moved", subject=workshop, by=by)
    # What was too soon for turns may now be far enough ahead for them.
    seat_the_next(workshop)
    return workshop


@transaction.atomic
def cancel_workshop(*, workshop: Workshop, reason: str, by: Person) -> None:
    """Take a workshop out of the diary, and tell everyone who booked or waits, with the reason.

    :raises NotYours: another trainer's.
    :raises WorkshopIsOver: it was held or cancelled.
    :raises WorkshopHasBegun: it has begun; close the list instead.
    :raises WorkshopReasonIsMissing: nothing was said; `field` is `reason`.
    """
    workshop = _own_workshop_to_change(workshop, by)
    if workshop.starts_at <= now():
        raise WorkshopHasBegun("It has begun. Tick who came, and close the list.")
    if not reason.strip():
        raise WorkshopReasonIsMissing(field="reason")
    move(workshop, Workshop.State.CANCELLED)
    workshop.reason, workshop.over_at = reason.strip(), now()
    workshop.changes += 1
    workshop.save()
    for booking in _with_a_place(workshop):
        let_go(booking)
        emails.tell_cancelled(booking)
    sync_again(subject=workshop, outcome=Outcome.DROPPED)
    audit.record("workshop:cancelled", subject=workshop, by=by)


def _own_workshop_to_change(workshop: Workshop, by: Person) -> Workshop:
    if workshop.trainer_id != by.pk or not access.can(by, Permission.WORKSHOP_RUN):
        raise NotYours
    workshop = locked(workshop)
    if not workshop.is_offered:
        raise WorkshopIsOver
    return workshop


def _must_be_ahead(starts_at: datetime) -> None:
    if starts_at <= now():
        raise WorkshopMustBeAhead(field="day")


def _columns(details: Details) -> dict[str, object]:
    """Return the columns that say what a workshop is; what belongs to the other channel is left empty."""
    shared: dict[str, object] = {
        "title": tidy_name(details.title),
        "covers": details.covers.strip(),
        "channel": details.channel,
        "minutes": details.minutes,
        "access_notes": details.access_notes.strip(),
    }
    if details.channel == Workshop.Channel.ONLINE:
        if not details.link:
            raise LinkIsMissing(field="link")
        return {
            **shared,
            "link": details.link,
            "venue": "",
            "postcode": "",
            "latitude": None,
            "longitude": None,
            "area": None,
        }
    point = locate(details.postcode)
    if point is None or not details.venue.strip():
        raise PlaceIsUnknown(field="postcode") if point is None else PlaceIsUnknown("Say where it is.", field="venue")
    return {
        **shared,
        "link": "",
        "venue": tidy_name(details.venue),
        "postcode": details.postcode,
        "latitude": point.latitude,
        "longitude": point.longitude,
        "area": area_of(details.postcode),
    }


def _set_seats(workshop: Workshop, seats: int) -> None:
    """Bring in chairs, or take away empty ones."""
    there = list(Seat.objects.filter(workshop=workshop).order_by("number").select_related("booking"))
    spare = [seat for seat in there if not hasattr(seat, "booking")]
    too_many = len(there) - seats
    if too_many > len(spare):
        raise SeatsAreTaken(field="seats")
    if too_many > 0:
        Seat.objects.filter(pk__in=[seat.pk for seat in spare[-too_many:]]).delete()
    last = there[-1].number if there else 0
    Seat.objects.bulk_create(Seat(workshop=workshop, number=last + extra) for extra in range(1, seats - len(there) + 1))


def _with_a_place(workshop: Workshop) -> list[Booking]:
    """Those who have a seat or wait for one; each holds this very workshop, as it is now."""
    bookings = list(
        Booking.objects.filter(workshop=workshop, state__in=(Booking.State.WAITING, Booking.State.BOOKED))
        .select_related("person")
        .order_by("pk")
    )
    for booking in bookings:
        booking.workshop = workshop
    return bookings
