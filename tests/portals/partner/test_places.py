from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from onemm.lib.clock import today
from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from onemm.places.actions import claim_school
from onemm.places.models import Programme, Site
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.places import a_school, a_site, an_open_programme

PLACES, ADD, PROGRAMMES, OPEN = (
    reverse(f"partner:{name}") for name in ("places", "add_place", "programmes", "open_programme")
)
PAGES = (PLACES, ADD, PROGRAMMES, OPEN)


def said(response: object) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))  # type: ignore[attr-defined]  # the test client adds it


def a_form(cast: Cast, **changes: object) -> dict[str, object]:
    return {
        "site": cast.site.public_id,
        "name": "Year 12",
        "starts_on": today().isoformat(),
        "ends_on": (today() + timedelta(days=365)).isoformat(),
        "channel": "either",
        "youngest": 16,
        "oldest": 18,
        "supervised": "no",
        "places_wanted": 12,
        **changes,
    }


@pytest.mark.parametrize("page", PAGES)
def test_only_coordinators_come_in(cast: Cast, browser: Browser, page: str) -> None:
    assert browser.get(page).status_code == 302
    for stranger in (cast.lena, cast.amina, cast.noor):
        assert browser.sign_in(stranger).get(page).status_code == 403


def test_an_empty_page_says_what_to_do(cast: Cast, browser: Browser) -> None:
    browser.sign_in(cast.sam)
    assert "Find your school" in browser.get(PLACES).content.decode()
    assert "Find your school" in browser.get(PROGRAMMES).content.decode()
    response = browser.get(OPEN)
    assert response.status_code == 302
    assert response["Location"] == PLACES
    assert "First claim your school" in said(response)


def test_a_school_is_found_by_name_and_claimed_with_one_button(cast: Cast, browser: Browser) -> None:
    school = a_school(name="Blue Coat Academy")
    page = browser.sign_in(cast.sam).get(PLACES, {"q": "blue oldham"}).content.decode()
    assert "Blue Coat Academy" in page
    response = browser.post(
        reverse("partner:claim_school", args=[school.urn]), {"organisation": cast.partner.public_id}
    )
    assert response["Location"] == PLACES
    assert Site.objects.get(school=school).organisation == cast.partner
    assert "Yours" in browser.get(PLACES, {"q": "blue"}).content.decode()
    assert f"number {school.urn}" in browser.get(PLACES).content.decode()


def test_a_school_is_found_by_postcode_with_its_distance(cast: Cast, browser: Browser) -> None:
    a_school(name="Blue Coat Academy")
    page = browser.sign_in(cast.sam).get(PLACES, {"q": "ol11ul"}).content.decode()
    assert "Schools near OL1 1UL" in page
    assert "mile" in page


@pytest.mark.parametrize(
    ("typed", "words"),
    [("nothing like it", "Try fewer words"), ("SW1A 1AA", "no open school near SW1A 1AA"), ("", "Type a name")],
)
def test_a_search_without_an_answer_says_what_to_do(cast: Cast, browser: Browser, typed: str, words: str) -> None:
    page = browser.sign_in(cast.sam).get(PLACES, {"q": typed}).content.decode()
    assert words in page
    assert f'value="{typed}"' in page or not typed


def test_a_school_that_another_partner_claimed_is_refused_kindly(cast: Cast, browser: Browser) -> None:
    school = a_school()
    claim_school(school=school, organisation=cast.other_partner, by=cast.lou)
    assert "Claimed already" in browser.sign_in(cast.sam).get(PLACES, {"q": "invented"}).content.decode()
    response = browser.post(
        reverse("partner:claim_school", args=[school.urn]), {"organisation": cast.partner.public_id}
    )
    assert "claimed already" in said(response)
    assert Site.objects.count() == 1


def test_nobody_claims_for_another_partner(cast: Cast, browser: Browser) -> None:
    school = a_school()
    browser.sign_in(cast.sam)
    claim = reverse("partner:claim_school", args=[school.urn])
    assert browser.post(claim, {"organisation": cast.other_partner.public_id}).status_code == 404
    assert browser.post(claim).status_code == 404
    assert (
        browser.post(reverse("partner:claim_school", args=[1]), {"organisation": cast.partner.public_id}).status_code
        == 404
    )
    assert browser.get(claim).status_code == 405
    assert not Site.objects.exists()


def test_a_place_is_added_by_hand(cast: Cast, browser: Browser) -> None:
    browser.sign_in(cast.sam)
    assert "Add a place by hand" in browser.get(ADD).content.decode()
    response = browser.post(ADD, {"organisation": cast.partner.public_id, "name": "Youth Centre", "postcode": "ol81aa"})
    assert response["Location"] == PLACES
    assert Site.objects.get().postcode == "OL8 1AA"
    assert "Youth Centre" in browser.get(PLACES).content.decode()


