"""The talk, before it, with a time and after it."""

from collections.abc import Callable

import pytest

from onemm.lib.clock import now
from onemm.portals.mentor.forms.talk import TalkForm
from onemm.portals.mentor.pages.talk import TalkPage, talk_page
from onemm.recruitment import actions
from onemm.recruitment.models import Application, InterviewBooking
from onemm.recruitment.queries import talk_of
from tests.cast import Cast
from tests.factories.recruitment import an_interview, some_slots

Situation = Callable[[Cast, Application], object]


def nothing_on_offer(_cast: Cast, _application: Application) -> None:
    """No interviewer has put up a time."""


def on_offer(cast: Cast, _application: Application) -> None:
    some_slots(cast, how_many=2)


def taken(cast: Cast, application: Application) -> InterviewBooking:
    slot = some_slots(cast, how_many=2)[0]
    return actions.book_talk(application=application, slot=slot, by=application.person)


def missed(cast: Cast, application: Application) -> None:
    booking = taken(cast, application)
    InterviewBooking.objects.filter(pk=booking.pk).update(state=InterviewBooking.State.MISSED, over_at=now())


def page_of(application: Application) -> TalkPage:
    talk = talk_of(application)
    return talk_page(talk, TalkForm(None, days=talk.days))


@pytest.mark.parametrize(
    ("situation", "parts", "button"),
    [
        (nothing_on_offer, {"lede", "none_on_offer"}, ""),
        (on_offer, {"lede", "choosing"}, "Take this time"),
        (taken, {"taken", "choosing"}, "Move to this time"),
        (missed, {"missed", "choosing"}, "Take this time"),
        (an_interview, {"lede"}, ""),
    ],
)
def test_what_stands_on_the_page(
    cast: Cast, application: Application, situation: Situation, parts: set[str], button: str
) -> None:
    situation(cast, application)
    page = page_of(application)
    shown = {name for name in ("lede", "taken", "missed", "choosing", "none_on_offer") if getattr(page, name)}
    assert shown == parts
    assert (page.choosing.label if page.choosing else "") == button


def test_the_time_they_have_says_when_with_whom_and_where(cast: Cast, application: Application) -> None:
    slot = taken(cast, application).slot
    page = page_of(application)
    assert page.taken is not None
    assert page.taken.with_whom.startswith(f"{slot.minutes} minutes with {slot.interviewer.first_name}, ")
    assert page.taken.where == slot.where
