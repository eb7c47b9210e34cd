"""A coordinator's morning: who wants a call, what waits, and this month's figures."""

from datetime import timedelta

from onemm.lib.clock import now, today
from onemm.matching.models import Proposal, Round
from onemm.mentoring import actions
from onemm.worklist.actions import sync_again
from tests.factories.mentoring import a_held_session, a_ready_mentor, an_active_match, enrol


def a_proposal(cast, enrolment, **change):
    found = Round.objects.create(programme=cast.programme, asked_by=cast.sam, state="proposed")
    proposal = Proposal.objects.create(
        **{"round": found, "enrolment": enrolment, "mentor": cast.amina, "score": 700, **change}
    )
    sync_again(subject=proposal)
    sync_again(subject=found)
    return proposal


def accepted(cast, enrolment):
    return a_proposal(
        cast,
        enrolment,
        state="accepted",
        approved_by=cast.sam,
        offered_at=now(),
        mentor_yes_at=now(),
        young_person_yes_at=now(),
    )


def test_an_empty_morning_says_that_nothing_needs_one(cast, browser):
    page = browser.sign_in(cast.sam).get("/partner/").text

    assert "Nothing needs you this minute" in page
    assert "0 of 0" in page


def test_the_pair_that_wants_a_call_most_comes_first(cast, browser):
    an_active_match(cast, on=today() - timedelta(days=60))

    page = browser.sign_in(cast.sam).get("/partner/").text

    assert "First, call" in page
    assert "Not met since the introduction, 60 days ago." in page


def test_then_introductions_and_then_rounds_to_review(cast, browser):
    a_ready_mentor(cast)
    proposal = a_proposal(cast, enrol(cast))
    browser.sign_in(cast.sam)
    assert "Look at the suggested pairs" in browser.get("/partner/").text
    proposal.delete()
    sync_again(subject=proposal.round)
    proposal = accepted(cast, enrol(cast, "R2", first_name="Ana"))

    page = browser.get("/partner/").text

    assert "Introduce Ana and Amina" in page
    assert proposal.public_id in page


def test_this_month_and_who_waits_longest_are_counted(cast, browser, settings, django_assert_max_num_queries):
    settings.USERSESSIONS_TRACK_ACTIVITY = False  # the count is of the page
    match = an_active_match(cast)
    actions.log_session(match=match, by=cast.amina, at=now() - timedelta(seconds=1), minutes=90)
    for number in range(12):
        enrol(cast, f"R{number}", first_name=f"Kid{number}")
    accepted(cast, enrol(cast, "P", first_name="Ana"))
    browser.sign_in(cast.sam)

    with django_assert_max_num_queries(12):
        page = browser.get("/partner/").text

    assert "1 of 1" in page
    assert "1.5" in page
    assert "Kid0" in page


def test_others_partners_exceptions_are_not_shown(cast, browser):
    match = an_active_match(cast, on=today() - timedelta(days=60))
    a_held_session(cast, match, days_ago=50)

    assert "Theo" not in browser.sign_in(cast.lou).get("/partner/").text
    assert browser.sign_in(cast.amina).get("/partner/").status_code == 403
    assert browser.sign_in(cast.lena).get("/partner/").status_code == 403
