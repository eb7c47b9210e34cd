"""One walk through a scenario: the details and the order of options that its seed gives, and how it was judged."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from onemm.learning.rules.scenarios import ENOUGH, MOST, PLACE, Ending, Option, Scenario, ScenarioStep


@dataclass(frozen=True)
class Weighed:
    """An option as it is read afterwards: whether it was taken; the best and the harmful ones stand out."""

    option: Option
    is_taken: bool

    @property
    def edge(self) -> str:
        return self.option.tone if self.option.points in {0, MOST} else ""


@dataclass(frozen=True)
class Taken:
    """A step that has been behind someone, with the option they took; both in the words of this walk."""

    step: ScenarioStep
    option: Option

    @property
    def choices(self) -> tuple[Weighed, ...]:
        return tuple(Weighed(option, option.key == self.option.key) for option in self.step.options)

    @property
    def best(self) -> Option:
        return max(self.step.options, key=lambda option: option.points)

    @property
    def was_best(self) -> bool:
        return self.option.points == MOST


@dataclass(frozen=True)
class Walk:
    """How far someone has come: what is behind them, and where they stand now."""

    scenario: Scenario
    taken: tuple[Taken, ...]
    here: ScenarioStep | Ending

    @property
    def is_over(self) -> bool:
        return isinstance(self.here, Ending)

    @property
    def score(self) -> int:
        return sum(taken.option.points for taken in self.taken)

    @property
    def out_of(self) -> int:
        return MOST * len(self.taken)

    @cached_property
    def is_competent(self) -> bool:
        """Judged well enough, and nothing chosen that could do harm."""
        return self.is_over and self.score >= ENOUGH * self.out_of and all(taken.option.points for taken in self.taken)


def walk(scenario: Scenario, *, seed: int, chosen: Sequence[str]) -> Walk:
    """Return the walk that these choices make, in the words and the order that the seed gives.

    :raises LookupError: a choice is not offered where it was made.
    """
    told = _told(scenario, seed)
    here: ScenarioStep | Ending = told.first
    taken: list[Taken] = []
    for key in chosen:
        option = here.option(key) if isinstance(here, ScenarioStep) else None
        onward = told.at(option.to) if option else None
        if not isinstance(here, ScenarioStep) or option is None or onward is None:
            raise LookupError(key)
        taken.append(Taken(here, option))
        here = onward
    return Walk(told, tuple(taken), here)


def _told(scenario: Scenario, seed: int) -> Scenario:
    """The scenario with its details filled in and its options in an order of their own."""
    chance = random.Random(seed)  # noqa: S311 - variety, not secrecy
    details = {name: chance.choice(values) for name, values in scenario.details.items()}

    def fill(text: str) -> str:
        return PLACE.sub(lambda place: details[place[1]], text)

    steps = []
    for step in scenario.steps:
        options = [replace(option, text=fill(option.text), feedback=fill(option.feedback)) for option in step.options]
        chance.shuffle(options)
        steps.append(replace(step, text=fill(step.text), options=tuple(options)))
    endings = tuple(replace(ending, title=fill(ending.title), text=fill(ending.text)) for ending in scenario.endings)
    return replace(scenario, summary=fill(scenario.summary), steps=tuple(steps), endings=endings)
