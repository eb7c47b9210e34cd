"""What is written to whom about a workshop."""

from datetime import datetime

from onemm.lib.clock import LONDON
from onemm.notifications.actions import write_email
from onemm.people.models import Person
from onemm.workshops.models import Booking, Workshop


def day_and_time(workshop: Workshop) -> str:
    """“Thursday 3 December at 17:30”, where the workshop is."""
    return _in_words(workshop.starts_at)


def place(workshop: Workshop) -> str:
    return "online" if workshop.is_online else f"at {workshop.venue}, {workshop.postcode}"


def tell_invited(person: Person, workshop: Workshop) -> None:
    """To someone without a booking: a workshop was planned with them in mind."""
    write_email(
        kind="workshop.suggested",
        to=person,
        values={**_when_and_where(workshop), "minutes": workshop.minutes},
        about=workshop.public_id,
        occasion=(workshop.pk,),
    )


def tell_booked(booking: Booking) -> None:
    workshop = booking.workshop
    _write(
        booking,
        kind="workshop.booked",
        values={
            **_when_and_where(workshop),
            "minutes": workshop.minutes,
            "code": booking.code,
            "is_soon": booking.reminded_at is not None,
        },
    )


def tell_offered(booking: Booking) -> None:
    until = booking.offer_until
    if until is None:
        return
    _write(
        booking,
        kind="workshop.seat_offered",
        values={**_when_and_where(booking.workshop), "until": _in_words(until)},
        occasion=until.isoformat(),
    )


def tell_free_for_all(booking: Booking, *, moment: str) -> None:
    _write(booking, kind="workshop.seat_free", values=_when_and_where(booking.workshop), occasion=moment)


def tell_passed_on(booking: Booking) -> None:
    _write(booking, kind="workshop.offer_over", values={"title": booking.workshop.title})


def tell_moved(booking: Booking, *, before: str) -> None:
    workshop = booking.workshop
    is_asked = booking.state == Booking.State.BOOKED and workshop.answer_by is not None
    _write(
        booking,
        kind="workshop.moved",
        values={
            **_when_and_where(workshop),
            "before": before,
            "answer_by": _in_words(workshop.answer_by) if is_asked and workshop.answer_by else "",
        },
        occasion=workshop.changes,
    )


def tell_changed(booking: Booking) -> None:
    workshop = booking.workshop
    _write(
        booking,
        kind="workshop.changed",
        values={**_when_and_where(workshop), "minutes": workshop.minutes},
        occasion=workshop.changes,
    )


def tell_cancelled(booking: Booking) -> None:
    workshop = booking.workshop
    _write(
        booking,
        kind="workshop.cancelled",
        values={"title": workshop.title, "when": day_and_time(workshop), "reason": workshop.reason},
    )


def tell_reminder(booking: Booking) -> None:
    workshop = booking.workshop
    _write(
        booking,
        kind="workshop.soon",
        values={
            **_when_and_where(workshop),
            "code": booking.code,
            "online_at": workshop.link if workshop.is_online else "",
            "access": workshop.access_notes,
        },
        occasion=workshop.starts_at.isoformat(),
    )


def tell_how_was_it(booking: Booking) -> None:
    workshop = booking.workshop
    _write(booking, kind="workshop.opinion_asked", values={"title": workshop.title, "minutes": workshop.minutes})


def _when_and_where(workshop: Workshop) -> dict[str, object]:
    return {"title": workshop.title, "when": day_and_time(workshop), "where": place(workshop)}


def _in_words(at: datetime) -> str:
    local = at.astimezone(LONDON)
    return f"{local:%A} {local.day} {local:%B} at {local:%H:%M}"


def _write(booking: Booking, *, kind: str, values: dict[str, object], occasion: object = None) -> None:
    write_email(
        kind=kind,
        to=booking.person,
        values=values,
        about=booking.public_id,
        occasion=(booking.pk,) if occasion is None else (booking.pk, occasion),
    )