@pytest.mark.parametrize(
    ("postcode", "words"), [("nowhere", "Give a postcode"), ("BT1 5GS", "do not know where this postcode is")]
)
def test_a_bad_postcode_keeps_what_was_typed(cast: Cast, browser: Browser, postcode: str, words: str) -> None:
    typed = {"organisation": cast.partner.public_id, "name": "Youth Centre", "postcode": postcode}
    page = browser.sign_in(cast.sam).post(ADD, typed).content.decode()
    assert words in page
    assert 'value="Youth Centre"' in page


def test_whoever_coordinates_at_two_partners_says_for_which(cast: Cast, browser: Browser) -> None:
    grant_role(person=cast.sam, role=Role.COORDINATOR, organisation=cast.other_partner, by=None)
    school = a_school()
    page = browser.sign_in(cast.sam).get(PLACES, {"q": "invented"}).content.decode()
    assert page.count("<option") == 2
    browser.post(reverse("partner:claim_school", args=[school.urn]), {"organisation": cast.other_partner.public_id})
    assert Site.objects.get().organisation == cast.other_partner
    assert "Penarth Youth Project" in browser.get(ADD).content.decode()


def test_a_programme_is_opened_and_shown(cast: Cast, browser: Browser) -> None:
    a_site(cast.partner)
    typed = a_form(cast)
    assert "Open a programme" in browser.sign_in(cast.sam).get(OPEN).content.decode()
    response = browser.post(OPEN, typed)
    programme = Programme.objects.get()
    assert response["Location"] == reverse("partner:programme", args=[programme.public_id])
    assert (programme.name, programme.supervised, programme.places_wanted, programme.site) == (
        "Year 12",
        False,
        12,
        cast.site,
    )
    page = browser.get(response["Location"]).content.decode()
    assert "No, not always" in page
    assert "Add young people" in page
    assert "Year 12" in browser.get(PROGRAMMES).content.decode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ends_on": today().isoformat()}, "last day must come after"),
        ({"youngest": 18, "oldest": 16}, "the youngest first"),
        ({"places_wanted": 0}, "greater than or equal to 1"),
        ({"starts_on": "someday"}, "Give a date"),
        ({"site": "elsewhere"}, "Select a valid choice"),
    ],
)
def test_a_programme_that_cannot_be_comes_back_as_it_was_typed(
    cast: Cast, browser: Browser, change: dict[str, object], words: str
) -> None:
    page = browser.sign_in(cast.sam).post(OPEN, a_form(cast, **change)).content.decode()
    assert words in page
    assert 'value="Year 12"' in page
    assert not Programme.objects.exists()


def test_nobody_opens_a_programme_at_anothers_place(cast: Cast, browser: Browser) -> None:
    assert cast.site.pk
    other = a_site(cast.other_partner)
    page = browser.sign_in(cast.sam).post(OPEN, a_form(cast, site=other.public_id)).content.decode()
    assert "Select a valid choice" in page
    assert not Programme.objects.exists()


def test_a_programme_is_closed_by_its_coordinator_and_seen_by_nobody_elses(cast: Cast, browser: Browser) -> None:
    page, close = (
        reverse(f"partner:{name}", args=[cast.programme.public_id]) for name in ("programme", "close_programme")
    )
    browser.sign_in(cast.lou)
    assert browser.get(page).status_code == 404
    assert browser.post(close).status_code == 404
    browser.sign_in(cast.sam)
    assert browser.post(close)["Location"] == page
    assert "This programme is closed" in browser.get(page).content.decode()
    assert "Closed" in browser.get(PROGRAMMES).content.decode()


def test_pages_cost_the_same_however_many_rows_there_are(
    cast: Cast, browser: Browser, django_assert_max_num_queries: object
) -> None:
    for number in range(55):
        school = a_school()
        site = a_site(cast.partner)
        an_open_programme(site)
        if number % 2:
            claim_school(school=school, organisation=cast.partner, by=cast.sam)
    browser.sign_in(cast.sam).get(PLACES)  # the first page of a session also writes the session down
    for page in (PLACES, f"{PLACES}?q=invented", f"{PLACES}?q=OL1 1UL", PROGRAMMES, OPEN):
        with django_assert_max_num_queries(12):  # type: ignore[operator]  # the fixture has no public type
            body = browser.get(page).content
        assert len(body) < 100_000
