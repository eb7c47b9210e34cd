"""A coordinator looks after pairs: the table, one pair, pausing, going on, and saying goodbye."""

from datetime import timedelta

from onemm.lib.clock import now, today
from onemm.mentoring.actions import give_pulse, introduce
from onemm.mentoring.models import Match
from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from onemm.safeguarding.actions import impose_restriction
from tests.factories.mentoring import (
    a_held_session,
    a_planned_session,
    a_ready_mentor,
    an_active_match,
    an_introduced_match,
    enrol,
)

ENDING = {"ending": "planned", "reason": "The year is complete.", "closing_talk": "yes"}


def test_the_table_shows_every_open_pair_with_hours_and_when_they_met(cast, browser):
    match = an_active_match(cast)
    a_held_session(cast, match)

    page = browser.sign_in(cast.sam).get("/partner/pairs/").text

    assert "Theo and Amina" in page
    assert "1 of 12" in page
    assert "3 days ago" in page


def test_the_table_can_be_narrowed_to_one_state_and_sorted(cast, browser):
    an_active_match(cast)
    browser.sign_in(cast.sam)

    assert "Theo and Amina" in browser.get("/partner/pairs/?state=active&sort=-met").text
    assert "No pairs to show" in browser.get("/partner/pairs/?state=ended").text
    assert "Theo and Amina" in browser.get("/partner/pairs/?state=nonsense&page=99").text


def test_the_table_asks_few_questions_however_many_pairs(cast, browser, django_assert_max_num_queries):
    mentor = a_ready_mentor(cast, capacity=3)
    for number in range(3):
        introduce(
            enrolment=enrol(cast, f"R{number}", first_name=f"Kid{number}"), mentor=mentor, on=today(), by=cast.sam
        )
    browser.sign_in(cast.sam)

    with django_assert_max_num_queries(12):
        browser.get("/partner/pairs/")


def test_the_pair_page_shows_pulses_of_both_sessions_and_the_agreement(
    cast, browser, settings, django_assert_max_num_queries
):
    # The count is of the page; that allauth notes each visit is a setting of its own.
    settings.USERSESSIONS_TRACK_ACTIVITY = False
    match = an_active_match(cast)
    a_held_session(cast, match)
    a_planned_session(cast, match)
    give_pulse(match=match, by=cast.theo, value=9, words="She listens")
    give_pulse(match=match, by=cast.amina, value=7)
    browser.sign_in(cast.sam)

    with django_assert_max_num_queries(12):
        page = browser.get(f"/partner/pairs/{match.public_id}/").text

    for words in ("She listens", "We drew maps.", "Oldham Library", "Both laughed.", "Theo has agreed", "1 of 12"):
        assert words in page


def test_pausing_and_going_on_are_each_one_button(cast, browser):
    match = an_active_match(cast)
    browser.sign_in(cast.sam)

    page = browser.post(f"/partner/pairs/{match.public_id}/pause/", follow=True).text
    assert "Their meetings are paused" in page
    assert "You can let them go on" in page
    page = browser.post(f"/partner/pairs/{match.public_id}/resume/", follow=True).text
    assert "They can meet again" in page
    match.refresh_from_db()
    assert match.state == "active"


def test_going_on_is_refused_while_a_restriction_stands_and_the_page_does_not_say_why(cast, browser):
    match = an_active_match(cast)
    impose_restriction(person=cast.amina, by=cast.noor, reason="A dark tale")
    browser.sign_in(cast.sam)

    answer = browser.post(f"/partner/pairs/{match.public_id}/resume/")

    assert answer.status_code == 409
    assert "dark tale" not in answer.text
    assert "The safeguarding lead decides" in browser.get(f"/partner/pairs/{match.public_id}/").text


def test_an_ending_says_how_why_and_whether_there_was_a_closing_talk(cast, browser):
    match = an_active_match(cast)
    browser.sign_in(cast.sam)
    assert "Say goodbye well" in browser.get(f"/partner/pairs/{match.public_id}/end/").text

    page = browser.post(f"/partner/pairs/{match.public_id}/end/", ENDING, follow=True).text

    assert "The year is complete." in page
    assert "Closing talk: held" in page
    match.refresh_from_db()
    assert (match.state, match.ending, match.ended_by) == ("ended", "planned", cast.sam)


def test_a_bad_ending_keeps_what_was_typed_and_a_second_one_is_refused(cast, browser):
    match = an_active_match(cast)
    browser.sign_in(cast.sam)

    page = browser.post(f"/partner/pairs/{match.public_id}/end/", {"reason": "They moved to Leeds"}).text
    assert "They moved to Leeds" in page
    assert Match.objects.get().state == "active"
    browser.post(f"/partner/pairs/{match.public_id}/end/", ENDING)
    assert "said goodbye" in browser.post(f"/partner/pairs/{match.public_id}/end/", ENDING).text


def test_strangers_find_nothing_and_colleagues_without_the_right_are_told(cast, browser):
    match = an_introduced_match(cast)
    for way in ("", "end/"):
        assert browser.sign_in(cast.lou).get(f"/partner/pairs/{match.public_id}/{way}").status_code == 404
        assert browser.sign_in(cast.amina).get(f"/partner/pairs/{match.public_id}/{way}").status_code == 403
        browser.logout()
        assert browser.get(f"/partner/pairs/{match.public_id}/{way}").status_code == 302
    for way in ("pause/", "resume/"):
        assert browser.sign_in(cast.lou).post(f"/partner/pairs/{match.public_id}/{way}").status_code == 404
    assert "Theo" not in browser.sign_in(cast.lou).get("/partner/pairs/").text


def test_a_coordinator_who_is_the_mentor_does_not_look_after_their_own_pair(cast, browser):
    match = an_introduced_match(cast)
    grant_role(person=cast.amina, role=Role.COORDINATOR, by=None, organisation=cast.partner)

    assert browser.sign_in(cast.amina).get(f"/partner/pairs/{match.public_id}/").status_code == 404


def test_a_called_off_session_shows_as_such(cast, browser):
    match = an_active_match(cast)
    session = a_planned_session(cast, match, now() + timedelta(days=2))
    browser.sign_in(cast.amina).post(f"/mentor/sessions/{session.public_id}/call-off/")

    assert "Called off" in browser.sign_in(cast.sam).get(f"/partner/pairs/{match.public_id}/").text
