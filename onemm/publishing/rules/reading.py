"""A body as the unit or scenario that learners would meet, and what stands in the way of that."""

from collections.abc import Iterator
from typing import Any

from onemm.learning.rules import CURRICULUM, Course, Scenario, Unit, faults_in_scenario
from onemm.learning.rules.blocks import Address, faults_in_blocks, html_of
from onemm.learning.rules.building import scenario_from, unit_from
from onemm.learning.rules.courses import AUDIENCES, faults_in_unit
from onemm.learning.rules.pictures import PictureIsBroken
from onemm.learning.rules.plainness import plain_faults_in_scenario, plain_faults_in_unit

Body = dict[str, Any]


def unit_of(body: Body, *, course: str, slug: str, version: str, language: str, address: Address) -> Unit:
    """Return the unit that a body describes.

    :raises PictureIsBroken: a drawing in it has no words, or is not one of ours.
    """
    html = html_of(body["block"], folder=CURRICULUM / course, address=address)
    return unit_from(body, slug=slug, html=html, version=version, language=language)


def scenario_of(body: Body, *, slug: str, version: str, language: str) -> Scenario:
    """Return the scenario that a body describes."""
    details = {one["name"]: one["values"] for one in body["detail"]}
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
        return missing + _said([*faults_in_scenario(scenario), *plain_faults_in_scenario(scenario)], body)
    faults = [*missing, *faults_in_blocks(body["block"])]
    try:
        unit = unit_of(body, course=course.slug, slug="here", version="new", language=language, address=address)
    except (PictureIsBroken, OSError) as problem:
        return [*faults, f"has a drawing that cannot be shown: {problem}"]
    faults += faults_in_unit(unit, is_just_in_time=course.is_just_in_time)
    return _said(faults + list(plain_faults_in_unit(unit, audience=course.audience)), body)


def _course(body: Body) -> Iterator[str]:
    yield from (f"has no {name}" for name in ("title", "summary") if not str(body[name]).strip())
    if body["audience"] not in AUDIENCES:
        yield f"its audience is none of {', '.join(AUDIENCES)}"


def _said(faults: list[str], body: Body) -> list[str]:
    """The rules name parts by their keys; an editor knows them by their words."""
    said = []
    for fault in faults:
        for part in ("question", "step"):
            for at, one in enumerate(body.get(part, ()), 1):
                called = {"question": "question", "step": "moment"}[part]
                fault = fault.replace(f"{part} {one['key']} ", f"{called} {at} ")  # noqa: PLW2901 - one fault, word by word
        said.append(fault)
    return said
