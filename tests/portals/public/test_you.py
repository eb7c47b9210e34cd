"""Everyone's own account: who they are here, where they are signed in, and changing what lets them in."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.core import mail
from django.urls import reverse

from onemm.audit.models import Entry
from onemm.people.actions.cards import issue_card
from onemm.people.models import Person
from tests.cast import Cast
from tests.conftest import Browser

YOU, SESSIONS = reverse("public:you"), reverse("public:sessions")
PASSWORD = "a long and quiet river"


def with_a_password(person: Person) -> Browser:
    """Someone who comes in by the door that everyone uses."""
    if not person.check_password(PASSWORD):
        person.set_password(PASSWORD)
        person.save()
    EmailAddress.objects.get_or_create(user=person, email=person.email, defaults={"verified": True, "primary": True})
    browser = Browser()
    assert browser.post(reverse("account_login"), {"login": person.email, "password": PASSWORD}).status_code == 302
    return browser


def test_my_page_says_who_i_am_and_what_i_do_where(browser: Browser, cast: Cast) -> None:
    page = browser.sign_in(cast.sam).get(YOU).text
    assert cast.partner.name in page
    assert "Coordinator" in page


def test_somebody_without_a_role_is_shown_how_to_begin(browser: Browser, cast: Cast) -> None:
    assert "You have no role yet" in browser.sign_in(cast.lena).get(YOU).text


def test_everybody_is_led_to_pages_of_their_own(cast: Cast) -> None:
    for person, home in (
        (cast.tom, "staff:workshops"),
        (cast.ruth, "employer:home"),
        (cast.lena, "public:eligibility"),
    ):
        assert Browser().sign_in(person).get(reverse("public:home_of"))["Location"] == reverse(home)


def test_every_signed_in_page_leads_to_the_account(browser: Browser, cast: Cast) -> None:
    assert f'href="{YOU}"' in browser.sign_in(cast.amina).get(reverse("mentor:home")).text


def test_i_see_where_i_am_signed_in_and_end_what_is_not_mine(cast: Cast) -> None:
    mine, other = with_a_password(cast.amina), with_a_password(cast.amina)
    page = mine.get(SESSIONS).text
    assert "This device" in page
    number = UserSession.objects.get(session_key=other.session.session_key).pk
    mine.post(SESSIONS, {"end": str(number)})
    assert other.get(YOU).status_code == 302
    assert mine.get(YOU).status_code == 200


def test_everywhere_else_ends_at_once(cast: Cast) -> None:
    mine, *others = [with_a_password(cast.amina) for _ in range(3)]
    assert "signed out everywhere else" in mine.post(SESSIONS, {"end": "others"}, follow=True).text
    assert [one.get(YOU).status_code for one in others] == [302, 302]
    assert "nowhere else" in mine.post(SESSIONS, {"end": "others"}, follow=True).text


@pytest.mark.parametrize("which", ["", "0", "nonsense", "99999999999999999999999999"])
def test_a_session_that_is_not_there_is_not_found(cast: Cast, which: str) -> None:
    assert with_a_password(cast.amina).post(SESSIONS, {"end": which}).status_code == 404


def test_the_session_of_somebody_else_is_not_found(browser: Browser, cast: Cast) -> None:
    with_a_password(cast.amina)
    number = UserSession.objects.get(user=cast.amina).pk
    assert browser.sign_in(cast.lena).post(SESSIONS, {"end": str(number)}).status_code == 404


def test_a_young_person_without_an_address_sees_how_they_sign_in(cast: Cast) -> None:
    browser = Browser()
    browser.post(reverse("public:card"), {"code": issue_card(person=cast.theo, by=cast.sam)})
    assert "card" in browser.get(YOU).text


def test_changing_the_password_asks_for_the_old_one_and_writes_to_its_owner(cast: Cast) -> None:
    browser = with_a_password(cast.amina)
    form = {"oldpassword": "wrong", "password1": "three quiet green boats", "password2": "three quiet green boats"}
    assert browser.post(reverse("account_change_password"), form, follow=True).status_code == 200
    cast.amina.refresh_from_db()
    assert cast.amina.check_password(PASSWORD)
    browser.post(reverse("account_change_password"), {**form, "oldpassword": PASSWORD})
    cast.amina.refresh_from_db()
    assert cast.amina.check_password("three quiet green boats")
    assert Entry.objects.filter(event="password:changed", actor=cast.amina.public_id).exists()
    assert "Was it not you?" in mail.outbox[-1].body


def test_a_new_address_counts_once_its_code_is_typed_in(cast: Cast) -> None:
    browser = with_a_password(cast.amina)
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = browser.post(reverse("account_email"), {"email": "amina.new@example.org", "action_add": "1"}, follow=True)
    assert page.status_code == 200
    cast.amina.refresh_from_db()
    assert cast.amina.email != "amina.new@example.org"
    code = re.search(r"^\s*([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\s*$", mail.outbox[-1].body, re.MULTILINE)
    assert code is not None, mail.outbox[-1].body
    browser.post(reverse("account_email_verification_sent"), {"code": code.group(1)})
    cast.amina.refresh_from_db()
    assert cast.amina.email == "amina.new@example.org"
    assert Entry.objects.filter(event="email_address:changed").exists()


def test_an_address_that_nobody_has_shown_to_be_theirs_can_be_shown_to_be(browser: Browser, cast: Cast) -> None:
    EmailAddress.objects.create(user=cast.amina, email=cast.amina.email, verified=False, primary=True)
    page = browser.sign_in(cast.amina).get(reverse("account_email")).text
    assert "Is this address yours?" in page
    assert "First show that your e-mail address is yours" in browser.get(reverse("mfa_activate_totp"), follow=True).text
    browser.post(reverse("account_email"), {"email": cast.amina.email, "action_send": "1"})
    assert mail.outbox[-1].to == [cast.amina.email]


def test_an_unattended_device_is_not_enough_to_change_the_address(cast: Cast) -> None:
    browser = with_a_password(cast.amina)
    session = browser.session
    session["account_authentication_methods"] = [{"method": "password", "at": 0, "email": cast.amina.email}]
    session.save()
    response = browser.post(reverse("account_email"), {"email": "thief@example.org", "action_add": "1"})
    assert response["Location"].startswith(reverse("account_reauthenticate"))
    assert "Is it still you?" in browser.get(response["Location"]).text


def test_a_second_factor_is_set_up_used_and_replaced_from_the_page(cast: Cast) -> None:
    browser = with_a_password(cast.amina)
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = browser.get(reverse("mfa_activate_totp"), follow=True)
    assert "Set up an app on your phone" in page.text
    assert page.context["form"].secret in page.text
    TOTP.activate(cast.amina, page.context["form"].secret)
    assert "Switched on" in browser.get(reverse("mfa_index")).text
    for name in ("mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_list_webauthn", "mfa_add_webauthn"):
        assert browser.get(reverse(name), follow=True).status_code == 200, name
    browser.post(reverse("mfa_generate_recovery_codes"), {})
    assert "are left" in browser.get(reverse("mfa_view_recovery_codes"), follow=True).text
    again = Browser()
    again.post(reverse("account_login"), {"login": cast.amina.email, "password": PASSWORD})
    assert "Your second factor" in again.get(reverse("mfa_authenticate")).text


def test_a_forgotten_password_is_chosen_anew_with_a_code(cast: Cast) -> None:
    with_a_password(cast.amina)
    browser = Browser()
    page = browser.post(reverse("account_reset_password"), {"email": cast.amina.email}, follow=True)
    assert "Type the code" in page.text
    code = re.search(r"^\s*([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\s*$", mail.outbox[-1].body, re.MULTILINE)
    assert code is not None, mail.outbox[-1].body
    page = browser.post(reverse("account_confirm_password_reset_code"), {"code": code.group(1)}, follow=True)
    assert "Keep this password" in page.text
    browser.post(
        page.request["PATH_INFO"],
        {"password1": "three quiet green boats", "password2": "three quiet green boats"},
        follow=True,
    )
    cast.amina.refresh_from_db()
    assert cast.amina.check_password("three quiet green boats")


def test_an_address_that_has_no_account_is_told_by_letter_and_by_nothing_else(browser: Browser, cast: Cast) -> None:
    known = browser.post(reverse("account_reset_password"), {"email": cast.amina.email})
    unknown = Browser().post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert "We know no one by this address" in mail.outbox[-1].body


def test_somebody_who_has_come_in_just_now_is_not_asked_again(cast: Cast) -> None:
    assert "Set up an app" in with_a_password(cast.amina).get(reverse("mfa_activate_totp")).text
