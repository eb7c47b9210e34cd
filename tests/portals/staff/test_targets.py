"""Targets and the equality questions, as those they are for find them."""

import pytest
from django.urls import reverse

from onemm.lib.clock import now
from onemm.mentors.models import MentorProfile
from onemm.outreach.models import EqualityAnswers, EqualityAsked, Target
from onemm.people.actions.people import add_person
from onemm.recruitment.models import Application
from tests.access.world import Elsewhere
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.matching import a_pair_that_fits, a_round
from tests.factories.mentoring import enrol
from tests.factories.recruitment import a_started_application, a_submitted_application

pytestmark = pytest.mark.django_db
PAGE, QUESTIONS = "/staff/targets/", "/mentor/equality/"


def test_a_programme_manager_sets_a_target(browser: Browser, cast: Cast) -> None:
    page = browser.sign_in(cast.priya).post(PAGE, {"group": "sector:health", "wanted": "14"}, follow=True).text
    assert "The target is set" in page
    assert Target.objects.get().wanted == 14
    assert "taken away" in browser.post(PAGE, {"group": "sector:health", "wanted": "0"}, follow=True).text


@pytest.mark.parametrize(
    "wrong",
    [{"group": "sector:magic", "wanted": "3"}, {"group": "sector:health", "wanted": "-1"}, {"group": "", "wanted": ""}],
)
def test_what_does_not_fit_is_said(browser: Browser, cast: Cast, wrong: dict[str, str]) -> None:
    assert browser.sign_in(cast.priya).post(PAGE, wrong).status_code == 200
    assert not Target.objects.exists()


def test_another_area_is_not_there(browser: Browser, cast: Cast) -> None:
    assert browser.sign_in(cast.priya).get(f"{PAGE}?area={cast.other_area.slug}").status_code == 404


@pytest.mark.parametrize("who", ["lena", "sam", "ruth", "noor", "amina"])
def test_others_do_not_open_it(browser: Browser, cast: Cast, who: str) -> None:
    assert browser.sign_in(getattr(cast, who)).get(PAGE).status_code == 403


def test_the_page_stays_within_twelve_queries(
    browser: Browser, cast: Cast, django_assert_max_num_queries: object
) -> None:
    browser.sign_in(cast.priya)
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # pytest-django's fixture
        browser.get(PAGE)


def test_what_is_short_stands_beside_where_rounds_missed_mentors(browser: Browser, cast: Cast) -> None:
    a_pair_that_fits(cast)
    for number in range(6):
        enrol(cast, f"R{number}", first_name=f"Kit{number}", half_days=7, aspirations=["law"])
    a_round(cast)
    for number in range(5):
        an_approved_lawyer(cast, number)
    browser.sign_in(cast.priya)
    assert "Greater Manchester needs mentors in law" in browser.get(PAGE).text
    page = browser.post(PAGE, {"group": "sector:law", "wanted": "14"}, follow=True).text
    assert "Greater Manchester needs 9 more in law" in page, "fourteen are wanted, five are there"
    assert "1 of 1 programme" in page
    assert "Kit" not in page


def test_a_target_that_no_round_asks_for_is_said_to_be_one(browser: Browser, cast: Cast) -> None:
    for number in range(5):
        an_approved_lawyer(cast, number)
    page = browser.sign_in(cast.priya).post(PAGE, {"group": "sector:law", "wanted": "8"}, follow=True).text
    assert "Greater Manchester needs 3 more in law" in page
    assert "no round asks for it" in page


def test_another_areas_rounds_do_not_stand_beside_these_targets(browser: Browser, cast: Cast) -> None:
    elsewhere = Elsewhere()
    a_pair_that_fits(elsewhere)
    for number in range(6):
        enrol(elsewhere, f"R{number}", first_name=f"Kit{number}", half_days=7, aspirations=["law"])
    a_round(elsewhere)
    assert "needs mentors" not in browser.sign_in(cast.priya).get(PAGE).text


def an_approved_lawyer(cast: Cast, number: int) -> None:
    person = add_person(first_name="M", email=f"lawyer{number}@example.org", by=None)
    MentorProfile.objects.create(person=person, sectors=["law"])
    Application.objects.create(
        person=person,
        area=cast.area,
        state="approved",
        eligibility_version="1",
        submitted_at=now(),
        screening_from=now(),
        over_at=now(),
    )


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
