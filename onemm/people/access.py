"""May this person do this, here? The one place that answers."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from onemm.people.models import Person, RoleGrant
from onemm.people.permissions import Permission
from onemm.people.roles import NEEDS_SECOND_FACTOR, PERMISSIONS, Role
from onemm.places.models import Organisation


@dataclass(frozen=True)
class Scope:
    """Where a person holds a permission: everywhere, at some organisations, in some areas, or nowhere."""

    everywhere: bool = False
    organisations: frozenset[int] = frozenset()
    areas: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.organisations) or bool(self.areas)

    def covers(self, place: Organisation) -> bool:
        return self.everywhere or place.pk in self.organisations or place.area_id in self.areas


def grants_of(person: Person | AnonymousUser) -> tuple[RoleGrant, ...]:
    """Return the roles held now. One query per person and request: the answer stays on the object."""
    if not isinstance(person, Person) or not person.is_active:
        return ()
    cached: tuple[RoleGrant, ...] | None = person.__dict__.get("_held_grants")
    if cached is None:
        cached = tuple(
            RoleGrant.objects.held().filter(person=person).select_related("organisation", "area").order_by("pk")
        )
        person.__dict__["_held_grants"] = cached
    return cached


def scope_of(person: Person | AnonymousUser, permission: Permission) -> Scope:
    """Return where the person holds the permission."""
    grants = [grant for grant in grants_of(person) if permission in PERMISSIONS[Role(grant.role)]]
    return Scope(
        everywhere=any(grant.organisation_id is None and grant.area_id is None for grant in grants),
        organisations=frozenset(grant.organisation_id for grant in grants if grant.organisation_id is not None),
        areas=frozenset(grant.area_id for grant in grants if grant.area_id is not None),
    )


def can(person: Person | AnonymousUser, permission: Permission, *, at: Organisation | None = None) -> bool:
    """Say whether the person may: at this organisation, or, when none is named, anywhere at all."""
    scope = scope_of(person, permission)
    return bool(scope) if at is None else scope.covers(at)


def holds(person: Person | AnonymousUser, role: Role) -> bool:
    return any(grant.role == role for grant in grants_of(person))


def needs_second_factor(person: Person | AnonymousUser) -> bool:
    return any(Role(grant.role) in NEEDS_SECOND_FACTOR for grant in grants_of(person))
