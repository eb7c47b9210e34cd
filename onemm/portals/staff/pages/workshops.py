"""A trainer's own page: what to do first, the workshops to come and those that are over; and the forms of one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse

from onemm.portals.staff.pages.forms import FormPage
from onemm.portals.staff.pages.opinions import OpinionsPart, opinions_part
from onemm.web.cells import LinkCell, Part, Small, Tag, Text, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.forms import Form
from onemm.web.next_step import Button, Panel
from onemm.web.tables import Column, Table
from onemm.workshops.models import Draft, Workshop
from onemm.workshops.queries import Opinions, Room, TrainerDay
from onemm.workshops.rules import LONGEST_QUIET_QUEUE

WHEN = "l j F, H:i"
YOURS = "Your workshops"
IN_THE_DIARY = "Put it in the diary"


@dataclass(frozen=True)
class WorkshopsPage:
    """A list to close comes first, then a long queue, then the next workshop."""

    first: Panel | None
    offer_url: str
    tables: tuple[DrawnTable, ...]
    to_come: DrawnTable | None
    opinions: OpinionsPart
    past: DrawnTable | None


def workshops_page(day: TrainerDay, drafts: Sequence[Draft], opinions: Opinions, address: QueryDict) -> WorkshopsPage:
    tables = []
    if len(day.unmarked) > 1:
        tables.append(TO_CLOSE.drawn(day.unmarked, address))
    if drafts:
        tables.append(PLANNED.drawn(drafts, address))
    return WorkshopsPage(
        first=_first(day),
        offer_url=reverse("staff:offer_workshop"),
        tables=tuple(tables),
        to_come=TO_COME.drawn(day.coming, address) if day.coming else None,
        opinions=opinions_part(
            opinions,
            title="What people said",
            hidden="Shown when five people have answered about one workshop, so that nobody can tell who said what.",
        ),
        past=OVER.drawn(day.past, address) if day.past else None,
    )


def offer_page(form: Form) -> FormPage:
    return FormPage(
        title="Offer a workshop",
        lede="It is free for everybody who comes. People find it by their postcode.",
        back=reverse("staff:workshops"),
        back_label=YOURS,
        form=form,
        button=IN_THE_DIARY,
    )


def draft_page(draft: Draft, form: Form) -> FormPage:
    return FormPage(
        tab="Offer a workshop",
        title=IN_THE_DIARY,
        lede=draft.reasons,
        eyebrow="Planned for your area",
        back=reverse("staff:workshops"),
        back_label=YOURS,
        words="Ask the place first. When you put it in the diary, those it was planned for get an invitation.",
        form=form,
        button=IN_THE_DIARY,
    )


def edit_page(workshop: Workshop, form: Form) -> FormPage:
    return FormPage(
        tab="Change a workshop",
        title="Change this workshop",
        lede="Everybody with a booking hears of a new place, length or way in.",
        back=workshop_url(workshop),
        back_label=workshop.title,
        form=form,
        button="Keep this",
    )


def move_page(workshop: Workshop, form: Form) -> FormPage:
    return FormPage(
        tab="Another date",
        title="Move it to another date",
        lede="Everybody keeps their seat and is asked whether the new date suits. Who says no frees a seat; who does "
        "not answer keeps theirs, with a mark on your list.",
        back=workshop_url(workshop),
        back_label=workshop.title,
        form=form,
        button="Move it",
    )


def cancel_page(room: Room, form: Form) -> FormPage:
    taken = "seat is" if room.taken == 1 else "seats are"
    wait = "person waits" if room.waiting == 1 else "people wait"
    return FormPage(
        tab="Cancel a workshop",
        title="Cancel this workshop?",
        lede="This cannot be taken back. If another day would do, move it instead: then everybody keeps their seat.",
        eyebrow=room.workshop.title,
        back=workshop_url(room.workshop),
        back_label=room.workshop.title,
        words=f"{room.taken} {taken} taken and {room.waiting} {wait}. Each gets a letter with your reason.",
        form=form,
        button="Cancel the workshop",
        kind="danger",
    )


def workshop_url(workshop: Workshop, name: str = "workshop") -> str:
    return reverse(f"staff:{name}", args=[workshop.public_id])


def where(workshop: Workshop) -> str:
    return "online" if workshop.is_online else workshop.venue


def day_and_time(workshop: Workshop) -> str:
    return f"{When(workshop.starts_at, 'l j F').words} at {When(workshop.starts_at, 'H:i').words}"


def _first(day: TrainerDay) -> Panel | None:
    offer = reverse("staff:offer_workshop")
    if day.unmarked:
        workshop = day.unmarked[0].workshop
        words = (
            f"“{workshop.title}” began on {day_and_time(workshop)}, and its list is not closed. Until it is, nobody "
            "who was missed knows, and nobody is asked how it was."
        )
        button = Button("Tick and close the list", workshop_url(workshop))
        return Panel("Who came?", words, (button,), eyebrow="First")
    if day.long_queues:
        room = day.long_queues[0]
        words = (
            f"{room.waiting} people wait for “{room.workshop.title}” on {When(room.workshop.starts_at, 'l j F').words}."
            " That is enough for a second date."
        )
        return Panel("A long waiting list", words, (Button("Offer another date", offer),), eyebrow="First")
    if day.next is None:
        return None
    room, workshop = day.next, day.next.workshop
    waiting = f", {room.waiting} waiting" if room.waiting else ""
    words = f"{day_and_time(workshop)}, {where(workshop)}. {room.taken} of {room.seats} seats are taken{waiting}."
    buttons = (
        Button("See the list", workshop_url(workshop)),
        Button("Offer another workshop", offer, kind="quiet"),
    )
    return Panel(workshop.title, words, buttons, eyebrow="Your next workshop")


def _name(room: Room) -> LinkCell:
    return LinkCell(room.workshop.title, workshop_url(room.workshop))


def _place(room: Room) -> Part | tuple[Part, ...]:
    if room.workshop.is_online:
        return Text("Online")
    return Text(room.workshop.venue), Small(room.workshop.postcode)


def _taken(room: Room) -> str:
    return f"{room.taken} of {room.seats}"


def _waiting(room: Room) -> tuple[Part, ...]:
    waiting = Text(str(room.waiting or "Nobody"))
    return (waiting, Tag("Long", "wait")) if _is_long(room) else (waiting,)


def _is_long(room: Room) -> bool:
    return room.waiting > LONGEST_QUIET_QUEUE


def _take(draft: Draft) -> LinkCell:
    which = f": {draft.site.name}, {When(draft.starts_at, 'j F').words}"
    return LinkCell(IN_THE_DIARY, reverse("staff:take_draft", args=[draft.public_id]), which)


NONE = Empty(title="No workshop", text="Those that you offer stand here.")
TO_COME: Table[Room] = Table(
    caption="To come",
    noun="",
    columns=(
        Column("Workshop", _name),
        Column("When", lambda room: When(room.workshop.starts_at, WHEN)),
        Column("Where", _place),
        Column("Seats taken", _taken),
        Column("Waiting", _waiting),
    ),
    tone=lambda room: "wait" if _is_long(room) else "",
    empty=NONE,
)
TO_CLOSE = replace(
    TO_COME,
    caption="Lists still to be closed",
    columns=(TO_COME.columns[0], TO_COME.columns[1], TO_COME.columns[3]),
    tone=lambda _: "late",
    prefix="to-close",
)
OVER = replace(
    TO_COME,
    caption="Over",
    columns=(
        Column("Workshop", _name),
        Column("When", lambda room: When(room.workshop.starts_at)),
        Column("State", lambda room: room.workshop.get_state_display()),
    ),
    tone=None,
    dense=True,
    prefix="over",
)
PLANNED: Table[Draft] = Table(
    caption="Planned, and waiting for a trainer",
    noun="",
    columns=(
        Column("Where", lambda draft: (Text(draft.site.name), Small(draft.site.postcode))),
        Column("When", lambda draft: When(draft.starts_at, WHEN)),
        Column("Why there", lambda draft: draft.reasons),
        Column("Take it", _take, unseen=True),
    ),
    empty=Empty(title="Nothing is planned", text="What is planned for your area stands here until a trainer takes it."),
    prefix="planned",
)
