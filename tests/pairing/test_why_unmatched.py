"""Everyone who is left out is told which limit ruled out how many, and the smallest change that would help."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rounds import mentor, some_round, young_person

from pairing import Limits, Problem, Reason, left_free_in, propose, why_unmatched


def why(mentors, a_young_person):
    problem = Problem(mentors, (a_young_person,))
    (told,) = why_unmatched(problem, propose(problem))
    return told


@pytest.mark.parametrize(
    ("of_the_mentor", "of_the_young_person", "limit", "words"),
    [
        ({"slots": 1 << 3}, {}, "time", "If they could meet on Tuesday mornings, 1 mentor with room could be asked."),
        ({"latitude": 53.65}, {}, "distance", "If a mentor would travel about 1½ miles further"),
        ({"latitude": 55.0, "online": True}, {}, "distance", "If they could meet online, 1 mentor"),
        ({"languages": frozenset({"urdu"})}, {}, "language", "If they could meet in urdu, 1 mentor"),
        ({}, {"limits": Limits(gender="woman")}, "gender", "If the limit on gender were lifted, 1 mentor"),
        ({}, {"limits": Limits(qualities=frozenset({"drives"}))}, "qualities", "If “drives” were not asked for"),
        ({"capacity": 0}, {}, "places", "The nearest mentor would need one more place."),
        ({}, {"earlier": frozenset({"amina"})}, "earlier", "No change would open a mentor"),
        ({}, {"in_person": False, "online": True}, "channel", "If they could meet face to face, 1 mentor"),
    ],
)
def test_the_limit_and_the_smallest_change_are_told(of_the_mentor, of_the_young_person, limit, words):
    told = why((mentor(**of_the_mentor),), young_person(**of_the_young_person))
    assert told.possible == 0
    assert [(removed.limit, removed.people, removed.alone) for removed in told.removed] == [(limit, 1, 1)]
    assert words in told.change


def test_two_limits_at_once_are_told_together():
    told = why((mentor(slots=1, languages=frozenset({"urdu"})),), young_person())
    assert told.change == (
        "No single change is enough. The nearest mentor would need another free half-day and a shared language."
    )
    assert [removed.alone for removed in told.removed] == [0, 0]


def test_somebody_whose_only_mentor_is_taken_is_told_so():
    problem = Problem((mentor(),), (young_person(), young_person("lena")))
    (told,) = why_unmatched(problem, propose(problem))
    assert told.possible == 1
    assert told.change == "1 mentor fits, and is paired with somebody else. One more place with one of them would do."


def test_a_round_without_mentors_says_so():
    assert why((), young_person()).change == "There are no mentors in this round yet."


def test_a_mentor_left_free_is_told_of_with_the_half_day_that_would_open_most():
    problem = Problem((mentor(slots=1), mentor("ben")), (young_person(), young_person("lena", slots=1 << 5)))
    (free,) = left_free_in(problem, propose(problem))
    assert (free.mentor, free.reason, free.young_people) == ("amina", Reason.TIME, 2)
    assert (free.half_day, free.half_day_opens) == (5, 2)


def test_a_journey_of_over_ten_miles_more_is_no_small_change():
    told = why((mentor(latitude=53.85),), young_person())
    assert (told.reason, told.change) == (Reason.SEVERAL, "The nearest mentor would need a shorter journey.")


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 9), st.integers(1, 9))
def test_one_more_half_day_opens_a_mentor_when_it_is_said_to(seed, mentors, young_people):
    problem = some_round(seed, mentors, young_people)
    solution = propose(problem)
    for told in why_unmatched(problem, solution):
        if not told.change.startswith("If they could meet on "):
            continue
        always = tuple(replace(y, slots=(1 << 21) - 1) if y.id == told.person else y for y in problem.young_people)
        assert propose(replace(problem, young_people=always)).matched > solution.matched
