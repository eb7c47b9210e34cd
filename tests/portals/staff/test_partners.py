import pytest
from django.urls import reverse

from onemm.notifications.models import Email
from onemm.people.models import Person, RoleGrant
from onemm.people.roles import Role
from onemm.places.actions import accept_enquiry
from onemm.places.models import Enquiry, Organisation
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.places import a_partner, a_site, an_enquiry, an_open_programme

LIST, ADD = reverse("staff:partners"), reverse("staff:add_partner")
KIM = {"first_name": "Kim", "last_name": "Lowe", "email": "Kim@alder.example"}


def page_of(partner: Organisation) -> str:
    return reverse("staff:partner", args=[partner.public_id])


def test_only_whoever_manages_organisations_comes_in(cast: Cast, browser: Browser) -> None:
    enquiry = an_enquiry()
    pages = [LIST, ADD, page_of(cast.partner), reverse("staff:enquiry", args=[enquiry.public_id])]
    for page in pages:
        assert Browser().get(page).status_code == 302
        for colleague in (cast.noor, cast.sam, cast.lena):
            assert browser.sign_in(colleague).get(page).status_code == 403


def test_another_areas_partners_and_enquiries_do_not_exist(cast: Cast, browser: Browser) -> None:
    assert cast.other_area.pk
    enquiry = an_enquiry(postcode="CF10 1AA")
    browser.sign_in(cast.priya)
    assert browser.get(page_of(cast.other_partner)).status_code == 404
    assert cast.other_partner.name not in browser.get(LIST).content.decode()
    for name in ("enquiry", "accept_enquiry", "decline_enquiry"):
        page = reverse(f"staff:{name}", args=[enquiry.public_id])
        assert (browser.get if name == "enquiry" else browser.post)(page).status_code == 404
    assert browser.post(page_of(cast.other_partner), KIM).status_code == 404


def test_a_page_with_nothing_on_it_says_what_to_do(cast: Cast, browser: Browser) -> None:
    page = browser.sign_in(cast.priya).get(LIST).content.decode()
    assert "There are no partners yet" in page
    assert "Nobody is waiting" in page


def test_whoever_waits_for_an_answer_comes_first(cast: Cast, browser: Browser) -> None:
    assert cast.area.pk
    first, second = an_enquiry(), an_enquiry()
    page = browser.sign_in(cast.priya).get(LIST).content.decode()
    assert page.index("Waiting longest") < page.index(first.organisation_name) < page.index(second.organisation_name)


def test_a_partner_is_added_and_found(cast: Cast, browser: Browser) -> None:
    assert cast.area.pk
    browser.sign_in(cast.priya)
    assert "Greater Manchester" in browser.get(ADD).content.decode()
    response = browser.post(ADD, {"name": "Rochdale College", "area": "greater-manchester"})
    partner = Organisation.objects.get(name="Rochdale College")
    assert response["Location"] == page_of(partner)
    assert "Nobody coordinates here" in browser.get(page_of(partner)).content.decode()
    assert "Rochdale College" in browser.get(LIST, {"q": "rochdale"}).content.decode()
    assert "No partner has this in its name" in browser.get(LIST, {"q": "leeds"}).content.decode()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"name": "Alder Brook School", "area": "greater-manchester"}, "already an organisation with this name"),
        ({"name": "Alder Brook School", "area": "cardiff"}, "Select a valid choice"),
    ],
)
def test_a_partner_that_cannot_be_added_comes_back_as_it_was_typed(
    cast: Cast, browser: Browser, typed: dict[str, str], words: str
) -> None:
    assert cast.partner.pk
    assert cast.other_area.pk
    page = browser.sign_in(cast.priya).post(ADD, typed).content.decode()
    assert words in page
    assert 'value="Alder Brook School"' in page


def test_an_administrator_adds_partners_anywhere(cast: Cast, browser: Browser) -> None:
    assert cast.other_area.pk
    browser.sign_in(cast.ada).post(ADD, {"name": "Barry Youth", "area": "cardiff"})
    assert Organisation.objects.filter(name="Barry Youth").exists()


def test_an_invited_coordinator_gets_the_role_and_an_email(cast: Cast, browser: Browser) -> None:
    response = browser.sign_in(cast.priya).post(page_of(cast.partner), KIM)
    assert response["Location"] == page_of(cast.partner)
    kim = Person.objects.get(email="kim@alder.example")
    grant = RoleGrant.objects.held().get(person=kim)
    assert (grant.role, grant.organisation, grant.granted_by) == (Role.COORDINATOR, cast.partner, cast.priya)
    email = Email.objects.get(kind="coordinator.invited")
    assert email.to == kim
    assert "second step" in email.body
    page = browser.get(page_of(cast.partner)).content.decode()
    assert "Kim Lowe" in page
    assert "Not yet" in page


