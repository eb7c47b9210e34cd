"""On the day and after it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from onemm.learning.queries import learning_record_of, minutes_learned
from onemm.notifications.models import Email
from onemm.workshops import actions, refusals
from onemm.workshops.models import Booking, Opinion, Workshop
from onemm.workshops.queries import day_of, list_of, opinions_of_trainer, opinions_of_workshop
from tests.cast import Cast
from tests.factories.workshops import a_learner, a_workshop, booked


@pytest.fixture
def evening(cast: Cast) -> Iterator[Workshop]:
    """The workshop has begun ten minutes ago: Amina and Omar have seats, someone waits."""
    workshop = a_workshop(cast)
    booked(workshop, cast.amina, cast.other_mentor, a_learner())
    with time_machine.travel(workshop.starts_at + timedelta(minutes=10), tick=False):
        yield workshop


def of(workshop: Workshop, person: object) -> Booking:
    return Booking.objects.get(workshop=workshop, person=person)


def test_a_code_ticks_somebody_once_and_their_minutes_count(cast: Cast, evening: Workshop) -> None:
    for code in (of(evening, cast.amina).code, f" {of(evening, cast.amina).code.upper()} "):
        assert actions.check_in(workshop=evening, code=code, by=cast.tom).person == cast.amina
    assert minutes_learned(cast.amina) == 120
    assert [(entry.title, entry.course, entry.minutes) for entry in learning_record_of(cast.amina)] == [
        ("Listening well", "Workshop", 120)
    ]
    assert minutes_learned(cast.other_mentor) == 0


@pytest.mark.parametrize("code", ["", "a", "zzzzzz"])
def test_a_code_that_is_nobodys_is_refused(cast: Cast, evening: Workshop, code: str) -> None:
    with pytest.raises(refusals.CodeIsUnknown):
        actions.check_in(workshop=evening, code=code, by=cast.tom)


def test_only_its_trainer_ticks_a_list_and_not_before_the_doors_open(cast: Cast) -> None:
    workshop = a_workshop(cast)
    (amina,) = booked(workshop, cast.amina)
    with pytest.raises(refusals.DoorsAreShut):
        actions.check_in(workshop=workshop, code=amina.code, by=cast.tom)
    with time_machine.travel(workshop.starts_at - timedelta(hours=1), tick=False):
        for somebody in (cast.amina, cast.priya):
            with pytest.raises(refusals.NotYours):
                actions.check_in(workshop=workshop, code=amina.code, by=somebody)
        actions.check_in(workshop=workshop, code=amina.code, by=cast.tom)
        with pytest.raises(refusals.DoorsAreShut):
            actions.close_list(workshop=workshop, by=cast.tom)


def test_the_ticks_of_a_list_are_saved_and_can_be_put_right(cast: Cast, evening: Workshop) -> None:
    amina, omar = of(evening, cast.amina), of(evening, cast.other_mentor)
    assert actions.save_list(workshop=evening, present={amina.public_id, omar.public_id}, by=cast.tom) == 2
    assert actions.save_list(workshop=evening, present={omar.public_id}, by=cast.tom) == 1
    assert (of(evening, cast.amina).state, minutes_learned(cast.amina)) == ("missed", 0)
    actions.save_list(workshop=evening, present={amina.public_id, omar.public_id}, by=cast.tom)
    assert minutes_learned(cast.amina) == 120


def test_a_walk_in_counts_even_when_every_chair_is_taken(cast: Cast, evening: Workshop) -> None:
    walker = a_learner()
    booking = actions.add_walk_in(workshop=evening, email=f" {str(walker.email).upper()}", by=cast.tom)
    assert (booking.state, booking.walked_in, booking.seat, minutes_learned(walker)) == ("attended", True, None, 120)
    assert actions.add_walk_in(workshop=evening, email="amina@example.org", by=cast.tom).walked_in is False
    for address in ("nobody@example.org", "lena@example.org"):
        with pytest.raises(refusals.PersonIsUnknown):
            actions.add_walk_in(workshop=evening, email=address, by=cast.tom)


def test_closing_the_list_says_who_missed_it_and_asks_who_came(cast: Cast, evening: Workshop) -> None:
    actions.save_list(workshop=evening, present={of(evening, cast.amina).public_id}, by=cast.tom)
    actions.close_list(workshop=evening, by=cast.tom)
    assert sorted(Booking.objects.values_list("state", flat=True)) == ["attended", "cancelled", "missed"]
    assert [email.to for email in Email.objects.filter(kind="workshop.opinion_asked")] == [cast.amina]
    assert [row.person for row in list_of(evening)] == [cast.other_mentor, cast.amina]
    with pytest.raises(refusals.WorkshopIsOver):
        actions.close_list(workshop=evening, by=cast.tom)
    actions.check_in(workshop=evening, code=of(evening, cast.other_mentor).code, by=cast.tom)
    assert Email.objects.filter(kind="workshop.opinion_asked").count() == 2
    with time_machine.travel(evening.starts_at + timedelta(days=15), tick=False), pytest.raises(refusals.ListIsClosed):
        actions.save_list(workshop=evening, present=set(), by=cast.tom)


def test_a_cancelled_workshop_has_no_list_to_tick(cast: Cast) -> None:
    workshop = a_workshop(cast)
    actions.cancel_workshop(workshop=workshop, reason="Ill", by=cast.tom)
    with pytest.raises(refusals.WorkshopIsOver):
        actions.save_list(workshop=workshop, present=set(), by=cast.tom)


def test_an_opinion_is_given_once_by_somebody_who_was_there(cast: Cast, evening: Workshop) -> None:
    amina, omar = of(evening, cast.amina), of(evening, cast.other_mentor)
    with pytest.raises(refusals.WasNotThere):
        actions.give_opinion(booking=omar, value=5, words="", by=cast.other_mentor)
    actions.check_in(workshop=evening, code=amina.code, by=cast.tom)
    with pytest.raises(refusals.NotYours):
        actions.give_opinion(booking=amina, value=1, words="", by=cast.other_mentor)
    assert str(actions.give_opinion(booking=amina, value=4, words=" More practice ", by=cast.amina)) == "4 of 5"
    with pytest.raises(refusals.OpinionWasGiven):
        actions.give_opinion(booking=amina, value=1, words="", by=cast.amina)
    with pytest.raises(IntegrityError, match="an_opinion_is_from_1_to_5"), transaction.atomic():
        Opinion.objects.update(value=6)


@pytest.mark.parametrize(("many", "is_shown"), [(4, False), (5, True)])
def test_what_fewer_than_five_said_is_shown_to_nobody(cast: Cast, many: int, is_shown: bool) -> None:
    workshop = a_workshop(cast, seats=5)
    people = [a_learner() for _ in range(many)]
    rows = booked(workshop, *people)
    with time_machine.travel(workshop.starts_at, tick=False):
        actions.save_list(workshop=workshop, present={row.public_id for row in rows}, by=cast.tom)
        for number, row in enumerate(rows):
            actions.give_opinion(booking=row, value=1 + number % 5, words=f"Words {number}", by=row.person)
    for told in (opinions_of_workshop(workshop), opinions_of_trainer(cast.tom)):
        assert (told.is_shown, told.count, told.mean) == ((True, 5, 3.0) if is_shown else (False, 0, None))
        assert bool(told.words) == is_shown


def test_a_trainers_day_puts_exceptions_first(cast: Cast) -> None:
    crowded, past = a_workshop(cast, seats=1, days=20), a_workshop(cast, days=1)
    booked(crowded, *(a_learner() for _ in range(7)))
    assert [room.workshop for room in day_of(cast.tom).coming] == [past, crowded], "the earliest first"
    assert day_of(cast.tom).next == day_of(cast.tom).coming[0]
    assert [room.waiting for room in day_of(cast.tom).long_queues] == [6]
    with time_machine.travel(past.starts_at + timedelta(hours=3), tick=False):
        assert [room.workshop for room in day_of(cast.tom).unmarked] == [past]
        actions.close_list(workshop=past, by=cast.tom)
        day = day_of(cast.tom)
        assert (day.unmarked, [room.workshop for room in day.past]) == ((), [past])
    assert day_of(cast.amina).next is None
