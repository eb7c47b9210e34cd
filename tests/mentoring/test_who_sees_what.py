"""Rows are seen by the two, by those who look after them, and by nobody else, signed in or not."""

from django.contrib.auth.models import AnonymousUser

from onemm.mentoring.models import Agreement, Enrolment, Match, Pulse, Session
from onemm.mentoring.queries import coordinators_of
from onemm.people.actions.consents import withdraw_consent
from onemm.people.actions.roles import grant_role
from onemm.people.models import Consent
from onemm.people.roles import Role
from onemm.places.models import Organisation
from tests.factories.mentoring import a_held_session, an_active_match


def test_somebody_who_is_not_signed_in_sees_nothing(cast):
    a_held_session(cast, an_active_match(cast))

    for rows in (Match.objects, Enrolment.objects, Session.objects):
        assert rows.count() == 1
        assert not rows.visible_to(AnonymousUser()).exists()
    assert not Match.objects.looked_after_by(AnonymousUser()).exists()


def test_a_coordinator_everywhere_and_one_of_the_area_see_all_of_theirs(cast):
    match = an_active_match(cast)
    grant_role(person=cast.lena, role=Role.COORDINATOR, by=None)
    grant_role(person=cast.tom, role=Role.COORDINATOR, by=None, area=cast.area)
    grant_role(person=cast.ruth, role=Role.COORDINATOR, by=None, area=cast.other_area)

    for person in (cast.lena, cast.tom):
        assert Match.objects.visible_to(person).get() == match
        assert Match.objects.looked_after_by(person).get() == match
        assert Enrolment.objects.visible_to(person).get() == match.enrolment
    assert not Match.objects.visible_to(cast.ruth).exists()
    assert set(coordinators_of(cast.partner)) == {cast.sam, cast.tom}


def test_a_partner_without_an_area_is_looked_after_by_its_own_alone(cast):
    place = Organisation.objects.create(kind="partner", name="Nowhere Club")
    grant_role(person=cast.lena, role=Role.COORDINATOR, by=None)

    assert not coordinators_of(place).exists()


def test_places_with_consent_are_those_where_it_stands(cast):
    match = an_active_match(cast)
    assert Enrolment.objects.with_consent().get() == match.enrolment
    withdraw_consent(consent=Consent.objects.get(), by=cast.theo)

    assert not Enrolment.objects.with_consent().exists()


def test_rows_name_themselves_without_names(cast):
    match = an_active_match(cast)
    session = a_held_session(cast, match)
    pulse = Pulse.objects.create(match=match, person=cast.theo, month=match.introduced_on.replace(day=1), value=5)

    assert str(match) == f"match {match.public_id}"
    assert str(match.enrolment) == f"enrolment {match.enrolment.public_id}"
    assert str(session) == f"session {session.public_id}"
    assert str(pulse) == f"pulse #{pulse.pk}"
    assert str(Agreement.objects.first()).startswith("agreement #")
