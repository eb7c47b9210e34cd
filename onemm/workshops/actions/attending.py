"""On the day and after it: who came, who walked in, who did not come, and how it was."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.lib.names import tidy_email
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.worklist.actions import sync_again
from onemm.workshops.actions import emails
from onemm.workshops.actions.waiting import free_seat, let_go, locked
from onemm.workshops.models import CODE_LETTERS, Booking, Opinion, Workshop
from onemm.workshops.refusals import (
    CodeIsUnknown,
    DoorsAreShut,
    GaveSeatBack,
    ListIsClosed,
    NotYours,
    OpinionWasGiven,
    PersonIsUnknown,
    WasNotThere,
    WorkshopIsOver,
)
from onemm.workshops.rules import CORRECTIONS_FOR, DOORS_OPEN

State = Booking.State


@dataclass(frozen=True)
class Ticked:
    """A row of the list after a tick; `stands`: something said later elsewhere was kept instead."""

    booking: Booking
    stands: bool


@transaction.atomic
def check_in(*, workshop: Workshop, code: str, by: Person) -> Booking:
    """Tick someone by the code on their phone or in their e-mail. Twice counts once.

    :raises NotYours: another trainer's list.
    :raises DoorsAreShut: it is more than two hours before the start.
    :raises ListIsClosed: it was closed too long ago.
    :raises CodeIsUnknown: nobody on this list has it; `field` is `code`.
    """
    workshop = _open_list(workshop, by)
    tidy = "".join(code.lower().split())
    bookings = Booking.objects.standing().filter(workshop=workshop).select_related("person", "workshop")
    booking = next(
        (candidate for candidate in bookings if len(tidy) >= CODE_LETTERS and candidate.public_id.startswith(tidy)),
        None,
    )
    if booking is None:
        raise CodeIsUnknown(field="code")
    _count_in(booking, by)
    return booking


@transaction.atomic
def save_list(*, workshop: Workshop, present: Collection[str], by: Person) -> int:
    """Write down the ticks of a list: who is ticked was there; who was ticked before and is not now, was not. Returns
    how many.

    :raises NotYours, DoorsAreShut, ListIsClosed: as for one.
    """
    workshop = _open_list(workshop, by)
    there = 0
    for booking in (
        Booking.objects.standing().filter(workshop=workshop).select_related("person", "workshop").order_by("pk")
    ):
        if booking.public_id in present:
            _count_in(booking, by)
            there += 1
        elif booking.state == State.ATTENDED:
            _count_out(booking, by)
    return there


@transaction.atomic
def tick(*, workshop: Workshop, booking: str, here: bool, at: datetime, by: Person) -> Ticked:
    """Write down that someone was there or not, as it was seen at a moment: perhaps hours ago, on a phone without a
    line.

    What was said later elsewhere stands. That a list was closed says nothing about one person, so a tick still counts
    after it.

    :raises NotYours, DoorsAreShut, ListIsClosed: as for a code.
    :raises GaveSeatBack: they are not on the list any more.
    """
    workshop = _open_list(workshop, by)
    entry = (
        Booking.objects.standing()
        .filter(workshop=workshop, public_id=booking)
        .select_related("person", "workshop")
        .first()
    )
    if entry is None:
        raise GaveSeatBack
    at = max(min(at, now()), workshop.starts_at - DOORS_OPEN)  # a phone's clock may be wrong
    is_later = entry.settled_at is not None and entry.settled_at > at and entry.settled_at != workshop.over_at
    if is_later and (entry.state == State.ATTENDED) != here:
        audit.record("tick:too_late", subject=entry, by=by, here=here)
        return Ticked(entry, stands=True)
    if here:
        _count_in(entry, by, at)
    elif entry.state == State.ATTENDED:
        _count_out(entry, by, at)
    return Ticked(entry, stands=False)


@transaction.atomic
def add_walk_in(*, workshop: Workshop, email: str, by: Person) -> Booking:
    """Add someone who stands at the door without a booking, and tick them. With no chair left, whoever runs the room
    decides.

    :raises NotYours, DoorsAreShut, ListIsClosed: as for a tick.
    :raises PersonIsUnknown: no mentor or applicant has this address; `field` is `email`.
    """
    workshop = _open_list(workshop, by)
    person = Person.objects.active().filter(email=tidy_email(email)).first()
    if person is None or not access.can(person, Permission.COURSE_TAKE):
        raise PersonIsUnknown(field="email")
    booking = (
        Booking.objects.standing().filter(workshop=workshop, person=person).select_related("person", "workshop").first()
    )
    if booking is None:
        booking = Booking.objects.create(
            workshop=workshop, person=person, state=State.WAITING, walked_in=True, queued_at=now()
        )
        audit.record("booking:walked_in", subject=booking, by=by)
    _count_in(booking, by)
    return booking


@transaction.atomic
def close_list(*, workshop: Workshop, by: Person) -> Workshop:
    """Say that the workshop was held: whoever had a seat and is not ticked did not come; whoever still waits is let go.

    :raises NotYours: another trainer's.
    :raises WorkshopIsOver: it was closed or cancelled before.
    :raises DoorsAreShut: it has not begun.
    """
    workshop = _own_workshop(workshop, by)
    if not workshop.is_offered:
        raise WorkshopIsOver
    if workshop.starts_at > now():
        raise DoorsAreShut("The list can be closed when the workshop has begun.")
    move(workshop, Workshop.State.HELD)
    workshop.over_at = now()
    workshop.save(update_fields=["state", "over_at"])
    for booking in (
        Booking.objects.standing().filter(workshop=workshop).select_related("person", "workshop").order_by("pk")
    ):
        if booking.state == State.BOOKED:
            move(booking, State.MISSED)
            booking.settled_at = workshop.over_at
            booking.save(update_fields=["state", "settled_at"])
        elif booking.state == State.WAITING:
            let_go(booking)
        elif booking.state == State.ATTENDED:
            emails.tell_how_was_it(booking)
    sync_again(subject=workshop)
    audit.record("workshop:held", subject=workshop, by=by)
    return workshop


@transaction.atomic
def give_opinion(*, booking: Booking, value: int, words: str, by: Person) -> Opinion:
    """Say how a workshop was, from 1 to 5, once.

    :raises NotYours: someone else's booking.
    :raises WasNotThere: they were not there.
    :raises OpinionWasGiven: they have said it.
    """
    if booking.person_id != by.pk:
        raise NotYours
    booking = Booking.objects.select_for_update().get(pk=booking.pk)
    if booking.state != State.ATTENDED:
        raise WasNotThere
    opinion, new = Opinion.objects.get_or_create(booking=booking, defaults={"value": value, "words": words.strip()})
    if not new:
        raise OpinionWasGiven
    audit.record("opinion:given", subject=opinion, by=by)
    return opinion


def _own_workshop(workshop: Workshop, by: Person) -> Workshop:
    if workshop.trainer_id != by.pk or not access.can(by, Permission.WORKSHOP_RUN):
        raise NotYours
    return locked(workshop)


def _open_list(workshop: Workshop, by: Person) -> Workshop:
    workshop = _own_workshop(workshop, by)
    if workshop.state == Workshop.State.CANCELLED:
        raise WorkshopIsOver
    if now() < workshop.starts_at - DOORS_OPEN:
        raise DoorsAreShut
    if workshop.over_at is not None and now() > workshop.over_at + CORRECTIONS_FOR:
        raise ListIsClosed
    return workshop


def _count_in(booking: Booking, by: Person, at: datetime | None = None) -> None:
    if booking.state == State.ATTENDED:
        return
    if booking.seat is None:
        booking.seat = free_seat(booking.workshop)
    move(booking, State.ATTENDED)
    booking.offer_until, booking.minutes, booking.settled_at = None, booking.workshop.minutes, at or now()
    booking.save(update_fields=["state", "seat", "offer_until", "minutes", "settled_at"])
    audit.record("booking:attended", subject=booking, by=by)
    if booking.workshop.state == Workshop.State.HELD:
        emails.tell_how_was_it(booking)


def _count_out(booking: Booking, by: Person, at: datetime | None = None) -> None:
    move(booking, State.MISSED)
    booking.minutes, booking.settled_at = 0, at or now()
    booking.save(update_fields=["state", "minutes", "settled_at"])
    audit.record("booking:missed", subject=booking, by=by)
