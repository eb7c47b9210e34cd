import uuid

import pytest
from django.urls import reverse

from onemm.learning.models import QuizAttempt, UnitCompletion, UnitReading
from onemm.learning.queries import is_trained
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.learning import (
    ESSENTIALS,
    do_every_unit,
    do_unit,
    pass_the_course,
    right_answers,
    shipped_course,
    the_course,
    walk_through,
)

HOME = reverse("mentor:training")
UNIT, QUESTIONS, ANSWERS = (
    reverse(f"mentor:{name}", args=[ESSENTIALS, "your-role"]) for name in ("unit", "questions", "answers")
)
UNITS = [unit.slug for unit in shipped_course().units]


@pytest.mark.parametrize("page", [HOME, UNIT, QUESTIONS, ANSWERS])
def test_only_mentors_take_mentors_courses(cast: Cast, browser: Browser, page: str) -> None:
    assert browser.get(page).status_code == 302
    for colleague in (cast.sam, cast.theo, cast.lena):
        assert browser.sign_in(colleague).get(page).status_code == 403


def test_the_page_opens_with_the_next_unit_and_the_time_left(cast: Cast, browser: Browser) -> None:
    page = browser.sign_in(cast.amina).get(HOME).content.decode()
    assert page.index("Next in your training") < page.index("Read this unit")
    assert f"About {the_course().minutes} minutes are left" in page
    assert "Nothing yet" in page
    assert "Required" in page


def test_a_mentor_reads_answers_and_goes_on(cast: Cast, browser: Browser) -> None:
    body = browser.sign_in(cast.amina).get(UNIT).content.decode()
    assert "Unit 1 of 10" in body
    assert "What this rests on" in body
    assert "How far you can lean on it" in body
    assert '<svg role="img" aria-label="A young person’s dot' in body
    assert browser.post(UNIT)["Location"] == QUESTIONS
    assert browser.get(QUESTIONS).content.decode().count('type="radio"') == 12
    assert browser.post(QUESTIONS, right_answers())["Location"] == ANSWERS
    done = browser.get(ANSWERS).content.decode()
    assert "4 of 4 right" in done
    assert "Listening, and questions that open doors" in done
    assert UnitCompletion.objects.get().person == cast.amina


def test_the_home_of_training_resumes_at_the_questions(cast: Cast, browser: Browser) -> None:
    browser.sign_in(cast.amina).post(UNIT)
    page = browser.get(HOME).content.decode()
    assert page.index("Answer the questions") < page.index("Questions left")


def test_the_questions_are_shut_until_the_unit_is_read(cast: Cast, browser: Browser) -> None:
    assert browser.sign_in(cast.amina).post(QUESTIONS, right_answers())["Location"] == UNIT
    assert browser.get(ANSWERS)["Location"] == UNIT
    assert not QuizAttempt.objects.exists()


def test_an_unanswered_question_keeps_the_other_answers(cast: Cast, browser: Browser) -> None:
    browser.sign_in(cast.amina).post(UNIT)
    answers = right_answers()
    del answers["story"]
    page = browser.post(QUESTIONS, answers).content.decode()
    assert "Choose an answer here." in page
    assert page.count("checked") == 3
    assert not QuizAttempt.objects.exists()


def test_half_the_answers_can_be_kept_for_another_day(cast: Cast, browser: Browser) -> None:
    browser.sign_in(cast.amina).post(UNIT)
    response = browser.post(QUESTIONS, {"number": "explain", "keep": "yes"})
    assert response["Location"] == HOME
    assert UnitReading.objects.get().answers == {"number": "explain"}
    assert browser.get(QUESTIONS).content.decode().count("checked") == 1


def test_a_wrong_answer_comes_back_with_the_reasoning_and_after_two_tries_the_unit(
    cast: Cast, browser: Browser
) -> None:
    browser.sign_in(cast.amina).post(UNIT)
    browser.post(QUESTIONS, right_answers(wrong=4))
    page = browser.get(ANSWERS).content.decode()
    assert "Not quite yet" in page
    assert "It begins as a favour" in page
    assert "Try again" in page
    assert "This is the second try" in browser.get(QUESTIONS).content.decode()
    browser.post(QUESTIONS, right_answers(wrong=4))
    assert "Read the unit again" in browser.get(ANSWERS).content.decode()
    assert browser.get(QUESTIONS)["Location"] == UNIT
    browser.post(UNIT)
    assert browser.get(QUESTIONS).status_code == 200


def test_a_form_sent_twice_is_one_try(cast: Cast, browser: Browser) -> None:
    browser.sign_in(cast.amina).post(UNIT)
    token = str(uuid.uuid4())
    for _ in range(2):
        assert browser.post(QUESTIONS, {**right_answers(), "form_token": token})["Location"] == ANSWERS
    assert QuizAttempt.objects.count() == 1


def test_a_worse_try_later_says_that_the_unit_stays_done(cast: Cast, browser: Browser) -> None:
    do_unit(cast.amina)
    browser.sign_in(cast.amina).post(QUESTIONS, right_answers(wrong=4))
    assert "You had done this unit before, and that stays" in browser.get(ANSWERS).content.decode()


def test_a_changed_unit_says_so(cast: Cast, browser: Browser) -> None:
    do_unit(cast.amina)
    UnitCompletion.objects.update(version="2020-1")
    assert "has changed since you did it" in browser.sign_in(cast.amina).get(UNIT).content.decode()
    assert "Done, since changed" in browser.get(HOME).content.decode()


def test_after_the_units_comes_practice_and_after_practice_the_certificate(cast: Cast, browser: Browser) -> None:
    do_every_unit(cast.amina)
    assert "Practise: He tells you something" in browser.sign_in(cast.amina).get(HOME).content.decode()
    for scenario in ("a-secret", "a-gift", "your-number"):
        assert not is_trained(cast.amina)
        walk_through(cast.amina, scenario)
    page = browser.get(HOME).content.decode()
    assert "Your training is done" in page
    assert "Your certificate and badge" in page
    assert (
        "See your certificate" in browser.get(reverse("mentor:answers", args=[ESSENTIALS, UNITS[-1]])).content.decode()
    )


def test_a_unit_for_a_moment_leads_back_to_training(cast: Cast, browser: Browser) -> None:
    for unit in the_course("moments").units:
        do_unit(cast.amina, unit.slug, course="moments")
    page = browser.sign_in(cast.amina).get(reverse("mentor:answers", args=["moments", "first-match"])).content.decode()
    assert "All of it is done" in page


def test_the_pages_stay_within_thirteen_queries(
    cast: Cast, browser: Browser, django_assert_max_num_queries: object
) -> None:
    pass_the_course(cast.amina)
    browser.sign_in(cast.amina)
    for page in (HOME, UNIT, QUESTIONS, ANSWERS):
        with django_assert_max_num_queries(13):
            assert len(browser.get(page).content) < 100_000


def test_what_is_not_there_is_not_found(cast: Cast, browser: Browser) -> None:
    browser.sign_in(cast.amina)
    for page in (
        f"/mentor/training/{ESSENTIALS}/units/none/",
        "/mentor/training/none/units/your-role/",
        "/mentor/training/making-the-most/units/your-first-hour/",
    ):
        assert browser.get(page).status_code == 404
