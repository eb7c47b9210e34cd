"""The applicant takes, moves and cancels a time in two taps; the interviewer offers, withdraws and records who did not
come.
"""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from onemm.lib.clock import today
from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from onemm.recruitment.actions import book_talk
from onemm.recruitment.models import Application, InterviewBooking, Slot
from tests.cast import Cast
from tests.conftest import Browser, text
from tests.factories.recruitment import (
    a_filled_in_application,
    an_application_in_screening,
    an_interview,
    some_slots,
    two_referees,
)

PAGE = "/mentor/application/talk/"
TALKS = "/staff/interviews/"


def test_choosing_a_time_and_moving_it(amina: Browser, cast: Cast, application: Application) -> None:
    first, second = some_slots(cast, how_many=2)
    two_referees(application)
    assert "Choose a time to talk" in text(amina.get("/mentor/application/"))
    assert amina.post(PAGE, {"slot": first.public_id})["Location"] == PAGE
    page = text(amina.get(PAGE))
    assert "You have a time" in page
    assert "Move to this time" in page
    assert "17:00" in text(amina.get("/mentor/application/"))
    amina.post(PAGE, {"slot": second.public_id})
    assert InterviewBooking.objects.booked().get().slot == second
    file = amina.get(reverse("mentor:application_talk_calendar"))
    assert file["Content-Type"].startswith("text/calendar")
    assert b"BEGIN:VEVENT" in file.content
    assert amina.post(reverse("mentor:application_talk_cancel"))["Location"] == PAGE
    assert amina.get(reverse("mentor:application_talk_calendar")).status_code == 404


def test_a_time_that_has_just_gone_is_said_and_no_longer_offered(
    amina: Browser, cast: Cast, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot = some_slots(cast)[0]

    def somebody_is_faster(**given: Any) -> InterviewBooking:
        monkeypatch.undo()
        InterviewBooking.objects.create(application=an_application_in_screening(cast, cast.other_mentor), slot=slot)
        return book_talk(**given)

    monkeypatch.setattr("onemm.portals.mentor.views.talk.actions.book_talk", somebody_is_faster)
    page = text(amina.post(PAGE, {"slot": slot.public_id}))
    assert "That time is gone" in page
    assert slot.public_id not in page


def test_when_nothing_is_offered_and_when_it_is_over(amina: Browser, cast: Cast, application: Application) -> None:
    assert "No times are on offer" in text(amina.get(PAGE))
    assert "Choose one of the times" in text(amina.post(PAGE, {}))
    an_interview(cast, application)
    assert "We have talked" in text(amina.get(PAGE))


def test_before_it_is_sent_there_is_no_talk(amina: Browser, cast: Cast) -> None:
    a_filled_in_application(cast, cast.amina)
    assert amina.get(PAGE)["Location"] == "/mentor/application/"


def test_an_interviewer_offers_and_sees_who_comes(browser: Browser, cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    priya = browser.sign_in(cast.priya)
    assert "Offer some times" in text(priya.get(TALKS))
    offer = {
        "day": str(today() + timedelta(days=4)),
        "first": "17:00",
        "how_many": "2",
        "minutes": "30",
        "channel": "video",
        "where": "https://talk.example/priya",
    }
    assert "Talks begin between" in text(priya.post(TALKS + "offer/", {**offer, "first": "05:00"}))
    assert priya.post(TALKS + "offer/", offer)["Location"] == TALKS
    first, second = Slot.objects.order_by("starts_at")
    assert first.area == cast.area
    booking = book_talk(application=application, slot=first, by=cast.amina)
    assert "Amina Yusuf" in text(priya.get(TALKS))
    assert b"Amina Yusuf" in priya.get(reverse("staff:interview_calendar", args=[booking.public_id])).content
    assert priya.post(reverse("staff:interview_withdraw", args=[second.public_id]))["Location"] == TALKS
    with time_machine.travel(first.starts_at + timedelta(hours=1), tick=False):
        priya.sign_in(cast.priya)
        assert "Say how it went" in text(priya.get(TALKS))
        assert priya.post(reverse("staff:interview_missed", args=[booking.public_id]))["Location"] == TALKS
        assert "Amina Yusuf" not in text(priya.get(TALKS))


def test_who_screens_everywhere_chooses_for_where(browser: Browser, cast: Cast) -> None:
    assert cast.area
    grant_role(person=cast.tom, role=Role.PROGRAMME_MANAGER, by=None)
    page = text(browser.sign_in(cast.tom).get(TALKS + "offer/"))
    assert "Everywhere" in page
    assert "Greater Manchester" in page


def test_one_of_another_interviewer_is_not_there(browser: Browser, cast: Cast) -> None:
    slot = some_slots(cast)[0]
    grant_role(person=cast.tom, role=Role.PROGRAMME_MANAGER, by=None, area=cast.area)
    assert browser.sign_in(cast.tom).post(reverse("staff:interview_withdraw", args=[slot.public_id])).status_code == 404
