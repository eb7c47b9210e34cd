"""Finding the part that an action is about."""

from onemm.learning.queries import course_called
from onemm.learning.refusals import CourseIsUnknown
from onemm.learning.rules import Course, Scenario, Unit
from onemm.people.models import Person


def course_and_unit(course: str, unit: str, *, person: Person) -> tuple[Course, Unit]:
    """Return both, in the language that someone learns in.

    :raises CourseIsUnknown: there is no such unit.
    """
    taught_course = course_called(course, person)
    part = taught_course.unit(unit) if taught_course else None
    if taught_course is None or part is None:
        raise CourseIsUnknown
    return taught_course, part


def course_and_scenario(course: str, scenario: str) -> tuple[Course, Scenario]:
    """Return both.

    :raises CourseIsUnknown: there is no such scenario.
    """
    taught_course = course_called(course)
    part = taught_course.scenario(scenario) if taught_course else None
    if taught_course is None or part is None:
        raise CourseIsUnknown
    return taught_course, part
