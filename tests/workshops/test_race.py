"""The last seat wanted by thirty-two people at once goes to exactly one; the rest stand in the queue, each at a place
of their own.
"""

import os
from collections import Counter
from collections.abc import Callable
from threading import Barrier
from typing import Any

import pytest
from django.db import DatabaseError

from onemm.people.models import Person
from onemm.workshops.actions import accept_seat, booking, cancel_booking
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.queries import place_in_queue
from tests.cast import Cast
from tests.factories.workshops import a_learner, a_workshop
from tests.racing import at_once

CLIENTS = 32
ROUNDS = int(os.environ.get("ONEMM_RACE_ROUNDS", "4"))
pytestmark = [pytest.mark.race, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def states_at_once(work: list[Callable[[], Any]]) -> list[str]:
    """Run everything from one starting shot; return the state of the booking that each got, or what stopped it."""
    return [str(getattr(answer, "state", type(answer).__name__)) for answer in at_once(*work, caught=DatabaseError)]


def flaws(workshop: Workshop, seats: int, answers: list[str]) -> list[str]:
    """Return what is wrong after a round: all seats taken, nobody without an answer, every place in the queue given
    once.
    """
    found = [f"unanswered: {answer}" for answer in answers if answer not in Booking.State.values]
    states = Counter(Booking.objects.filter(workshop=workshop).values_list("state", flat=True))
    if states["booked"] != seats:
        found.append(f"{states['booked']} confirmed, not {seats}")
    places = sorted(place_in_queue(row) for row in Booking.objects.filter(workshop=workshop, state="waiting"))
    if places != list(range(1, len(answers) - seats + 1)):
        found.append(f"the queue is {places}")
    return found


def a_round(cast: Cast, people: list[Person], seats: int, book: Callable[..., Booking]) -> list[str]:
    workshop = a_workshop(cast, seats=seats)
    answers = states_at_once([lambda person=person: book(workshop=workshop, by=person) for person in people])  # type: ignore[misc]  # bound now
    return flaws(workshop, seats, answers)


@pytest.mark.parametrize("seats", [1, 5])
def test_every_seat_goes_to_exactly_one_and_none_stays_empty(seats: int) -> None:
    cast = Cast()
    people = [a_learner() for _ in range(CLIENTS)]
    for _ in range(ROUNDS):
        assert a_round(cast, people, seats, booking.book_seat) == []


def test_seats_given_back_at_once_are_each_offered_to_one() -> None:
    cast = Cast()
    people = [a_learner() for _ in range(16)]
    workshop = a_workshop(cast, seats=8)
    rows = [booking.book_seat(workshop=workshop, by=person) for person in people]
    states_at_once([lambda row=row: cancel_booking(booking=row, by=row.person) for row in rows[:8]])  # type: ignore[misc]  # bound now
    offered = list(Booking.objects.filter(workshop=workshop, offer_until__isnull=False).select_related("person"))
    assert len({row.seat_id for row in offered}) == 8
    answers = states_at_once([lambda row=row: accept_seat(booking=row, by=row.person) for row in offered])  # type: ignore[misc]  # bound now
    assert set(answers) == {"booked"}


def test_without_the_guard_the_same_round_would_go_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """The row is not locked, and nothing holds the steps of a booking together: people are turned away by an error, or
    worse.
    """
    cast = Cast()
    people = [a_learner() for _ in range(CLIENTS)]
    after_looking = Barrier(CLIENTS)

    def unlocked(workshop: Workshop) -> Workshop:
        return Workshop.objects.get(pk=workshop.pk)

    def seat_seen_by_all(workshop: Workshop) -> Any:
        seat = look(workshop)
        after_looking.wait(timeout=20)
        return seat

    look = booking.free_seat
    monkeypatch.setattr(booking, "locked", unlocked)
    monkeypatch.setattr(booking, "free_seat", seat_seen_by_all)
    assert a_round(cast, people, 5, booking.book_seat.__wrapped__)  # type: ignore[attr-defined]  # what `atomic` wraps
