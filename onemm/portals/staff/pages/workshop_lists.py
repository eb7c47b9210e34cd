"""The list of a workshop: on its page, at the door, and the forms by which someone is ticked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from onemm.lib.clock import now
from onemm.lib.states import Tone
from onemm.portals.staff.pages.forms import FormPage
from onemm.portals.staff.pages.notices import Notice
from onemm.portals.staff.pages.opinions import OpinionsPart, opinions_part
from onemm.portals.staff.pages.workshops import WHEN, YOURS, day_and_time, where, workshop_url
from onemm.web.cells import Tag, When
from onemm.web.forms import Form
from onemm.web.next_step import Button
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.queries import Opinions, Room
from onemm.workshops.rules import DOORS_OPEN, list_kept_until

THERE, MISSED = Booking.State.ATTENDED, Booking.State.MISSED
TONES: dict[str, Tone] = {THERE: "good", MISSED: "late"}
"""Of the edge of a row: what was ticked, and what was not."""
MOVED: dict[str, Tag] = {
    Booking.Moved.UNANSWERED: Tag("Has not answered about the new date", "wait"),
    Booking.Moved.ASKED: Tag("Asked about the new date"),
}


@dataclass(frozen=True)
class OnTheList:
    """Someone on the list, with the box that says they are here."""

    public_id: str
    name: str
    code: str
    is_here: bool
    state: str = ""
    tags: tuple[Tag, ...] = ()
    tone: Tone | str = ""


@dataclass(frozen=True)
class Waiting:
    """Someone who waits for a seat; `until` when a seat was offered to them."""

    name: str
    until: str


@dataclass(frozen=True)
class Facts:
    """When and where it is, and how full."""

    when: str
    where: str
    getting_in: str
    seats: str


@dataclass(frozen=True)
class WorkshopPage:
    """One workshop. Its list can be printed before, ticked from two hours before, and closed when it has begun."""

    title: str
    back: str
    back_label: str
    buttons: tuple[Button, ...]
    notice: Notice | None
    facts: Facts
    keep_url: str
    door_buttons: tuple[Button, ...]
    people: tuple[OnTheList, ...]
    save_url: str
    may_tick: bool
    close_url: str
    waiting: tuple[Waiting, ...]
    opinions: OpinionsPart | None


@dataclass(frozen=True)
class DoorPage:
    """Names, codes and ticks, and nothing else about anyone; and until when a phone may keep them."""

    title: str
    back: str
    words: str
    people: tuple[OnTheList, ...]
    tick_url: str
    save_url: str
    check_in_url: str
    walk_in_url: str
    drawn_at: str
    kept_until: str
    code_form: Form
    walk_in_form: Form


def workshop_page(
    room: Room, bookings: Sequence[Booking], waiting: Sequence[Booking], opinions: Opinions | None
) -> WorkshopPage:
    workshop, moment = room.workshop, now()
    has_begun = workshop.starts_at <= moment
    is_cancelled = workshop.state == Workshop.State.CANCELLED
    may_tick = not is_cancelled and moment >= workshop.starts_at - DOORS_OPEN
    may_be_kept = not is_cancelled and list_kept_until(moment, workshop.starts_at) is not None
    return WorkshopPage(
        title=workshop.title,
        back=reverse("staff:workshops"),
        back_label=YOURS,
        buttons=_changes(workshop) if workshop.is_offered and not has_begun else (),
        notice=_notice(workshop, sum(booking.state == THERE for booking in bookings)),
        facts=_facts(room),
        keep_url=workshop_url(workshop, "door") if may_be_kept else "",
        door_buttons=_at_the_door(workshop) if may_tick else (),
        people=tuple(_listed(booking) for booking in bookings),
        save_url=workshop_url(workshop, "save_list"),
        may_tick=may_tick,
        close_url=workshop_url(workshop, "close_list") if has_begun and workshop.is_offered else "",
        waiting=tuple(_waiting(booking) for booking in waiting),
        opinions=_opinions(opinions) if opinions else None,
    )


def door_page(
    room: Room, bookings: Sequence[Booking], until: datetime | None, *, code_form: Form, walk_in_form: Form
) -> DoorPage:
    workshop = room.workshop
    seats = "1 seat" if room.seats == 1 else f"{room.seats} seats"
    kept = f" This list is gone from a phone after {When(workshop.starts_at, 'l').words}." if until else ""
    return DoorPage(
        title=workshop.title,
        back=workshop_url(workshop),
        words=f"{day_and_time(workshop)}, {where(workshop)}. {seats}.{kept}",
        people=tuple(_at_the_door_listed(booking) for booking in bookings),
        tick_url=workshop_url(workshop, "tick"),
        save_url=workshop_url(workshop, "save_list"),
        check_in_url=workshop_url(workshop, "check_in"),
        walk_in_url=workshop_url(workshop, "walk_in"),
        drawn_at=When(now(), "c").words,
        kept_until=When(until, "c").words,
        code_form=code_form,
        walk_in_form=walk_in_form,
    )


def check_in_page(workshop: Workshop, form: Form, *, name: str) -> FormPage:
    return FormPage(
        tab="Check in",
        title=name or "Check somebody in",
        eyebrow=workshop.title,
        back=workshop_url(workshop),
        back_label="The list",
        form=form,
        button="They are here",
        kind="gold",
    )


def walk_in_page(room: Room, form: Form) -> FormPage:
    full = Notice("Every seat is taken", ("Add them only if the room has space and is safe.",), tone="wait")
    return FormPage(
        title="Add somebody at the door",
        lede="They need an account as a mentor or applicant, so that their hours count.",
        eyebrow=room.workshop.title,
        back=workshop_url(room.workshop),
        back_label="The list",
        notice=full if room.taken >= room.seats else None,
        form=form,
        button="Add and tick them",
    )


def _changes(workshop: Workshop) -> tuple[Button, ...]:
    return (
        Button("Change", workshop_url(workshop, "edit_workshop"), kind="quiet"),
        Button("Move to another date", workshop_url(workshop, "move_workshop"), kind="quiet"),
        Button("Cancel it", workshop_url(workshop, "cancel_workshop"), kind="quiet"),
    )


def _at_the_door(workshop: Workshop) -> tuple[Button, ...]:
    return (
        Button("Check in by code", workshop_url(workshop, "check_in"), kind="quiet"),
        Button("Add somebody at the door", workshop_url(workshop, "walk_in"), kind="quiet"),
    )


def _notice(workshop: Workshop, there: int) -> Notice | None:
    state = Workshop.State(workshop.state)
    were = "person was" if there == 1 else "people were"
    words = {
        state.CANCELLED: workshop.reason,
        state.HELD: f"{there} {were} there. You can put a tick right for two weeks.",
        state.MOVED: f"Everybody has been asked whether it suits them, until {When(workshop.answer_by, WHEN).words}.",
    }
    return Notice(str(state.label), (words[state],), tone=state.tone) if state in words else None


def _facts(room: Room) -> Facts:
    workshop = room.workshop
    day, start, end = (
        When(at, shape).words
        for at, shape in ((workshop.starts_at, "l j F Y"), (workshop.starts_at, "H:i"), (workshop.ends_at, "H:i"))
    )
    waiting = f", {room.waiting} waiting" if room.waiting else ""
    return Facts(
        when=f"{day}, {start} to {end}",
        where=f"Online: {workshop.link}" if workshop.is_online else f"{workshop.venue}, {workshop.postcode}",
        getting_in=workshop.access_notes or "Nothing said",
        seats=f"{room.taken} of {room.seats} taken{waiting}",
    )


def _listed(booking: Booking) -> OnTheList:
    tags = [Tag("Walked in")] if booking.walked_in else []
    if booking.state == Booking.State.BOOKED and booking.moved in MOVED:
        tags.append(MOVED[booking.moved])
    return OnTheList(
        public_id=booking.public_id,
        name=booking.person.full_name,
        code=booking.code,
        is_here=booking.state == THERE,
        state=booking.get_state_display(),
        tags=tuple(tags),
        tone=TONES.get(booking.state, ""),
    )


def _at_the_door_listed(booking: Booking) -> OnTheList:
    tags: tuple[Tag, ...] = ()
    if booking.state == Booking.State.WAITING:
        tags = (Tag("Waits for a seat", "wait"),)
    elif booking.walked_in:
        tags = (Tag("Walked in"),)
    return OnTheList(
        booking.public_id, booking.person.full_name, booking.code, is_here=booking.state == THERE, tags=tags
    )


def _waiting(booking: Booking) -> Waiting:
    until = When(booking.offer_until, "j F, H:i").words if booking.has_offer else ""
    return Waiting(booking.person.full_name, until)


def _opinions(opinions: Opinions) -> OpinionsPart:
    hidden = "Shown when five people have answered, so that nobody can tell who said what."
    return opinions_part(opinions, title="How it was", hidden=hidden)
