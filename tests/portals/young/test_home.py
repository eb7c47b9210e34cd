"""A young person's first page: one next step, letters, and their yes with the way to take it back."""

from datetime import timedelta

from onemm.lib.clock import now
from onemm.matching.actions import answer_as_mentor, answer_as_young_person
from onemm.matching.models import Proposal, Round
from onemm.mentoring import actions
from onemm.mentoring.models import Session
from onemm.notifications.models import Email
from tests.factories.matching import an_offered_pair
from tests.factories.mentoring import (
    a_held_session,
    a_planned_session,
    a_ready_mentor,
    an_active_match,
    an_introduced_match,
    theos_place,
)


def home(browser, person):
    return browser.sign_in(person).get("/young/").text


def test_somebody_without_a_place_is_told_where_to_ask(cast, browser):
    assert "You are not in a programme now" in home(browser, cast.theo)


def test_somebody_who_waits_is_told_that_we_look_and_asked_a_question(cast, browser):
    theos_place(cast)

    page = home(browser, cast.theo)

    assert "One question for you" in page
    assert "We are looking for your mentor" in page


def test_a_proposal_comes_first_and_shows_the_first_name_only(cast, browser):
    enrolment = theos_place(cast)
    a_ready_mentor(cast)
    found = Round.objects.create(programme=cast.programme, asked_by=cast.sam, state="proposed")
    Proposal.objects.create(
        round=found,
        enrolment=enrolment,
        mentor=cast.amina,
        score=700,
        state="offered",
        approved_by=cast.sam,
        offered_at=now(),
    )

    page = home(browser, cast.theo)

    assert "Would you like to meet Amina?" in page
    assert "Yusuf" not in page
    assert "We are looking for your mentor" not in page, "somebody has been found"


def test_whoever_has_said_yes_reads_what_comes_next(cast, browser):
    proposal = an_offered_pair(cast)
    answer_as_young_person(proposal=proposal, by=cast.theo, yes=True)
    page = home(browser, cast.theo)
    assert "You said yes to Amina" in page
    assert "We are looking for your mentor" not in page
    answer_as_mentor(proposal=proposal, by=cast.amina, yes=True)
    assert "You and Amina both said yes" in home(browser, cast.theo)


def test_the_way_from_agreement_to_the_next_hour(cast, browser, settings, django_assert_max_num_queries):
    settings.USERSESSIONS_TRACK_ACTIVITY = False  # the count is of the page
    match = an_introduced_match(cast)
    assert "Read what you promise each other" in home(browser, cast.theo)
    actions.agree(match=match, by=cast.theo)
    assert "Amina is reading the agreement" in home(browser, cast.theo)
    actions.agree(match=match, by=cast.amina)
    a_planned_session(cast, match)
    with django_assert_max_num_queries(12):
        page = browser.get("/young/").text
    assert "with Amina, at Oldham Library" in page
    Session.objects.update(at=now() - timedelta(hours=2))
    assert "Did you and Amina meet on" in home(browser, cast.theo)
    Session.objects.all().delete()
    a_held_session(cast, match)
    assert "How is it going with Amina?" in home(browser, cast.theo)


def test_a_pause_says_that_they_did_nothing_wrong(cast, browser):
    match = an_active_match(cast)
    actions.pause_match(match=match, by=cast.sam)

    assert "You did nothing wrong" in home(browser, cast.theo)


def test_emails_are_read_here_by_those_without_an_address(cast, browser):
    an_introduced_match(cast)
    email = Email.objects.get(to=cast.theo)
    assert email.subject in home(browser, cast.theo)

    browser.post(f"/young/emails/{email.public_id}/read/")

    assert email.subject not in home(browser, cast.theo)
    assert browser.post(f"/young/emails/{email.public_id}/read/").status_code == 404


def test_consent_has_a_receipt_and_is_taken_back_with_one_press(cast, browser):
    match = an_active_match(cast)
    consent = cast.theo.consents.get()
    page = browser.sign_in(cast.theo).get("/young/my-yes/").text
    assert consent.public_id in page
    assert "Stop now" in page

    page = browser.post("/young/my-yes/", follow=True).text

    assert "It has stopped" in page
    assert "There is no yes on record" in page
    match.refresh_from_db()
    assert (match.state, match.paused_why) == ("paused", "consent")
    assert browser.post("/young/my-yes/", follow=True).status_code == 200
    assert "There is no yes on record" in home(browser, cast.theo)


def test_somebody_who_took_their_yes_back_is_not_looked_for(cast, browser):
    theos_place(cast)
    browser.sign_in(cast.theo).post("/young/my-yes/")

    assert "We have stopped, as you asked" in home(browser, cast.theo)


def test_it_is_for_young_people(cast, browser):
    for address in ("/young/", "/young/my-yes/"):
        assert browser.sign_in(cast.amina).get(address).status_code == 403
        browser.logout()
        assert browser.get(address).status_code == 302
