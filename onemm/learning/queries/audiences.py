"""For whom a course is, and so who may take it: by what they may do, not by the door they come in at."""

from collections.abc import Mapping

from onemm.learning.queries.courses import course_called
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission

TAKEN_BY: Mapping[str, Permission] = {
    "mentor": Permission.COURSE_TAKE,
    "young": Permission.MATCH_BE_MENTORED,
    "coordinator": Permission.MATCH_LOOK_AFTER,
}


def audience_for(person: Person, course: str) -> str | None:
    """Return the audience as which someone takes a course, or `None` when there is no such course for them."""
    taught_course = course_called(course)
    return (
        taught_course.audience
        if taught_course is not None and access.can(person, TAKEN_BY[taught_course.audience])
        else None
    )
