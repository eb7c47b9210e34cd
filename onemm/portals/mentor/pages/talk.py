"""The half hour with an interviewer."""

from dataclasses import dataclass
from datetime import datetime

from onemm.portals.mentor.forms.talk import TalkForm
from onemm.portals.mentor.pages.notices import Notice
from onemm.recruitment.models import Slot
from onemm.recruitment.queries import Talk
from onemm.web.cells import When


@dataclass(frozen=True)
class Taken:
    """The time that someone has."""

    starts_at: datetime
    when: str
    with_whom: str
    where: str


@dataclass(frozen=True)
class Choosing:
    """The times that someone may take."""

    heading: str
    label: str
    kind: str


@dataclass(frozen=True)
class TalkPage:
    """The time they have, or what to know before choosing one; then the times on offer, or the word that none are."""

    lede: str
    taken: Taken | None
    missed: Notice | None
    choosing: Choosing | None
    none_on_offer: Notice | None
    form: TalkForm


def talk_page(talk: Talk, form: TalkForm) -> TalkPage:
    if talk.is_held:
        return TalkPage(HELD, None, None, None, None, form)
    has_time = talk.booking is not None
    return TalkPage(
        lede="" if has_time or talk.missed else ABOUT,
        taken=_taken(talk.booking.slot) if talk.booking else None,
        missed=MISSED if talk.missed and not has_time else None,
        choosing=(MOVE if has_time else TAKE) if talk.days else None,
        none_on_offer=None if talk.days or has_time else NONE,
        form=form,
    )


def _taken(slot: Slot) -> Taken:
    return Taken(
        slot.starts_at,
        When(slot.starts_at, "l j F, H:i").words,
        f"{slot.minutes} minutes with {slot.interviewer.first_name}, {slot.get_channel_display().lower()}",
        slot.where,
    )


HELD = "We have talked. Thank you for your time; there is nothing more to do here."
ABOUT = "About half an hour, with somebody who will tell you anything you want to know. You need not prepare."
MISSED = Notice("wait", "We missed each other", "Things come up. Choose another time, and we start afresh.")
MOVE = Choosing("Move it to another time", "Move to this time", "quiet")
TAKE = Choosing("", "Take this time", "primary")
NONE = Notice(
    "wait",
    "No times are on offer just now",
    "The people who talk with applicants put up new times every week. You need do nothing: we write to you when it is "
    "your turn, and you can look here at any time.",
)
