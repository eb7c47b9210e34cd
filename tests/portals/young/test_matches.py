"""A young person's page with their mentor."""

from datetime import timedelta

import pytest

from onemm.lib.clock import now
from onemm.mentoring import actions
from onemm.mentoring.models import Agreement, Pulse, Session
from onemm.notifications.models import Email
from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from tests.factories.mentoring import a_held_session, a_planned_session, an_active_match, an_introduced_match


@pytest.fixture
def match(cast):
    return an_active_match(cast)


@pytest.fixture
def page(match):
    return f"/young/matches/{match.public_id}/"


def test_the_page_draws_the_year_and_says_who_the_mentor_is(
    cast, browser, match, page, settings, django_assert_max_num_queries
):
    settings.USERSESSIONS_TRACK_ACTIVITY = False  # the count is of the page
    a_held_session(cast, match)
    a_planned_session(cast, match)
    browser.sign_in(cast.theo)

    with django_assert_max_num_queries(12):
        text = browser.get(page).text

    for words in ('aria-label="1 of 12 hours given"', "We drew maps.", "Oldham Library", "Signalling engineer"):
        assert words in text
    assert "Yusuf" not in text
    assert cast.amina.email not in text


def test_the_promises_are_read_and_said_yes_to(cast, browser):
    match = an_introduced_match(cast)
    page = f"/young/matches/{match.public_id}/"
    browser.sign_in(cast.theo)
    assert "Read what you promise each other" in browser.get(page).text
    assert "No private contact" in browser.get(page + "agreement/").text

    assert "Amina is reading the agreement" in browser.post(page + "agreement/", follow=True).text
    assert Agreement.objects.get().person == cast.theo
    assert "already agreed" in browser.post(page + "agreement/", follow=True).text
    assert "You have said yes to this." in browser.get(page + "agreement/").text


def test_saying_that_they_met_fills_the_year(cast, browser, match, page):
    session = a_planned_session(cast, match)
    Session.objects.update(at=now() - timedelta(hours=2))
    browser.sign_in(cast.theo)
    assert "Yes, we met" in browser.get(page).text
    met = f"/young/sessions/{session.public_id}/met/"
    assert "You met Amina" in browser.get(met).text

    assert "Please choose" in browser.post(met, {"words": "x"}).text
    assert "phone numbers" in browser.post(met, {"minutes": "60", "words": "ring 07700 900123"}).text
    assert "counts towards your year" in browser.post(met, {"minutes": "90"}, follow=True).text
    session.refresh_from_db()
    assert (session.state, session.minutes, session.logged_by) == ("held", 90, cast.theo)


def test_calling_off_is_fine_and_the_mentor_is_told(cast, browser, match, page):
    session = a_planned_session(cast, match)
    text = browser.sign_in(cast.theo).post(f"/young/sessions/{session.public_id}/call-off/", follow=True).text

    assert "we have told Amina" in text
    assert "Called off" in text


def test_a_pulse_goes_to_the_coordinator_alone(cast, browser, match, page):
    browser.sign_in(cast.theo)
    browser.post(page + "pulse/", {"value": "3", "words": "He is late"})

    assert Pulse.objects.get().value == 3
    assert "takes its place" in browser.get(page + "pulse/").text
    assert "Kept words" in browser.post(page + "pulse/", {"value": "", "words": "Kept words"}).text
    assert "He is late" not in browser.sign_in(cast.amina).get(f"/mentor/matches/{match.public_id}/").text


def test_losing_touch_is_one_tap(cast, browser, match, page):
    assert cast.sam
    text = browser.sign_in(cast.theo).post(page + "lost-touch/", follow=True).text

    assert "Thank you for telling us" in text
    assert Email.objects.get(kind="match.lost_touch").to == cast.sam


def test_pauses_and_goodbyes_are_kind(cast, browser, match, page):
    browser.sign_in(cast.theo)
    assert "will choose a day with you" in browser.get(page).text
    actions.pause_match(match=match, by=cast.sam)
    assert "You did nothing wrong" in browser.get(page).text
    actions.end_match(match=match, by=cast.sam, ending="early", reason="Amina moved", closing_talk_held=True)
    text = browser.get(page).text
    assert "Well done for all you did" in text
    assert "Amina moved" not in text
    assert "said goodbye" in browser.post(page + "pulse/", {"value": "5"}).text


def test_nobody_else_gets_in(cast, browser, match, page):
    session = a_planned_session(cast, match)
    other = cast.lena
    grant_role(person=other, role=Role.YOUNG_PERSON, by=None)
    for address in (page, page + "agreement/", page + "pulse/", f"/young/sessions/{session.public_id}/met/"):
        assert browser.sign_in(other).get(address).status_code == 404
        assert browser.sign_in(cast.amina).get(address).status_code == 403
        browser.logout()
        assert browser.get(address).status_code == 302
