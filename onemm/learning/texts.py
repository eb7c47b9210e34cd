"""The texts of learning, as `publishing` writes and publishes them: courses, units and scenarios."""

from datetime import date

from onemm.learning.queries.checks import faults_of_text, faults_without
from onemm.learning.queries.courses import courses, shipped_courses
from onemm.learning.rules.bodies import Body, empty_body, scenario_body, unit_body
from onemm.learning.rules.reading import CourseIsBroken, scenario_source_of, source_of
from onemm.publishing.kinds import Shipped, TextKind, register


def register_texts() -> None:
    """Register the three kinds."""
    for name in ("course", "unit", "scenario"):
        register(_kind(name))


def _kind(name: str) -> TextKind:
    def empty(title: str, day: date) -> Body:
        return empty_body(name, title=title, day=day)

    def shipped(course: str, slug: str) -> Shipped | None:
        return _shipped(name, course, slug)

    def without(course: str, slug: str) -> list[str]:
        return faults_without(name, course, slug)

    def is_taken(course: str, slug: str) -> bool:
        return _is_shipped(name, course, slug)

    return TextKind(name, empty, shipped, faults_of_text, without, _is_taught, is_taken)


def _shipped(kind: str, course: str, slug: str) -> Shipped | None:
    if kind == "course":
        return None
    try:
        source = source_of(course, slug) if kind == "unit" else scenario_source_of(course, slug)
    except CourseIsBroken:
        return None
    return Shipped(unit_body(source) if kind == "unit" else scenario_body(source), source["version"])


def _is_taught(course: str) -> bool:
    return any(known.slug == course for known in courses())


def _is_shipped(kind: str, course: str, slug: str) -> bool:
    if kind == "course":
        return any(known.slug == slug for known in shipped_courses())
    known = next((each for each in shipped_courses() if each.slug == course), None)
    return known is not None and bool(known.unit(slug) or known.scenario(slug))
