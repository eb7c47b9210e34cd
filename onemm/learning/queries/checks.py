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
    course = _course(manuscript)
    faults = faults_in_body(
        manuscript.kind, manuscript.body, course=course, language=manuscript.language, address=file_address
    )
    if faults or course is None or manuscript.kind == "course":
        return faults
    part = preview_unit(manuscript) if manuscript.kind == "unit" else preview_scenario(manuscript)
    if manuscript.same_meaning_as:
        taught = taught_now(manuscript.kind, manuscript.course, manuscript.slug, ENGLISH)
        if taught is None or taught.version != manuscript.same_meaning_as:
            return [f"stands for version {manuscript.same_meaning_as}, and a newer one has been published since"]
        if manuscript.language != ENGLISH:
            faults += [f"is still in English: {where}" for where in still_the_same(manuscript.body, taught.body)]
        faults += faults_beside(part, _as_taught(manuscript, taught.body, taught.version))
    return faults + [f"would break its course: {fault}" for fault in faults_in(_with(course, part))]


def faults_without(kind: str, course: str, slug: str) -> list[str]:
    """Return how a course would break without a part."""
    taught_course = course_called(course)
    if taught_course is None or kind == "course":
        return ["there is no such part"]
    units = tuple(unit for unit in taught_course.units if kind != "unit" or unit.slug != slug)
    scenarios = tuple(scenario for scenario in taught_course.scenarios if kind != "scenario" or scenario.slug != slug)
    return faults_in(replace(taught_course, units=units, scenarios=scenarios))


def preview_unit(manuscript: Manuscript) -> Unit:
    """Return the unit as learners would meet it."""
    return unit_of(
        manuscript.body,
        course=manuscript.course,
        slug=manuscript.slug,
        version=_called(manuscript),
        language=manuscript.language,
        address=file_address,
    )


def preview_scenario(manuscript: Manuscript) -> Scenario:
    """Return the scenario as learners would meet it."""
    return scenario_of(manuscript.body, slug=manuscript.slug, version=_called(manuscript), language=manuscript.language)


def _called(manuscript: Manuscript) -> str:
    return manuscript.same_meaning_as or "new"


def _course(manuscript: Manuscript) -> Course | None:
    """The course it belongs to; one that editors have only begun has no units yet, so that learners do not see it."""
    course = course_called(manuscript.course)
    if course is not None or manuscript.kind == "course":
        return course
    edition = Edition.objects.of("course", manuscript.course, "").order_by("-pk").first()
    if edition is None or not edition.body:
        return None
    return Course(
        slug=manuscript.course,
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


def _as_taught(manuscript: Manuscript, body: dict[str, object], version: str) -> Unit | Scenario:
    if manuscript.kind == "scenario":
        return scenario_of(body, slug=manuscript.slug, version=version, language=ENGLISH)
    return unit_of(
        body, course=manuscript.course, slug=manuscript.slug, version=version, language=ENGLISH, address=file_address
    )


def _with(course: Course, part: Unit | Scenario) -> Course:
    if isinstance(part, Unit):
        return replace(course, units=(*(unit for unit in course.units if unit.slug != part.slug), part))
    scenarios = (*(scenario for scenario in course.scenarios if scenario.slug != part.slug), part)
    return replace(course, scenarios=scenarios, units=course.units)
