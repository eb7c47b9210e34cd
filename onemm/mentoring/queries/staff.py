"""Who looks after a partner's pairs."""

from django.db.models import Q, QuerySet

from onemm.mentoring.models import Match
from onemm.people import access
from onemm.people.models import Person, RoleGrant
from onemm.people.permissions import Permission
from onemm.people.roles import roles_with
from onemm.places.models import Organisation


def coordinators_of(organisation: Organisation) -> "QuerySet[Person]":
    """People who look after the pairs of a partner, at the partner itself or for its area."""
    place = Q(organisation=organisation)
    if organisation.area_id is not None:
        place |= Q(area=organisation.area_id)
    grants = RoleGrant.objects.held().filter(place, role__in=roles_with(Permission.MATCH_LOOK_AFTER))
    people: QuerySet[Person] = Person.objects.active()
    return people.filter(pk__in=grants.values("person")).order_by("pk")


def looks_after(person: Person, match: Match) -> bool:
    """Say whether someone looks after this pair, and is not one of the two."""
    if person.pk in (match.mentor_id, match.young_person_id):
        return False
    return access.can(person, Permission.MATCH_LOOK_AFTER, at=match.enrolment.programme.organisation)