def test_inviting_twice_on_a_day_is_one_role_and_one_email(cast: Cast, browser: Browser) -> None:
    browser.sign_in(cast.priya)
    browser.post(page_of(cast.partner), KIM)
    browser.post(page_of(cast.partner), KIM)
    assert RoleGrant.objects.held().filter(organisation=cast.partner).count() == 1
    assert Email.objects.filter(kind="coordinator.invited").count() == 1


def test_a_bad_address_and_a_young_persons_are_refused_with_what_was_typed(cast: Cast, browser: Browser) -> None:
    Person.objects.filter(pk=cast.theo.pk).update(email="theo@school.example")
    browser.sign_in(cast.priya)
    for email, words in (("not an address", "valid email"), ("theo@school.example", "cannot be a coordinator")):
        page = browser.post(page_of(cast.partner), {**KIM, "email": email}).content.decode()
        assert words in page
        assert 'value="Kim"' in page
    assert not RoleGrant.objects.held().filter(organisation=cast.partner).exists()


def test_a_role_is_ended_and_another_partners_role_does_not_exist(cast: Cast, browser: Browser) -> None:
    browser.sign_in(cast.priya)
    elsewhere = reverse("staff:end_coordinator", args=[cast.partner.public_id, cast.lou.public_id])
    assert browser.post(elsewhere).status_code == 404
    browser.post(reverse("staff:end_coordinator", args=[cast.partner.public_id, cast.sam.public_id]))
    assert not RoleGrant.objects.held().filter(person=cast.sam).exists()
    assert RoleGrant.objects.held().filter(person=cast.lou).exists()


def test_an_enquiry_is_accepted_and_the_contact_is_ready_to_be_invited(cast: Cast, browser: Browser) -> None:
    assert cast.area.pk
    enquiry = an_enquiry()
    browser.sign_in(cast.priya)
    page = reverse("staff:enquiry", args=[enquiry.public_id])
    assert "Ten of our sixth form" in browser.get(page).content.decode()
    response = browser.post(reverse("staff:accept_enquiry", args=[enquiry.public_id]))
    partner = Organisation.objects.get(name=enquiry.organisation_name)
    assert response["Location"] == page_of(partner)
    invitation = browser.get(page_of(partner)).content.decode()
    assert 'value="Okafor"' in invitation
    assert 'value="mary@hopeful.example"' in invitation
    assert "They became a partner" in browser.get(page).content.decode()
    again = browser.post(reverse("staff:accept_enquiry", args=[enquiry.public_id]))
    assert again["Location"] == page
    browser.post(page_of(partner), KIM)
    assert 'value="Okafor"' not in browser.get(page_of(partner)).content.decode()


def test_an_enquiry_is_declined_with_a_reason_or_not_at_all(cast: Cast, browser: Browser) -> None:
    assert cast.area.pk
    enquiry = an_enquiry()
    decline = reverse("staff:decline_enquiry", args=[enquiry.public_id])
    browser.sign_in(cast.priya)
    assert "Please fill this in" in browser.post(decline, {"answer": ""}).content.decode()
    assert browser.post(decline, {"answer": "No mentors near you yet."})["Location"] == LIST
    assert (
        "No mentors near you yet." in browser.get(reverse("staff:enquiry", args=[enquiry.public_id])).content.decode()
    )
    assert "answered already" in browser.post(decline, {"answer": "Again"}).content.decode()
    assert not Enquiry.objects.waiting().exists()


def test_the_pages_cost_the_same_however_many_partners_there_are(
    cast: Cast, browser: Browser, django_assert_max_num_queries: object
) -> None:
    for _ in range(30):
        partner = a_partner(area=cast.area)
        an_open_programme(a_site(partner))
        an_enquiry()
    accept_enquiry(enquiry=Enquiry.objects.waiting()[0], by=cast.priya)
    for _ in range(5):
        an_open_programme(a_site(cast.partner))
    assert cast.sam.pk
    browser.sign_in(cast.priya).get(LIST)  # the first page of a session also writes the session down
    for page in (LIST, page_of(cast.partner)):
        with django_assert_max_num_queries(12):  # type: ignore[operator]  # the fixture has no public type
            assert len(browser.get(page).content) < 100_000
