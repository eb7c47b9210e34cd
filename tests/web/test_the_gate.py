"""The gate: signed in, second factor, permission, in that order; and nothing of a signed-in page is kept by a
browser.
"""

from django.urls import reverse

from tests.cast import Cast
from tests.conftest import Browser


def test_whoever_has_not_signed_in_is_sent_to_sign_in_and_back(browser: Browser, cast: Cast) -> None:
    response = browser.get(reverse("partner:today"))
    assert response.status_code == 302
    assert response["Location"] == f"{reverse('account_login')}?next={reverse('partner:today')}"


def test_a_role_that_needs_a_second_factor_sets_one_up_before_any_page(browser: Browser, cast: Cast) -> None:
    browser.force_login(cast.sam, backend="onemm.people.signing_in.CountedBackend")
    response = browser.get(reverse("partner:today"))
    assert (response.status_code, response["Location"]) == (302, reverse("mfa_index"))


def test_a_mentor_needs_no_second_factor(browser: Browser, cast: Cast) -> None:
    browser.force_login(cast.amina, backend="onemm.people.signing_in.CountedBackend")
    assert browser.get(reverse("mentor:home")).status_code == 200


def test_a_colleague_without_the_permission_is_told_no(browser: Browser, cast: Cast) -> None:
    response = browser.sign_in(cast.sam).get(reverse("staff:concerns"))
    assert response.status_code == 403


def test_a_signed_in_page_is_kept_by_no_cache(browser: Browser, cast: Cast) -> None:
    response = browser.sign_in(cast.amina).get(reverse("mentor:home"))
    assert "no-store" in response["Cache-Control"]


def test_other_methods_are_refused(browser: Browser, cast: Cast) -> None:
    assert browser.sign_in(cast.amina).delete(reverse("mentor:home")).status_code == 405
    assert browser.sign_in(cast.ada).post(reverse("staff:log")).status_code == 405


def test_pages_forbid_scripts_from_elsewhere_and_frames(browser: Browser, cast: Cast) -> None:
    response = browser.get(reverse("public:home"))
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert response["X-Frame-Options"] == "DENY"


def test_somebody_without_a_role_is_led_to_the_first_question(browser: Browser, cast: Cast) -> None:
    response = browser.sign_in(cast.lena).get(reverse("public:home_of"))
    assert response["Location"] == reverse("public:eligibility")


def test_everybody_has_a_page_of_their_own(browser: Browser, cast: Cast) -> None:
    homes = {
        cast.amina: "mentor:home",
        cast.theo: "young:home",
        cast.sam: "partner:today",
        cast.priya: "staff:today",
        cast.noor: "staff:concerns",
        cast.ada: "staff:today",
    }
    for person, home in homes.items():
        assert Browser().sign_in(person).get(reverse("public:home_of"))["Location"] == reverse(home)
