"""What we write about talks: when and where, moved, cancelled, tomorrow, missed.

Times as the clock on the wall shows them.
"""

from onemm.notifications.actions import write_letter
from onemm.recruitment.models import Booking, Slot
from onemm.recruitment.queries.talks import when_in_words

TALK_PAGE = "/mentor/application/talk/"
INTERVIEWS = "/staff/interviews/"


def tell_of_booking(booking: Booking, earlier: Booking | None) -> None:
    """Confirm to both.

    The applicant finds the calendar file, and the way to move or cancel, on the page that the letter opens.
    """
    person, slot = booking.application.person, booking.slot
    write_letter(
        to=person,
        kind="talk:booked",
        subject=f"We talk on {when_in_words(slot.starts_at)}",
        link=TALK_PAGE,
        once=f"talk:booked:{booking.pk}",
        body=(
            f"Dear {person.first_name},\n\nYou talk with {slot.interviewer.first_name} on "
            f"{when_in_words(slot.starts_at)}, for about "
            f"{slot.minutes} minutes. {how_in_words(slot)}\n\nWe talk about why you would like to mentor, how you "
            "listen, and what you would do if a "
            "young person told you about being hurt. You need not prepare, and you may ask us anything.\n\n"
            "On your page you can put it into your calendar, move it or cancel it, with two taps.\n"
        ),
    )
    was = (
        f" They had taken {when_in_words(earlier.slot.starts_at)} before, and that time is free again."
        if earlier
        else ""
    )
    write_letter(
        to=slot.interviewer,
        kind="talk:booked_with_you",
        subject=f"{person.full_name} talks with you on {when_in_words(slot.starts_at)}",
        link=INTERVIEWS,
        once=f"talk:with_you:{booking.pk}",
        body=f"{person.full_name} has taken the time that you offered on {when_in_words(slot.starts_at)}. "
        f"{how_in_words(slot)}{was}\n",
    )
    if earlier is not None and earlier.slot.interviewer_id != slot.interviewer_id:
        tell_interviewer_of_cancelling(earlier)


def tell_interviewer_of_cancelling(booking: Booking) -> None:
    slot, person = booking.slot, booking.application.person
    write_letter(
        to=slot.interviewer,
        kind="talk:cancelled",
        subject=f"Your talk on {when_in_words(slot.starts_at)} is off",
        link=INTERVIEWS,
        once=f"talk:cancelled:{booking.pk}",
        body=f"{person.full_name} does not come on {when_in_words(slot.starts_at)}. The time is free for somebody "
        "else.\n",
    )


def tell_of_withdrawn_slot(booking: Booking) -> None:
    person, slot = booking.application.person, booking.slot
    write_letter(
        to=person,
        kind="talk:withdrawn",
        subject=f"We cannot talk on {when_in_words(slot.starts_at)} after all",
        link=TALK_PAGE,
        once=f"talk:withdrawn:{booking.pk}",
        body=(
            f"Dear {person.first_name},\n\nWe are sorry: {slot.interviewer.first_name} cannot be there on "
            f"{when_in_words(slot.starts_at)}. "
            "Please choose another time on your page.\n"
        ),
    )


def tell_of_no_show(booking: Booking) -> None:
    person, slot = booking.application.person, booking.slot
    write_letter(
        to=person,
        kind="talk:missed",
        subject="We missed you today",
        link=TALK_PAGE,
        once=f"talk:missed:{booking.pk}",
        body=(
            f"Dear {person.first_name},\n\n{slot.interviewer.first_name} was there on {when_in_words(slot.starts_at)} "
            "and did not meet you. "
            "Things come up. If you would still like to mentor, choose another time on your page; if not, you can "
            "withdraw there, "
            "and nobody asks why.\n"
        ),
    )


def remind(booking: Booking) -> None:
    """The day before, to both."""
    person, slot = booking.application.person, booking.slot
    write_letter(
        to=person,
        kind="talk:tomorrow",
        subject=f"Tomorrow: we talk on {when_in_words(slot.starts_at)}",
        link=TALK_PAGE,
        once=f"talk:tomorrow:{booking.pk}",
        body=(
            f"Dear {person.first_name},\n\nTomorrow, {when_in_words(slot.starts_at)}, you talk with "
            f"{slot.interviewer.first_name}. "
            f"{how_in_words(slot)}\n\nIf it does not suit you any more, move or cancel it on your page.\n"
        ),
    )
    write_letter(
        to=slot.interviewer,
        kind="talk:tomorrow_with_you",
        subject=f"Tomorrow: {person.full_name}, {when_in_words(slot.starts_at)}",
        link=INTERVIEWS,
        once=f"talk:tomorrow:{booking.pk}:interviewer",
        body=f"Tomorrow you talk with {person.full_name}. {how_in_words(slot)} Afterwards, please record how it went, "
        "or that they did not come.\n",
    )


def how_in_words(slot: Slot) -> str:
    """Say how the two meet, in one sentence."""
    return {
        Slot.Channel.VIDEO: f"It is by video: {slot.where}",
        Slot.Channel.PHONE: f"It is by telephone: {slot.where}",
        Slot.Channel.PLACE: f"It is in person: {slot.where}",
    }[Slot.Channel(slot.channel)].rstrip(".") + ("" if slot.channel == Slot.Channel.VIDEO else ".")
