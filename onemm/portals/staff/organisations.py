"""What the pages of partners and of employers share: those that a programme manager looks after, and who holds a role
there.
"""

from typing import Any

from django.db.models import Count, Q, QuerySet

from onemm.people.access import scope_of
from onemm.people.models import RoleGrant
from onemm.people.permissions import Permission
from onemm.people.roles import Role
from onemm.places.models import Area, AreaQuerySet, Organisation, OrganisationQuerySet
from onemm.web.requests import Request


def areas_of(request: Request) -> AreaQuerySet:
    return Area.objects.visible_to(scope_of(request.user, Permission.ORGANISATION_MANAGE))


def organisations_of(request: Request) -> OrganisationQuerySet:
    return Organisation.objects.visible_to(scope_of(request.user, Permission.ORGANISATION_MANAGE)).select_related(
        "area"
    )


def with_holders(rows: QuerySet[Organisation], role: Role) -> QuerySet[Any]:
    """Return them with `.holders`: how many people hold the role at each."""
    return rows.annotate(holders=Count("grants", filter=Q(grants__role=role, grants__ended_at=None), distinct=True))


def holders_of(organisation: Organisation, role: Role) -> QuerySet[RoleGrant]:
    grants = RoleGrant.objects.held().of(role).filter(organisation=organisation)
    return grants.select_related("person").order_by("granted_at")


def on_invitation(grant: RoleGrant) -> str:
    return f"We are writing to {grant.person.full_name}. The letter says how to sign in, and what comes next."
