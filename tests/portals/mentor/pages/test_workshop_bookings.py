"""What a booking's page says and offers, situation by situation."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine

from onemm.portals.mentor.pages.workshop_bookings import BookingPage, booking_page
from onemm.portals.mentor.pages.workshops import workshop_page
from onemm.workshops import actions
from onemm.workshops.models import Booking, Workshop
from tests.cast import Cast
from tests.factories.workshops import ONLINE, a_learner, a_workshop, booked, in_days

Situation = Callable[[Cast], Booking]


def with_a_seat(cast: Cast) -> Booking:
    return booked(a_workshop(cast), cast.amina)[0]


def second_in_the_queue(cast: Cast) -> Booking:
    return booked(a_workshop(cast, seats=1), a_learner(), a_learner(), cast.amina)[2]


def offered_a_seat(cast: Cast) -> Booking:
    sitting, waiting = booked(a_workshop(cast, seats=1), a_learner(), cast.amina)
    actions.cancel_booking(booking=sitting, by=sitting.person)
    return waiting


def asked_about_a_new_date(cast: Cast) -> Booking:
    booking = with_a_seat(cast)
    actions.move_workshop(workshop=booking.workshop, starts_at=in_days(12), by=cast.tom)
    return booking


def given_back(cast: Cast) -> Booking:
    booking = with_a_seat(cast)
    actions.cancel_booking(booking=booking, by=cast.amina)
    return booking


def called_off(cast: Cast) -> Booking:
    booking = with_a_seat(cast)
    actions.cancel_workshop(workshop=booking.workshop, reason="The room is flooded.", by=cast.tom)
    return booking


def was_there(cast: Cast) -> Booking:
    return _after(cast, with_a_seat(cast), is_present=True)


def did_not_come(cast: Cast) -> Booking:
    return _after(cast, with_a_seat(cast), is_present=False)


def _after(cast: Cast, booking: Booking, *, is_present: bool) -> Booking:
    workshop = booking.workshop
    with time_machine.travel(workshop.starts_at + timedelta(hours=3), tick=True):
        actions.save_list(workshop=workshop, present={booking.public_id} if is_present else set(), by=cast.tom)
        actions.close_list(workshop=workshop, by=cast.tom)
    return booking


def page_of(booking: Booking) -> BookingPage:
    return booking_page(Booking.objects.select_related("workshop__trainer", "person").get(pk=booking.pk))


@pytest.mark.parametrize(
    ("situation", "asks", "says", "tone"),
    [
        (with_a_seat, "", "You have a seat", "good"),
        (second_in_the_queue, "", "You are on the waiting list", "wait"),
        (offered_a_seat, "A seat may be yours", "", ""),
        (asked_about_a_new_date, "Does the new date suit you?", "You have a seat", "good"),
        (given_back, "", "This booking is cancelled", "plain"),
        (called_off, "", "This booking is cancelled", "plain"),
        (was_there, "", "You were there", "good"),
        (did_not_come, "", "You were not on the list of those who came", "plain"),
    ],
)
def test_what_waits_for_an_answer_comes_first_and_then_how_it_stands(
    cast: Cast, situation: Situation, asks: str, says: str, tone: str
) -> None:
    page = page_of(situation(cast))
    assert (page.question.title if page.question else "") == asks
    assert (page.notice.title, page.notice.tone) == (says, tone) if page.notice else says == ""


@pytest.mark.parametrize(
    ("situation", "calendar", "cancel", "door"),
    [
        (with_a_seat, True, True, True),
        (second_in_the_queue, False, True, False),
        (asked_about_a_new_date, True, True, True),
        (given_back, False, False, False),
        (called_off, False, False, False),
    ],
)
def test_only_what_is_ahead_goes_into_a_diary_or_can_be_given_back(
    cast: Cast, situation: Situation, calendar: bool, cancel: bool, door: bool
) -> None:
    page = page_of(situation(cast))
    assert (bool(page.calendar_url), bool(page.cancel_url), page.door is not None) == (calendar, cancel, door)
    assert bool(page.calendar_url) == bool(page.change_url)


def test_the_way_into_an_online_workshop_is_for_those_with_a_seat(cast: Cast) -> None:
    sitting, waiting = booked(a_workshop(cast, seats=1, **ONLINE), cast.amina, cast.other_mentor)
    assert page_of(sitting).link
    assert page_of(waiting).link == ""
    assert page_of(waiting).facts.getting_in == "Those with a seat see the link on their booking."


def test_the_reason_stands_where_the_trainer_cancelled(cast: Cast) -> None:
    words = [page.notice.words for page in (page_of(called_off(cast)), page_of(given_back(cast))) if page.notice]
    assert words == ["The room is flooded.", "You are off the list."]


@pytest.mark.parametrize(
    ("seats", "sitting", "label", "words"),
    [
        (2, 1, "Book my seat", "1 of 2 seats are taken."),
        (1, 1, "Join the waiting list", "All 1 seats are taken. If"),
        (1, 2, "Join the waiting list", "All 1 seats are taken, and 1 person waits."),
        (1, 3, "Join the waiting list", "All 1 seats are taken, and 2 people wait."),
    ],
)
def test_a_workshop_says_how_full_it_is(cast: Cast, seats: int, sitting: int, label: str, words: str) -> None:
    workshop = a_workshop(cast, seats=seats)
    booked(workshop, *(a_learner() for _ in range(sitting)))
    page = workshop_page(cast.amina, workshop)
    assert page.seats is not None
    assert page.seats.label == label
    assert page.seats.words.startswith(words)
    assert page.standing is None


def test_a_workshop_that_is_over_takes_no_bookings(cast: Cast) -> None:
    workshop = a_workshop(cast)
    with time_machine.travel(workshop.starts_at + timedelta(minutes=1), tick=True):
        page = workshop_page(cast.amina, Workshop.objects.select_related("trainer").get(pk=workshop.pk))
    assert page.seats is None
    assert page.standing is not None
    assert page.standing.title == "Bookings are closed"
