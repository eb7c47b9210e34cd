"""What stands in the way of publishing, and what it would look like."""

from dataclasses import replace

from onemm.learning.queries.courses import course_called, file_address
from onemm.learning.rules import Course, Scenario, Unit, faults_in
from onemm.learning.rules.answer_key import faults_beside
from onemm.learning.rules.bodies import faults_in_body, scenario_of, unit_of
from onemm.publishing.models import Edition, Manuscript
from onemm.publishing.queries.taught import taught_now
from onemm.publishing.rules.bodies import still_the_same
from onemm.publishing.rules.languages import ENGLISH


def faults_of_text(manuscript: Manuscript) -> list[str]:
    """Return what must be put right before it can be published, in words for its editor.

    An empty list: a colleague may look. Whether its files are there is known to `publishing`.
    """
    row = manuscript
    course = _course(row)
    faults = faults_in_body(row.kind, row.body, course=course, language=row.language, address=file_address)
    if faults or course is None or row.kind == "course":
        return faults
    part = preview_unit(row) if row.kind == "unit" else preview_scenario(row)
    if row.same_meaning_as:
        taught = taught_now(row.kind, row.course, row.slug, ENGLISH)
        if taught is None or taught.version != row.same_meaning_as:
            return [f"stands for version {row.same_meaning_as}, and a newer one has been published since"]
        if row.language != ENGLISH:
            faults += [f"is still in English: {where}" for where in still_the_same(row.body, taught.body)]
        faults += faults_beside(part, _as_taught(row, taught.body, taught.version))
    return faults + [f"would break its course: {fault}" for fault in faults_in(_with(course, part))]


def faults_without(kind: str, course: str, slug: str) -> list[str]:
    """Return how a course would break without a part."""
    found = course_called(course)
    if found is None or kind == "course":
        return ["there is no such part"]
    units = tuple(one for one in found.units if kind != "unit" or one.slug != slug)
    scenarios = tuple(one for one in found.scenarios if kind != "scenario" or one.slug != slug)
    return faults_in(replace(found, units=units, scenarios=scenarios))


def preview_unit(manuscript: Manuscript) -> Unit:
    """Return the unit as learners would meet it."""
    row = manuscript
    return unit_of(
        row.body, course=row.course, slug=row.slug, version=_called(row), language=row.language, address=file_address
    )


def preview_scenario(manuscript: Manuscript) -> Scenario:
    """Return the scenario as learners would meet it."""
    return scenario_of(manuscript.body, slug=manuscript.slug, version=_called(manuscript), language=manuscript.language)


def _called(row: Manuscript) -> str:
    return row.same_meaning_as or "new"


def _course(row: Manuscript) -> Course | None:
    """The course it belongs to; one that editors have only begun has no units yet, so that learners do not see it."""
    found = course_called(row.course)
    if found is not None or row.kind == "course":
        return found
    edition = Edition.objects.of("course", row.course, "").order_by("-pk").first()
    if edition is None or not edition.body:
        return None
    return Course(
        slug=row.course,
        title=edition.body["title"],
        summary=edition.body["summary"],
        audience=edition.body["audience"],
        standing="recommended",
        version=edition.version,
        minutes_needed=0,
        scenarios_needed=0,
        must=(),
        units=(),
        scenarios=(),
    )


def _as_taught(row: Manuscript, body: dict[str, object], version: str) -> Unit | Scenario:
    if row.kind == "scenario":
        return scenario_of(body, slug=row.slug, version=version, language=ENGLISH)
    return unit_of(body, course=row.course, slug=row.slug, version=version, language=ENGLISH, address=file_address)


def _with(course: Course, part: Unit | Scenario) -> Course:
    if isinstance(part, Unit):
        return replace(course, units=(*(one for one in course.units if one.slug != part.slug), part))
    scenarios = (*(one for one in course.scenarios if one.slug != part.slug), part)
    return replace(course, scenarios=scenarios, units=course.units)
