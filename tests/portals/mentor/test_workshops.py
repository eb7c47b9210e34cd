from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from icalendar import Calendar

from onemm.workshops import actions
from onemm.workshops.models import Booking, Opinion
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.recruitment import a_submitted_application
from tests.factories.workshops import ONLINE, a_learner, a_workshop, booked, in_days

LIST = reverse("mentor:workshops")


def page_of(booking: Booking, name: str = "booking") -> str:
    return reverse(f"mentor:{name}", args=[booking.public_id])


def test_only_those_who_take_courses_see_workshops(cast: Cast, browser: Browser) -> None:
    page = reverse("mentor:workshop", args=[a_workshop(cast).public_id])
    for colleague in (cast.sam, cast.theo, cast.lena, cast.tom):
        assert browser.sign_in(colleague).get(LIST).status_code == 403
        assert browser.get(page).status_code == 403


def test_an_applicant_finds_what_is_near_their_home_and_how_far(cast: Cast, browser: Browser) -> None:
    a_submitted_application(cast, cast.amina)
    near, far = a_workshop(cast), a_workshop(cast, title="Far away", postcode="M1 1AA")
    a_workshop(cast, title="In Cardiff", postcode="CF10 1AA")
    page = browser.sign_in(cast.amina).get(LIST).content.decode()
    assert page.index(near.title) < page.index(far.title)
    assert "under half a mile away" in page
    assert "In Cardiff" not in page
    page = browser.get(LIST, {"postcode": "cf10", "miles": "5", "day": ""}).content.decode()
    assert "In Cardiff" in page
    assert near.title not in page
    assert (
        "Nothing near here yet"
        in browser.get(LIST, {"postcode": "IV27", "miles": "5", "day": in_days(40).date().isoformat()}).content.decode()
    )


@pytest.mark.parametrize(
    ("typed", "words"), [("BT1 1AA", "We do not know this postcode"), ("nowhere", "Give a postcode")]
)
def test_a_postcode_that_nobody_knows_is_said_so(cast: Cast, browser: Browser, typed: str, words: str) -> None:
    a_workshop(cast)
    assert words in browser.sign_in(cast.amina).get(LIST, {"postcode": typed}).content.decode()


def test_two_taps_book_a_seat_and_the_door_code_is_there(cast: Cast, browser: Browser) -> None:
    workshop = a_workshop(cast)
    page = reverse("mentor:workshop", args=[workshop.public_id])
    assert page in browser.sign_in(cast.amina).get(LIST).content.decode()
    response = browser.post(page)
    booking = Booking.objects.get(person=cast.amina)
    assert response["Location"] == page_of(booking)
    body = browser.get(page_of(booking)).content.decode()
    assert "You have a seat" in body
    assert booking.code in body
    assert 'class="qr"' in body
    assert "See your booking" in browser.get(page).content.decode()


def test_a_full_workshop_says_which_place_in_the_queue(cast: Cast, browser: Browser) -> None:
    workshop = a_workshop(cast, seats=1)
    booked(workshop, a_learner(), a_learner())
    page = reverse("mentor:workshop", args=[workshop.public_id])
    assert "Join the waiting list" in browser.sign_in(cast.amina).get(page).content.decode()
    body = browser.post(page, follow=True).content.decode()
    assert "You are number 2" in body
    assert 'class="qr"' not in body


def test_nobody_sees_anybody_elses_booking(cast: Cast, browser: Browser) -> None:
    (booking,) = booked(a_workshop(cast), cast.amina)
    for name in ("booking", "booking_calendar", "change_booking", "workshop_opinion"):
        assert browser.sign_in(cast.other_mentor).get(page_of(booking, name)).status_code == 404
    for name in ("accept_seat", "cancel_booking", "answer_move"):
        assert browser.post(page_of(booking, name)).status_code == 404
    booking.refresh_from_db()
    assert booking.state == "booked"


def test_the_link_of_an_online_workshop_is_for_those_with_a_seat(cast: Cast, browser: Browser) -> None:
    workshop = a_workshop(cast, seats=1, **ONLINE)
    amina, omar = booked(workshop, cast.amina, cast.other_mentor)
    page = reverse("mentor:workshop", args=[workshop.public_id])
    assert "rooms.example" in browser.sign_in(cast.amina).get(page_of(amina)).content.decode()
    assert "rooms.example" in browser.get(page_of(amina, "booking_calendar")).content.decode().replace("\r\n ", "")
    browser.sign_in(cast.other_mentor)
    for address in (LIST, page, page_of(omar), page_of(omar, "booking_calendar")):
        assert "rooms.example" not in browser.get(address).content.decode().replace("\r\n ", "")


