"""Where someone came from: by link, QR code or code word, on to their application, and nowhere else."""

import pytest
from django.urls import reverse

from onemm.outreach.actions import end_campaign
from onemm.outreach.models import Interest, Origin
from onemm.outreach.rules.expectations import EXPECTATIONS
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.outreach import YES_TO_ALL, a_campaign, begins
from tests.factories.recruitment import ELIGIBLE

pytestmark = pytest.mark.django_db
QUESTIONS = "/can-i-mentor/"
EXPECT = "/can-i-mentor/what-to-expect/"


@pytest.mark.parametrize(("query", "via"), [("", "link"), ("?by=qr", "qr"), ("?by=owl", "link")])
def test_a_link_or_a_qr_code_goes_on_to_the_application(browser: Browser, cast: Cast, query: str, via: str) -> None:
    campaign = a_campaign(cast)
    browser.sign_in(cast.lena)
    assert browser.get(f"/from/{campaign.slug}/{query}")["Location"] == reverse("public:mentors")
    browser.post(QUESTIONS, ELIGIBLE)
    begins(browser)
    origin = Origin.objects.get()
    assert (origin.campaign, origin.via, origin.application.person) == (campaign, via, cast.lena)


def test_a_code_word_does_the_same_and_overrides_the_link(browser: Browser, cast: Cast) -> None:
    campaign, other = a_campaign(cast, code_word="MILLTOWN"), a_campaign(cast)
    browser.sign_in(cast.lena).get(f"/from/{other.slug}/")
    browser.post(QUESTIONS, {**ELIGIBLE, "code_word": "mill town"})
    begins(browser)
    assert (Origin.objects.get().campaign, Origin.objects.get().via) == (campaign, "code_word")


def test_an_unknown_code_word_is_said_kindly_and_the_answers_stay(browser: Browser) -> None:
    page = browser.post(QUESTIONS, {**ELIGIBLE, "code_word": "NOSUCHWORD"})
    assert "We do not know this code word" in page.text
    assert page.text.count("checked") == 4
    assert not Interest.objects.exists()


@pytest.mark.parametrize("slug", ["no-such-poster", "0"])
def test_a_misspelt_link_leads_on_all_the_same(browser: Browser, slug: str) -> None:
    assert browser.get(f"/from/{slug}/")["Location"] == reverse("public:mentors")
    assert not browser.session.keys()


def test_a_campaign_that_ended_while_somebody_was_reading_counts_nobody(browser: Browser, cast: Cast) -> None:
    campaign = a_campaign(cast)
    browser.sign_in(cast.lena).get(f"/from/{campaign.slug}/")
    end_campaign(campaign=campaign, by=cast.priya)
    browser.post(QUESTIONS, ELIGIBLE)
    begins(browser)
    assert (Origin.objects.get().campaign, Interest.objects.get().campaign) == (None, None)


def test_a_visit_is_one_interest_however_often_the_questions_are_answered(browser: Browser, cast: Cast) -> None:
    browser.get(f"/from/{a_campaign(cast).slug}/")
    browser.post(QUESTIONS, {**ELIGIBLE, "age": "no"})
    browser.post(QUESTIONS, ELIGIBLE)
    assert Interest.objects.get().is_met is False


def test_the_seven_statements_come_after_the_questions(browser: Browser) -> None:
    assert browser.get(EXPECT)["Location"] == QUESTIONS
    browser.post(QUESTIONS, ELIGIBLE)
    page = browser.get(EXPECT).text
    assert all(one.words in page for one in EXPECTATIONS)


def test_all_seven_are_needed_and_the_ticks_stay(browser: Browser) -> None:
    browser.post(QUESTIONS, ELIGIBLE)
    page = browser.post(EXPECT, {"return": "on", "slow": "on"})
    assert page.status_code == 200
    assert page.text.count("checked>") == 2
    assert browser.post(EXPECT, dict.fromkeys(YES_TO_ALL, "on"))["Location"].startswith(reverse("account_signup"))


def test_what_was_said_yes_to_is_kept_with_the_application(browser: Browser, cast: Cast) -> None:
    browser.sign_in(cast.lena).post(QUESTIONS, ELIGIBLE)
    assert browser.post(EXPECT, dict.fromkeys(YES_TO_ALL, "on"))["Location"] == reverse("mentor:application")
    browser.post(reverse("mentor:application_start"))
    assert Origin.objects.get().expectations == YES_TO_ALL


@pytest.mark.parametrize("said", [{}, {"return": True}, {**YES_TO_ALL, "thanks": False}, {"of_another_version": True}])
def test_nobody_begins_without_all_seven_whatever_their_session_holds(
    browser: Browser, cast: Cast, said: dict[str, bool]
) -> None:
    browser.sign_in(cast.lena).post(QUESTIONS, ELIGIBLE)
    session = browser.session
    session["expectations"] = said
    session.save()
    assert "Read the seven" in browser.get(reverse("mentor:application")).text
    assert browser.post(reverse("mentor:application_start"))["Location"] == EXPECT
    assert not Origin.objects.exists()
    assert begins(browser)["Location"] == "/mentor/application/about_you/"
