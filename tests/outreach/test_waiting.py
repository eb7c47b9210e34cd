"""The waiting list: joined where we are not open, asked after sixty days, forgotten without an answer, told when we
open.
"""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from onemm.lib.clock import now
from onemm.notifications.models import Letter
from onemm.outreach import actions, refusals
from onemm.outreach.models import Waiting
from onemm.outreach.tasks import look_after_waiting_list
from tests.cast import Cast
from tests.conftest import Browser

pytestmark = pytest.mark.django_db
PAGE = "/waiting-list/"


def somebody_waits(**changes: object) -> Waiting:
    waiting = actions.join_waiting_list(email="Una@Example.net", first_name="Una", postcode="BT1")
    Waiting.objects.filter(pk=waiting.pk).update(**changes)
    waiting.refresh_from_db()
    return waiting


def letters() -> list[str]:
    return list(Letter.objects.filter(kind="waiting list").order_by("pk").values_list("subject", flat=True))


def test_who_lives_where_we_are_open_need_not_wait(cast: Cast) -> None:
    assert cast.area
    with pytest.raises(refusals.WeAreThere):
        actions.join_waiting_list(email="una@example.net", first_name="Una", postcode="OL1 1UL")
    assert not Waiting.objects.exists()


def test_joining_twice_is_one_place_and_one_letter(db: None) -> None:
    assert somebody_waits() == somebody_waits()
    assert letters() == ["You are on the waiting list"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Waiting.objects.create(email="una@example.net", first_name="Una", postcode="BT1")


def test_after_sixty_days_they_are_asked_once(db: None) -> None:
    somebody_waits(confirmed_at=now() - timedelta(days=59))
    look_after_waiting_list()
    assert len(letters()) == 1
    Waiting.objects.update(confirmed_at=now() - timedelta(days=60))
    look_after_waiting_list()
    look_after_waiting_list()
    assert letters()[1:] == ["Are you still interested?"]


def test_a_yes_keeps_the_place_for_sixty_days_more(db: None) -> None:
    waiting = somebody_waits(confirmed_at=now() - timedelta(days=80), asked_at=now() - timedelta(days=20))
    actions.stay_on_waiting_list(waiting=waiting)
    look_after_waiting_list()
    assert Waiting.objects.get().asked_at is None
    assert len(letters()) == 1


def test_three_weeks_without_an_answer_forget_them(db: None) -> None:
    somebody_waits(asked_at=now() - timedelta(days=20))
    look_after_waiting_list()
    assert Waiting.objects.exists()
    Waiting.objects.update(asked_at=now() - timedelta(days=21))
    look_after_waiting_list()
    look_after_waiting_list()
    assert not Waiting.objects.exists()


def test_the_day_we_open_they_are_told_once_and_leave_the_list(cast: Cast) -> None:
    somebody_waits()
    cast.area.postcode_areas = [*cast.area.postcode_areas, "BT"]
    cast.area.save()
    look_after_waiting_list()
    look_after_waiting_list()
    assert letters()[1:] == ["We are open where you live"]
    assert not Waiting.objects.exists()


def test_a_stranger_joins_by_the_page_and_leaves_by_the_letter(browser: Browser) -> None:
    page = browser.post(PAGE, {"postcode": "bt1", "first_name": "Una", "email": "una@example.net"}, follow=True)
    assert "We write to you the day we open near you" in page.text
    link = Letter.objects.get(kind="waiting list").link
    assert "Are you still interested, Una?" in browser.get(link).text
    assert Waiting.objects.exists()  # looking is not answering
    assert "You keep your place" in browser.post(link, follow=True).text
    assert "forgotten your address" in browser.post(link, {"leave": "yes"}, follow=True).text
    assert browser.get(link).status_code == 404


def test_where_we_are_open_the_page_leads_on_to_the_questions(browser: Browser, cast: Cast) -> None:
    assert cast.area
    page = browser.post(PAGE, {"postcode": "OL1 1UL", "first_name": "Una", "email": "una@example.net"}, follow=True)
    assert "we are open where you live" in page.text
    assert page.redirect_chain[-1][0] == "/can-i-mentor/"


@pytest.mark.parametrize(
    "wrong", [{"postcode": "nowhere"}, {"email": "una"}, {"first_name": ""}, {"first_name": "x" * 81}]
)
def test_what_does_not_fit_is_said(browser: Browser, wrong: dict[str, str]) -> None:
    assert (
        browser.post(PAGE, {"postcode": "BT1", "first_name": "Una", "email": "una@example.net", **wrong}).status_code
        == 200
    )
    assert not Waiting.objects.exists()


def test_a_flood_from_one_address_stops(browser: Browser) -> None:
    answers = [
        browser.post(PAGE, {"postcode": "BT1", "first_name": "Una", "email": f"una{n}@example.net"}).status_code
        for n in range(11)
    ]
    assert answers == [302] * 10 + [429]
