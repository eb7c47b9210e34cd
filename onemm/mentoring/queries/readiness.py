"""Which mentors are ready: worked out each time it is asked, never stored."""

from dataclasses import dataclass

from django.db.models import Count, ExpressionWrapper, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from onemm.clearance.queries import cleared_mentors
from onemm.learning.queries import trained_people
from onemm.mentoring.models import Match
from onemm.mentors.models import MentorProfile
from onemm.people.models import Person
from onemm.recruitment.queries import approved_people
from onemm.safeguarding.queries import is_restricted


@dataclass(frozen=True)
class Readiness:
    """Whether someone can be given a young person today, and if not, what stands in the way.

    `missing` holds some of `approval` (an approved application and a check valid today), `training`, `paused` (a
    restriction) and `room`; `room` is how many more young people they have offered to take.
    """

    ready: bool
    missing: tuple[str, ...]
    room: int


def ready_mentors() -> "QuerySet[Person]":
    """Cleared mentors with room for another young person, annotated with `room`."""
    open_matches = (
        Match.objects.open().filter(mentor=OuterRef("pk")).order_by().values("mentor").annotate(many=Count("pk"))
    )
    room = ExpressionWrapper(
        F("mentor_profile__capacity") - Coalesce(Subquery(open_matches.values("many")), 0), output_field=IntegerField()
    )
    return cleared_mentors().annotate(room=room).filter(room__gt=0)


def readiness_of(person: Person) -> Readiness:
    """Say whether one person is ready, and what is missing."""
    known = Person.objects.active().filter(pk=person.pk)
    room = _room_of(person)
    holds = {
        "approval": known.filter(pk__in=approved_people()).exists(),
        "training": known.filter(pk__in=trained_people()).exists(),
        "paused": not is_restricted(person),
        "room": room > 0,
    }
    missing = tuple(name for name, well in holds.items() if not well)
    return Readiness(ready=not missing, missing=missing, room=room)


def _room_of(person: Person) -> int:
    capacity = MentorProfile.objects.filter(person=person).values_list("capacity", flat=True).first() or 0
    return max(capacity - Match.objects.open().filter(mentor=person).count(), 0)
