"""What is written to whom about a workshop."""

from onemm.lib.clock import LONDON
from onemm.notifications.actions import write_letter
from onemm.people.models import Person
from onemm.workshops.models import Booking, Workshop


def day_and_time(workshop: Workshop) -> str:
    """“Thursday 3 December at 17:30”, where the workshop is."""
    at = workshop.starts_at.astimezone(LONDON)
    return f"{at:%A} {at.day} {at:%B} at {at:%H:%M}"


def place(workshop: Workshop) -> str:
    return "online" if workshop.is_online else f"at {workshop.venue}, {workshop.postcode}"


def _write(booking: Booking, *, kind: str, subject: str, body: str, once: str) -> None:
    write_letter(
        to=booking.person,
        kind=kind,
        subject=subject,
        body=f"Hello {booking.person.first_name},\n\n{body}",
        link=f"/mentor/workshops/bookings/{booking.public_id}/",
        once=f"{once}:{booking.pk}",
    )


def tell_invited(person: Person, one: Workshop) -> None:
    """To somebody without a booking: a workshop was planned with them in mind."""
    write_letter(
        to=person,
        kind="workshop invitation",
        subject=f"A free workshop near you: {one.title}",
        once=f"workshop-invited-{one.pk}:{person.pk}",
        link=f"/mentor/workshops/{one.public_id}/",
        body=(
            f"Hello {person.first_name},\n\nwe have planned a workshop with you in mind: “{one.title}”, "
            f"{day_and_time(one)}, {place(one)}, "
            f"{one.minutes} minutes. It is free, and within the distance you said you travel.\n\nBook a seat on the "
            "page, in two taps. If it "
            "does not suit you, there is nothing to do: other dates are on the workshops page."
        ),
    )


def tell_booked(booking: Booking) -> None:
    one = booking.workshop
    _write(
        booking,
        kind="workshop booked",
        once="workshop-booked",
        subject=f"You have a seat: {one.title}",
        body=(
            f"Your seat in “{one.title}” is yours: {day_and_time(one)}, {place(one)}, {one.minutes} minutes. It is "
            "free.\n\n"
            f"The page has a file for your calendar and how to get in. Your code for the door is {booking.code}. "
            f"{_reminded(booking)} "
            "If you cannot come, give the seat back there: somebody may be waiting for it."
        ),
    )


def _reminded(booking: Booking) -> str:
    return "It is soon, so there is no other reminder." if booking.reminded_at else "We remind you two days before."


def tell_offered(booking: Booking) -> None:
    one, until = booking.workshop, booking.offer_until
    if until is None:
        return
    local = until.astimezone(LONDON)
    _write(
        booking,
        kind="workshop seat offered",
        once=f"workshop-offer-{until.isoformat()}",
        subject=f"A seat is free for you: {one.title}",
        body=(
            f"Somebody gave back a seat in “{one.title}”, {day_and_time(one)}, {place(one)}. You are next.\n\n"
            f"We hold it for you until {local:%A} {local.day} {local:%B} at {local:%H:%M}. Say yes on the page. After "
            "that it goes to "
            "the next person."
        ),
    )


def tell_free_for_all(booking: Booking, *, moment: str) -> None:
    one = booking.workshop
    _write(
        booking,
        kind="workshop seat free",
        once=f"workshop-free-{moment}",
        subject=f"A seat is free today: {one.title}",
        body=(
            f"A seat in “{one.title}” became free: {day_and_time(one)}, {place(one)}. It begins too soon to ask one "
            "after another, so we "
            "told everybody who waits. The first to say yes on the page has it."
        ),
    )


def tell_passed_on(booking: Booking) -> None:
    one = booking.workshop
    _write(
        booking,
        kind="workshop offer over",
        once="workshop-passed-on",
        subject=f"The seat went to the next person: {one.title}",
        body=(
            f"We held a seat in “{one.title}” for you, and did not hear from you in time, so the next person was "
            "asked. You are off its "
            "waiting list. If you would still like to come, you can join it again, or look for another date."
        ),
    )


def tell_moved(booking: Booking, *, before: str) -> None:
    one = booking.workshop
    until = one.answer_by.astimezone(LONDON) if one.answer_by else None
    ask = ""
    if booking.state == Booking.State.BOOKED and until is not None:
        ask = (
            f"\n\nYour seat is kept. Please say on the page whether the new date suits you, by {until:%A} {until.day} "
            f"{until:%B} at "
            f"{until:%H:%M}. If it does not, somebody else can have the seat."
        )
    _write(
        booking,
        kind="workshop moved",
        once=f"workshop-moved-{one.changes}",
        subject=f"Another date: {one.title}",
        body=f"“{one.title}” was to be on {before}. It is now on {day_and_time(one)}, {place(one)}.{ask}",
    )


def tell_changed(booking: Booking) -> None:
    one = booking.workshop
    _write(
        booking,
        kind="workshop changed",
        once=f"workshop-changed-{one.changes}",
        subject=f"Something changed: {one.title}",
        body=f"Where or how long “{one.title}” is has changed. It is on {day_and_time(one)}, {place(one)}, "
        f"{one.minutes} minutes. Please look at the page again.",
    )


def tell_cancelled(booking: Booking) -> None:
    one = booking.workshop
    _write(
        booking,
        kind="workshop cancelled",
        once="workshop-cancelled",
        subject=f"Cancelled: {one.title}",
        body=(
            f"“{one.title}” on {day_and_time(one)} does not take place.\n\n{one.reason}\n\nWe are sorry. Other dates "
            "near you are on the "
            "workshops page."
        ),
    )


def tell_reminder(booking: Booking) -> None:
    one = booking.workshop
    how = (
        f"The link: {one.link}"
        if one.is_online
        else f"Getting in: {one.access_notes or 'the trainer meets you at the door.'}"
    )
    _write(
        booking,
        kind="workshop reminder",
        once=f"workshop-reminder-{one.starts_at.isoformat()}",
        subject=f"Soon: {one.title}",
        body=(
            f"“{one.title}” is on {day_and_time(one)}, {place(one)}.\n\n{how}\n\nYour code for the door is "
            f"{booking.code}. If you cannot "
            "come after all, please give the seat back on the page."
        ),
    )


def tell_how_was_it(booking: Booking) -> None:
    one = booking.workshop
    _write(
        booking,
        kind="workshop opinion",
        once="workshop-opinion",
        subject=f"How was it? {one.title}",
        body=f"Thank you for coming. The {one.minutes} minutes are in your learning record. One question, one minute: "
        "how was it? The trainer never sees who said what.",
    )
