"""Why mentors were left free across programmes: each counted once, nothing of fewer than five, and nothing that gives
fewer than five away.
"""

from datetime import timedelta

import pytest

from onemm.lib.clock import now
from onemm.matching import queries
from onemm.matching.models import LeftFree, Round
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.places.models import Programme
from tests.cast import Cast
from tests.factories.matching import a_round
from tests.matching.test_left_free import six_wait_and_amina_is_free_at_other_times

TIME, TAKEN = (
    "They are free at other times than the young people",
    "The young people they suit have somebody else this time",
)


def another_programme(cast: Cast, name: str) -> Programme:
    one = cast.programme
    return Programme.objects.create(
        organisation=one.organisation,
        site=one.site,
        name=name,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        channel=one.channel,
        youngest=14,
        oldest=19,
        places_wanted=20,
    )


def left_free(
    programme: Programme, cast: Cast, mentors: list[Person], reason: str = "time", half_day: int | None = 5
) -> None:
    run = Round.objects.create(programme=programme, asked_by=cast.sam, state="proposed")
    LeftFree.objects.bulk_create(LeftFree(round=run, mentor=one, reason=reason, half_day=half_day) for one in mentors)


def some_mentors(cast: Cast, many: int) -> list[Person]:
    return [cast._person(f"free{number}", f"Free{number}", "X", None) for number in range(many)]


def told(person: Person) -> dict[str, tuple[int | None, bool]]:
    return {why: (many.mentors, many.or_more) for why, many, _ in queries.free_across(person).reasons}


def test_a_round_tells_whoever_answers_for_the_area_and_nobody_else(cast):
    six_wait_and_amina_is_free_at_other_times(cast)
    a_round(cast)
    assert told(cast.priya) == {TIME: (None, False)}, "one mentor is not told of"
    for name in ("sam", "noor", "amina", "lou", "lena"):
        assert told(getattr(cast, name)) == {}


def test_a_mentor_near_two_programmes_counts_once_for_a_reason(cast):
    mentors = some_mentors(cast, 6)
    left_free(cast.programme, cast, mentors)
    left_free(another_programme(cast, "Second"), cast, mentors[:5])
    assert told(cast.priya) == {TIME: (6, False)}
    ((times, many),) = queries.free_across(cast.priya).half_days
    assert (times, many.mentors) == ("On Tuesday evenings", 6)


@pytest.mark.parametrize(
    ("many", "said"),
    [((7, 2), (7, True)), ((7, 3, 3), (13, False)), ((3, 3), (6, False)), ((4,), (None, False)), ((7, 5), (12, False))],
)
def test_what_is_left_when_the_known_rounds_are_taken_away_is_five_or_nobody(cast, many, said):
    mentors = some_mentors(cast, sum(many))
    for number, so_many in enumerate(many):
        left_free(another_programme(cast, f"P{number}"), cast, [mentors.pop() for _ in range(so_many)])
    assert told(cast.priya) == {TIME: said}


def test_an_area_with_few_is_not_given_away_by_the_whole(cast):
    mentors = some_mentors(cast, 20)
    left_free(cast.programme, cast, mentors[:10])
    left_free(another_programme(cast, "Few here"), cast, mentors[10:13])
    elsewhere = Programme.objects.get(name="Few here")
    elsewhere.organisation = cast.other_partner
    elsewhere.save()
    cast._person("anil", "Anil", "R", None, Role.ANALYST)
    assert told(Person.objects.get(first_name="Anil")) == {TIME: (10, True)}
    assert told(cast.priya) == {TIME: (10, False)}


def test_half_days_that_would_give_a_few_away_are_told_without_their_number(cast):
    mentors = some_mentors(cast, 15)
    left_free(cast.programme, cast, mentors[:7], half_day=5)
    left_free(another_programme(cast, "Second"), cast, mentors[7:13], half_day=5)
    assert queries.free_across(cast.priya).half_days == (("On Tuesday evenings", queries.Many(13)),)
    run = Round.objects.get(programme=cast.programme)
    LeftFree.objects.bulk_create(LeftFree(round=run, mentor=one, reason="time") for one in mentors[13:])
    assert told(cast.priya) == {TIME: (15, False)}
    assert queries.free_across(cast.priya).half_days == (("On Tuesday evenings", queries.Many(5, or_more=True)),), (
        "fifteen less thirteen would be two"
    )


def test_the_most_come_first_and_the_hidden_last(cast):
    mentors = some_mentors(cast, 20)
    left_free(another_programme(cast, "A"), cast, mentors[:6])
    left_free(another_programme(cast, "B"), cast, mentors[6:16], reason="taken", half_day=None)
    left_free(another_programme(cast, "C"), cast, mentors[16:], reason="language", half_day=None)
    reasons = queries.free_across(cast.priya).reasons
    assert [many.mentors for _, many, _ in reasons] == [10, 6, None]
    assert reasons[0][0] == TAKEN
    assert "More young people here" in reasons[0][2]


def test_what_is_old_or_of_a_closed_programme_is_over(cast):
    mentors = some_mentors(cast, 6)
    left_free(cast.programme, cast, mentors)
    Round.objects.update(asked_at=now() - timedelta(days=61))
    assert told(cast.priya) == {}
    Round.objects.update(asked_at=now())
    cast.programme.closed_at = now()
    cast.programme.save()
    assert told(cast.priya) == {}


def test_it_takes_six_queries_whatever_there_is(cast, django_assert_num_queries):
    mentors, priya = some_mentors(cast, 12), cast.priya
    for number in range(3):
        left_free(another_programme(cast, f"P{number}"), cast, mentors[number * 4 :][:4], half_day=number)
    queries.free_across(priya)
    with django_assert_num_queries(6):
        queries.free_across(priya)
