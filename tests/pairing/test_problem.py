"""A problem that cannot be solved says which record and which field; an odd one that can is solved."""

import math

import pytest
from rounds import EVENINGS, mentor, young_person

from pairing import BadProblem, Limits, Mentor, Problem, Weights, YoungPerson, propose


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"latitude": math.nan}, "latitude"),
        ({"latitude": None}, "latitude"),
        ({"longitude": 181.0}, "longitude"),
        ({"reach_km": -1.0}, "reach_km"),
        ({"reach_km": math.inf}, "reach_km"),
        ({"capacity": -1}, "capacity"),
        ({"capacity": True}, "capacity"),
        ({"slots": 1 << 21}, "slots"),
        ({"born": 1066}, "born"),
        ({"languages": {"english"}}, "languages"),
        ({"sectors": frozenset({""})}, "sectors"),
        ({"gender": None}, "gender"),
        ({"id_": ""}, "id"),
    ],
)
def test_a_bad_mentor_is_named_with_the_field(changes, field):
    with pytest.raises(BadProblem) as caught:
        Problem((mentor(**changes),), ())
    assert caught.value.field == field
    assert caught.value.record == f"mentor {changes.get('id_', 'amina')}"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"longitude": math.inf}, "longitude"),
        ({"waiting_days": -3}, "waiting_days"),
        ({"matters_most": "shoe size"}, "matters_most"),
        ({"matters_most": "waiting"}, "matters_most"),
        ({"limits": Limits(gender=3)}, "limits.gender"),
        ({"limits": "woman"}, "limits"),
        ({"earlier": frozenset({1})}, "earlier"),
    ],
)
def test_a_bad_young_person_is_named_with_the_field(changes, field):
    with pytest.raises(BadProblem, match="young person theo") as caught:
        Problem((), (young_person(**changes),))
    assert caught.value.field == field


def test_the_same_id_twice_is_refused():
    with pytest.raises(BadProblem, match="mentor amina, id: appears more than once"):
        Problem((mentor(), mentor()), ())


@pytest.mark.parametrize("weights", [{"aspiration": -1}, {"closeness": math.nan}, {"bridging": "much"}])
def test_a_weight_must_be_a_number_from_nought(weights):
    with pytest.raises(BadProblem, match=next(iter(weights))):
        Weights(**weights)


def test_weights_may_not_all_be_nought():
    with pytest.raises(BadProblem, match="every weight is 0"):
        Weights(0, 0, 0, 0, 0, 0, 0)


def test_shares_are_whole_thousandths_that_sum_to_a_thousand():
    assert sum(Weights(1, 1, 1, 1, 1, 1, 1).shares()) == 1000
    assert Weights(1, 0, 0, 0, 0, 0, 0).shares() == (1000, 0, 0, 0, 0, 0, 0)


def test_a_mentor_who_only_meets_online_needs_no_place():
    amina = Mentor(id="amina", in_person=False, online=True, slots=EVENINGS, languages=frozenset({"english"}))
    theo = YoungPerson(id="theo", in_person=False, online=True, slots=EVENINGS, languages=frozenset({"english"}))
    (pair,) = propose(Problem((amina,), (theo,))).pairs
    assert pair.online
    assert pair.distance_km is None


@pytest.mark.parametrize("mentors", [(), (mentor(),)])
@pytest.mark.parametrize("young_people", [(), (young_person(),)])
def test_empty_sets_are_solved(mentors, young_people):
    solution = propose(Problem(mentors, young_people))
    assert solution.matched == min(len(mentors), len(young_people))
    assert solution.gap == 0


def test_a_mentor_without_a_place_is_never_chosen():
    assert propose(Problem((mentor(capacity=0),), (young_person(),))).unmatched == ("theo",)


def test_one_mentor_can_be_for_everybody():
    crowd = tuple(young_person(f"y{i}") for i in range(50))
    assert propose(Problem((mentor(capacity=50),), crowd)).matched == 50
