"""Branching practice: a moment, what one might do, what comes of it; judged by a key that everyone may read.

Each option is worth points for judgement: 3 is what we hope for, 2 sound but something is missed, 1 understandable but
it leaves someone exposed, 0 could do harm. The key is ours (practice wisdom and this programme's rules, not a measured
scale).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter

from onemm.lib.states import Tone
from onemm.publishing.rules.languages import direction_of
from onemm.publishing.rules.markdown import words_in_html

MOST = 3
POINTS = {
    3: "What we hope for",
    2: "Sound, with something missed",
    1: "Understandable, but it leaves somebody exposed",
    0: "Could do harm",
}
TONES: Mapping[int, Tone] = {MOST: "good", 0: "late"}
"""What stands out among the choices; the rest are worth a thought."""
ENOUGH = 0.7
"""The share of points that a competent walk has at least; and no option that could do harm. Our own choice."""
PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Option:
    """One thing to do: what it is worth, why, and where it leads (a step or an ending)."""

    key: str
    text: str
    points: int
    feedback: str
    to: str

    @property
    def points_in_words(self) -> str:
        return POINTS[self.points]

    @property
    def tone(self) -> Tone:
        """How good the news is, for whoever took it."""
        return TONES.get(self.points, "wait")


@dataclass(frozen=True)
class ScenarioStep:
    """A moment in which one must choose. `text` is Markdown with places for details, such as `{name}`."""

    key: str
    text: str
    options: tuple[Option, ...]

    @property
    def html(self) -> str:
        return words_in_html(self.text)

    def option(self, key: str) -> Option | None:
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True)
class Ending:
    """Where a walk ends, and what became of it."""

    key: str
    title: str
    text: str

    @property
    def html(self) -> str:
        return words_in_html(self.text)


@dataclass(frozen=True)
class Scenario:
    """Steps from the first one to an ending. `details` gives several values for each place in the words."""

    slug: str
    title: str
    summary: str
    version: str
    minutes: int
    reviewed_on: date
    review_by: date
    rests_on: str
    details: Mapping[str, tuple[str, ...]]
    steps: tuple[ScenarioStep, ...]
    endings: tuple[Ending, ...]
    language: str = "en"

    @property
    def direction(self) -> str:
        return direction_of(self.language)

    @property
    def first(self) -> ScenarioStep:
        return self.steps[0]

    @property
    def places(self) -> list[ScenarioStep | Ending]:
        return [*self.steps, *self.endings]

    def at(self, key: str) -> ScenarioStep | Ending | None:
        return next((place for place in self.places if place.key == key), None)


def faults_in_scenario(scenario: Scenario) -> list[str]:
    """Return what does not hold together: dead ends, loops, places never reached, missing feedback, and more."""
    keys = [place.key for place in scenario.places]
    faults = [
        fault
        for holds, fault in [
            (bool(scenario.steps) and bool(scenario.endings), "needs a step and an ending"),
            (len(set(keys)) == len(keys), "has two places of one name"),
            (scenario.minutes > 0, "takes no time"),
            (bool(scenario.rests_on), "does not say what its key rests on"),
            (scenario.review_by > scenario.reviewed_on, "is due for review before it was reviewed"),
            (all(len(set(values)) > 1 for values in scenario.details.values()), "has a detail that never changes"),
        ]
        if not holds
    ]
    faults += [f"step {step.key} {fault}" for step in scenario.steps for fault in _faults_in_step(step, set(keys))]
    faults += [f"names {{{name}}}, which has no values" for name in sorted(_places(scenario) - set(scenario.details))]
    return faults or list(_faults_in_ways(scenario))


def _faults_in_step(step: ScenarioStep, keys: set[str]) -> list[str]:
    options = [option.key for option in step.options]
    checks = [
        (len(options) >= 2, "is a dead end: it needs two or more options"),
        (len(set(options)) == len(options), "has two options of one name"),
        (all(option.feedback for option in step.options), "leaves an option without feedback"),
        (all(option.points in POINTS for option in step.options), "has points outside the key"),
        (any(option.points == MOST for option in step.options), "offers nothing that we hope for"),
        (all(option.to in keys for option in step.options), "leads nowhere"),
    ]
    return [fault for holds, fault in checks if not holds]


def _faults_in_ways(scenario: Scenario) -> Iterator[str]:
    ways = {step.key: {option.to for option in step.options} for step in scenario.steps}
    try:
        TopologicalSorter(ways).prepare()
    except CycleError as loop:
        yield f"goes in a loop: {' > '.join(loop.args[1])}"
        return
    reached, waiting = set(), [scenario.first.key]
    while waiting:
        here = waiting.pop()
        reached.add(here)
        waiting += ways.get(here, set()) - reached
    yield from (f"never reaches {place.key}" for place in scenario.places if place.key not in reached)


def _places(scenario: Scenario) -> set[str]:
    words = [scenario.summary]
    for step in scenario.steps:
        words += [step.text, *(text for option in step.options for text in (option.text, option.feedback))]
    words += [text for ending in scenario.endings for text in (ending.title, ending.text)]
    return {name for text in words for name in PLACE.findall(text)}
