"""The planner finds the best there is on worlds small enough to try everything, and says how far from it it can be."""

import itertools
import random

import pytest

from onemm.lib.geo import Point, kilometres_between
from onemm.workshops.planner import Learner, Limits, Plan, Venue, plan_workshops

OLDHAM = Point(53.54, -2.11)


def somewhere(chance: random.Random, spread: float = 0.15) -> Point:
    return Point(OLDHAM.latitude + chance.uniform(-spread, spread), OLDHAM.longitude + chance.uniform(-spread, spread))


def a_world(seed: int, people: int = 24, places: int = 5) -> tuple[list[Learner], list[Venue]]:
    chance = random.Random(seed)
    learners = [
        Learner(n, somewhere(chance), chance.choice([3.0, 6.0, 12.0]), chance.getrandbits(21), chance.random() < 0.4)
        for n in range(people)
    ]
    return learners, [Venue(n, f"Hall {n}", "OL1 1UL", somewhere(chance)) for n in range(places)]


def seated_by_trying(learners: list[Learner], venues: list[Venue], limits: Limits) -> int:
    """Return the most people who can sit, over every choice of venues, by the textbook's augmenting paths."""
    best = 0
    for held in itertools.combinations_with_replacement(range(len(venues)), limits.workshops):
        if max(held.count(at) for at in set(held)) > limits.at_a_venue:
            continue
        chairs = [at for at in held for _ in range(limits.seats)]
        sits: dict[int, int] = {}

        def finds_a_chair(who: int, tried: set[int], chairs: list[int] = chairs, sits: dict[int, int] = sits) -> bool:
            for chair, at in enumerate(chairs):
                if (
                    chair not in tried
                    and kilometres_between(learners[who].point, venues[at].point) <= learners[who].reach_km
                ):
                    tried.add(chair)
                    if chair not in sits or finds_a_chair(sits[chair], tried):
                        sits[chair] = who
                        return True
            return False

        best = max(best, sum(finds_a_chair(who, set()) for who in range(len(learners))))
    return best


@pytest.mark.parametrize("seed", range(8))
def test_no_choice_of_places_seats_more(seed: int) -> None:
    learners, venues = a_world(seed)
    limits = Limits(workshops=2, seats=5, fewest=1)
    plan = plan_workshops(learners, venues, limits)
    assert plan.reached == seated_by_trying(learners, venues, limits)
    assert plan.gap < 1e-6
    holds(plan, learners, limits)


def holds(plan: Plan, learners: list[Learner], limits: Limits) -> None:
    """Whatever was found: nobody sits twice or beyond their limit, no room is overfull, and the figures add up."""
    seated = [key for one in plan.suggestions for key in one.people]
    assert len(seated) == len(set(seated)) == plan.reached
    assert len(plan.suggestions) <= limits.workshops
    people = {one.key: one for one in learners}
    for one in plan.suggestions:
        here = [people[key] for key in one.people]
        assert limits.fewest <= len(here) <= limits.seats
        assert all(kilometres_between(who.point, one.venue.point) <= who.reach_km for who in here)
        assert one.cold == sum(who.is_cold for who in here)
        assert one.free_then == sum(who.half_days >> one.half_day & 1 for who in here)


def test_a_larger_plan_holds_too() -> None:
    learners, venues = a_world(3, people=800, places=30)
    limits = Limits(workshops=20, seats=12)
    plan = plan_workshops(learners, venues, limits)
    holds(plan, learners, limits)
    assert plan.gap < 0.01


def test_between_equals_a_cold_spot_comes_first() -> None:
    north, south = Point(53.60, -2.11), Point(53.48, -2.11)
    learners = [Learner(n, north if n < 4 else south, 2.0, 0, is_cold=n >= 4) for n in range(8)]
    venues = [Venue(1, "North", "OL1 1UL", north), Venue(2, "South", "OL8 1UL", south)]
    plan = plan_workshops(learners, venues, Limits(workshops=1, seats=4))
    assert [one.venue.name for one in plan.suggestions] == ["South"]
    both = plan_workshops(learners, venues, Limits(workshops=2, seats=4))
    assert [(one.venue.name, one.cold) for one in both.suggestions] == [("South", 4), ("North", 0)]


def test_nobody_is_invited_to_a_workshop_for_two() -> None:
    far = Point(53.80, -2.11)
    learners = [Learner(n, OLDHAM if n < 7 else far, 3.0, 0, is_cold=False) for n in range(9)]
    venues = [Venue(1, "Hall", "OL1 1UL", OLDHAM), Venue(2, "Far hall", "BB11 1UL", far)]
    plan = plan_workshops(learners, venues, Limits(workshops=3, seats=6))
    assert [(one.venue.name, one.attend) for one in plan.suggestions] == [("Hall", 4), ("Hall", 3)]
    assert plan.gap < 1e-6


def test_the_half_day_is_the_one_that_suits_most_and_a_second_workshop_has_its_own() -> None:
    learners = [Learner(n, OLDHAM, 5.0, 1 << (11 if n < 3 else 15), is_cold=False) for n in range(6)]
    plan = plan_workshops(learners, [Venue(1, "Hall", "OL1 1UL", OLDHAM)], Limits(workshops=2, seats=3))
    assert {(one.half_day, one.free_then) for one in plan.suggestions} == {(11, 3), (15, 3)}


@pytest.mark.parametrize(("people", "places", "workshops"), [(0, 3, 2), (5, 0, 2), (5, 3, 0)])
def test_with_nobody_or_nowhere_there_is_nothing_to_plan(people: int, places: int, workshops: int) -> None:
    learners, venues = a_world(1, people=people, places=places)
    plan = plan_workshops(learners, venues, Limits(workshops=workshops, seats=5))
    assert (plan.suggestions, plan.reached, plan.waiting, plan.gap) == ((), 0, people, 0.0)
