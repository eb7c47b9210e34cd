"""A mentor's first page opens with the one most useful thing, whatever stage they are at."""

from datetime import timedelta

import pytest

from onemm.learning.models import CoursePass
from onemm.lib.clock import now, today
from onemm.matching.actions import answer_as_mentor, answer_as_young_person
from onemm.matching.models import LeftFree, Proposal, Round
from onemm.mentoring import actions
from onemm.mentoring.models import Session
from onemm.mentors.models import MentorProfile
from onemm.notifications.models import Email
from onemm.recruitment.models import Application
from tests.factories.matching import an_offered_pair
from tests.factories.mentoring import (
    a_held_session,
    a_planned_session,
    a_ready_mentor,
    an_active_match,
    an_introduced_match,
    enrol,
)


def home(browser, person):
    return browser.sign_in(person).get("/mentor/").text


def test_somebody_new_is_asked_to_begin(cast, browser):
    assert "Become a mentor" in home(browser, cast.amina)


@pytest.mark.parametrize(
    ("state", "trained", "said"),
    [
        ("started", False, "Go on with your application"),
        ("submitted", False, "Do the training"),
        ("submitted", True, "We are looking at your application"),
        ("paused", True, "waiting for you"),
        ("declined", False, "Your application is closed"),
        ("approved", True, "You are ready"),
        ("approved", False, "Do the training"),
    ],
)
def test_an_applicant_sees_where_things_stand(cast, browser, state, trained, said):
    a_ready_mentor(cast)
    Application.objects.update(state=state, over_at=now() if state in ("approved", "declined") else None)
    if not trained:
        CoursePass.objects.all().delete()

    assert said in home(browser, cast.amina)


def test_whoever_has_said_yes_reads_what_comes_next(cast, browser):
    proposal = an_offered_pair(cast)
    assert "We are looking for a young person" not in home(browser, cast.amina), "somebody has been found"
    answer_as_mentor(proposal=proposal, by=cast.amina, yes=True)
    page = home(browser, cast.amina)
    assert "You said yes to Theo" in page
    assert "Would you like to meet" not in page.partition("Letters for you")[0]
    assert "We are looking for a young person" not in page
    answer_as_young_person(proposal=proposal, by=cast.theo, yes=True)
    assert "You and Theo both said yes" in home(browser, cast.amina)


def test_a_proposal_that_waits_comes_before_everything(cast, browser):
    a_ready_mentor(cast)
    found = Round.objects.create(programme=cast.programme, asked_by=cast.sam, state="proposed")
    proposal = Proposal.objects.create(
        round=found,
        enrolment=enrol(cast),
        mentor=cast.amina,
        score=700,
        state="offered",
        approved_by=cast.sam,
        offered_at=now(),
    )

    page = home(browser, cast.amina)

    assert "Would you like to meet Kofi?" in page
    assert proposal.public_id in page


def test_after_the_introduction_comes_the_agreement_then_waiting_for_the_other(cast, browser):
    match = an_introduced_match(cast)
    assert "Read the agreement with Theo" in home(browser, cast.amina)
    actions.agree(match=match, by=cast.amina)
    assert "Theo is reading the agreement" in home(browser, cast.amina)


def test_an_active_pair_plans_meets_writes_down_and_says_how_it_goes(cast, browser):
    match = an_active_match(cast)
    assert "Choose a day with Theo" in home(browser, cast.amina)
    a_planned_session(cast, match)
    page = home(browser, cast.amina)
    assert "with Theo, at Oldham Library" in page
    assert "Coming up" in page
    Session.objects.update(at=now() - timedelta(hours=2))
    assert "Did you meet Theo on" in home(browser, cast.amina)
    Session.objects.all().delete()
    a_held_session(cast, match)
    assert "How is it going with Theo?" in home(browser, cast.amina)


def test_a_pause_is_said_plainly(cast, browser):
    match = an_active_match(cast)
    actions.pause_match(match=match, by=cast.sam)

    page = home(browser, cast.amina)
    assert "Your meetings with Theo are paused for now" in page


