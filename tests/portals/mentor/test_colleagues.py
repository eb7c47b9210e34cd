"""Asking people one knows, and what one's employer may see, as a mentor, an applicant and a stranger find it."""

import pytest
from django.urls import reverse

from onemm.outreach.actions import make_staff_link
from onemm.outreach.models import Invitation, NamingConsent
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.mentoring import a_ready_mentor
from tests.factories.outreach import an_application_from
from tests.factories.recruitment import a_started_application

pytestmark = pytest.mark.django_db
PAGE = "/mentor/colleagues/"


def test_a_mentor_sends_a_letter_and_sees_counts_only(browser: Browser, cast: Cast) -> None:
    a_ready_mentor(cast)
    page = (
        browser.sign_in(cast.amina)
        .post(PAGE, {"email": "Friend@Example.net", "first_name": "Fi", "told": "on"}, follow=True)
        .text
    )
    assert "1 letter sent" in page
    assert "friend@example.net" not in page
    assert Invitation.objects.get().by == cast.amina


@pytest.mark.parametrize("wrong", [{"email": "nobody"}, {"email": ""}, {"told": ""}, {"first_name": "x" * 81}])
def test_a_letter_that_does_not_fit_is_not_sent(browser: Browser, cast: Cast, wrong: dict[str, str]) -> None:
    a_ready_mentor(cast)
    given = {"email": "friend@example.net", "told": "on", **wrong}
    assert browser.sign_in(cast.amina).post(PAGE, given).status_code == 200
    assert not Invitation.objects.exists()


def test_the_sixth_letter_of_a_week_is_kindly_refused(browser: Browser, cast: Cast) -> None:
    a_ready_mentor(cast)
    browser.sign_in(cast.amina)
    for number in range(5):
        browser.post(PAGE, {"email": f"friend{number}@example.net", "told": "on"})
    assert "Give people your own link" in browser.get(PAGE).text
    assert "Give people your own link" in browser.post(PAGE, {"email": "friend6@example.net", "told": "on"}).text
    assert Invitation.objects.count() == 5


def test_who_may_not_be_written_to_is_said_in_one_way(browser: Browser, cast: Cast) -> None:
    a_ready_mentor(cast)
    a_started_application(cast, cast.lena)
    page = browser.sign_in(cast.amina).post(PAGE, {"email": "lena@example.org", "told": "on"}).text
    assert "asked already, or do not wish to be" in page


def test_a_mentor_makes_a_link_of_their_own(browser: Browser, cast: Cast) -> None:
    a_ready_mentor(cast)
    assert "/asked-by/" in browser.sign_in(cast.amina).post(f"{PAGE}link/", follow=True).text


def test_the_home_page_mentions_it_quietly_to_the_approved_alone(browser: Browser, cast: Cast) -> None:
    a_ready_mentor(cast)
    assert PAGE in browser.sign_in(cast.amina).get("/mentor/").text
    a_started_application(cast, cast.other_mentor)
    browser = Browser().sign_in(cast.other_mentor)
    assert PAGE not in browser.get("/mentor/").text
    assert "Not just yet" in browser.get(PAGE).text
    assert browser.post(f"{PAGE}link/").status_code == 409


def test_a_name_is_shown_hidden_and_taken_out_on_ones_own_page(browser: Browser, cast: Cast) -> None:
    an_application_from(cast.lena, make_staff_link(employer=cast.employer, by=cast.ruth))
    browser.sign_in(cast.lena)
    assert "Your name is hidden" in browser.get(reverse("mentor:employer")).text
    assert "Your name is shown" in browser.post(reverse("mentor:employer_show"), follow=True).text
    assert "Your name is hidden" in browser.post(reverse("mentor:employer_hide"), follow=True).text
    assert "No employer is on your record" in browser.post(reverse("mentor:employer_leave"), follow=True).text
    assert not NamingConsent.objects.filter(ended_at=None).exists()


@pytest.mark.parametrize("who", ["lena", "sam", "ruth"])
def test_others_have_no_such_page(browser: Browser, cast: Cast, who: str) -> None:
    browser.sign_in(getattr(cast, who))
    assert browser.get(PAGE).status_code == 403
    assert browser.get(reverse("mentor:employer")).status_code == 403
