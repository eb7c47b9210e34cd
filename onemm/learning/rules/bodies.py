"""The bodies of courses, units and scenarios: what a new one holds, a shipped one as a body, a body as what learners
meet, and what stands in the way of that.
"""

import copy
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from onemm.learning.rules.building import scenario_from, unit_from
from onemm.learning.rules.courses import AUDIENCES, Course, Unit, faults_in_unit
from onemm.learning.rules.plainness import plain_faults_in_scenario, plain_faults_in_unit
from onemm.learning.rules.reading import CURRICULUM
from onemm.learning.rules.scenarios import Scenario, faults_in_scenario
from onemm.publishing.rules.blocks import Address, blocks_of, faults_in_blocks, html_of
from onemm.publishing.rules.bodies import PARTS
from onemm.publishing.rules.pictures import PictureIsBroken

Body = dict[str, Any]


def empty_body(kind: str, *, title: str, day: date) -> Body:
    """Return a body with a title and nothing else, reviewed today and due again in a year."""
    body: Body = {"title": title, "summary": ""}
    if kind == "course":
        return {**body, "audience": "mentor"}
    body |= {"minutes": 5, "reviewed_on": day.isoformat(), "review_by": (day + timedelta(days=365)).isoformat()}
    if kind == "unit":
        body |= {"pass_mark": 2, "reflection": "", "moment": "", "after": ""}
    else:
        body |= {"rests_on": ""}
    return body | {name: [] for name in PARTS[kind]}


def unit_body(source: Mapping[str, Any]) -> Body:
    """Return a shipped unit, as its files say it, in the shape of a body."""
    names = ("title", "summary", "minutes", "pass_mark", "reflection")
    return {
        **{name: source[name] for name in names},
        "reviewed_on": str(source["reviewed_on"]),
        "review_by": str(source["review_by"]),
        "moment": source.get("moment", ""),
        "after": "",
        "block": blocks_of(source["text"]),
        "question": copy.deepcopy(source["question"]),
        "evidence": [{"key": f"v{at}", **evidence} for at, evidence in enumerate(source["evidence"], 1)],
    }


def scenario_body(source: Mapping[str, Any]) -> Body:
    """Return a shipped scenario, as its file says it, in the shape of a body."""
    names = ("title", "summary", "minutes", "rests_on")
    return {
        **{name: source[name] for name in names},
        "reviewed_on": str(source["reviewed_on"]),
        "review_by": str(source["review_by"]),
        "step": copy.deepcopy(source["step"]),
        "ending": copy.deepcopy(source["ending"]),
        "detail": [
            {"key": f"d{at}", "name": name, "values": list(values)}
            for at, (name, values) in enumerate(source["details"].items(), 1)
        ],
    }


def unit_of(body: Body, *, course: str, slug: str, version: str, language: str, address: Address) -> Unit:
    """Return the unit that a body describes.

    :raises PictureIsBroken: a drawing in it has no words, or is not one of ours.
    """
    html = html_of(body["block"], folder=CURRICULUM / course, address=address)
    return unit_from(body, slug=slug, html=html, version=version, language=language)


def scenario_of(body: Body, *, slug: str, version: str, language: str) -> Scenario:
    """Return the scenario that a body describes."""
    details = {detail["name"]: detail["values"] for detail in body["detail"]}
    return scenario_from({**body, "details": details}, slug=slug, version=version, language=language)


def faults_in_body(kind: str, body: Body, *, course: Course | None, language: str, address: Address) -> list[str]:
    """Return what must be put right before it can be published, in words for its editor; the same rules as for shipped
    files.
    """
    if kind == "course":
        return list(_course(body))
    if course is None:
        return ["belongs to a course that is not there"]
    missing = [f"has no {name}" for name in ("title", "summary") if not str(body[name]).strip()]
    if kind == "scenario":
        scenario = scenario_of(body, slug="here", version="new", language=language)
        return missing + _in_words([*faults_in_scenario(scenario), *plain_faults_in_scenario(scenario)], body)
    faults = [*missing, *faults_in_blocks(body["block"])]
    try:
        unit = unit_of(body, course=course.slug, slug="here", version="new", language=language, address=address)
    except (PictureIsBroken, OSError) as problem:
        return [*faults, f"has a drawing that cannot be shown: {problem}"]
    faults += faults_in_unit(unit, is_just_in_time=course.is_just_in_time)
    return _in_words(faults + list(plain_faults_in_unit(unit, audience=course.audience)), body)


def _course(body: Body) -> Iterator[str]:
    yield from (f"has no {name}" for name in ("title", "summary") if not str(body[name]).strip())
    if body["audience"] not in AUDIENCES:
        yield f"its audience is none of {', '.join(AUDIENCES)}"


def _in_words(faults: list[str], body: Body) -> list[str]:
    """The rules name parts by their keys; an editor knows them by their words."""
    sentences = []
    for fault in faults:
        for part in ("question", "step"):
            for at, entry in enumerate(body.get(part, ()), 1):
                called = {"question": "question", "step": "moment"}[part]
                fault = fault.replace(f"{part} {entry['key']} ", f"{called} {at} ")  # noqa: PLW2901 - one fault, word by word
        sentences.append(fault)
    return sentences