def test_emails_are_read_here_and_put_away(cast, browser):
    an_introduced_match(cast)
    email = Email.objects.get(to=cast.amina)
    assert email.subject in home(browser, cast.amina)

    page = browser.post(f"/mentor/emails/{email.public_id}/read/", follow=True).text

    assert "You have met Theo" not in page
    assert browser.post(f"/mentor/emails/{email.public_id}/read/").status_code == 404
    theirs = Email.objects.get(to=cast.theo)
    assert browser.post(f"/mentor/emails/{theirs.public_id}/read/").status_code == 404


def test_the_page_asks_few_questions(cast, browser, settings, django_assert_max_num_queries):
    settings.USERSESSIONS_TRACK_ACTIVITY = False  # the count is of the page
    mentor = a_ready_mentor(cast, capacity=3)
    for number in range(3):
        actions.introduce(
            enrolment=enrol(cast, f"R{number}", first_name=f"Kid{number}"), mentor=mentor, on=today(), by=cast.sam
        )
    browser.sign_in(mentor)

    with django_assert_max_num_queries(13):
        page = browser.get("/mentor/").text
    assert "Your young people" in page


def test_it_is_for_mentors(cast, browser):
    assert browser.sign_in(cast.theo).get("/mentor/").status_code == 403
    assert browser.sign_in(cast.lena).get("/mentor/").status_code == 403
    browser.logout()
    assert browser.get("/mentor/").status_code == 302


def test_the_first_match_puts_one_short_unit_on_the_page_until_it_is_put_aside(cast, browser):
    an_active_match(cast)
    page = home(browser, cast.amina)
    assert page.count("Your first meeting") == 1
    assert browser.post("/mentor/training/not-now/first-match/")["Location"] == "/mentor/"
    assert "Your first meeting" not in home(browser, cast.amina)


def test_never_more_than_one_unit_is_offered_at_a_time(cast, browser):
    match = an_active_match(cast)
    actions.say_lost_touch(match=match, by=cast.theo)
    page = home(browser, cast.amina)
    assert page.count("made for this moment") == 1
    assert "When it has gone quiet" in page


@pytest.mark.parametrize(
    ("reason", "half_day", "profile", "said"),
    [
        ("time", 5, {"half_days": 1}, "Could you sometimes meet on Tuesday evenings?"),
        ("meeting", None, {"online": False}, "Could you also meet online?"),
        ("meeting", None, {"in_person": False}, "Could you also meet face to face?"),
        ("further", None, {}, "Could you travel a little further?"),
        ("language", None, {}, "Do you speak another language?"),
        ("taken", None, {}, "You would suit young people near you"),
    ],
)
def test_a_mentor_whom_a_round_left_free_reads_what_would_help(cast, browser, reason, half_day, profile, said):
    a_ready_mentor(cast)
    MentorProfile.objects.update(**profile)
    run = Round.objects.create(programme=cast.programme, asked_by=cast.sam, state="proposed")
    LeftFree.objects.create(round=run, mentor=cast.amina, reason=reason, half_day=half_day, young_people=7)
    page = home(browser, cast.amina)
    assert said in page
    assert "You are ready" in page
    assert "welcome as you are" in page or reason == "taken"
    assert "7" not in page.split(said)[1].split("</section>")[0], "no number of young people is told"


@pytest.mark.parametrize(
    ("reason", "young_people"), [("wishes", 7), ("several", 7), ("time", None), ("time", 7), ("meeting", 7)]
)
def test_what_nobody_can_help_is_not_said(cast, browser, reason, young_people):
    a_ready_mentor(cast)
    run = Round.objects.create(programme=cast.programme, asked_by=cast.sam, state="proposed")
    LeftFree.objects.create(round=run, mentor=cast.amina, reason=reason, young_people=young_people)
    page = home(browser, cast.amina)
    assert "You are ready" in page
    assert "suits you: you are welcome as you are" not in page


def test_somebody_with_a_match_is_asked_for_nothing(cast, browser):
    match = an_active_match(cast)
    run = Round.objects.create(programme=cast.programme, asked_by=cast.sam, state="proposed")
    LeftFree.objects.create(round=run, mentor=cast.amina, reason="language", young_people=7)
    assert match.mentor == cast.amina
    assert "another language" not in home(browser, cast.amina)
