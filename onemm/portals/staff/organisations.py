"""What the pages of partners and of employers share: those that a programme manager looks after, and who holds a role
there.
"""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from onemm.people.access import scope_of
from onemm.people.models import RoleGrant
from onemm.people.permissions import Permission
from onemm.people.roles import Role
from onemm.places.models import Area, AreaQuerySet, Organisation, OrganisationQuerySet
from onemm.web.requests import Request

A_PAGE = 50


def areas_of(request: Request) -> AreaQuerySet:
    return Area.objects.visible_to(scope_of(request.user, Permission.ORGANISATION_MANAGE))


def organisations_of(request: Request) -> OrganisationQuerySet:
    return Organisation.objects.visible_to(scope_of(request.user, Permission.ORGANISATION_MANAGE)).select_related(
        "area"
    )


def with_holders(rows: QuerySet[Organisation], role: Role) -> QuerySet[Any]:
    """Return them with `.holders`: how many people hold the role at each."""
    return rows.annotate(holders=Count("grants", filter=Q(grants__role=role, grants__ended_at=None), distinct=True))


def page_of(request: Request, rows: QuerySet[Organisation], role: Role) -> tuple[Page[Organisation], str]:
    """Return a page of them, those where nobody holds the role first, and what was looked for in their names.

    Each has `.holders`.
    """
    asked = request.GET.get("q", "").strip()
    found: QuerySet[Organisation] = (
        with_holders(rows, role).filter(name__icontains=asked[:100]).order_by("holders", "name")
    )
    return Paginator(found, A_PAGE).get_page(request.GET.get("page")), asked


def holders_of(organisation: Organisation, role: Role) -> QuerySet[RoleGrant]:
    grants = RoleGrant.objects.held().of(role).filter(organisation=organisation)
    return grants.select_related("person").order_by("granted_at")
