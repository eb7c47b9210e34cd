"""Passing a course: competence and hours, looked at after each part."""

from onemm.audit import actions as audit
from onemm.learning.actions.credentials import issue_credential
from onemm.learning.models import CoursePass, UnitCompletion
from onemm.learning.queries import pass_standing_of
from onemm.learning.rules import Course
from onemm.people.models import Person


def pass_if_enough(*, person: Person, course: Course) -> CoursePass | None:
    """Record a pass when all that it takes is there, and issue what can be shown for it. Once passed, always passed.

    Part of the action that completed a unit or a walk, and of its transaction.
    """
    if UnitCompletion.objects.filter(person=person, course=course.slug).count() < len(course.units):
        return None  # most of the time; the rest is asked only when it can matter
    standing = pass_standing_of(person, course)
    if not standing.is_enough:
        return None
    passed, new = CoursePass.objects.get_or_create(
        person=person, course=course.slug, defaults={"version": course.version, "minutes": standing.minutes}
    )
    if new:
        audit.record(
            "course:passed",
            subject=passed,
            by=person,
            course=course.slug,
            version=course.version,
            minutes=standing.minutes,
        )
    if course.required:
        # Also for one who passed an earlier, shorter version and has now done the whole.
        issue_credential(person=person, course=course, minutes=standing.minutes)
    return passed