def test_the_calendar_file_is_one_that_a_calendar_reads(cast: Cast, browser: Browser) -> None:
    workshop = a_workshop(cast)
    (booking,) = booked(workshop, cast.amina)
    response = browser.sign_in(cast.amina).get(page_of(booking, "booking_calendar"))
    assert response["Content-Type"].startswith("text/calendar")
    event = Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert (event["SUMMARY"], event.decoded("DTSTART"), event["STATUS"]) == (
        workshop.title,
        workshop.starts_at,
        "CONFIRMED",
    )
    browser.post(page_of(booking, "cancel_booking"))
    assert b"STATUS:CANCELLED" in browser.get(page_of(booking, "booking_calendar")).content


def test_a_freed_seat_is_taken_with_one_press(cast: Cast, browser: Browser) -> None:
    amina, omar = booked(a_workshop(cast, seats=1), cast.amina, cast.other_mentor)
    assert browser.sign_in(cast.amina).post(page_of(amina, "cancel_booking"))["Location"] == LIST
    browser.sign_in(cast.other_mentor)
    assert "A seat is free for you" in browser.get(LIST).content.decode()
    assert "Yes, I will come" in browser.get(page_of(omar)).content.decode()
    assert "You have a seat" in browser.post(page_of(omar, "accept_seat"), follow=True).content.decode()
    assert browser.sign_in(cast.amina).post(page_of(amina, "accept_seat")).status_code == 409


@pytest.mark.parametrize(("answer", "state", "moved"), [("yes", "booked", "kept"), ("no", "cancelled", "asked")])
def test_a_new_date_is_answered_on_the_page(cast: Cast, browser: Browser, answer: str, state: str, moved: str) -> None:
    workshop = a_workshop(cast)
    (booking,) = booked(workshop, cast.amina)
    actions.move_workshop(workshop=workshop, starts_at=in_days(12), by=cast.tom)
    assert "Does the new date suit you?" in browser.sign_in(cast.amina).get(page_of(booking)).content.decode()
    assert browser.post(page_of(booking, "answer_move"), {"yes": answer}).status_code == 302
    booking.refresh_from_db()
    assert (booking.state, booking.moved) == (state, moved)
    assert browser.get(page_of(booking)).status_code == 200


def test_another_date_is_taken_or_the_seat_is_kept(cast: Cast, browser: Browser) -> None:
    here, there = a_workshop(cast), a_workshop(cast, days=14, seats=1)
    (booking,) = booked(here, cast.amina)
    page = page_of(booking, "change_booking")
    assert there.public_id in browser.sign_in(cast.amina).get(page).content.decode()
    booked(there, cast.other_mentor)
    assert browser.post(page, {"to": there.public_id})["Location"] == page
    assert "No other date has a free seat" in browser.get(page).content.decode()
    third = a_workshop(cast, days=16)
    made = browser.post(page, {"to": third.public_id})
    assert made["Location"] == page_of(Booking.objects.get(workshop=third))


def test_after_it_one_says_how_it_was_in_a_minute(cast: Cast, browser: Browser) -> None:
    workshop = a_workshop(cast)
    amina, omar = booked(workshop, cast.amina, cast.other_mentor)
    with time_machine.travel(workshop.starts_at + timedelta(hours=3), tick=True):
        actions.save_list(workshop=workshop, present={amina.public_id}, by=cast.tom)
        actions.close_list(workshop=workshop, by=cast.tom)
        page = page_of(amina, "workshop_opinion")
        browser.sign_in(cast.amina)
        assert page in browser.get(page_of(amina)).content.decode()
        assert "Please choose" in browser.post(page, {"value": ""}).content.decode()
        assert browser.post(page, {"value": "4", "words": "More practice"})["Location"] == LIST
        assert "told us already" in browser.post(page, {"value": "4"}).content.decode()
        assert Opinion.objects.get().words == "More practice"
        assert "You were not on the list" in browser.sign_in(cast.other_mentor).get(page_of(omar)).content.decode()


def test_the_pages_cost_the_same_however_many_workshops_there_are(
    cast: Cast, browser: Browser, django_assert_max_num_queries: object
) -> None:
    for days in range(3, 20):
        booked(a_workshop(cast, days=days), cast.amina)
    browser.sign_in(cast.amina).get(LIST)
    for page in (LIST, page_of(Booking.objects.all()[0])):
        with django_assert_max_num_queries(12):  # type: ignore[operator]  # the fixture has no public type
            assert len(browser.get(page).content) < 100_000


def test_home_says_at_once_what_runs_out(cast: Cast, browser: Browser) -> None:
    workshop = a_workshop(cast, seats=1)
    amina, omar = booked(workshop, cast.amina, cast.other_mentor)
    home = reverse("mentor:home")
    assert "Oldham Library" in browser.sign_in(cast.amina).get(home).content.decode()
    actions.move_workshop(workshop=workshop, starts_at=in_days(12), by=cast.tom)
    assert "Does the new date suit you? Listening well" in browser.get(home).content.decode()
    actions.cancel_booking(booking=amina, by=cast.amina)
    body = browser.sign_in(cast.other_mentor).get(home).content.decode()
    assert "A seat is free for you: Listening well" in body
    assert page_of(omar) in body
