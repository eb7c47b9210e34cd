"""What we write about interviews: when and where, moved, cancelled, tomorrow, missed.

Times as the clock on the wall shows them.
"""

from onemm.notifications.actions import write_email
from onemm.recruitment.models import InterviewBooking, Slot
from onemm.recruitment.queries.talks import when_in_words


def tell_of_booking(booking: InterviewBooking, earlier: InterviewBooking | None) -> None:
    """Confirm to both.

    The applicant finds the calendar file, and the way to move or cancel, on the page that the e-mail opens.
    """
    slot = booking.slot
    write_email(
        kind="interview.booked",
        to=booking.application.person,
        values={**_with_whom(slot), "minutes": slot.minutes, "how": how_in_words(slot)},
        occasion=(booking.pk,),
    )
    write_email(
        kind="interview.booked_for_interviewer",
        to=slot.interviewer,
        values={
            **_who(booking),
            "how": how_in_words(slot),
            "before": when_in_words(earlier.slot.starts_at) if earlier else "",
        },
        occasion=(booking.pk,),
    )
    if earlier is not None and earlier.slot.interviewer_id != slot.interviewer_id:
        tell_interviewer_of_cancelling(earlier)


def tell_interviewer_of_cancelling(booking: InterviewBooking) -> None:
    write_email(
        kind="interview.cancelled_for_interviewer",
        to=booking.slot.interviewer,
        values=_who(booking),
        occasion=(booking.pk,),
    )


def tell_of_withdrawn_slot(booking: InterviewBooking) -> None:
    _to_applicant(booking, kind="interview.withdrawn")


def tell_of_no_show(booking: InterviewBooking) -> None:
    _to_applicant(booking, kind="interview.missed")


def remind(booking: InterviewBooking) -> None:
    """The day before, to both."""
    how = {"how": how_in_words(booking.slot)}
    _to_applicant(booking, kind="interview.tomorrow", **how)
    write_email(
        kind="interview.tomorrow_for_interviewer",
        to=booking.slot.interviewer,
        values={**_who(booking), **how},
        occasion=(booking.pk,),
    )


def how_in_words(slot: Slot) -> str:
    """Say how the two meet, in one sentence."""
    return {
        Slot.Channel.VIDEO: f"It is by video: {slot.where}",
        Slot.Channel.PHONE: f"It is by telephone: {slot.where}",
        Slot.Channel.PLACE: f"It is in person: {slot.where}",
    }[Slot.Channel(slot.channel)].rstrip(".") + ("" if slot.channel == Slot.Channel.VIDEO else ".")


def _to_applicant(booking: InterviewBooking, *, kind: str, **more: object) -> None:
    write_email(
        kind=kind,
        to=booking.application.person,
        values={**_with_whom(booking.slot), **more},
        occasion=(booking.pk,),
    )


def _with_whom(slot: Slot) -> dict[str, object]:
    return {"interviewer": slot.interviewer.first_name, "when": when_in_words(slot.starts_at)}


def _who(booking: InterviewBooking) -> dict[str, object]:
    return {"applicant": booking.application.person.full_name, "when": when_in_words(booking.slot.starts_at)}
