"""Courses as they are written: a folder of TOML and Markdown, read into frozen dataclasses and checked whole.

A folder `curriculum/<course>/` holds `course.toml` (what the course is, its units in order), for each unit
`<unit>.toml` (what it is, its evidence, its questions) and `<unit>.md` (what is read), pictures as SVG, and
`scenarios/<scenario>.toml`. A course that does not hold together stops the platform from starting, not a mentor from
learning.
"""

import tomllib
from pathlib import Path
from typing import Any

from onemm.learning.rules.building import scenario_from, unit_from
from onemm.learning.rules.courses import Course, Unit, faults_in
from onemm.learning.rules.scenarios import Scenario
from onemm.publishing.rules.markdown import in_html
from onemm.publishing.rules.pictures import PictureIsBroken, with_pictures

CURRICULUM = Path(__file__).parents[1] / "curriculum"


class CourseIsBroken(ValueError):
    """A course does not hold together; the message says where."""


def read_curriculum(folder: Path = CURRICULUM) -> tuple[Course, ...]:
    """Return every course in the folder, in alphabetical order of its name.

    :raises CourseIsBroken: one does not hold together.
    """
    return tuple(read_course(path.parent) for path in sorted(folder.glob("*/course.toml")))


def read_course(folder: Path) -> Course:
    """Return the course that a folder holds.

    :raises CourseIsBroken: something is missing, or does not fit the rest.
    """
    try:
        course = _course(folder, _read(folder / "course.toml"))
    except (KeyError, TypeError, OSError, PictureIsBroken, tomllib.TOMLDecodeError) as problem:
        raise CourseIsBroken(f"{folder.name}: {problem!r}") from problem
    for fault in faults_in(course):
        raise CourseIsBroken(f"{folder.name}: {fault}")
    return course


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except tomllib.TOMLDecodeError as problem:
        raise tomllib.TOMLDecodeError(f"{path.name}: {problem}") from problem


def _course(folder: Path, source: dict[str, Any]) -> Course:
    scenarios = sorted((folder / "scenarios").glob("*.toml"))
    return Course(
        slug=folder.name,
        title=source["title"],
        summary=source["summary"],
        audience=source["audience"],
        standing=source["standing"],
        version=source["version"],
        minutes_needed=source.get("minutes_needed", 0),
        scenarios_needed=source.get("scenarios_needed", 0),
        must=tuple(source.get("must", ())),
        units=tuple(_unit(folder, slug) for slug in source["units"]),
        scenarios=tuple(_scenario(path.stem, _read(path)) for path in scenarios),
    )


def _unit(folder: Path, slug: str) -> Unit:
    source = _read(folder / f"{slug}.toml")
    html = with_pictures(in_html((folder / f"{slug}.md").read_text(encoding="utf-8")), folder)
    return unit_from(source, slug=slug, html=html, version=source["version"])


def _scenario(slug: str, source: dict[str, Any]) -> Scenario:
    return scenario_from(source, slug=slug, version=source["version"])


def source_of(course: str, slug: str) -> dict[str, Any]:
    """Return a shipped unit as it is written: the values of its file, and its reading as `text`.

    :raises CourseIsBroken: there is no such unit.
    """
    folder = CURRICULUM / course
    try:
        return {**_read(folder / f"{slug}.toml"), "text": (folder / f"{slug}.md").read_text(encoding="utf-8")}
    except OSError as problem:
        raise CourseIsBroken(f"{course}: {problem!r}") from problem


def scenario_source_of(course: str, slug: str) -> dict[str, Any]:
    """Return a shipped scenario as it is written.

    :raises CourseIsBroken: there is no such scenario.
    """
    try:
        return _read(CURRICULUM / course / "scenarios" / f"{slug}.toml")
    except OSError as problem:
        raise CourseIsBroken(f"{course}: {problem!r}") from problem
