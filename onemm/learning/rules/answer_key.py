"""What must stay when the meaning stays: a correction or a translation asks the same, and judges it alike."""

from onemm.learning.rules.courses import Unit
from onemm.learning.rules.scenarios import Scenario


def faults_beside(new: Unit | Scenario, old: Unit | Scenario) -> list[str]:
    """Return how the answer key differs from the one it claims to be.

    An empty list: answers to either are answers to both.
    """
    if isinstance(new, Unit) and isinstance(old, Unit):
        return _unit(new, old)
    if isinstance(new, Scenario) and isinstance(old, Scenario):
        return _scenario(new, old)
    return ["is not the same kind of thing"]


def _unit(new: Unit, old: Unit) -> list[str]:
    checks = [
        (
            _questions(new) == _questions(old),
            "asks other questions, offers other choices, or has another right answer than the version it stands for",
        ),
        (new.pass_mark == old.pass_mark, "needs another number of right answers than the version it stands for"),
    ]
    return [fault for holds, fault in checks if not holds]


def _questions(unit: Unit) -> dict[str, dict[str, bool]]:
    return {question.key: {choice.key: choice.is_right for choice in question.choices} for question in unit.questions}


def _scenario(new: Scenario, old: Scenario) -> list[str]:
    same = (
        _steps(new) == _steps(old)
        and {ending.key for ending in new.endings} == {ending.key for ending in old.endings}
        and set(new.details) == set(old.details)
    )
    return [] if same else ["has other moments, options, points or ways than the version it stands for"]


def _steps(scenario: Scenario) -> dict[str, dict[str, tuple[int, str]]]:
    return {step.key: {option.key: (option.points, option.to) for option in step.options} for step in scenario.steps}
