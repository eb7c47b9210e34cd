"""From plain values to units and scenarios: the same for a file that is shipped and for what an editor writes."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from onemm.learning.rules.courses import Choice, Evidence, Unit, UnitQuestion
from onemm.learning.rules.scenarios import Ending, Option, Scenario, ScenarioStep


def unit_from(source: Mapping[str, Any], *, slug: str, html: str, version: str, language: str = "en") -> Unit:
    """Return the unit that these values describe; `html` is its reading, already safe.

    :raises KeyError: a value is missing.
    """
    return Unit(
        slug=slug,
        title=source["title"],
        summary=source["summary"],
        version=version,
        minutes=source["minutes"],
        pass_mark=source["pass_mark"],
        reviewed_on=day(source["reviewed_on"]),
        review_by=day(source["review_by"]),
        html=html,
        words=len(re.sub(r"<[^>]+>", " ", html).split()),
        reflection=source["reflection"],
        evidence=tuple(
            Evidence(says=evidence["says"], source=evidence["source"], grade=evidence["grade"])
            for evidence in source["evidence"]
        ),
        questions=tuple(_question(question) for question in source["question"]),
        moment=source.get("moment", ""),
        language=language,
    )


def scenario_from(source: Mapping[str, Any], *, slug: str, version: str, language: str = "en") -> Scenario:
    """Return the scenario that these values describe.

    :raises KeyError: a value is missing.
    """
    return Scenario(
        slug=slug,
        title=source["title"],
        summary=source["summary"],
        version=version,
        minutes=source["minutes"],
        reviewed_on=day(source["reviewed_on"]),
        review_by=day(source["review_by"]),
        rests_on=source["rests_on"],
        details={name: tuple(values) for name, values in source["details"].items()},
        steps=tuple(_step(step) for step in source["step"]),
        endings=tuple(
            Ending(key=ending["key"], title=ending["title"], text=ending["text"]) for ending in source["ending"]
        ),
        language=language,
    )


def day(value: date | str) -> date:
    """Return a date that is one already, or is written as 2027-03-31."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def _question(source: Mapping[str, Any]) -> UnitQuestion:
    choices = tuple(
        Choice(key=choice["key"], text=choice["text"], is_right=choice.get("right", False), feedback=choice["feedback"])
        for choice in source["choice"]
    )
    return UnitQuestion(key=source["key"], text=source["text"], choices=choices)


def _step(source: Mapping[str, Any]) -> ScenarioStep:
    options = tuple(
        Option(
            key=option["key"],
            text=option["text"],
            points=option["points"],
            feedback=option["feedback"],
            to=option["to"],
        )
        for option in source.get("option", ())
    )
    return ScenarioStep(key=source["key"], text=source["text"], options=options)
