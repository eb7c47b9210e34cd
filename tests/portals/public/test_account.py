"""Coming in: by card, by demo link only in the demo world, and being told whether the platform is well."""

from datetime import timedelta

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from django_q.models import OrmQ, Task

from onemm.people.actions.cards import issue_card
from onemm.people.actions.trying import CARD_PER_ADDRESS
from onemm.people.models import Person
from tests.cast import Cast
from tests.conftest import Browser


def test_a_card_opens_the_young_persons_own_page(browser: Browser, cast: Cast) -> None:
    code = issue_card(person=cast.theo, by=cast.sam)
    response = browser.post(reverse("public:card"), {"code": code.lower().replace("-", " ")})
    assert response["Location"] == reverse("public:home_of")
    assert browser.get(reverse("public:home_of"))["Location"] == reverse("young:home")


def test_a_wrong_code_says_so_and_opens_nothing(browser: Browser, cast: Cast) -> None:
    issue_card(person=cast.theo, by=cast.sam)
    response = browser.post(reverse("public:card"), {"code": "2222-2222-2222"})
    assert response.status_code == 200
    assert "does not open anything" in response.text
    assert "_auth_user_id" not in browser.session


def test_guessing_codes_stops(browser: Browser, cast: Cast) -> None:
    code = issue_card(person=cast.theo, by=cast.sam)
    for _ in range(CARD_PER_ADDRESS.times):
        browser.post(reverse("public:card"), {"code": "2222-2222-2222"})
    assert browser.post(reverse("public:card"), {"code": code}).status_code == 200


def test_demo_links_do_not_exist_outside_the_demo_world(browser: Browser, cast: Cast) -> None:
    person = Person.objects.create_user("sam@demo.onemm.example", first_name="Sam")
    address = reverse("public:demo_sign_in", args=[person.public_id])
    assert browser.get(address).status_code == 404
    with override_settings(DEMO=True):
        assert browser.get(address).status_code == 302
        assert browser.session["_auth_user_id"] == str(person.pk)


def test_demo_links_open_nobody_real(browser: Browser, cast: Cast) -> None:
    with override_settings(DEMO=True):
        assert browser.get(reverse("public:demo_sign_in", args=[cast.priya.public_id])).status_code == 404


@pytest.mark.django_db
def test_healthz_says_what_is_not_well(browser: Browser) -> None:
    response = browser.get(reverse("public:healthz"))
    assert (response.status_code, response.json()["worker"]) == (503, "none has reported in the last three minutes")
    Task.objects.create(
        id="a", name="a", func="onemm.lib.health.beat", started=timezone.now(), stopped=timezone.now(), success=True
    )
    response = browser.get(reverse("public:healthz"))
    assert (response.status_code, response.json()["well"]) == (200, True)
    OrmQ.objects.create(key="onemm", payload="x", lock=timezone.now() - timedelta(hours=1))
    assert browser.get(reverse("public:healthz")).json()["queue"] == "work has waited too long"


@pytest.mark.django_db
def test_a_password_is_asked_of_somebody_new_and_the_address_is_checked_by_code(browser: Browser) -> None:
    response = Browser().get(reverse("account_signup"))
    assert response.status_code == 200
    response = browser.post(
        reverse("account_signup"),
        {"email": "New@Example.org", "password1": "a long and quiet river", "first_name": "Nia", "last_name": "Pugh"},
    )
    assert response.status_code == 302
    person = Person.objects.get(email="new@example.org")
    assert person.full_name == "Nia Pugh"
    assert "_auth_user_id" not in browser.session, "the address is not yet confirmed"


PAGES = ["account_login", "account_signup", "account_request_login_code", "account_reset_password"]
OWN_PAGES = [
    "mfa_index",
    "mfa_activate_totp",
    "usersessions_list",
    "account_change_password",
    "account_email",
    "account_logout",
]


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_the_sign_in_pages_are_drawn_with_our_design(browser: Browser, name: str) -> None:
    page = browser.get(reverse(name)).text
    assert 'lang="en-GB"' in page
    assert 'id="main"' in page


@pytest.mark.parametrize("name", OWN_PAGES)
def test_the_account_pages_are_drawn_with_our_design(browser: Browser, cast: Cast, name: str) -> None:
    cast.amina.set_password("a long and quiet river")
    cast.amina.save()
    page = browser.sign_in(cast.amina).get(reverse(name), follow=True)
    assert page.status_code == 200
    assert 'lang="en-GB"' in page.text
