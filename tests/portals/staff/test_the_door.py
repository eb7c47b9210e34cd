"""The list at the door, on a phone: names for the day alone, ticks that arrive late, and who is right when two
disagree.
"""

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from onemm.learning.queries import minutes_learned
from onemm.lib.clock import LONDON, now
from onemm.portals.staff.views import workshop_door
from onemm.workshops import actions, refusals
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.rules import list_kept_until
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.workshops import a_workshop, booked


@pytest.fixture
def evening(cast: Cast) -> Iterator[Workshop]:
    """It began ten minutes ago; Amina and Omar have the two seats."""
    workshop = a_workshop(cast)
    booked(workshop, cast.amina, cast.other_mentor)
    with time_machine.travel(workshop.starts_at + timedelta(minutes=10), tick=False):
        yield workshop


def of(workshop: Workshop, person: object) -> Booking:
    return Booking.objects.get(workshop=workshop, person=person)


def sent(
    browser: Browser, workshop: Workshop, *, key: str | None = None, at: datetime | str = "", **fields: str
) -> Any:
    moment = at if isinstance(at, str) and at else (at if isinstance(at, datetime) else now()).isoformat()
    fields = {"at": moment, **fields, "form_token": key or str(uuid.uuid4())}
    return browser.post(reverse("staff:tick", args=[workshop.public_id]), fields)


def test_a_tick_that_arrives_late_counts_from_when_it_was_made(cast: Cast, browser: Browser, evening: Workshop) -> None:
    row, seen = of(evening, cast.amina), now()
    with time_machine.travel(now() + timedelta(hours=3), tick=False):
        receipt = sent(browser.sign_in(cast.tom), evening, booking=row.public_id, here="yes", at=seen).json()
    assert receipt == {"counts": True, "words": "Amina Yusuf is here.", "link": ""}
    row.refresh_from_db()
    assert (row.state, row.settled_at) == ("attended", seen)
    assert minutes_learned(cast.amina) == 120


def test_a_mistake_put_right_without_a_line_arrives_in_order(cast: Cast, browser: Browser, evening: Workshop) -> None:
    row, seen = of(evening, cast.amina).public_id, now()
    with time_machine.travel(now() + timedelta(hours=3), tick=False):
        browser.sign_in(cast.tom)
        sent(browser, evening, booking=row, here="yes", at=seen)
        assert (
            sent(browser, evening, booking=row, here="no", at=seen + timedelta(minutes=5)).json()["words"]
            == "Amina Yusuf is not ticked any more."
        )
    assert of(evening, cast.amina).state == "missed"


def test_what_was_said_later_elsewhere_stands_and_is_told(cast: Cast, browser: Browser, evening: Workshop) -> None:
    row, seen, key = of(evening, cast.amina), now(), str(uuid.uuid4())
    with time_machine.travel(now() + timedelta(minutes=20), tick=False):
        actions.save_list(workshop=evening, present={row.public_id}, by=cast.tom)
        actions.save_list(workshop=evening, present=set(), by=cast.tom)
    with time_machine.travel(now() + timedelta(hours=2), tick=False):
        receipt = sent(browser.sign_in(cast.tom), evening, key=key, booking=row.public_id, here="yes", at=seen).json()
        assert not receipt["counts"]
        assert "was not ticked elsewhere after that" in receipt["words"]
        assert sent(browser, evening, key=key, booking=row.public_id, here="yes", at=seen).json() == receipt
    assert of(evening, cast.amina).state == "missed"


def test_a_list_closed_meanwhile_does_not_undo_what_was_seen(cast: Cast, browser: Browser, evening: Workshop) -> None:
    row, seen = of(evening, cast.amina), now()
    with time_machine.travel(now() + timedelta(hours=2), tick=False):
        actions.close_list(workshop=evening, by=cast.tom)
        assert of(evening, cast.amina).state == "missed"
        assert sent(browser.sign_in(cast.tom), evening, booking=row.public_id, here="yes", at=seen).json()["counts"]
    assert minutes_learned(cast.amina) == 120


@pytest.mark.parametrize("wrong", [timedelta(days=4000), timedelta(days=-4000)])
def test_a_phone_with_a_wrong_clock_is_not_believed_beyond_the_day(
    cast: Cast, evening: Workshop, wrong: timedelta
) -> None:
    row = actions.tick(
        workshop=evening, booking=of(evening, cast.amina).public_id, here=True, at=now() + wrong, by=cast.tom
    ).booking
    assert evening.starts_at - timedelta(hours=2) <= (row.settled_at or now() + wrong) <= now()


