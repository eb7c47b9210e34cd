"""Who works on an application."""

from onemm.people.models import Person, RoleGrant
from onemm.people.permissions import Permission
from onemm.people.roles import roles_with
from onemm.recruitment.models import Application


def screeners_of(application: Application) -> list[Person]:
    """Return everyone who screens where the applicant lives; where nobody works yet, everyone who screens anywhere."""
    grants = RoleGrant.objects.held().filter(role__in=roles_with(Permission.APPLICATION_READ), organisation=None)
    if application.area_id is not None:
        grants = grants.filter(area=application.area_id) | grants.filter(area=None)
    people = Person.objects.active().filter(pk__in=grants.values("person")).exclude(pk=application.person_id)
    return list(people.order_by("pk"))
