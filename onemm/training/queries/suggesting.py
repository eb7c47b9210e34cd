"""Short units that something which happened calls for."""

from dataclasses import dataclass

from onemm.people.models import Person
from onemm.training.models import Suggestion
from onemm.training.queries.courses import unit_for
from onemm.training.rules import Unit


@dataclass(frozen=True)
class Suggested:
    """A unit for a moment, and the course it belongs to."""

    moment: str
    course: str
    unit: Unit


def units_suggested_to(person: Person) -> tuple[Suggested, ...]:
    """Return what stands, the newest first."""
    found = []
    for moment in Suggestion.objects.standing().filter(person=person).order_by("-made_at", "-pk").values_list("moment", flat=True):
        match unit_for(moment):
            case (course, unit):
                found.append(Suggested(moment, course.slug, unit))
    return tuple(found)
