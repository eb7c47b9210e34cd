"""Coming in as staff do, in a real browser: with an app on a phone, with a recovery code, with a passkey; and every
page of one's account.
"""

import time
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.urls import reverse
from playwright.sync_api import Page

from onemm.people.models import Person
from tests.cast import Cast
from tests.journeys.conftest import Visitor
from tests.journeys.test_every_page import looks

PASSWORD = "a long and quiet river"
Come = Callable[..., Visitor]
PAGES_OF_AN_ACCOUNT = (
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "account_change_password",
    "account_email",
    "account_logout",
)
DOORS = ("account_login", "account_signup", "account_request_login_code", "account_reset_password")


def with_a_password(person: Person) -> Person:
    person.set_password(PASSWORD)
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def comes_in(visitor: Visitor, person: Person) -> Visitor:
    return visitor.goes_to(reverse("account_login")).fills(login=person.email, password=PASSWORD).presses("Sign in")


def code_of_the_app(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


@pytest.mark.django_db(transaction=True)
def test_staff_set_up_an_app_and_come_back_with_a_recovery_code(visitor: Come) -> None:
    cast = Cast()
    priya = comes_in(visitor(), with_a_password(cast.priya))
    priya.goes_to(reverse("staff:today")).sees("Second factor and passkeys").finds_it_accessible()
    priya.follows("Set up an app").finds_it_accessible()
    priya.page.get_by_text("The camera does not work").click()
    secret = priya.page.locator("details b").inner_text()
    priya.fills(code=code_of_the_app(secret)).presses("Switch it on")
    codes = priya.page.locator(".card-code").all_inner_texts()
    assert len(codes) == 10
    priya.finds_it_accessible().goes_to(reverse("staff:today")).sees("No application waits")

    again = comes_in(visitor(phone=True, dark=True), cast.priya).sees("Your second factor").finds_it_accessible()
    again.fills(code="000000").presses("Sign in").sees("This code is not right")
    again.fills(code=codes[0]).presses("Sign in").goes_to(reverse("staff:today")).sees("No application waits")


def a_device_with_passkeys(page: Page) -> None:
    """Chromium's own stand-in for a fingerprint reader that keeps passkeys."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


@pytest.mark.django_db(transaction=True)
def test_staff_add_a_passkey_and_come_back_with_nothing_else(visitor: Come) -> None:
    cast = Cast()
    noor = comes_in(visitor(), with_a_password(cast.noor))
    a_device_with_passkeys(noor.page)
    noor.goes_to(reverse("mfa_index")).follows("Add a passkey").finds_it_accessible().fills(name="My phone")
    if noor.page.locator("[name=passwordless]").count():
        noor.fills(passwordless=True)
    noor.presses("Add this device")
    noor.page.wait_for_url(lambda url: "webauthn/add" not in url)
    noor.goes_to(reverse("mfa_list_webauthn")).sees("My phone").finds_it_accessible()
    noor.goes_to(reverse("account_logout")).presses("Sign out")
    noor.goes_to(reverse("account_login")).presses("Use a passkey")
    noor.page.wait_for_url(lambda url: "login" not in url)
    noor.goes_to(reverse("staff:concerns")).sees("oncern")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_every_page_of_an_account_is_accessible_on_a_phone_and_at_a_desk_by_day_and_by_night(visitor: Come) -> None:
    cast = Cast()
    stranger, amina = visitor(phone=True), comes_in(visitor(phone=True), with_a_password(cast.amina))
    wrong = [f"{name}: {found}" for name in DOORS for found in looks(stranger.goes_to(reverse(name)).page)]
    wrong += [f"{name}: {found}" for name in PAGES_OF_AN_ACCOUNT for found in looks(amina.goes_to(reverse(name)).page)]
    assert not wrong, "\n".join(wrong)
    assert not amina.troubles, amina.troubles
