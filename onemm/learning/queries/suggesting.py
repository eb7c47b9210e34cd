"""Short units that something which happened calls for."""

from dataclasses import dataclass

from onemm.learning.models import Suggestion
from onemm.learning.queries.courses import courses_of
from onemm.learning.rules import Unit
from onemm.people.models import Person


@dataclass(frozen=True)
class Suggested:
    """A unit for a moment, and the course it belongs to."""

    moment: str
    course: str
    unit: Unit


def units_suggested_to(person: Person) -> tuple[Suggested, ...]:
    """Return what stands, the newest first."""
    standing = list(
        Suggestion.objects.standing().filter(person=person).order_by("-made_at", "-pk").values_list("moment", flat=True)
    )
    if not standing:
        return ()
    known = {
        unit.moment: (course, unit)
        for course in reversed(courses_of(person))
        for unit in reversed(course.units)
        if unit.moment
    }
    return tuple(Suggested(moment, known[moment][0].slug, known[moment][1]) for moment in standing if moment in known)
