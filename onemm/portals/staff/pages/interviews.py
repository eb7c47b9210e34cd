"""An interviewer's own times: what has to be recorded, what is to come, and offering more."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from onemm.lib.clock import now
from onemm.people.models import Person
from onemm.recruitment.models import InterviewBooking, Slot
from onemm.recruitment.queries import interviews_of
from onemm.web.cells import Beside, ButtonCell, ConfirmCell, LinkCell, Part, SendCell, Small, Tag, Text, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.forms import Form
from onemm.web.next_step import Button, Panel
from onemm.web.tables import Column, Table

WHEN = "l j F, H:i"


@dataclass(frozen=True)
class InterviewsPage:
    """What was not recorded stands on top and comes first; with nothing at all, offering times does."""

    first: Panel | None
    offer_url: str
    to_record: DrawnTable | None
    to_come: DrawnTable | None


@dataclass(frozen=True)
class OfferPage:
    """A row of times on one day."""

    lede: str
    form: Form
    back: str


def interviews_page(person: Person, address: QueryDict) -> InterviewsPage:
    slots, moment = interviews_of(person), now()
    to_record = [slot for slot in slots if slot.starts_at <= moment]
    to_come = [slot for slot in slots if slot.starts_at > moment]
    return InterviewsPage(
        first=_first(len(to_record), len(to_come)),
        offer_url=reverse("staff:interviews_offer"),
        to_record=TO_RECORD.drawn(to_record, address) if to_record else None,
        to_come=TO_COME.drawn(to_come, address) if to_come else None,
    )


def offer_page(form: Form) -> OfferPage:
    lede = "Applicants near you choose one by themselves. You get a letter when they do, and one the day before."
    return OfferPage(lede, form, reverse("staff:interviews"))


def _first(to_record: int, to_come: int) -> Panel | None:
    if to_record:
        begun = "1 talk has begun and is" if to_record == 1 else f"{to_record} talks have begun and are"
        words = f"{begun} not recorded. It takes two minutes while you still remember."
        return Panel("Say how it went", words, eyebrow="First")
    if to_come:
        return None
    words = "Nobody can choose a time to talk with you yet. Four half hours on one evening serve four applicants."
    return Panel("Offer some times", words, (Button("Offer times to talk", reverse("staff:interviews_offer")),))


def _taken(slot: Any) -> InterviewBooking | None:
    """Return the live booking of a slot, as `interviews_of` fetched it."""
    return next(iter(slot.taken), None)


def _applicant(slot: Slot) -> Part:
    booking = _taken(slot)
    if booking is None:
        return Tag("Free")
    application = booking.application
    return LinkCell(application.person.full_name, reverse("staff:application", args=[application.public_id]))


def _record_or_missed(slot: Slot) -> Part:
    booking = _taken(slot)
    if booking is None:
        return Text("")
    record = reverse("staff:application_interview", args=[booking.application.public_id])
    missed = SendCell("They did not come", reverse("staff:interview_missed", args=[booking.public_id]), kind="primary")
    asked = ConfirmCell("Did not come", "They get a kind letter and may choose another time.", missed)
    return Beside((ButtonCell("Record the conversation", record), asked))


def _keep_or_withdraw(slot: Slot) -> Part:
    booking = _taken(slot)
    withdraw = SendCell("Yes, withdraw it", reverse("staff:interview_withdraw", args=[slot.public_id]), kind="primary")
    if booking is None:
        return Beside((ConfirmCell("Withdraw", "Nobody can choose it any more.", withdraw),))
    calendar = reverse("staff:interview_calendar", args=[booking.public_id])
    told = f"{booking.application.person.first_name} is told and chooses another time."
    return Beside(
        (
            LinkCell("Into my calendar", calendar, f": {When(slot.starts_at, WHEN).words}"),
            ConfirmCell("Withdraw", told, withdraw),
        )
    )


TO_RECORD: Table[Slot] = Table(
    caption="To record",
    noun="",
    columns=(
        Column("When", lambda slot: (When(slot.starts_at, WHEN), Small(slot.get_channel_display()))),
        Column("Who", _applicant),
        Column("Do", _record_or_missed, unseen=True, kind="do"),
    ),
    tone=lambda _: "wait",
    empty=Empty(title="Nothing to record", text="A talk stands here from the minute it begins."),
    prefix="to-record",
)
TO_COME: Table[Slot] = Table(
    caption="To come",
    noun="",
    columns=(
        Column("When", lambda slot: (When(slot.starts_at, WHEN), Small(f"{slot.minutes} minutes"))),
        Column("Who", _applicant),
        Column("How", lambda slot: (Text(slot.get_channel_display()), Small(slot.where, links=True))),
        Column("Do", _keep_or_withdraw, unseen=True, kind="do"),
    ),
    empty=Empty(title="No times on offer", text="What you offer stands here until it begins."),
)
