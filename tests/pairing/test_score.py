"""The score is made of named components, and no limit is ever traded for it."""

from time import process_time

import pytest
from rounds import EVENINGS, mentor, some_round, young_person

from pairing import COMPONENTS, BadProblem, Limits, Problem, Weights, best_mentors, pool_of, propose

FAR = {"latitude": 53.8, "longitude": -2.1114}
"""About 29 km north of Oldham."""


def pair_of(a_mentor, a_young_person, weights=None):
    (pair,) = propose(Problem((a_mentor,), (a_young_person,), weights or Weights())).pairs
    return pair


def part(pair, name):
    return next(component for component in pair.components if component.name == name)


@pytest.mark.parametrize(
    ("of_the_mentor", "of_the_young_person"),
    [
        (FAR, {}),
        ({"in_person": False, "online": True}, {}),
        ({"slots": 1}, {}),
        ({"languages": frozenset({"urdu"})}, {}),
        ({"gender": "man"}, {"limits": Limits(gender="woman")}),
        ({}, {"limits": Limits(qualities=frozenset({"signs BSL"}))}),
        ({}, {"earlier": frozenset({"amina"})}),
        ({}, {"excluded": frozenset({"amina"})}),
        ({"excluded": frozenset({"theo"})}, {}),
    ],
)
def test_no_pair_breaks_a_limit(of_the_mentor, of_the_young_person):
    solution = propose(Problem((mentor(**of_the_mentor),), (young_person(**of_the_young_person),)))
    assert solution.pairs == ()
    assert solution.unmatched == ("theo",)


def test_limits_that_are_met_do_not_stand_in_the_way():
    wanted = Limits(gender="woman", qualities=frozenset({"signs BSL"}))
    assert pair_of(mentor(gender="woman", qualities=frozenset({"signs BSL", "drives"})), young_person(limits=wanted))


def test_two_people_far_apart_meet_online_when_both_can():
    pair = pair_of(mentor(online=True, **FAR), young_person(online=True))
    assert pair.online
    assert part(pair, "closeness").facts["online"]


def test_every_component_is_there_in_order_with_a_value_from_0_to_1():
    pair = pair_of(mentor(), young_person())
    assert tuple(component.name for component in pair.components) == COMPONENTS
    assert all(0 <= component.value <= 1 for component in pair.components)
    assert pair.score == int(sum(component.points for component in pair.components) + 1e-9)


def test_the_score_is_the_aspiration_when_only_that_has_weight():
    only = Weights(1, 0, 0, 0, 0, 0, 0)
    assert pair_of(mentor(), young_person(), only).score == 1000
    assert pair_of(mentor(), young_person(aspirations=frozenset({"engineering", "law"})), only).score == 700
    assert pair_of(mentor(), young_person(aspirations=frozenset({"law"})), only).score == 0


def test_what_matters_most_counts_again():
    hopes = {"aspirations": frozenset({"law"}), "interests": frozenset({"chess"})}
    likes_chess = mentor(interests=frozenset({"chess"}))
    named = part(pair_of(likes_chess, young_person(matters_most="interests", **hopes)), "matters_most")
    assert named.value == 1
    assert named.facts == {"named": "interests"}
    assert part(pair_of(likes_chess, young_person(matters_most="aspiration", **hopes)), "matters_most").value == 0


def test_distance_alone_never_earns_bridging():
    pair = pair_of(mentor(reach_km=50.0, **FAR), young_person())
    assert part(pair, "bridging").value == 0


def test_difference_without_common_ground_never_earns_bridging():
    amina = mentor(born=1950, background=frozenset({"a"}), sectors=frozenset({"law"}))
    assert part(pair_of(amina, young_person(born=2008, background=frozenset({"b"}))), "bridging").value == 0


def test_bridging_counts_common_ground_across_class_generation_and_place():
    amina = mentor(born=1950, background=frozenset({"a"}), interests=frozenset({"chess"}), reach_km=50.0, **FAR)
    theo = young_person(born=2008, background=frozenset({"b"}), interests=frozenset({"chess"}))
    assert part(pair_of(amina, theo), "bridging").value == 1


def test_a_background_that_both_share_or_one_left_out_is_no_bridge():
    for theirs in (frozenset({"a", "b"}), frozenset()):
        pair = pair_of(mentor(background=frozenset({"a"})), young_person(background=theirs))
        assert part(pair, "bridging").value == 0


def test_the_facts_tell_nothing_of_background():
    amina = mentor(background=frozenset({"care leaver"}), latitude=53.5640, interests=frozenset({"chess"}))
    theo = young_person(background=frozenset({"fee paying"}), interests=frozenset({"chess"}))
    pair = pair_of(amina, theo)
    assert part(pair, "bridging").facts == {"shared": ["chess", "engineering"], "generation": False, "place": False}
    assert not [told for told in pair.components if "care" in str(told.facts) or "fee" in str(told.facts)]


def test_every_part_of_a_score_comes_with_its_facts():
    pair = pair_of(mentor(interests=frozenset({"chess"})), young_person(interests=frozenset({"chess"}), waiting_days=9))
    assert {told.name: told.facts for told in pair.components} == {
        "aspiration": {"shared": ["engineering"]},
        "interests": {"shared": ["chess"]},
        "matters_most": {"named": ""},
        "availability": {"slots": EVENINGS},
        "closeness": {"online": False, "km": 0.0},
        "waiting": {"days": 9},
        "bridging": {"shared": ["chess", "engineering"], "generation": False, "place": False},
    }


def test_the_best_five_for_one_young_person_are_the_best_five():
    pool = tuple(mentor(f"m{i}", latitude=53.5409 + i / 200) for i in range(8))
    best = best_mentors(Problem(pool, (young_person(),)), "theo")
    assert [pair.mentor for pair in best] == ["m0", "m1", "m2", "m3", "m4"]


def test_the_best_five_come_from_a_prepared_pool_within_50_milliseconds():
    problem = some_round(1, 3000, 3)
    pool = pool_of(problem.mentors)
    best_mentors(problem, "y0", prepared=pool)
    started = process_time()
    best = best_mentors(problem, "y1", prepared=pool)
    assert process_time() - started < 0.05
    assert best == best_mentors(problem, "y1")


def test_a_pool_of_other_mentors_is_refused():
    with pytest.raises(BadProblem, match="another problem"):
        best_mentors(some_round(1, 9, 1), "y0", prepared=pool_of(some_round(2, 9, 1).mentors))
