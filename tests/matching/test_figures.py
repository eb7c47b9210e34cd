"""The figures of a round: fit, the Bridge Index, groups with intervals, and what one more mentor would be worth, held
to a recount.
"""

from dataclasses import replace

import pytest

from onemm.matching.rules.figures import bridges_of, figures_of
from onemm.matching.rules.weights import fit_by
from pairing import Mentor, Problem, Weights, cold_spots_of, propose
from tests.pairing.rounds import OLDHAM, mentor, some_round, young_person


def a_solved_round(**changes):
    problem = some_round(7, 30, 24, **changes)
    return problem, propose(problem)


def bridging_pairs(mentor_changes, young_changes):
    mentors = tuple(mentor(f"m{i}", **mentor_changes) for i in range(6))
    problem = Problem(mentors, tuple(young_person(f"y{i}", **young_changes) for i in range(6)))
    return bridges_of(problem, propose(problem))


@pytest.mark.parametrize(
    ("mentors", "young", "index"),
    [
        ({"background": frozenset("a")}, {"background": frozenset("b")}, 1.0),
        ({"background": frozenset("a")}, {"background": frozenset("a")}, 0.0),
        ({"background": frozenset("a")}, {}, 0.0),
        ({"born": 1960}, {"born": 2010}, 1.0),
        ({"born": 1995}, {"born": 2010}, 0.0),
        ({"born": 1994}, {"born": 2010}, 1.0),
        # Difference alone is no bridge: there must be common ground.
        ({"born": 1960, "sectors": frozenset()}, {"born": 2010}, 0.0),
    ],
)
def test_a_pair_bridges_with_common_ground_across_a_background_or_a_generation(mentors, young, index):
    assert bridging_pairs(mentors, young)["bridge_index"].value == index


def test_what_nobody_told_is_not_counted_as_crossed_nor_as_known():
    crossed = bridging_pairs(
        {"background": frozenset("a"), "latitude": None, "longitude": None, "in_person": False, "online": True},
        {"online": True},
    )["crossed"]
    assert crossed == {"background": None, "generation": None, "place": None}


def test_a_place_is_another_from_three_kilometres_on():
    assert bridging_pairs({"latitude": OLDHAM[0] + 0.04}, {})["crossed"]["place"].value == 1.0
    assert bridging_pairs({"latitude": OLDHAM[0] + 0.02}, {})["crossed"]["place"].value == 0.0


def test_groups_are_recounted_and_small_ones_hidden():
    problem, solution = a_solved_round()
    groups = {group["name"]: group for group in figures_of(problem, solution)["groups"]}
    assert (groups["everybody"]["matched"]["n"], groups["everybody"]["matched"]["value"]) == (
        24,
        solution.matched / 24,
    )
    assert all(group["matched"]["n"] >= 5 for group in groups.values())
    women = [one for one in problem.young_people if one.limits.gender]
    assert ("asks for a gender or quality" in groups) == (len(women) >= 5)


@pytest.mark.parametrize(("limited", "shown"), [(4, False), (5, True), (7, True), (8, False), (12, True)])
def test_a_group_is_hidden_too_when_fewer_than_five_are_left_outside_it(limited, shown):
    people = tuple(young_person(f"y{i}", online=True, in_person=i >= limited) for i in range(12))
    problem = Problem((mentor(online=True),), people)
    names = {group["name"] for group in figures_of(problem, propose(problem))["groups"]}
    assert ("online alone" in names) is shown


def test_a_round_of_four_has_no_figures():
    problem = Problem((mentor(),), tuple(young_person(f"y{i}", background=frozenset("a")) for i in range(4)))
    figures = figures_of(problem, propose(problem))
    assert (figures["fit"], figures["bridge_index"], figures["groups"]) == (None, None, [])


def test_fit_by_the_rounds_own_weights_is_its_score():
    problem, solution = a_solved_round(weights=Weights(bridging=40))
    for pair in solution.pairs:
        assert fit_by(
            problem.weights, [{"name": part.name, "value": part.value} for part in pair.components]
        ) == pytest.approx(pair.score, abs=1)


@pytest.mark.parametrize("seed", range(12))
def test_a_cold_spot_is_worth_exactly_what_one_more_mentor_adds(seed):
    """The referee adds the mentor and solves the round again."""
    usual = some_round(seed, 6 + seed, 3 + 2 * seed)
    # Everyone stands at the site, as in a round of the platform, so that the mentor imagined can be added there.
    problem = replace(
        usual, young_people=tuple(replace(one, latitude=OLDHAM[0], longitude=OLDHAM[1]) for one in usual.young_people)
    )
    before = propose(problem)
    for spot in cold_spots_of(problem):
        after = propose(replace(problem, mentors=(*problem.mentors, imagined(problem, spot["work"]))))
        assert (spot["more"], spot["points"]) == (after.matched - before.matched, after.total - before.total), spot
        assert spot["hoping"] == sum(spot["work"] in one.aspirations for one in problem.young_people)


def imagined(problem, work):
    return Mentor(
        id="imagined",
        latitude=OLDHAM[0],
        longitude=OLDHAM[1],
        reach_km=1,
        online=True,
        slots=(1 << 21) - 1,
        sectors=frozenset({work} - {""}),
        languages=frozenset().union(*(one.languages for one in problem.young_people)),
    )


def test_cold_spots_of_an_empty_round_are_worth_nothing_and_without_mentors_everything():
    assert cold_spots_of(Problem((mentor(),), ())) == [{"work": "", "more": 0, "points": 0, "hoping": 0}]
    alone = cold_spots_of(Problem((), (young_person(),)))
    assert [(spot["work"], spot["more"]) for spot in alone] == [("engineering", 1), ("", 1)]
    assert alone[0]["points"] > alone[1]["points"] > 0


def test_one_young_person_with_a_poor_match_is_no_second_one():
    """With so small a round a better fit must not be taken for one more pair."""
    poor = mentor(sectors=frozenset(), latitude=OLDHAM[0] + 0.08, slots=1 << 2)
    (best, _) = cold_spots_of(Problem((poor,), (young_person(waiting_days=0),)))
    assert (best["work"], best["more"]) == ("engineering", 0)
    assert best["points"] > 300


def test_when_most_have_waited_equally_short_nobody_is_a_quarter_that_waited_longest():
    def groups(waits):
        problem = Problem(
            (mentor("m"),), tuple(young_person(f"y{i}", waiting_days=days) for i, days in enumerate(waits))
        )
        return {one["name"]: one["matched"]["n"] for one in figures_of(problem, propose(problem))["groups"]}

    assert "waiting longest" not in groups([0] * 18 + [60, 60])
    assert groups([0] * 14 + [60] * 6)["waiting longest"] == 6
