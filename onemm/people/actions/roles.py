"""Giving and ending roles."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.people.models import Person, RoleGrant
from onemm.people.roles import Role
from onemm.places.models import Area, Organisation


@transaction.atomic
def grant_role(
    *, person: Person, role: Role, by: Person | None, organisation: Organisation | None = None, area: Area | None = None
) -> RoleGrant:
    """Give a role at a place, or return the grant that is already held there."""
    grant, new = RoleGrant.objects.held().get_or_create(
        person=person, role=role, organisation=organisation, area=area, defaults={"granted_by": by}
    )
    if new:
        audit.record("role:granted", subject=grant, by=by, role=role.value, person=person.public_id)
        person.__dict__.pop("_held_grants", None)
    return grant


@transaction.atomic
def end_role(*, grant: RoleGrant, by: Person) -> None:
    """Take a role away from now on. Ending it twice changes nothing."""
    if RoleGrant.objects.held().filter(pk=grant.pk).update(ended_at=now()):
        audit.record("role:ended", subject=grant, by=by, role=grant.role)
