"""Offering a workshop, changing it, moving it, cancelling it."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from onemm.lib.clock import now
from onemm.notifications.models import Letter
from onemm.people.models import Person
from onemm.workshops import actions, refusals
from onemm.workshops.models import Booking, Seat, Workshop
from onemm.workshops.queries import place_in_queue, room_in
from tests.cast import Cast
from tests.factories.workshops import ONLINE, a_learner, a_workshop, booked, details, in_days


def letters(person: Person, kind: str) -> int:
    return Letter.objects.filter(to=person, kind=kind).count()


def test_a_trainer_offers_a_workshop_with_its_seats_and_its_point(cast: Cast) -> None:
    workshop = a_workshop(cast, seats=3)
    assert (workshop.state, workshop.trainer, workshop.area) == ("planned", cast.tom, cast.area)
    assert workshop.point is not None
    assert list(Seat.objects.filter(workshop=workshop).values_list("number", flat=True)) == [1, 2, 3]
    assert str(workshop.seats.first()) == "seat 1"


def test_an_online_workshop_keeps_its_link_and_no_place(cast: Cast) -> None:
    workshop = a_workshop(cast, **{**ONLINE, "venue": "left over"})
    assert (workshop.link, workshop.venue, workshop.point, workshop.area) == (
        "https://rooms.example/abc",
        "",
        None,
        None,
    )


@pytest.mark.parametrize("somebody", ["amina", "priya", "sam", "lena"])
def test_only_trainers_offer_workshops(cast: Cast, somebody: str) -> None:
    with pytest.raises(refusals.TrainersOnly):
        a_workshop(cast, by=getattr(cast, somebody))


@pytest.mark.parametrize(
    ("changes", "days", "field"),
    [
        ({}, -1, "day"),
        ({"postcode": "BT1 1AA"}, 5, "postcode"),
        ({"venue": " "}, 5, "venue"),
        ({"channel": "online"}, 5, "link"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(
    cast: Cast, changes: dict[str, object], days: int, field: str
) -> None:
    with pytest.raises(refusals.Refused) as refusal:
        a_workshop(cast, days=days, **changes)
    assert refusal.value.field == field


def test_an_edit_that_matters_is_told_and_one_that_does_not_is_not(cast: Cast) -> None:
    workshop = a_workshop(cast)
    booked(workshop, cast.amina)
    actions.edit_workshop(workshop=workshop, details=details(title="Listening better"), by=cast.tom)
    assert letters(cast.amina, "workshop changed") == 0
    actions.edit_workshop(workshop=workshop, details=details(venue="The town hall"), by=cast.tom)
    assert letters(cast.amina, "workshop changed") == 1
    workshop.refresh_from_db()
    assert (workshop.venue, workshop.changes) == ("The town hall", 1)


def test_new_seats_go_to_those_who_wait_and_taken_ones_cannot_go(cast: Cast) -> None:
    workshop = a_workshop(cast)
    *_, third = booked(workshop, cast.amina, cast.other_mentor, a_learner())
    with pytest.raises(refusals.SeatsAreTaken):
        actions.edit_workshop(workshop=workshop, details=details(seats=1), by=cast.tom)
    actions.edit_workshop(workshop=workshop, details=details(seats=4), by=cast.tom)
    third.refresh_from_db()
    assert third.has_offer
    actions.edit_workshop(workshop=workshop, details=details(seats=3), by=cast.tom)
    assert room_in(workshop).seats == 3


def test_a_stranger_and_another_trainer_change_nothing(cast: Cast) -> None:
    workshop = a_workshop(cast)
    for somebody in (cast.lena, cast.priya):
        with pytest.raises(refusals.NotYours):
            actions.edit_workshop(workshop=workshop, details=details(), by=somebody)
        with pytest.raises(refusals.NotYours):
            actions.move_workshop(workshop=workshop, starts_at=in_days(20), by=somebody)
        with pytest.raises(refusals.NotYours):
            actions.cancel_workshop(workshop=workshop, reason="No", by=somebody)


def test_a_move_keeps_every_seat_and_asks(cast: Cast) -> None:
    workshop = a_workshop(cast)
    amina, omar, third = booked(workshop, cast.amina, cast.other_mentor, a_learner())
    actions.move_workshop(workshop=workshop, starts_at=in_days(12), by=cast.tom)
    for row in (amina, omar, third):
        row.refresh_from_db()
    assert (amina.state, amina.moved, omar.moved, third.moved) == ("booked", "asked", "asked", "")
    assert place_in_queue(third) == 1
    assert all(letters(row.person, "workshop moved") == 1 for row in (amina, omar, third))


def test_yes_keeps_the_seat_no_frees_it_and_silence_is_marked(cast: Cast) -> None:
    workshop = a_workshop(cast, seats=3)
    amina, omar, silent, waits = booked(workshop, cast.amina, cast.other_mentor, a_learner(), a_learner())
    actions.move_workshop(workshop=workshop, starts_at=in_days(12), by=cast.tom)
    actions.answer_move(booking=amina, by=cast.amina, yes=True)
    actions.answer_move(booking=omar, by=cast.other_mentor, yes=False)
    waits.refresh_from_db()
    assert waits.has_offer
    assert actions.lapse_questions() == 0
    with time_machine.travel(now() + timedelta(days=4), tick=False):
        assert actions.lapse_questions() == 1
        assert actions.lapse_questions() == 0
    for row in (amina, omar, silent):
        row.refresh_from_db()
    assert [(row.state, row.moved) for row in (amina, silent)] == [("booked", "kept"), ("booked", "unanswered")]
    assert omar.state == "cancelled"


def test_a_question_is_answered_by_whom_it_was_put_to_and_only_while_it_stands(cast: Cast) -> None:
    workshop = a_workshop(cast)
    (amina,) = booked(workshop, cast.amina)
    with pytest.raises(refusals.NothingToAnswer):
        actions.answer_move(booking=amina, by=cast.amina, yes=True)
    actions.move_workshop(workshop=workshop, starts_at=in_days(12), by=cast.tom)
    with pytest.raises(refusals.NotYours):
        actions.answer_move(booking=amina, by=cast.other_mentor, yes=False)


def test_a_move_needs_another_moment_ahead(cast: Cast) -> None:
    workshop = a_workshop(cast)
    for moment in (workshop.starts_at, now() - timedelta(hours=1)):
        with pytest.raises(refusals.WorkshopMustBeAhead):
            actions.move_workshop(workshop=workshop, starts_at=moment, by=cast.tom)


def test_a_cancelled_workshop_tells_everybody_why_and_is_over(cast: Cast) -> None:
    workshop = a_workshop(cast, seats=1)
    amina, omar = booked(workshop, cast.amina, cast.other_mentor)
    with pytest.raises(refusals.WorkshopReasonIsMissing):
        actions.cancel_workshop(workshop=workshop, reason=" ", by=cast.tom)
    actions.cancel_workshop(workshop=workshop, reason="The heating is broken.", by=cast.tom)
    for row in (amina, omar):
        row.refresh_from_db()
        assert (row.state, row.seat) == ("cancelled", None)
        assert "The heating is broken." in Letter.objects.get(to=row.person, kind="workshop cancelled").body
    with pytest.raises(refusals.WorkshopIsOver):
        actions.cancel_workshop(workshop=workshop, reason="Again", by=cast.tom)
    with pytest.raises(refusals.WorkshopIsOver):
        actions.book_seat(workshop=workshop, by=cast.amina)


def test_what_has_begun_is_not_cancelled(cast: Cast) -> None:
    workshop = a_workshop(cast)
    with (
        time_machine.travel(workshop.starts_at + timedelta(minutes=5), tick=False),
        pytest.raises(refusals.WorkshopHasBegun),
    ):
        actions.cancel_workshop(workshop=workshop, reason="Late", by=cast.tom)


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"title": ""}, "a_workshop_says_what_it_is_about"),
        ({"minutes": 5}, "a_workshop_takes_15_minutes_to_8_hours"),
        ({"latitude": None}, "a_workshop_face_to_face_has_a_venue_on_the_map"),
        ({"channel": "online"}, "an_online_workshop_has_a_link"),
        ({"state": "cancelled", "over_at": "2026-01-01T00:00Z"}, "a_cancelled_workshop_says_why"),
        ({"state": "held"}, "a_workshop_is_over_when_held_or_cancelled"),
    ],
)
def test_the_database_holds_what_a_workshop_is(cast: Cast, changes: dict[str, object], constraint: str) -> None:
    workshop = a_workshop(cast)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Workshop.objects.filter(pk=workshop.pk).update(**changes)


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"seat": None}, "whoever_is_booked_has_a_seat"),
        ({"state": "cancelled"}, "a_cancelled_booking_holds_no_seat"),
        ({"state": "waiting"}, "an_offer_is_a_seat_held_until_a_moment"),
        ({"state": "attended"}, "minutes_count_for_whoever_was_there"),
        ({"minutes": 10}, "minutes_count_for_whoever_was_there"),
    ],
)
def test_the_database_holds_what_a_booking_is(cast: Cast, changes: dict[str, object], constraint: str) -> None:
    (booking,) = booked(a_workshop(cast), cast.amina)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Booking.objects.filter(pk=booking.pk).update(**changes)


def test_the_database_gives_no_seat_twice_and_nobody_two_places(cast: Cast) -> None:
    workshop = a_workshop(cast)
    amina, omar = booked(workshop, cast.amina, cast.other_mentor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.filter(pk=omar.pk).update(seat=amina.seat)
    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.create(workshop=workshop, person=cast.amina, state="waiting")
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(workshop=workshop, number=1)
    with pytest.raises(IntegrityError, match="a_workshop_has_1_to_200_seats"), transaction.atomic():
        Seat.objects.create(workshop=workshop, number=201)
