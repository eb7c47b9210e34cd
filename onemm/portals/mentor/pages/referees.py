"""The people who speak for an applicant."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.portals.mentor.forms.referees import RefereeForm
from onemm.portals.mentor.pages.notices import Notice
from onemm.recruitment.models import Application, Referee
from onemm.recruitment.queries import Named, Speaking, names_are_wanted, speaking_for
from onemm.web.cells import Tag, When

State = Referee.State


@dataclass(frozen=True)
class Speaker:
    """Someone who was named; with an address, someone else can be named instead."""

    name: str
    tag: Tag
    words: str
    about: str
    replace_url: str


@dataclass(frozen=True)
class Another:
    """The form for one more name: why, and the words for leaving it."""

    heading: str
    words: str
    leave: str


@dataclass(frozen=True)
class RefereesPage:
    """Who was named, and either room for another name or the word that none is needed."""

    speakers: tuple[Speaker, ...]
    another: Another | None
    enough: Notice | None
    form: RefereeForm


def referees_page(application: Application, form: RefereeForm) -> RefereesPage:
    speaking = speaking_for(application)
    is_open = not application.is_over and application.state != Application.State.PAUSED
    another = _another(speaking, are_wanted=names_are_wanted(application) > 0, is_open=is_open)
    return RefereesPage(
        speakers=tuple(_speaker(named, is_open=is_open) for named in speaking.named),
        another=another,
        enough=None if another else ENOUGH,
        form=form,
    )


def _speaker(named: Named, *, is_open: bool) -> Speaker:
    state = State(named.state)
    may_be_replaced = named.may_be_replaced and is_open
    return Speaker(
        name=named.name,
        tag=Tag.of(state) if state in Referee.STANDING else Tag("Somebody else, please", state.tone),
        words=named.words,
        about=f"{named.relation}. {named.email}. Asked on {When(named.asked_at).words}.",
        replace_url=reverse("mentor:application_referee_replace", args=[named.public_id]) if may_be_replaced else "",
    )


def _another(speaking: Speaking, *, are_wanted: bool, is_open: bool) -> Another | None:
    if are_wanted:
        return Another("One more, please" if speaking.named else "The first of three", "", "Not now")
    return TO_SPARE if speaking.may_name and is_open else None


TO_SPARE = Another(
    "A third, to be on the safe side",
    "You may leave it at two. But people go on holiday and letters get lost: one more name saves most people several "
    "days.",
    "Leave it at two",
)
ENOUGH = Notice(
    "good",
    "We need no more names now",
    "We remind those who have not answered after 3, 7 and 12 days, and tell you if we hear nothing.",
)
