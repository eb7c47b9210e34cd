"""Roles are held at a place; permissions follow from roles; nothing follows from nothing."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError

from onemm.audit.models import Entry
from onemm.people import access
from onemm.people.actions.people import add_person, correct_name
from onemm.people.actions.roles import end_role, grant_role
from onemm.people.models import Person, RoleGrant
from onemm.people.permissions import Permission as P
from onemm.people.roles import DESCRIPTIONS, NEEDS_SECOND_FACTOR, PERMISSIONS, Role
from tests.cast import Cast


def test_a_coordinator_may_at_their_own_partner_only(cast: Cast) -> None:
    assert access.can(cast.sam, P.ROUND_RUN, at=cast.partner)
    assert not access.can(cast.sam, P.ROUND_RUN, at=cast.other_partner)


def test_a_programme_manager_may_in_their_area_only(cast: Cast) -> None:
    assert access.can(cast.priya, P.ORGANISATION_MANAGE, at=cast.partner)
    assert not access.can(cast.priya, P.ORGANISATION_MANAGE, at=cast.other_partner)


def test_a_role_without_a_place_is_held_everywhere(cast: Cast) -> None:
    assert access.scope_of(cast.noor, P.CONCERN_READ).everywhere


def test_a_stranger_may_nothing(cast: Cast) -> None:
    assert not any(access.can(cast.lena, permission) for permission in P)
    assert not any(access.can(AnonymousUser(), permission) for permission in P)


def test_somebody_switched_off_may_nothing(cast: Cast) -> None:
    cast.priya.is_active = False
    assert not any(access.can(cast.priya, permission) for permission in P)


def test_granting_twice_grants_once(cast: Cast) -> None:
    again = grant_role(person=cast.sam, role=Role.COORDINATOR, by=cast.priya, organisation=cast.partner)
    assert RoleGrant.objects.filter(person=cast.sam).get() == again


def test_the_same_role_cannot_be_held_twice_at_a_place(cast: Cast) -> None:
    assert cast.noor
    with pytest.raises(IntegrityError):
        RoleGrant.objects.create(person=cast.noor, role=Role.SAFEGUARDING_LEAD)


def test_a_role_is_held_at_one_kind_of_place(cast: Cast) -> None:
    with pytest.raises(IntegrityError):
        RoleGrant.objects.create(person=cast.lena, role=Role.COORDINATOR, organisation=cast.partner, area=cast.area)


def test_an_ended_role_opens_nothing_from_then_on(cast: Cast) -> None:
    grant = RoleGrant.objects.get(person=cast.sam)
    end_role(grant=grant, by=cast.priya)
    end_role(grant=grant, by=cast.priya)
    assert not access.can(Person.objects.get(pk=cast.sam.pk), P.ROUND_RUN)
    assert Entry.objects.filter(event="role:ended").count() == 1
    assert not RoleGrant.objects.get(pk=grant.pk).is_held


def test_roles_are_asked_for_once_a_request(cast: Cast, django_assert_num_queries) -> None:
    person = Person.objects.get(pk=cast.sam.pk)
    with django_assert_num_queries(1):
        for permission in P:
            access.can(person, permission)


def test_every_role_is_described_and_has_a_line_of_permissions() -> None:
    assert set(DESCRIPTIONS) == set(PERMISSIONS) == set(Role)


def test_whoever_sees_other_peoples_records_needs_a_second_factor(cast: Cast) -> None:
    assert set(Role) - {Role.MENTOR, Role.YOUNG_PERSON} == NEEDS_SECOND_FACTOR
    assert access.needs_second_factor(cast.sam)
    assert not access.needs_second_factor(cast.amina)
    assert not access.holds(cast.amina, Role.COORDINATOR)
    assert access.holds(cast.sam, Role.COORDINATOR)


def test_an_address_that_is_known_is_the_same_person(cast: Cast) -> None:
    amina = cast.amina
    assert add_person(first_name="A.", email=" AMINA@Example.org ", by=None) == amina


def test_a_person_may_have_no_address(db: None) -> None:
    first, second = (add_person(first_name="Theo", by=None) for _ in range(2))
    assert first.email is second.email is None
    assert first.pk != second.pk


@pytest.mark.parametrize("email", ["", "Amina@Example.org"])
def test_addresses_are_kept_in_one_form(db: None, email: str) -> None:
    with pytest.raises(IntegrityError):
        Person.objects.create(first_name="A", email=email)


def test_a_name_is_put_right_and_written_down(cast: Cast) -> None:
    correct_name(person=cast.lena, by=cast.lena, first_name=" Łucja\u0000 ", last_name="Ó  Briain", born=None)
    assert Person.objects.get(pk=cast.lena.pk).full_name == "Łucja Ó Briain"
    assert Entry.objects.filter(event="person:corrected").count() == 1
