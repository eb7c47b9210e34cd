"""Booking a seat, waiting for one, being reminded."""

from datetime import timedelta

import pytest
import time_machine
from django.db import OperationalError

from onemm.lib.clock import now
from onemm.notifications.models import Email
from onemm.workshops import actions, refusals, tasks
from onemm.workshops.models import Booking, WorkshopQuerySet
from onemm.workshops.queries import found_workshops, place_in_queue, room_in
from onemm.workshops.rules import TIME_TO_ANSWER, answer_move_by, offer_until
from tests.cast import Cast
from tests.factories.workshops import ONLINE, a_learner, a_workshop, booked, in_days


def test_a_free_seat_is_booked_and_a_full_room_has_a_queue_with_places(cast: Cast) -> None:
    workshop = a_workshop(cast)
    rows = booked(workshop, cast.amina, cast.other_mentor, a_learner(), a_learner())
    assert [row.state for row in rows] == ["booked", "booked", "waiting", "waiting"]
    assert [place_in_queue(row) for row in rows] == [0, 0, 1, 2]
    assert Email.objects.filter(to=cast.amina, kind="workshop.booked").count() == 1
    room = room_in(workshop)
    assert (room.seats, room.taken, room.waiting) == (2, 2, 2)
    assert "booked" in str(rows[0])


def test_booking_twice_is_one_booking(cast: Cast) -> None:
    workshop = a_workshop(cast)
    first, second = booked(workshop, cast.amina, cast.amina)
    assert first == second
    assert Email.objects.filter(kind="workshop.booked").count() == 1


def test_whoever_takes_no_courses_books_nothing(cast: Cast) -> None:
    workshop = a_workshop(cast)
    for somebody in (cast.lena, cast.theo, cast.sam):
        with pytest.raises(refusals.NotYours):
            actions.book_seat(workshop=workshop, by=somebody)


def test_what_has_begun_is_not_booked_and_not_given_back(cast: Cast) -> None:
    workshop = a_workshop(cast)
    (amina,) = booked(workshop, cast.amina)
    with time_machine.travel(workshop.starts_at, tick=False):
        with pytest.raises(refusals.WorkshopHasBegun):
            actions.book_seat(workshop=workshop, by=cast.other_mentor)
        with pytest.raises(refusals.WorkshopHasBegun):
            actions.cancel_booking(booking=amina, by=cast.amina)


def test_a_seat_given_back_is_offered_to_whoever_waited_longest(cast: Cast) -> None:
    workshop = a_workshop(cast, seats=1)
    amina, second, third = booked(workshop, cast.amina, cast.other_mentor, a_learner())
    with pytest.raises(refusals.NotYours):
        actions.cancel_booking(booking=amina, by=cast.other_mentor)
    actions.cancel_booking(booking=amina, by=cast.amina)
    actions.cancel_booking(booking=amina, by=cast.amina)
    second.refresh_from_db()
    assert second.has_offer
    assert second.offer_until is not None
    assert abs(second.offer_until - now() - TIME_TO_ANSWER) < timedelta(minutes=1)
    assert Email.objects.filter(to=cast.other_mentor, kind="workshop.seat_offered").count() == 1
    assert place_in_queue(third) == 1
    with pytest.raises(refusals.OfferIsOver):
        actions.accept_seat(booking=third, by=third.person)
    with pytest.raises(refusals.NotYours):
        actions.accept_seat(booking=second, by=third.person)
    newcomer = actions.book_seat(workshop=workshop, by=a_learner())
    assert newcomer.state == "waiting", "a seat that is held for somebody is not free"
    for _ in range(2):
        assert actions.accept_seat(booking=second, by=cast.other_mentor).state == "booked"


def test_an_offer_that_nobody_answers_goes_to_the_next_and_once(cast: Cast) -> None:
    workshop = a_workshop(cast, seats=1)
    amina, second, third = booked(workshop, cast.amina, cast.other_mentor, a_learner())
    actions.cancel_booking(booking=amina, by=cast.amina)
    tasks.pass_seats_on()
    second.refresh_from_db()
    assert second.has_offer, "a day is a day"
    with time_machine.travel(now() + timedelta(hours=25), tick=False):
        with pytest.raises(refusals.OfferIsOver):
            actions.accept_seat(booking=second, by=cast.other_mentor)
        tasks.pass_seats_on()
        tasks.pass_seats_on()
        for row in (second, third):
            row.refresh_from_db()
        assert second.state == "cancelled"
        assert third.has_offer
        assert Email.objects.filter(to=third.person, kind="workshop.seat_offered").count() == 1
        assert actions.book_seat(workshop=workshop, by=cast.other_mentor).state == "waiting", (
            "one may join again, at the end"
        )


def test_in_the_last_hours_everybody_is_told_and_the_first_yes_has_the_seat(cast: Cast) -> None:
    workshop = a_workshop(cast, seats=1)
    amina, second, third = booked(workshop, cast.amina, cast.other_mentor, a_learner())
    with time_machine.travel(workshop.starts_at - timedelta(hours=8), tick=False):
        actions.cancel_booking(booking=amina, by=cast.amina)
        for row in (second, third):
            row.refresh_from_db()
            assert (row.state, row.seat) == ("waiting", None), "nobody is put into a seat without being asked"
        assert Email.objects.filter(kind="workshop.seat_free").count() == 2
        assert actions.accept_seat(booking=third, by=third.person).state == "booked"
        with pytest.raises(refusals.OfferIsOver):
            actions.accept_seat(booking=second, by=cast.other_mentor)
    with time_machine.travel(workshop.starts_at, tick=False), pytest.raises(refusals.WorkshopHasBegun):
        actions.accept_seat(booking=second, by=cast.other_mentor)


