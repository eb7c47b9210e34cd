"""A young person's place: given with consent that fits their age, changed, given up."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.queries import history_of
from onemm.lib.clock import now, today
from onemm.mentoring import actions, queries, refusals
from onemm.mentoring.models import Enrolment
from onemm.mentoring.rules import ConsentGiven
from onemm.notifications.models import Letter
from onemm.people import access
from onemm.people.models import Person
from onemm.people.refusals import ConsentDoesNotHold
from onemm.people.roles import Role
from onemm.places.models import Programme
from tests.cast import years_ago
from tests.factories.mentoring import an_introduced_match, enrol


def another_programme(cast, name="Sixth form"):
    return Programme.objects.create(
        organisation=cast.partner,
        site=cast.site,
        name=name,
        starts_on=today(),
        ends_on=today() + timedelta(days=300),
        channel="online",
        youngest=14,
        oldest=25,
        places_wanted=5,
    )


def test_a_place_comes_with_a_person_a_role_a_consent_and_a_line_in_the_log(cast):
    enrolment = enrol(cast, half_days=4, interests=["maps"], hopes="To see a lab")

    assert (enrolment.waiting_since, enrolment.half_days, enrolment.interests) == (today(), 4, ["maps"])
    assert enrolment.languages == ["en"]
    assert access.holds(enrolment.person, Role.YOUNG_PERSON)
    assert queries.has_consent(enrolment.person)
    assert [entry.event for entry in history_of(enrolment)] == ["enrolment:made"]


@pytest.mark.parametrize("age", [13, 20])
def test_the_age_must_be_within_the_programme(cast, age):
    with pytest.raises(refusals.AgeIsOutsideTheProgramme, match="14 to 19"):
        enrol(cast, born=years_ago(age))
    assert not Person.objects.filter(first_name="Kofi").exists()


def test_consent_that_does_not_fit_keeps_nothing(cast):
    with pytest.raises(ConsentDoesNotHold):
        actions.enrol_young_person(
            programme=cast.programme,
            by=cast.sam,
            reference="X",
            first_name="Kofi",
            born=years_ago(15),
            consent=ConsentGiven("self", today()),
        )
    assert not Person.objects.filter(first_name="Kofi").exists()


def test_a_reference_is_used_once_and_the_same_person_is_not_added_twice(cast):
    enrol(cast)

    with pytest.raises(refusals.ReferenceIsTaken):
        enrol(cast)
    with pytest.raises(refusals.IsInAnotherProgramme, match="another reference"):
        enrol(cast, "Y11-777")


def test_one_programme_at_a_time_and_somebody_who_comes_back_keeps_their_row(cast):
    first = enrol(cast)
    cast.programme = another_programme(cast)
    with pytest.raises(refusals.IsInAnotherProgramme):
        enrol(cast)
    actions.leave_programme(enrolment=first, by=cast.sam)
    with pytest.raises(refusals.IsSomebodyElse):
        enrol(cast, first_name="Ama")

    again = enrol(cast)

    assert again.person == first.person
    assert again.person.consents.count() == 1


def test_somebody_who_came_back_elsewhere_is_not_enrolled_twice(cast):
    first = enrol(cast)
    actions.leave_programme(enrolment=first, by=cast.sam)
    other = another_programme(cast)
    Enrolment.objects.create(
        person=first.person, programme=another_programme(cast, "Third"), reference="Z", waiting_since=today()
    )
    cast.programme = other

    with pytest.raises(refusals.IsInAnotherProgramme):
        enrol(cast)


@pytest.mark.parametrize(
    ("change", "fact"),
    [
        ({"reference": "  "}, refusals.ReferenceIsMissing),
        ({"first_name": " "}, refusals.YoungPersonsNameIsMissing),
        ({"interests": ["maps", "juggling"]}, refusals.WishIsUnknown),
        ({"languages": ["xx"]}, refusals.WishIsUnknown),
        ({"aspirations": ["pirate"]}, refusals.WishIsUnknown),
        ({"matters_most": "shoe size"}, refusals.WishIsUnknown),
        ({"wants_gender": "x"}, refusals.WishIsUnknown),
        ({"channel": "pigeon"}, refusals.WishIsUnknown),
    ],
)
def test_what_is_missing_or_unknown_is_refused(cast, change, fact):
    with pytest.raises(fact):
        enrol(cast, **change)


def test_a_programme_that_meets_online_takes_nobody_who_cannot(cast):
    cast.programme = another_programme(cast)

    with pytest.raises(refusals.WishIsUnknown, match="online only"):
        enrol(cast, channel="face_to_face")


def test_a_closed_programme_takes_nobody(cast):
    cast.programme.closed_at = now()
    cast.programme.save()

    with pytest.raises(refusals.ProgrammeIsClosed):
        enrol(cast)


def test_the_partner_is_told_when_somebody_of_16_or_17_said_yes_to_another(cast):
    assert cast.sam
    actions.enrol_young_person(
        programme=cast.programme,
        by=cast.noor,
        reference="N1",
        first_name="Ama",
        born=years_ago(16),
        consent=ConsentGiven("self", today()),
    )
    assert Letter.objects.get(kind="consent:notice").to == cast.sam
    enrol(cast, born=years_ago(18))
    enrol(cast, "Q2", born=years_ago(15), first_name="Jo")
    assert Letter.objects.filter(kind="consent:notice").count() == 1


def test_wishes_change_and_only_then_is_it_written_down(cast):
    enrolment = enrol(cast)

    assert actions.change_enrolment(enrolment=enrolment, by=cast.sam, half_days=7, hopes="More")
    assert not actions.change_enrolment(enrolment=enrolment, by=cast.sam, half_days=7)
    assert [entry.event for entry in history_of(enrolment)] == ["enrolment:made", "enrolment:changed"]
    with pytest.raises(refusals.WishIsUnknown):
        actions.change_enrolment(enrolment=enrolment, by=cast.sam, interests=["juggling"])


def test_leaving_is_once_and_not_while_there_is_a_mentor(cast):
    match = an_introduced_match(cast)
    with pytest.raises(refusals.HasAMentor):
        actions.leave_programme(enrolment=match.enrolment, by=cast.sam)
    enrolment = enrol(cast)
    for _ in range(2):
        actions.leave_programme(enrolment=enrolment, by=cast.sam)
    assert history_of(enrolment).filter(event="enrolment:left").count() == 1
    with pytest.raises(refusals.HasLeftTheProgramme):
        actions.change_enrolment(enrolment=enrolment, by=cast.sam, half_days=1)


def test_the_database_holds_what_a_place_is(cast):
    enrolment = enrol(cast)

    for change in ({"half_days": 1 << 21}, {"reference": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Enrolment.objects.filter(pk=enrolment.pk).update(**change)
    for row in (
        {"person": cast.theo, "reference": enrolment.reference},
        {"person": enrolment.person, "reference": "other"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Enrolment.objects.create(programme=cast.programme, waiting_since=today(), **row)


def test_strangers_see_no_place_and_the_list_knows_where_each_stands(cast):
    match = an_introduced_match(cast)
    waiting = enrol(cast)

    assert set(queries.young_people_of(cast.sam)) == {waiting, match.enrolment}
    assert list(queries.young_people_of(cast.sam, standing="waiting", programme=cast.programme)) == [waiting]
    assert list(queries.young_people_of(cast.sam, standing="matched")) == [match.enrolment]
    assert not queries.young_people_of(cast.lou).exists()
    assert Enrolment.objects.visible_to(waiting.person).get() == waiting
