"""Who must agree, and what changes when they change their mind."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.queries import history_of
from onemm.lib.clock import today
from onemm.lib.events import _hearers, hears
from onemm.people.actions.consents import record_consent, withdraw_consent
from onemm.people.events import ConsentWasWithdrawn
from onemm.people.models import Consent, Person
from onemm.people.refusals import (
    BirthDateIsUnknown,
    ConsentAlreadyStands,
    ConsentDoesNotHold,
    ConsentWasAlreadyWithdrawn,
)
from onemm.people.rules import CONSENT_WORDING, consent_problem, oldest_consent, partner_is_told, who_consents
from tests.cast import years_ago

DAY = date(2026, 6, 15)


def aged(years: int, days: int = 100) -> Person:
    return Person.objects.create_user(first_name="Jo", last_name="K", born=years_ago(years, days))


@pytest.mark.parametrize(
    ("age", "who"), [(14, "guardian"), (15, "guardian"), (16, "self"), (17, "self"), (18, "self"), (25, "self")]
)
def test_a_guardian_consents_under_16_and_young_people_themselves_from_16(age, who):
    assert who_consents(age) == who


@pytest.mark.parametrize(("age", "told"), [(15, False), (16, True), (17, True), (18, False)])
def test_the_partner_is_told_at_16_and_17(age, told):
    assert partner_is_told(age) is told


def test_a_consent_is_good_for_a_year_even_from_a_leap_day():
    assert oldest_consent(date(2028, 2, 29)) == date(2027, 2, 28)
    assert oldest_consent(DAY) == date(2025, 6, 15)


@pytest.mark.parametrize(
    ("born", "given_by", "guardian", "given_on", "field"),
    [
        (date(2011, 1, 1), "guardian", "Grace", DAY + timedelta(days=1), "consent_date"),
        (date(2011, 1, 1), "guardian", "Grace", date(2025, 6, 14), "consent_date"),
        (date(2011, 1, 1), "self", "", DAY, "consent_by"),
        (date(2010, 1, 1), "guardian", "Grace", DAY, "consent_by"),
        (date(2010, 6, 1), "self", "", date(2026, 5, 1), "consent_date"),
        (date(2011, 1, 1), "guardian", "  ", DAY, "guardian_name"),
    ],
)
def test_a_consent_that_will_not_do_says_at_which_field(born, given_by, guardian, given_on, field):
    problem = consent_problem(born=born, given_by=given_by, guardian_name=guardian, given_on=given_on, today=DAY)

    assert problem is not None
    assert problem.field == field


@pytest.mark.parametrize(
    ("born", "given_by", "guardian", "given_on"),
    [
        (date(2011, 1, 1), "guardian", "Grace", DAY),
        (date(2011, 1, 1), "guardian", "Grace", date(2025, 6, 15)),
        (date(2010, 6, 15), "self", "", DAY),
        (date(2001, 1, 1), "self", "", DAY),
    ],
)
def test_a_consent_that_fits_has_no_problem(born, given_by, guardian, given_on):
    assert consent_problem(born=born, given_by=given_by, guardian_name=guardian, given_on=given_on, today=DAY) is None


def test_a_consent_is_kept_with_its_wording_and_written_in_the_log(cast):
    consent = record_consent(
        young_person=aged(15), given_by="guardian", guardian_name=" Grace  Boateng ", given_on=today(), by=cast.sam
    )

    assert (consent.guardian_name, consent.wording, consent.recorded_by) == ("Grace Boateng", CONSENT_WORDING, cast.sam)
    assert len(consent.public_id) == 12
    assert [entry.event for entry in history_of(consent)] == ["consent:recorded"]


def test_a_name_of_a_guardian_is_not_kept_when_they_did_not_consent(cast):
    assert (
        record_consent(
            young_person=aged(17), given_by="self", guardian_name="Grace", given_on=today(), by=cast.sam
        ).guardian_name
        == ""
    )


def test_a_consent_that_does_not_fit_is_refused_at_its_field(cast):
    with pytest.raises(ConsentDoesNotHold) as refusal:
        record_consent(young_person=aged(15), given_by="self", given_on=today(), by=cast.sam)

    assert refusal.value.field == "consent_by"
    assert not Consent.objects.exists()


def test_nobody_consents_for_somebody_of_unknown_age(cast):
    person = Person.objects.create_user(first_name="Jo")

    with pytest.raises(BirthDateIsUnknown):
        record_consent(young_person=person, given_by="self", given_on=today(), by=cast.sam)


def test_a_consent_is_recorded_once_while_it_stands(cast):
    person = aged(18)
    record_consent(young_person=person, given_by="self", given_on=today(), by=cast.sam)

    with pytest.raises(ConsentAlreadyStands):
        record_consent(young_person=person, given_by="self", given_on=today(), by=cast.sam)


def test_withdrawing_ends_the_consent_and_tells_the_contexts_above(cast):
    person, heard = aged(18), []
    consent = record_consent(young_person=person, given_by="self", given_on=today(), by=cast.sam)
    hears(ConsentWasWithdrawn)(heard.append)
    try:
        withdraw_consent(consent=consent, by=person)
    finally:
        _hearers[ConsentWasWithdrawn].remove(heard.append)

    assert consent.withdrawn_at is not None
    assert heard == [ConsentWasWithdrawn(young_person_id=person.pk)]
    assert [entry.event for entry in history_of(consent)] == ["consent:recorded", "consent:withdrawn"]


def test_a_consent_is_withdrawn_once_and_can_be_given_anew(cast):
    person = aged(18)
    consent = record_consent(young_person=person, given_by="self", given_on=today(), by=cast.sam)
    withdraw_consent(consent=consent, by=person)

    with pytest.raises(ConsentWasAlreadyWithdrawn):
        withdraw_consent(consent=consent, by=person)
    assert record_consent(young_person=person, given_by="self", given_on=today(), by=cast.sam).withdrawn_at is None


def test_the_database_keeps_one_standing_consent_and_the_guardians_name(cast):
    person = aged(15)
    row = {"young_person": person, "wording": "1", "given_on": today(), "recorded_by": cast.sam}
    Consent.objects.create(given_by="self", **row)

    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(given_by="self", **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(given_by="guardian", **{**row, "young_person": aged(14)})
