"""The same player in the young person's and in the coordinator's portal, each with its own course and nobody else's."""

import pytest
from django.urls import reverse

from onemm.learning.models import CoursePass, UnitReading
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.learning import do_every_unit, right_answers, the_course

PORTALS = pytest.mark.parametrize(
    ("portal", "who", "course"), [("young", "theo", "making-the-most"), ("partner", "sam", "for-coordinators")]
)


@PORTALS
def test_all_four_parts_are_read_answered_and_done(
    cast: Cast, browser: Browser, portal: str, who: str, course: str
) -> None:
    person = getattr(cast, who)
    home = browser.sign_in(person).get(reverse(f"{portal}:training")).content.decode()
    assert "Read this part" in home
    for at, unit in enumerate(the_course(course).units, start=1):
        page = reverse(f"{portal}:unit", args=[course, unit.slug])
        assert f"Unit {at} of 4" in browser.get(page).content.decode()
        questions = browser.post(page)["Location"]
        assert "Answer the questions" in browser.get(reverse(f"{portal}:training")).content.decode()
        answers = browser.post(questions, right_answers(unit.slug, course=course))["Location"]
        assert "is done" in browser.get(answers).content.decode()
    assert CoursePass.objects.get().person == person
    assert "You have done all of it" in browser.get(reverse(f"{portal}:training")).content.decode()


@PORTALS
def test_answers_are_kept_and_mistakes_explained(
    cast: Cast, browser: Browser, portal: str, who: str, course: str
) -> None:
    unit = the_course(course).units[0].slug
    page, questions, answers = (
        reverse(f"{portal}:{name}", args=[course, unit]) for name in ("unit", "questions", "answers")
    )
    browser.sign_in(getattr(cast, who))
    assert browser.get(questions)["Location"] == page
    assert browser.get(answers)["Location"] == page
    browser.post(page)
    some = dict(list(right_answers(unit, course=course).items())[:1])
    assert browser.post(questions, {**some, "keep": "yes"})["Location"] == reverse(f"{portal}:training")
    assert UnitReading.objects.get().answers == some
    assert "Choose an answer here." in browser.post(questions, some).content.decode()
    for _ in range(2):
        browser.post(questions, right_answers(unit, wrong=3, course=course))
    assert "Not quite yet" in browser.get(answers).content.decode()
    assert browser.get(questions)["Location"] == page


@PORTALS
def test_courses_for_others_are_not_there(cast: Cast, browser: Browser, portal: str, who: str, course: str) -> None:
    browser.sign_in(getattr(cast, who))
    for other in ("mentoring-essentials", "none"):
        assert browser.get(reverse(f"{portal}:unit", args=[other, "your-role"])).status_code == 404
    assert browser.sign_in(cast.amina).get(reverse(f"{portal}:training")).status_code == 403


@PORTALS
def test_the_pages_stay_within_twelve_queries(
    cast: Cast, browser: Browser, portal: str, who: str, course: str, django_assert_max_num_queries: object
) -> None:
    do_every_unit(getattr(cast, who), course=course)
    browser.sign_in(getattr(cast, who))
    with django_assert_max_num_queries(12):
        browser.get(reverse(f"{portal}:training"))


def test_the_hours_of_coordinators_are_in_their_record(cast: Cast, browser: Browser) -> None:
    do_every_unit(cast.sam, course="for-coordinators")
    assert "28 minutes" in browser.sign_in(cast.sam).get(reverse("partner:training")).content.decode()
