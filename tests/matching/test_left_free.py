"""Mentors whom a round leaves free: why, in numbers of five or more, and for each of them what would help."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from onemm.lib.clock import now
from onemm.matching import actions, queries
from onemm.matching.models import LeftFree, Round
from onemm.matching.rules.left_free import Free, Reason, summed, told_of
from onemm.mentoring.models import Enrolment
from onemm.mentors.models import MentorProfile
from onemm.people.models import Person
from pairing import Limits, Mentor, Problem, YoungPerson, left_free_in, propose
from tests.factories.matching import EVENINGS, a_pair_that_fits, a_round
from tests.factories.mentoring import a_ready_mentor, enrol

TUESDAY_EVENING = 1 << 5
MONDAY_MORNING = 1
HERE = {"latitude": 53.54, "longitude": -2.11}


def mentor(id_="spare", **changes):
    usual = {**HERE, "reach_km": 10.0, "slots": TUESDAY_EVENING, "languages": frozenset({"English"})}
    return Mentor(id=id_, **usual | changes)


def young(number, **changes):
    usual = {**HERE, "slots": TUESDAY_EVENING, "languages": frozenset({"English"})}
    return YoungPerson(id=f"y{number}", **usual | changes)


def explained(spare, many=6, **of_the_young):
    """What is said of one spare mentor among so many young people, each of whom has a mentor of their own who suits
    them.
    """
    people = tuple(young(number, **of_the_young) for number in range(many))
    problem = Problem((spare,), people)
    return told_of(left_free_in(problem, propose(problem)))


@pytest.mark.parametrize(
    ("spare", "of_the_young", "reason", "half_day", "young_people"),
    [
        ({"slots": MONDAY_MORNING}, {}, Reason.TIME, 5, 6),
        ({"languages": frozenset({"Polish"})}, {}, Reason.LANGUAGE, None, 6),
        ({"gender": "man"}, {"limits": Limits(gender="woman")}, Reason.WISHES, None, None),
        ({"slots": MONDAY_MORNING, "languages": frozenset({"Polish"})}, {}, Reason.SEVERAL, None, None),
    ],
)
def test_what_stands_in_the_way_of_a_mentor_is_told_with_how_many_it_would_open(
    spare, of_the_young, reason, half_day, young_people
):
    (free,) = explained(mentor(**spare), **of_the_young)
    assert (free.mentor, free.reason, free.half_day, free.young_people) == ("spare", reason, half_day, young_people)


def test_fewer_than_five_young_people_are_not_told_of():
    (free,) = explained(mentor(slots=MONDAY_MORNING), many=4)
    assert (free.reason, free.half_day, free.young_people) == (Reason.TIME, None, None)


def test_a_mentor_who_suits_somebody_with_another_is_told_so():
    people = tuple(young(number) for number in range(5))
    problem = Problem(
        (*(mentor(f"m{number}") for number in range(5)), mentor("x", slots=MONDAY_MORNING), mentor()), people
    )
    told = {free.mentor: free.reason for free in told_of(left_free_in(problem, propose(problem)))}
    assert sorted(told.values()) == [Reason.TAKEN, Reason.TIME]
    assert told["x"] == Reason.TIME


def test_somebody_who_meets_in_another_way_or_a_little_too_far_away_is_told_so():
    """They are near since one young person would meet online; the others would not."""
    people = (young(0, online=True, slots=MONDAY_MORNING), *(young(number) for number in range(1, 7)))
    online = mentor("online", online=True, in_person=False)
    little = mentor("little", online=True, latitude=53.54 + 0.18)
    distant = mentor("distant", online=True, latitude=51.0)
    problem = Problem((online, little, distant), people)
    told = {free.mentor: free.reason for free in told_of(left_free_in(problem, propose(problem)))}
    assert told == {"online": Reason.MEETING, "little": Reason.FURTHER, "distant": Reason.TIME}


def test_mentors_who_could_meet_nobody_here_are_not_counted():
    assert explained(mentor(latitude=51.0)) == ()
    assert explained(mentor(capacity=0)) == ()


def test_the_sum_tells_of_no_fewer_than_five():
    people = tuple(young(number) for number in range(6))
    problem = Problem(
        (
            *(mentor(f"t{number}", slots=MONDAY_MORNING) for number in range(7)),
            mentor("polish", languages=frozenset({"Polish"})),
        ),
        people,
    )
    told = summed(told_of(left_free_in(problem, propose(problem))))
    assert told["mentors"] is None, "eight less seven would be one"
    assert told["reasons"] == [{"reason": "time", "mentors": 7}, {"reason": "language", "mentors": None}]
    assert told["half_days"] == [{"half_day": 5, "mentors": 7}]
    assert summed(()) == {"mentors": None, "reasons": [], "half_days": []}


def test_neither_half_days_nor_the_whole_give_a_few_away():
    def free(reason, many, half_day=None):
        return tuple(Free(f"{reason}{number}{half_day}", reason, half_day, None) for number in range(many))

    assert summed((*free(Reason.TIME, 7, 5), *free(Reason.TIME, 2, 8)))["half_days"] == [
        {"half_day": 5, "mentors": None}
    ], "nine less seven would be two"
    assert summed((*free(Reason.TIME, 7, 5), *free(Reason.TIME, 5, 8)))["half_days"][0] == {"half_day": 5, "mentors": 7}
    assert summed((*free(Reason.TAKEN, 7), *free(Reason.LANGUAGE, 1), *free(Reason.FURTHER, 1)))["mentors"] is None, (
        "each of the two would be one"
    )
    assert summed((*free(Reason.TAKEN, 7), *free(Reason.LANGUAGE, 3), *free(Reason.FURTHER, 4)))["mentors"] == 14


def six_wait_and_amina_is_free_at_other_times(cast):
    a_pair_that_fits(cast)
    for number in range(5):
        enrol(cast, f"S{number}", first_name=f"Kit{number}", half_days=EVENINGS, languages=["en"])
    MentorProfile.objects.update(half_days=MONDAY_MORNING)


def test_a_round_keeps_what_would_help_and_the_next_one_takes_its_place(cast):
    six_wait_and_amina_is_free_at_other_times(cast)
    first = a_round(cast)
    (row,) = LeftFree.objects.all()
    assert (row.round, row.mentor, row.reason, row.half_day, row.young_people) == (first, cast.amina, "time", 2, 6)
    assert queries.free_in(first).reasons == (
        ("They are free at other times than the young people", None, "One more half-day: see below which."),
    )
    second = a_round(cast)
    assert LeftFree.objects.get().round == second


def test_a_mentor_who_was_given_somebody_is_not_free(cast):
    a_pair_that_fits(cast)
    run = a_round(cast)
    assert not LeftFree.objects.exists()
    assert queries.free_in(run).reasons == ()


def test_a_round_from_before_has_nothing_of_it(cast):
    assert queries.free_in(Round.objects.create(programme=cast.programme, asked_by=cast.sam)) is None


def test_what_would_help_is_told_to_the_mentor_alone_and_only_while_it_is_true(cast):
    six_wait_and_amina_is_free_at_other_times(cast)
    a_round(cast)
    told = queries.would_help(cast.amina)
    assert (told.reason, told.times) == (Reason.TIME, "on Monday evenings")
    assert queries.would_help(cast.sam) is None
    for name in ("sam", "priya", "lena", "theo"):
        assert not LeftFree.objects.visible_to(getattr(cast, name)).exists()

    MentorProfile.objects.update(half_days=EVENINGS)
    assert queries.would_help(cast.amina) is None, "she has added it since"
    MentorProfile.objects.update(half_days=MONDAY_MORNING)
    Round.objects.update(asked_at=now() - timedelta(days=61))
    assert queries.would_help(cast.amina) is None, "too long ago"
    Round.objects.update(asked_at=now())
    cast.programme.closed_at = now()
    cast.programme.save()
    assert queries.would_help(cast.amina) is None


def test_what_most_young_people_would_be_opened_by_comes_first(cast):
    a_ready_mentor(cast)
    runs = [Round.objects.create(programme=cast.programme, asked_by=cast.sam, state="failed") for _ in range(3)]
    for run, reason, half_day, young_people in zip(
        runs, ("taken", "time", "language"), (None, 20, None), (None, 7, 6), strict=True
    ):
        LeftFree.objects.create(
            round=run, mentor=cast.amina, reason=reason, half_day=half_day, young_people=young_people
        )
    assert queries.would_help(cast.amina).times == "on Sunday evenings"
    LeftFree.objects.filter(reason="time").delete()
    assert queries.would_help(cast.amina).reason == Reason.LANGUAGE
    LeftFree.objects.filter(reason="language").delete()
    assert queries.would_help(cast.amina).reason == Reason.TAKEN


def test_the_database_keeps_no_number_under_five_and_no_mentor_twice(cast):
    run, _amina = Round.objects.create(programme=cast.programme, asked_by=cast.sam), cast.amina
    with pytest.raises(IntegrityError, match="fewer_than_five_are_not_told_of"), transaction.atomic():
        LeftFree.objects.create(round=run, mentor=cast.amina, reason="time", young_people=4)
    with pytest.raises(IntegrityError, match="a_half_day_to_add_is_one_of_21"), transaction.atomic():
        LeftFree.objects.create(round=run, mentor=cast.amina, reason="time", half_day=21)
    LeftFree.objects.create(round=run, mentor=cast.amina, reason="time")
    with pytest.raises(IntegrityError), transaction.atomic():
        LeftFree.objects.create(round=run, mentor=cast.amina, reason="time")


def test_choosing_by_hand_leaves_what_the_last_round_said(cast):
    six_wait_and_amina_is_free_at_other_times(cast)
    other = Person.objects.create_user(email="o@example.org", first_name="Olu", last_name="X", born=cast.amina.born)
    a_ready_mentor(cast, other)
    MentorProfile.objects.filter(person=other).update(half_days=EVENINGS)
    run = a_round(cast)
    waiting = Enrolment.objects.exclude(proposals__round=run).first()
    actions.propose_by_hand(enrolment=waiting, mentor=other.public_id, by=cast.sam)
    assert LeftFree.objects.get().round == run
