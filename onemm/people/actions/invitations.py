"""Asking people in."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.events import tell
from onemm.people.actions.people import add_person
from onemm.people.actions.roles import grant_role
from onemm.people.events import CoordinatorWasInvited, EmployerLeadWasInvited
from onemm.people.models import Person, RoleGrant
from onemm.people.refusals import NotAnEmployer, NotAPartner, PersonCannotCoordinate, PersonCannotLead
from onemm.people.roles import Role
from onemm.places.models import Organisation


@transaction.atomic
def invite_coordinator(
    *, organisation: Organisation, first_name: str, last_name: str, email: str, by: Person
) -> RoleGrant:
    """Give someone the role of coordinator at a partner, and let them know how to sign in. Inviting again writes
    again.

    They sign in with a code sent to their address, and are then asked for a second factor.

    :raises NotAPartner: the organisation is of another kind.
    :raises PersonCannotCoordinate: the address belongs to a young person, or to someone who has left.
    """
    if organisation.kind != Organisation.Kind.PARTNER:
        raise NotAPartner
    person = add_person(first_name=first_name, last_name=last_name, email=email, by=by)
    if not _may_be_trusted(person):
        raise PersonCannotCoordinate(field="email")
    grant = grant_role(person=person, role=Role.COORDINATOR, organisation=organisation, by=by)
    audit.record("coordinator:invited", subject=grant, by=by, person=person.public_id)
    tell(CoordinatorWasInvited(grant.pk))
    return grant


@transaction.atomic
def invite_employer_lead(
    *, organisation: Organisation, first_name: str, last_name: str, email: str, by: Person
) -> RoleGrant:
    """Let someone lead mentoring at an employer, and let them know how to sign in. Inviting again writes again.

    They see counts of five or more, and a name only where its owner shows it.

    :raises NotAnEmployer: the organisation is of another kind.
    :raises PersonCannotLead: the address belongs to a young person, or to someone who has left.
    """
    if organisation.kind != Organisation.Kind.EMPLOYER:
        raise NotAnEmployer
    person = add_person(first_name=first_name, last_name=last_name, email=email, by=by)
    if not _may_be_trusted(person):
        raise PersonCannotLead(field="email")
    grant = grant_role(person=person, role=Role.EMPLOYER_LEAD, organisation=organisation, by=by)
    audit.record("employer_lead:invited", subject=grant, by=by, person=person.public_id)
    tell(EmployerLeadWasInvited(grant.pk))
    return grant


def _may_be_trusted(person: Person) -> bool:
    """Nobody who is a young person here, and nobody who has left, is given sight of others."""
    return person.is_active and not RoleGrant.objects.held().of(Role.YOUNG_PERSON).filter(person=person).exists()
