"""Workshops near home: those to come, someone's own, and one of them."""

from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.urls import reverse

from onemm.lib.clock import now
from onemm.lib.geo import KM_PER_MILE
from onemm.mentors.models import MentorProfile
from onemm.people.models import Person
from onemm.places.queries import locate
from onemm.portals.mentor.forms.workshops import NearMe
from onemm.portals.mentor.pages.notices import Notice
from onemm.web.cells import LinkCell, Part, Small, Tag, Text, When
from onemm.web.dates import hours_and_minutes
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.tables import Column, Table
from onemm.web.templatetags.ui_figures import miles
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.queries import Room, WorkshopFound, found_workshops, room_in, standing_bookings_of

USUAL_MILES = 20
DAY_AND_TIME = "l j F, H:i"


@dataclass(frozen=True)
class Yours:
    """A workshop that someone has a place in, or waits for one."""

    title: str
    url: str
    starts_at: datetime
    words: str
    tag: Tag


@dataclass(frozen=True)
class WorkshopsPage:
    """Someone's own workshops, then those to come near a postcode; `is_lost` where nobody knows the postcode."""

    form: NearMe
    yours: tuple[Yours, ...]
    is_lost: bool
    to_come: DrawnTable


@dataclass(frozen=True)
class Facts:
    """When, where, how to get in, and with whom."""

    when: str
    where: str
    getting_in: str
    trainer: str


@dataclass(frozen=True)
class Seats:
    """How full it is, and what a press of the button gets."""

    words: str
    label: str


@dataclass(frozen=True)
class WorkshopPage:
    """One workshop: what it is about, and a seat in it or why there is none."""

    title: str
    covers: str
    facts: Facts
    cancelled: Notice | None
    standing: Notice | None
    seats: Seats | None


def usual_search_of(person: Person) -> dict[str, str]:
    """Return where someone looks who has not said where: near their home."""
    home = MentorProfile.objects.filter(person=person).values_list("postcode", flat=True).first()
    return {"postcode": home or "", "miles": str(USUAL_MILES)}


def workshops_page(person: Person, form: NearMe, address: QueryDict) -> WorkshopsPage:
    near = form.cleaned_data if form.is_valid() else {}
    point = locate(near["postcode"]) if near.get("postcode") else None
    km = (near.get("miles") or USUAL_MILES) * KM_PER_MILE
    found = found_workshops(person, point=point, km=km, from_day=near.get("day")) if near else ()
    return WorkshopsPage(
        form=form,
        yours=tuple(_yours(booking) for booking in standing_bookings_of(person) if booking.workshop.is_offered),
        is_lost=bool(near.get("postcode")) and point is None,
        to_come=TO_COME.drawn(found, address),
    )


def workshop_page(person: Person, workshop: Workshop) -> WorkshopPage:
    booking = standing_bookings_of(person).filter(workshop=workshop).first()
    can_book = workshop.is_offered and workshop.starts_at > now()
    return WorkshopPage(
        title=workshop.title,
        covers=workshop.covers,
        facts=facts_of(workshop, has_seat=False),
        cancelled=Notice("late", "Cancelled", workshop.reason) if workshop.state == Workshop.State.CANCELLED else None,
        standing=_standing(booking, can_book=can_book),
        seats=_seats(room_in(workshop)) if can_book and booking is None else None,
    )


def facts_of(workshop: Workshop, *, has_seat: bool) -> Facts:
    """Return what someone may know of a workshop: the way into an online one is for those with a seat."""
    is_hidden = workshop.is_online and not has_seat
    return Facts(
        when=f"{When(workshop.starts_at, 'l j F Y').words}, {When(workshop.starts_at, 'H:i').words} to "
        f"{When(workshop.ends_at, 'H:i').words}",
        where="Online" if workshop.is_online else f"{workshop.venue}, {workshop.postcode}",
        getting_in="Those with a seat see the link on their booking."
        if is_hidden
        else workshop.access_notes or "Nothing special to know.",
        trainer=workshop.trainer.first_name,
    )


def where_in_short(workshop: Workshop) -> str:
    return "Online" if workshop.is_online else workshop.venue


def _yours(booking: Booking) -> Yours:
    workshop = booking.workshop
    return Yours(
        workshop.title,
        reverse("mentor:booking", args=[booking.public_id]),
        workshop.starts_at,
        f"{When(workshop.starts_at, DAY_AND_TIME).words} · {where_in_short(workshop)}",
        _tag(booking),
    )


def _tag(booking: Booking) -> Tag:
    if booking.has_offer:
        return Tag("A seat is free for you", "wait")
    if booking.state == Booking.State.WAITING:
        return Tag("On the waiting list")
    if booking.moved == Booking.Moved.ASKED:
        return Tag("Does the new date suit you?", "wait")
    return Tag("You have a seat", "good")


def _standing(booking: Booking | None, *, can_book: bool) -> Notice | None:
    """Return the booking that someone has; where they have none and can have none, why."""
    if booking is not None:
        state = Booking.State(booking.state)
        page = reverse("mentor:booking", args=[booking.public_id])
        return Notice(state.tone, str(state.label), "", "See your booking", page)
    return None if can_book else Notice("plain", "Bookings are closed", "This workshop has begun or is over.")


def _seats(room: Room) -> Seats:
    if room.taken < room.seats and not room.waiting:
        words = f"{room.taken} of {room.seats} seats are taken. "
        return Seats(f"{words}It is free, and you can give your seat back until it begins.", "Book my seat")
    wait = f", and {room.waiting} {'person waits' if room.waiting == 1 else 'people wait'}" if room.waiting else ""
    words = f"All {room.seats} seats are taken{wait}. If somebody gives a seat back, we ask whoever has waited longest"
    return Seats(f"{words}, and hold it for a day.", "Join the waiting list")


def _name(found: WorkshopFound) -> tuple[Part, ...]:
    workshop = found.workshop
    length = hours_and_minutes(workshop.minutes)
    return (
        LinkCell(workshop.title, reverse("mentor:workshop", args=[workshop.public_id])),
        Small(f"with {workshop.trainer.first_name}, {length}"),
    )


def _when(found: WorkshopFound) -> tuple[Part, ...]:
    when = When(found.workshop.starts_at, DAY_AND_TIME)
    is_moved = found.workshop.state == Workshop.State.MOVED
    return (when, Tag("New date", "wait")) if is_moved else (when,)


def _where(found: WorkshopFound) -> tuple[Part, ...]:
    where = Text(where_in_short(found.workshop))
    is_near = found.km is not None and not found.workshop.is_online
    return (where, Small(f"{miles(found.km)} away")) if is_near else (where,)


def _room(found: WorkshopFound) -> tuple[Part, ...]:
    if found.booking:
        return (Tag.of(Booking.State(found.booking.state)),)
    if found.free and not found.waiting:
        return (Text(f"{found.free} free"),)
    return (Text("Full"), Small(f"{found.waiting} waiting")) if found.waiting else (Text("Full"),)


TO_COME: Table[WorkshopFound] = Table(
    caption="Workshops to come",
    caption_unseen=True,
    noun="",
    columns=(
        Column("Workshop", _name),
        Column("When", _when),
        Column("Where", _where),
        Column("Seats", _room),
    ),
    tone=lambda found: "good" if found.booking else "",
    empty=Empty(
        title="Nothing near here yet",
        text="Look further away, or from another day. Where nobody can reach a workshop, the programme manager sees "
        "it, and plans one.",
    ),
)
