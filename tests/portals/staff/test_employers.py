"""Staff add an employer and invite whoever leads mentoring there, in their own area, and nobody else does."""

import pytest
from django.urls import reverse

from onemm.audit.models import Entry
from onemm.notifications.models import Letter
from onemm.people import access
from onemm.people.actions.invitations import invite_employer_lead
from onemm.people.models import Person, RoleGrant
from onemm.people.permissions import Permission
from onemm.people.refusals import NotAnEmployer, PersonCannotLead
from onemm.people.roles import Role
from onemm.places.models import Organisation
from tests.cast import Cast
from tests.conftest import Browser

LIST, ADD = reverse("staff:employers"), reverse("staff:add_employer")
KIM = {"first_name": "Kim", "last_name": "Lowe", "email": "Kim@works.example"}


def page_of(employer: Organisation) -> str:
    return reverse("staff:employer", args=[employer.public_id])


def test_an_employer_is_added_and_its_lead_gets_a_letter_and_comes_in(priya: Browser, cast: Cast) -> None:
    assert "There are no employers yet" in priya.get(LIST).text
    response = priya.post(ADD, {"name": " Rochdale  Foods ", "area": "greater-manchester"})
    employer = Organisation.objects.get(name="Rochdale Foods")
    assert (employer.kind, response["Location"]) == ("employer", page_of(employer))
    assert "Nobody leads mentoring here" in priya.get(page_of(employer)).text
    assert "We are writing to Kim Lowe" in priya.post(page_of(employer), KIM, follow=True).text
    kim = Person.objects.get(email="kim@works.example")
    letter = Letter.objects.get(to=kim)
    assert "lead mentoring at Rochdale Foods" in letter.subject
    assert letter.link == "/account/login/code/"
    assert access.needs_second_factor(kim)
    assert "Rochdale Foods" in Browser().sign_in(kim).get(reverse("employer:place", args=[employer.public_id])).text
    assert [
        entry.event
        for entry in Entry.objects.filter(event__in=["organisation:added", "employer_lead:invited"]).order_by(
            "at", "pk"
        )
    ] == [
        "organisation:added",
        "employer_lead:invited",
    ]


def test_inviting_twice_on_a_day_is_one_role_and_one_letter(priya: Browser, cast: Cast) -> None:
    for _ in range(2):
        priya.post(page_of(cast.employer), KIM)
    assert (
        RoleGrant.objects.of(Role.EMPLOYER_LEAD).held().count()
        == Letter.objects.filter(kind="employer lead invited").count()
        == 1
    )


def test_the_role_is_ended_and_opens_nothing_any_more(priya: Browser, cast: Cast) -> None:
    lead = cast.ruth
    assert "Ruth Adeyemi" in priya.get(page_of(cast.employer)).text
    priya.post(reverse("staff:end_employer_lead", args=[cast.employer.public_id, lead.public_id]))
    assert not access.can(Person.objects.get(pk=lead.pk), Permission.EMPLOYER_LEAD)
    assert "Nobody leads mentoring here" in priya.get(page_of(cast.employer)).text
    assert (
        priya.post(reverse("staff:end_employer_lead", args=[cast.employer.public_id, lead.public_id])).status_code
        == 404
    )


def test_what_cannot_be_comes_back_as_it_was_typed(priya: Browser, cast: Cast) -> None:
    assert cast.employer.pk
    page = priya.post(ADD, {"name": "NORTHERN rail works", "area": "greater-manchester"}).text
    assert "already an organisation with this name" in page
    assert "NORTHERN rail works" in page
    assert "Select a valid choice" in priya.post(ADD, {"name": "X", "area": cast.other_area.slug}).text
    Person.objects.filter(pk=cast.theo.pk).update(email="theo@school.example")
    page = priya.post(page_of(cast.employer), {**KIM, "email": "theo@school.example"}).text
    assert "cannot lead mentoring" in page
    assert 'value="Kim"' in page
    assert not RoleGrant.objects.of(Role.EMPLOYER_LEAD).exists()


def test_only_employers_have_leads_and_nobody_who_has_left_is_one(cast: Cast) -> None:
    with pytest.raises(NotAnEmployer):
        invite_employer_lead(organisation=cast.partner, by=cast.priya, **KIM)
    Person.objects.filter(pk=cast.lena.pk).update(is_active=False)
    with pytest.raises(PersonCannotLead):
        invite_employer_lead(organisation=cast.employer, by=cast.priya, **{**KIM, "email": "lena@example.org"})


def test_a_partner_is_no_employer_and_another_areas_employer_does_not_exist(priya: Browser, cast: Cast) -> None:
    elsewhere = Organisation.objects.create(kind="employer", name="Barry Dock Works", area=cast.other_area)
    for hidden in (cast.partner, elsewhere):
        assert priya.get(page_of(hidden)).status_code == priya.post(page_of(hidden), KIM).status_code == 404
    assert "Barry Dock" not in priya.get(LIST).text
    assert "Barry Dock" in Browser().sign_in(cast.ada).get(LIST).text
    assert cast.ruth.pk
    assert "Northern Rail Works" in priya.get(LIST, {"q": "rail"}).text
    assert "No employer has this in its name" in priya.get(LIST, {"q": "leeds"}).text


def test_the_page_names_no_mentor_and_others_stay_outside(priya: Browser, cast: Cast) -> None:
    assert "Taking part" in priya.get(page_of(cast.employer)).text
    for person in (cast.noor, cast.ruth, cast.sam, cast.amina):
        browser = Browser().sign_in(person)
        assert (
            browser.get(LIST).status_code
            == browser.get(page_of(cast.employer)).status_code
            == browser.get(ADD).status_code
            == 403
        )
