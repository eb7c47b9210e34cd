"""Scenarios as files: what is refused, and how a walk is told and judged."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from onemm.learning.queries import shipped_courses
from onemm.learning.rules import CURRICULUM, CourseIsBroken, Ending, Scenario, ScenarioStep, Walk, read_course, walk
from tests.factories.learning import ESSENTIALS, shipped_course

ALL = [scenario for course in shipped_courses() for scenario in course.scenarios]

BREAKS = {
    "is a dead end": (r'(?s)\[\[step\.option\]\]\nkey = "share".*?(?=\[\[step\]\])', ""),
    "leads nowhere": ('to = "insists"', 'to = "nowhere"'),
    "goes in a loop: offered > insists > offered": ('to = "from-you"', 'to = "offered"'),
    "never reaches uneasy": ('to = "uneasy"', 'to = "good"'),
    "leaves an option without feedback": ('feedback = "Thanks from[^"]*"', 'feedback = ""'),
    "has points outside the key": ("points = 3", "points = 4"),
    "offers nothing that we hope for": ("points = 3", "points = 2"),
    "has two places of one name": ('key = "uneasy"', 'key = "good"'),
    "has two options of one name": ('key = "keep"', 'key = "flat"'),
    "a detail that never changes": (r"food = \[.*\]", 'food = ["a cake", "a cake"]'),
    "names {nobody}": ("{name}", "{nobody}"),
    "does not say what its key rests on": ('rests_on = ".*"', 'rests_on = ""'),
    "takes no time": ("minutes = 4", "minutes = 0"),
    "due for review before": ("review_by = 2027", "review_by = 2025"),
    "needs a step and an ending": (r"(?s)\[\[ending\]\].*", "[[ending]]\n"),
}


@pytest.mark.parametrize("fault", BREAKS)
def test_a_scenario_that_does_not_hold_together_is_refused_with_the_reason(fault: str, tmp_path: Path) -> None:
    folder = tmp_path / ESSENTIALS
    shutil.copytree(CURRICULUM / ESSENTIALS, folder)
    path = folder / "scenarios" / "a-gift.toml"
    source = path.read_text(encoding="utf-8")
    pattern, instead = BREAKS[fault]
    broken = re.sub(pattern, instead, source, count=1)
    if fault.startswith("needs a step"):
        broken = (
            broken.replace("[[ending]]\n", "ending = []\n")
            .replace("minutes", "ending = []\nminutes", 1)
            .removesuffix("ending = []\n")
        )
    assert broken != source
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(CourseIsBroken, match=re.escape(fault)):
        read_course(folder)


def every_way(scenario: Scenario, chosen: tuple[str, ...] = ()) -> Iterator[Walk]:
    went = walk(scenario, seed=1, chosen=chosen)
    if isinstance(went.here, Ending):
        yield went
        return
    for option in went.here.options:
        yield from every_way(scenario, (*chosen, option.key))


@pytest.mark.parametrize("scenario", ALL, ids=lambda one: one.slug)
def test_every_way_ends_and_the_best_one_is_competent(scenario: Scenario) -> None:
    walks = list(every_way(scenario))
    assert len(walks) >= 6
    assert {went.here.key for went in walks} == {ending.key for ending in scenario.endings}
    best = [went for went in walks if went.score == went.out_of]
    assert best
    assert all(went.is_competent for went in best)
    assert not any(went.is_competent for went in walks if any(one.option.points == 0 for one in went.taken))
    assert 0.05 < sum(went.is_competent for went in walks) / len(walks) < 0.6


@pytest.mark.parametrize("scenario", ALL, ids=lambda one: one.slug)
def test_every_option_has_reasoning_of_its_own_and_no_place_is_left_unfilled(scenario: Scenario) -> None:
    words = [option.feedback for step in scenario.steps for option in step.options]
    assert len(set(words)) == len(words)
    assert all(len(one.split()) >= 8 for one in words)
    for went in every_way(scenario):
        told = [went.here.text, went.here.title, *(one.step.text for one in went.taken)]
        assert not any("{" in one for one in told)


def test_a_seed_tells_the_same_story_and_another_seed_another() -> None:
    scenario = shipped_course().scenarios[0]
    first, again = (walk(scenario, seed=7, chosen=()) for _ in range(2))
    assert first == again
    others = {walk(scenario, seed=seed, chosen=()).here.text for seed in range(40)}
    orders = {tuple(option.key for option in walk(scenario, seed=seed, chosen=()).here.options) for seed in range(40)}
    assert len(others) > 4
    assert len(orders) > 4


def test_what_is_not_offered_is_not_taken() -> None:
    scenario = shipped_course().scenarios[0]
    with pytest.raises(LookupError):
        walk(scenario, seed=1, chosen=["no-such-thing"])
    whole = next(every_way(scenario))
    with pytest.raises(LookupError):
        walk(scenario, seed=1, chosen=[*(one.option.key for one in whole.taken), "more"])


def test_seven_tenths_of_the_points_are_enough_and_harm_never_is() -> None:
    ways = list(every_way(next(one for one in ALL if one.slug == "a-gift")))
    assert all(
        went.is_competent == (went.score * 10 >= went.out_of * 7 and all(one.option.points for one in went.taken))
        for went in ways
    )
    assert all(isinstance(went.taken[0].step, ScenarioStep) and went.taken[0].best.points == 3 for went in ways)
    assert {one.was_best for went in ways for one in went.taken} == {True, False}