def test_an_offer_ends_twelve_hours_before_the_start_and_is_never_shorter_than_an_hour() -> None:
    start = in_days(3)
    assert offer_until(start - timedelta(hours=60), start) == start - timedelta(hours=36)
    assert offer_until(start - timedelta(hours=20), start) == start - timedelta(hours=12)
    assert offer_until(start - timedelta(hours=13), start) == start - timedelta(hours=12)
    assert offer_until(start - timedelta(hours=12, minutes=30), start) is None
    assert answer_move_by(start - timedelta(days=9), start) == start - timedelta(days=6)
    assert answer_move_by(start - timedelta(days=2), start) == start - timedelta(days=1)
    assert answer_move_by(start - timedelta(minutes=30), start) == start


def test_a_change_takes_the_other_seat_first_and_keeps_this_one_when_that_is_full(cast: Cast) -> None:
    here, there = a_workshop(cast, seats=1), a_workshop(cast, seats=1, days=12)
    mine, _ = booked(here, cast.amina, cast.other_mentor)
    (theirs,) = booked(there, a_learner())
    with pytest.raises(refusals.NoSeatThere):
        actions.change_booking(booking=mine, to=there, by=cast.amina)
    mine.refresh_from_db()
    assert mine.state == "booked"
    assert not Booking.objects.filter(workshop=there, person=cast.amina).exists()
    actions.cancel_booking(booking=theirs, by=theirs.person)
    made = actions.change_booking(booking=mine, to=there, by=cast.amina)
    mine.refresh_from_db()
    assert (made.state, made.workshop, mine.state) == ("booked", there, "cancelled")
    assert Booking.objects.get(workshop=here, person=cast.other_mentor).has_offer
    with pytest.raises(refusals.NotYours):
        actions.change_booking(booking=made, to=here, by=cast.other_mentor)
    with pytest.raises(refusals.NothingToAnswer):
        actions.change_booking(booking=mine, to=there, by=cast.amina)


def test_a_reminder_goes_out_two_days_before_and_once(cast: Cast) -> None:
    workshop = a_workshop(cast)
    booked(workshop, cast.amina, cast.other_mentor, a_learner())
    tasks.remind_of_workshops()
    assert Email.objects.filter(kind="workshop.soon").count() == 0
    with time_machine.travel(workshop.starts_at - timedelta(days=1, hours=20), tick=False):
        tasks.remind_of_workshops()
        tasks.remind_of_workshops()
    assert Email.objects.filter(kind="workshop.soon").count() == 2, "those with a seat, and nobody else"
    tasks.mark_unanswered_moves()


def test_whoever_takes_a_seat_in_the_last_two_days_gets_one_email_not_two(cast: Cast) -> None:
    workshop = a_workshop(cast, days=1, seats=1)
    amina, omar = booked(workshop, cast.amina, cast.other_mentor)
    with time_machine.travel(workshop.starts_at - timedelta(hours=9), tick=False):
        actions.cancel_booking(booking=amina, by=cast.amina)
        actions.accept_seat(booking=omar, by=cast.other_mentor)
        assert actions.remind_everybody() == 0
    assert "no other reminder" in Email.objects.get(to=cast.other_mentor, kind="workshop.booked").body


def test_what_is_near_comes_nearest_first_then_what_is_online(cast: Cast) -> None:
    far, near, online = a_workshop(cast, postcode="M1 1AA"), a_workshop(cast, days=20), a_workshop(cast, **ONLINE)
    a_workshop(cast, postcode="CF10 1AA")
    booked(near, cast.amina)
    point = near.point
    found = found_workshops(cast.amina, point=point, km=30)
    assert [one.workshop for one in found] == [near, far, online]
    assert (found[0].km, found[0].free, found[2].km) == (0.0, 1, None)
    assert found[0].booking is not None
    assert [one.workshop for one in found_workshops(cast.amina, point=point, km=30, from_day=in_days(15).date())] == [
        near
    ]
    assert len(found_workshops(cast.amina, point=None, km=0)) == 4
    actions.cancel_workshop(workshop=near, reason="Ill", by=cast.tom)
    assert near not in [one.workshop for one in found_workshops(cast.amina, point=point, km=30)]


def test_who_is_not_served_in_time_stands_in_line_again_and_is_told_in_the_end(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = a_workshop(cast)
    tries = []

    def tires(self: object) -> object:
        tries.append(1)
        if len(tries) <= give_up_after:
            raise OperationalError("canceling statement due to lock timeout")
        return whole(self)  # type: ignore[arg-type]  # the method it stands in for

    whole = WorkshopQuerySet.select_for_update
    monkeypatch.setattr(WorkshopQuerySet, "select_for_update", tires)
    give_up_after = 2
    assert actions.book_seat(workshop=workshop, by=cast.amina).state == "booked"
    tries.clear()
    give_up_after = 99
    with pytest.raises(refusals.TooManyAtOnce):
        actions.book_seat(workshop=workshop, by=cast.other_mentor)
