"""A booking of a workshop: how it stands, taking another date, and saying how it was."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString

from onemm.lib.calendars import Appointment
from onemm.lib.clock import now
from onemm.lib.geo import KM_PER_MILE
from onemm.people.models import Person
from onemm.portals.mentor.forms.workshops import HowWasIt
from onemm.portals.mentor.pages.notices import Notice
from onemm.portals.mentor.pages.workshops import DAY_AND_TIME, USUAL_MILES, Facts, facts_of, where_in_short
from onemm.web.cells import SendCell, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.qr import drawing_of
from onemm.web.tables import Column, Table
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.queries import WorkshopFound, found_workshops, place_in_queue
from onemm.workshops.rules import offer_until

State = Booking.State


@dataclass(frozen=True)
class Answer:
    """A button that answers, and what it sends."""

    label: str
    kind: str
    name: str = ""
    value: str = ""


@dataclass(frozen=True)
class Question:
    """What waits for an answer, why, and the buttons that give it."""

    title: str
    words: str
    url: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class AtTheDoor:
    """What to show there, to whom, and what to say where no camera is."""

    trainer: str
    drawing: SafeString
    code: str


@dataclass(frozen=True)
class BookingPage:
    """What waits for an answer comes first, then how the booking stands and what can be done with it."""

    title: str
    covers: str
    question: Question | None
    notice: Notice | None
    facts: Facts
    link: str
    calendar_url: str
    change_url: str
    cancel_url: str
    cancel_words: str
    door: AtTheDoor | None


@dataclass(frozen=True)
class ChangePage:
    """Other dates with a free seat."""

    back: str
    others: DrawnTable


@dataclass(frozen=True)
class OpinionPage:
    """How it was."""

    title: str
    back: str
    form: HowWasIt


def booking_page(booking: Booking) -> BookingPage:
    workshop, is_ahead, has_seat = booking.workshop, _is_ahead(booking), _has_seat(booking)
    is_booked = booking.state == State.BOOKED
    return BookingPage(
        title=workshop.title,
        covers=workshop.covers,
        question=_question(booking, is_ahead=is_ahead),
        notice=_notice(booking),
        facts=facts_of(workshop, has_seat=has_seat),
        link=workshop.link if has_seat and workshop.is_online else "",
        calendar_url=_at("booking_calendar", booking) if is_booked and is_ahead else "",
        change_url=_at("change_booking", booking) if is_booked and is_ahead else "",
        cancel_url=_at("cancel_booking", booking)
        if is_ahead and booking.state not in {State.CANCELLED, State.ATTENDED}
        else "",
        cancel_words="Your seat goes to whoever has waited longest." if is_booked else "You leave the waiting list.",
        door=_door(booking) if has_seat and is_ahead else None,
    )


def change_page(person: Person, booking: Booking, address: QueryDict) -> ChangePage:
    near = found_workshops(person, point=booking.workshop.point, km=USUAL_MILES * KM_PER_MILE)
    others = [found for found in near if found.booking is None and found.free]
    table = replace(OTHERS, empty=replace(OTHERS.empty, url=reverse("mentor:workshops")))
    return ChangePage(_at("booking", booking), table.drawn(others, address))


def opinion_page(booking: Booking, form: HowWasIt) -> OpinionPage:
    return OpinionPage(booking.workshop.title, _at("booking", booking), form)


def appointment_at(booking: Booking) -> Appointment:
    """Return what a diary needs of a booking: the way into an online workshop only with a seat."""
    workshop, has_seat = booking.workshop, _has_seat(booking)
    page = settings.ADDRESS + _at("booking", booking)
    link = workshop.link if has_seat else page
    return Appointment(
        uid=f"{workshop.public_id}@onemm",
        title=workshop.title,
        words=f"{workshop.covers}\n\n{workshop.access_notes}".strip(),
        url=page,
        starts_at=workshop.starts_at,
        where=link if workshop.is_online else f"{workshop.venue}, {workshop.postcode}",
        minutes=workshop.minutes,
        version=workshop.changes,
        written_at=now(),
        is_off=not has_seat or workshop.state == Workshop.State.CANCELLED,
    )


def _is_ahead(booking: Booking) -> bool:
    return booking.workshop.is_offered and booking.workshop.starts_at > now()


def _has_seat(booking: Booking) -> bool:
    return booking.state in {State.BOOKED, State.ATTENDED}


def _at(route: str, booking: Booking) -> str:
    return reverse(f"mentor:{route}", args=[booking.public_id])


def _question(booking: Booking, *, is_ahead: bool) -> Question | None:
    """Return what someone is asked: whether they take a seat that is free, or whether a new date suits."""
    workshop = booking.workshop
    if booking.has_offer:
        until = When(booking.offer_until, DAY_AND_TIME).words
        return _take(booking, f"We hold a seat for you until {until}. After that it goes to the next person.")
    if booking.state == State.WAITING and is_ahead and offer_until(now(), workshop.starts_at) is None:
        soon = "It begins too soon to ask one after another: whoever says yes first has the next free seat."
        return _take(booking, soon)
    if booking.moved == Booking.Moved.ASKED and is_ahead:
        day, time = When(workshop.starts_at, "l j F").words, When(workshop.starts_at, "H:i").words
        answer_by = When(workshop.answer_by, DAY_AND_TIME).words
        return Question(
            "Does the new date suit you?",
            f"It is now on {day} at {time}. Your seat is kept. Please answer by {answer_by}.",
            _at("answer_move", booking),
            (
                Answer("Yes, it suits me", "gold", "yes", "yes"),
                Answer("No, give my seat away", "quiet", "yes", "no"),
            ),
        )
    return None


def _take(booking: Booking, words: str) -> Question:
    url = _at("accept_seat", booking)
    return Question("A seat may be yours", words, url, (Answer("Yes, I will come", "gold"),))


def _notice(booking: Booking) -> Notice | None:
    state = State(booking.state)
    if state == State.BOOKED:
        return Notice(state.tone, "You have a seat", _booked(booking))
    if state == State.WAITING:
        place = place_in_queue(booking)
        words = f"You are number {place}. When a seat is free we write to you, and hold it for a day."
        return Notice(state.tone, "You are on the waiting list", words) if place else None
    if state == State.ATTENDED:
        has_said = hasattr(booking, "opinion")
        words = f"{booking.minutes} minutes are in your learning record."
        opinion = ("", "") if has_said else ("Say how it was, in a minute", _at("workshop_opinion", booking))
        return Notice(state.tone, "You were there", words, *opinion)
    if state == State.MISSED:
        words = "If that is wrong, tell the trainer within two weeks."
        return Notice(state.tone, "You were not on the list of those who came", words)
    return Notice(state.tone, "This booking is cancelled", booking.workshop.reason or "You are off the list.")


def _booked(booking: Booking) -> str:
    if booking.moved == Booking.Moved.UNANSWERED:
        return (
            "You have not said whether the new date suits you. Your seat is kept; if you cannot come, please give it "
            "back."
        )
    return "See you soon." if booking.reminded_at else "We remind you two days before."


def _door(booking: Booking) -> AtTheDoor:
    workshop = booking.workshop
    address = settings.ADDRESS + reverse("staff:check_in", args=[workshop.public_id]) + f"?code={booking.code}"
    return AtTheDoor(workshop.trainer.first_name, drawing_of(address), booking.code)


def _take_this(found: WorkshopFound) -> SendCell:
    workshop = found.workshop
    unseen = f"{workshop.title}, {When(workshop.starts_at, 'j F, H:i').words}"
    return SendCell("Take this one", values=(("to", workshop.public_id),), kind="primary", unseen=unseen)


OTHERS: Table[WorkshopFound] = Table(
    caption="Other workshops with a free seat",
    caption_unseen=True,
    noun="",
    columns=(
        Column("Workshop", lambda found: found.workshop.title),
        Column("When", lambda found: When(found.workshop.starts_at, DAY_AND_TIME)),
        Column("Where", lambda found: where_in_short(found.workshop)),
        Column("Take it", _take_this, unseen=True, kind="do"),
    ),
    empty=Empty(
        title="No other date has a free seat near there",
        text="Your seat is kept. Look at all workshops to join a waiting list as well.",
        label="All workshops",
    ),
)
