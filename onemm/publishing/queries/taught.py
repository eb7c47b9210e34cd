"""What is taught now, as it was written."""

from dataclasses import dataclass

from onemm.learning.queries.courses import courses, shipped_courses
from onemm.learning.rules.languages import ENGLISH
from onemm.learning.rules.reading import CourseIsBroken, scenario_source_of, source_of
from onemm.publishing.models import Edition, Kind, Manuscript
from onemm.publishing.rules.bodies import Body, scenario_body, unit_body


@dataclass(frozen=True)
class Taught:
    """What is taught of one course, unit or scenario in one language: its body, its version, and the edition, unless it
    is as shipped.
    """

    body: Body
    version: str
    edition: Edition | None


def taught_now(kind: str, course: str, slug: str, language: str = ENGLISH) -> Taught | None:
    """Return what is taught, as it can be edited; `None` when nothing is, or it was withdrawn."""
    if kind not in Kind.values:
        return None
    edition = Edition.objects.of(kind, course, slug).filter(language=language).order_by("-pk").first()
    if edition is not None:
        return Taught(edition.body, edition.version, edition) if edition.body else None
    if language != ENGLISH or kind == "course":
        return None
    try:
        source = source_of(course, slug) if kind == "unit" else scenario_source_of(course, slug)
    except CourseIsBroken:
        return None
    return Taught(unit_body(source) if kind == "unit" else scenario_body(source), source["version"], None)


def is_known_course(slug: str) -> bool:
    """Say whether a course is taught, or being written."""
    return any(course.slug == slug for course in courses()) or Edition.objects.of("course", slug, "").exists()


def slug_is_taken(kind: str, course: str, slug: str) -> bool:
    """Say whether a name was ever used: learning records would mix two things of one name."""
    if kind == "course":
        shipped = any(one.slug == slug for one in shipped_courses())
        return shipped or Manuscript.objects.filter(kind=kind, course=slug).exists()
    known = next((one for one in shipped_courses() if one.slug == course), None)
    shipped = known is not None and bool(known.unit(slug) or known.scenario(slug))
    return shipped or Manuscript.objects.filter(course=course, slug=slug).exists()
