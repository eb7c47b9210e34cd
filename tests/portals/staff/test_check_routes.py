"""Safeguarding leads say how checks are asked for; nobody else opens the page."""

import pytest
from django.urls import reverse

from onemm.recruitment.models import CheckRoute
from tests.cast import Cast
from tests.conftest import Browser

pytestmark = pytest.mark.django_db
PAGE = "/staff/check-forms/"
GIVEN = {
    "nation": "Wales",
    "address": "https://checks.example.org/start",
    "words": "Ask for 1MM.",
    "from_sending": "on",
}


def test_a_lead_sets_one_sees_it_and_takes_it_back(browser: Browser, cast: Cast) -> None:
    browser.sign_in(cast.noor)
    assert "Sent by hand" in browser.get(PAGE).text
    page = browser.post(PAGE, GIVEN, follow=True).text
    assert "Applicants in Wales get it" in page
    assert "As soon as an application is sent" in page
    assert "Noor" in page
    assert CheckRoute.objects.get().from_sending
    browser.post(PAGE, {**GIVEN, "from_sending": ""})
    assert not CheckRoute.objects.get().from_sending
    assert "by hand from now on" in browser.post(reverse("staff:check_route_drop", args=["wales"]), follow=True).text
    assert not CheckRoute.objects.exists()
    assert browser.post(reverse("staff:check_route_drop", args=["atlantis"])).status_code == 404


@pytest.mark.parametrize(
    "change",
    [
        {"address": "http://checks.example.org"},
        {"address": "javascript:alert(1)"},
        {"nation": "Atlantis"},
        {"address": ""},
    ],
)
def test_what_does_not_fit_is_said_at_its_field(browser: Browser, cast: Cast, change: dict[str, str]) -> None:
    page = browser.sign_in(cast.noor).post(PAGE, {**GIVEN, **change})
    assert page.status_code == 200
    assert "To put right" in page.text
    assert not CheckRoute.objects.exists()


def test_words_with_a_script_in_them_are_words(browser: Browser, cast: Cast) -> None:
    page = browser.sign_in(cast.noor).post(PAGE, {**GIVEN, "words": "<script>alert(1)</script>"}, follow=True).text
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("who", ["lena", "sam", "ruth", "priya", "amina", "ada"])
def test_others_do_not_open_it(browser: Browser, cast: Cast, who: str) -> None:
    assert browser.sign_in(getattr(cast, who)).get(PAGE).status_code == 403
