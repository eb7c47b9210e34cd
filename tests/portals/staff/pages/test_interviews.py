"""An interviewer first records what has begun, then sees who comes, and offers times where there are none."""

from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.http import QueryDict
from django.urls import reverse

from onemm.lib.clock import today
from onemm.portals.staff.pages.interviews import InterviewsPage, interviews_page
from onemm.recruitment.actions import book_talk
from onemm.recruitment.models import Application, Slot
from onemm.web.drawn_tables import DrawnTable
from tests.cast import Cast
from tests.conftest import Browser, text
from tests.factories.recruitment import some_slots

OFFERED = {"first": "17:00", "how_many": "1", "minutes": "30", "channel": "phone", "where": "0161 496 0000"}


def page_of(cast: Cast, at: datetime | None = None) -> InterviewsPage:
    if at is None:
        return interviews_page(cast.priya, QueryDict())
    with time_machine.travel(at, tick=False):
        return interviews_page(cast.priya, QueryDict())


def who(table: DrawnTable | None) -> list[object]:
    assert table is not None
    return [row.cells[1].parts[0].plain for row in table.rows]


def book(cast: Cast, application: Application) -> Slot:
    slot = some_slots(cast)[0]
    book_talk(application=application, slot=slot, by=cast.amina)
    return slot


def test_with_nothing_on_offer_the_first_thing_is_to_offer_some(cast: Cast) -> None:
    page = page_of(cast)
    assert page.first is not None
    assert (page.first.title, len(page.first.buttons)) == ("Offer some times", 1)
    assert (page.to_record, page.to_come) == (None, None)


def test_a_time_that_is_taken_says_by_whom_and_another_is_free(cast: Cast, application: Application) -> None:
    book(cast, application)
    some_slots(cast, first=time(19, 0))
    page = page_of(cast)
    assert page.first is None
    assert who(page.to_come) == ["Amina Yusuf", "Free"]


def test_a_talk_that_has_begun_comes_before_everything(cast: Cast, application: Application) -> None:
    slot = book(cast, application)
    some_slots(cast, first=time(19, 0))
    page = page_of(cast, slot.starts_at + timedelta(minutes=1))
    assert page.first is not None
    assert page.first.words.startswith("1 talk has begun and is not recorded.")
    assert (who(page.to_record), who(page.to_come)) == (["Amina Yusuf"], ["Free"])


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        ({}, "1 time is on offer from"),
        ({"how_many": "2"}, "2 times are on offer from"),
        ({"where": ""}, "to put right"),
        ({"first": "05:00"}, "to put right"),
    ],
)
def test_what_is_offered_is_said_or_what_stands_in_its_way(
    priya: Browser, cast: Cast, change: dict[str, str], answer: str
) -> None:
    day = str(today() + timedelta(days=3))
    assert answer in text(priya.post(reverse("staff:interviews_offer"), {**OFFERED, "day": day, **change}, follow=True))


def test_the_page_leads_to_the_calendar_and_asks_before_it_withdraws(
    priya: Browser, cast: Cast, application: Application
) -> None:
    slot = book(cast, application)
    page = text(priya.get(reverse("staff:interviews")))
    assert reverse("staff:interview_calendar", args=[slot.bookings.get().public_id]) in page
    assert "Amina is told and chooses another time." in page
    assert reverse("staff:interview_withdraw", args=[slot.public_id]) in page
    assert 'href="https://talk.example/priya"' in page
    assert "Nobody can choose it any more." not in page
