"""Targets and the equality questions, as those they are for find them."""

import pytest
from django.urls import reverse

from onemm.recruitment.outreach.models import EqualityAnswers, EqualityAsked, Target
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.recruitment import a_started_application, a_submitted_application

pytestmark = pytest.mark.django_db
PAGE, QUESTIONS = "/staff/targets/", "/mentor/equality/"


def test_a_programme_manager_sets_a_target(browser: Browser, cast: Cast) -> None:
    page = browser.sign_in(cast.priya).post(PAGE, {"group": "sector:health", "wanted": "14"}, follow=True).text
    assert "The target is set" in page
    assert Target.objects.get().wanted == 14
    assert "taken away" in browser.post(PAGE, {"group": "sector:health", "wanted": "0"}, follow=True).text


@pytest.mark.parametrize("wrong", [{"group": "sector:magic", "wanted": "3"}, {"group": "sector:health", "wanted": "-1"}, {"group": "", "wanted": ""}])
def test_what_does_not_fit_is_said(browser: Browser, cast: Cast, wrong: dict[str, str]) -> None:
    assert browser.sign_in(cast.priya).post(PAGE, wrong).status_code == 200
    assert not Target.objects.exists()


def test_another_area_is_not_there(browser: Browser, cast: Cast) -> None:
    assert browser.sign_in(cast.priya).get(f"{PAGE}?area={cast.other_area.slug}").status_code == 404


@pytest.mark.parametrize("who", ["lena", "sam", "ruth", "noor", "amina"])
def test_others_do_not_open_it(browser: Browser, cast: Cast, who: str) -> None:
    assert browser.sign_in(getattr(cast, who)).get(PAGE).status_code == 403


def test_the_page_stays_within_twelve_queries(browser: Browser, cast: Cast, django_assert_max_num_queries: object) -> None:
    browser.sign_in(cast.priya)
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # pytest-django's fixture
        browser.get(PAGE)


def test_an_applicant_answers_once_sent_and_finds_nothing_to_change(browser: Browser, cast: Cast) -> None:
    a_submitted_application(cast, cast.amina)
    browser.sign_in(cast.amina)
    assert QUESTIONS in browser.get(reverse("mentor:home")).text
    assert "Nobody can look these up" in browser.get(QUESTIONS).text
    assert browser.post(QUESTIONS, {"gender": "woman"})["Location"] == reverse("mentor:home")
    assert EqualityAnswers.objects.get().gender == "woman"
    assert "You have been through these" in browser.get(QUESTIONS).text
    assert browser.post(QUESTIONS, {"gender": "man"}).status_code == 409


def test_an_invented_answer_is_refused_and_the_questions_wait_for_the_sending(browser: Browser, cast: Cast) -> None:
    a_submitted_application(cast, cast.amina)
    assert browser.sign_in(cast.amina).post(QUESTIONS, {"gender": "<b>"}).status_code == 200
    assert not EqualityAsked.objects.exists()
    a_started_application(cast, cast.other_mentor)
    assert "These come later" in Browser().sign_in(cast.other_mentor).get(QUESTIONS).text