def test_a_seat_given_back_meanwhile_is_told(cast: Cast, browser: Browser, evening: Workshop) -> None:
    row = of(evening, cast.amina)
    with time_machine.travel(evening.starts_at - timedelta(hours=1), tick=False):
        actions.cancel_booking(booking=row, by=cast.amina)
    receipt = sent(browser.sign_in(cast.tom), evening, booking=row.public_id, here="yes").json()
    assert "the seat was given back" in receipt["words"]
    assert not receipt["counts"]


def test_walk_ins_arrive_too_and_strangers_are_told_apart(cast: Cast, browser: Browser, evening: Workshop) -> None:
    browser.sign_in(cast.tom)
    assert sent(browser, evening, email="amina@example.org").json()["counts"]
    assert (
        "No mentor or applicant has this address" in sent(browser, evening, email="nobody@example.org").json()["words"]
    )
    for fields in (
        {},
        {"here": "perhaps"},
        {"email": "not an address"},
        {"here": "yes", "booking": "x" * 99},
        {"here": "yes", "at": "yesterday"},
    ):
        receipt = sent(browser, evening, **fields).json()
        assert not receipt["counts"]
        assert receipt["words"]


def test_another_trainers_list_is_not_there(cast: Cast, browser: Browser, evening: Workshop) -> None:
    with pytest.raises(refusals.NotYours):
        actions.tick(workshop=evening, booking=of(evening, cast.amina).public_id, here=True, at=now(), by=cast.amina)
    assert sent(browser.sign_in(cast.amina), evening, here="yes").status_code == 403


def test_too_many_at_once_is_no_receipt_so_the_phone_tries_again(
    cast: Cast, browser: Browser, evening: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(**_: object) -> None:
        raise refusals.TooManyAtOnce

    monkeypatch.setattr(workshop_door.actions, "tick", busy)
    key, row = str(uuid.uuid4()), of(evening, cast.amina).public_id
    assert sent(browser.sign_in(cast.tom), evening, key=key, booking=row, here="yes").status_code == 503
    monkeypatch.undo()
    assert sent(browser, evening, key=key, booking=row, here="yes").json()["counts"]


def test_the_kept_list_says_when_it_must_be_forgotten_and_names_no_address(
    cast: Cast, browser: Browser, evening: Workshop
) -> None:
    response = browser.sign_in(cast.tom).get(reverse("staff:door", args=[evening.public_id]))
    day = evening.starts_at.astimezone(LONDON).date()
    assert response["X-Keep-Until"].startswith(f"{day + timedelta(days=1)}T00:00")
    assert "Amina Yusuf" in response.text
    assert "example.org" not in response.text
    assert "Keep the list on my phone" in browser.get(reverse("staff:workshop", args=[evening.public_id])).text


def test_before_and_after_its_day_nothing_is_kept(cast: Cast, browser: Browser) -> None:
    workshop = a_workshop(cast)
    browser.sign_in(cast.tom)
    assert "X-Keep-Until" not in browser.get(reverse("staff:door", args=[workshop.public_id]))
    assert "Keep the list on my phone" not in browser.get(reverse("staff:workshop", args=[workshop.public_id])).text
    assert list_kept_until(workshop.starts_at + timedelta(hours=30), workshop.starts_at) is None
    assert list_kept_until(workshop.starts_at - timedelta(hours=23), workshop.starts_at) is not None


@pytest.mark.parametrize(
    "day", [datetime(2027, 3, 28, 0, 30, tzinfo=LONDON), datetime(2026, 10, 25, 0, 30, tzinfo=LONDON)]
)
def test_the_day_ends_at_midnight_also_when_clocks_change(day: datetime) -> None:
    until = list_kept_until(day, day.replace(hour=18))
    assert until is not None
    assert (until.hour, until.date()) == (0, day.date() + timedelta(days=1))


def test_without_scripts_the_door_saves_like_the_list(cast: Cast, browser: Browser, evening: Workshop) -> None:
    page = browser.sign_in(cast.tom).get(reverse("staff:door", args=[evening.public_id])).text
    for name in ("save_list", "check_in", "walk_in"):
        assert f'action="{reverse(f"staff:{name}", args=[evening.public_id])}"' in page
