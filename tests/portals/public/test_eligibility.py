"""May I apply? Four questions, open to all."""

import pytest
from django.urls import reverse

from onemm.recruitment.models import Application
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.outreach import begins
from tests.factories.recruitment import ELIGIBLE

pytestmark = pytest.mark.django_db
QUESTIONS = "/can-i-mentor/"


def test_a_stranger_is_asked_four_questions(browser: Browser) -> None:
    page = browser.get(QUESTIONS).content.decode()
    assert page.count("<legend>") == 4


def test_a_yes_leads_to_an_account_and_on_to_the_application(browser: Browser) -> None:
    assert browser.post(QUESTIONS, ELIGIBLE)["Location"] == reverse("public:eligibility_result")
    page = browser.get(reverse("public:eligibility_result")).content.decode()
    assert "Yes, you can apply" in page
    assert reverse("public:eligibility_expectations") in page
    assert f"{reverse('account_login')}?next=%2Fmentor%2Fapplication%2F" in page


def test_somebody_signed_in_begins_after_the_seven(browser: Browser, cast: Cast) -> None:
    browser.sign_in(cast.lena).post(QUESTIONS, ELIGIBLE)
    assert (
        reverse("public:eligibility_expectations") in browser.get(reverse("public:eligibility_result")).content.decode()
    )
    assert begins(browser)["Location"] == "/mentor/application/about_you/"
    assert Application.objects.get(person=cast.lena).state == "started"


@pytest.mark.parametrize(
    ("question", "answer", "kindness"),
    [
        ("age", "no", "you could have a mentor yourself"),
        ("work", "less", "youth club"),
        ("hour", "no", "single day"),
        ("home", "no", "UK address"),
    ],
)
def test_a_no_is_kind_and_shows_another_way(browser: Browser, question: str, answer: str, kindness: str) -> None:
    browser.post(QUESTIONS, {**ELIGIBLE, question: answer})
    page = browser.get(reverse("public:eligibility_result")).content.decode()
    assert "Not yet, but thank you" in page
    assert kindness in page
    assert "Read the seven" not in page


def test_an_open_question_is_named_and_the_others_are_kept(browser: Browser) -> None:
    response = browser.post(QUESTIONS, {"age": "yes", "hour": "no"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "There are 2 things to put right" in page
    assert 'value="no"' in page
    assert page.count("checked") == 2


def test_the_answer_without_questions_leads_to_the_questions(browser: Browser) -> None:
    assert browser.get(reverse("public:eligibility_result"))["Location"] == QUESTIONS
