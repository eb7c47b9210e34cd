"""A mentor's page with one young person: agreeing, planning, writing down, calling off, the pulse."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from onemm.lib.clock import now, today
from onemm.mentoring.models import Agreement, Pulse, Session
from onemm.notifications.models import Email
from tests.factories.mentoring import a_held_session, a_planned_session, an_active_match, an_introduced_match


@pytest.fixture
def match(cast):
    return an_active_match(cast)


@pytest.fixture
def home(match):
    return f"/mentor/matches/{match.public_id}/"


def in_days(days):
    return (today() + timedelta(days=days)).isoformat()


def test_the_page_draws_the_year_and_offers_the_next_thing(
    cast, browser, match, home, settings, django_assert_max_num_queries
):
    # The count is of the page; that allauth notes each visit is a setting of its own.
    settings.USERSESSIONS_TRACK_ACTIVITY = False
    a_held_session(cast, match, minutes=130)
    browser.sign_in(cast.amina)

    with django_assert_max_num_queries(12):
        page = browser.get(home).text

    assert 'aria-label="2 of 12 hours given"' in page
    assert "1 session, 2 hours 10 minutes" in page
    assert "How is it going with Theo?" in page


def test_the_page_shows_the_young_persons_first_name_only(cast, browser, match, home):
    cast.theo.last_name = "Baker"
    cast.theo.save()

    page = browser.sign_in(cast.amina).get(home).text

    assert "Theo" in page
    assert "Baker" not in page


def test_the_agreement_is_read_whole_and_agreed_to(cast, browser):
    match = an_introduced_match(cast)
    address = f"/mentor/matches/{match.public_id}/"
    browser.sign_in(cast.amina)
    assert "Read the agreement" in browser.get(address).text
    page = browser.get(address + "agreement/").text
    assert "No private contact" in page
    assert "I agree" in page

    page = browser.post(address + "agreement/", follow=True).text

    assert "Theo is reading the agreement" in page
    assert Agreement.objects.get().person == cast.amina
    assert "You have agreed to this." in browser.get(address + "agreement/").text
    assert "already agreed" in browser.post(address + "agreement/", follow=True).text


def test_a_planned_hour_is_in_both_diaries_and_the_other_is_told(cast, browser, match, home):
    browser.sign_in(cast.amina)
    assert "When do you and Theo meet?" in browser.get(home + "plan/").text

    page = browser.post(
        home + "plan/",
        {"day": in_days(6), "time": "5.30pm", "channel": "face_to_face", "where": "Oldham Library", "purpose": "A CV"},
        follow=True,
    ).text

    session = Session.objects.get()
    assert timezone.localtime(session.at).strftime("%H:%M") == "17:30"
    assert "Oldham Library" in page
    assert Email.objects.filter(to=cast.theo, subject__startswith="Amina planned").exists()


def test_bad_plans_keep_what_was_typed(cast, browser, match, home):
    browser.sign_in(cast.amina)
    good = {"day": in_days(6), "time": "17:30", "channel": "face_to_face", "where": "Oldham Library"}

    page = browser.post(home + "plan/", {**good, "day": in_days(-2)}).text
    assert "Choose today or a day to come" in page
    assert "Oldham Library" in page
    assert "phone numbers" in browser.post(home + "plan/", {**good, "where": "ring 07700 900123"}).text
    assert "Give a time" in browser.post(home + "plan/", {**good, "time": "teatime"}).text
    assert not Session.objects.exists()


def test_writing_down_a_planned_hour_takes_one_press(cast, browser, match, home):
    session = a_planned_session(cast, match)
    Session.objects.update(at=now() - timedelta(hours=3))
    browser.sign_in(cast.amina)
    assert "Did you meet Theo on" in browser.get(home).text
    page = browser.get(f"/mentor/sessions/{session.public_id}/log/").text
    assert re.search(r'value="60"[^>]*checked', page)

    local = timezone.localtime(Session.objects.get().at)
    page = browser.post(
        f"/mentor/sessions/{session.public_id}/log/",
        {"day": local.date().isoformat(), "time": local.strftime("%H:%M"), "minutes": "60"},
        follow=True,
    ).text

    session.refresh_from_db()
    assert (session.state, session.minutes, session.logged_by) == ("held", 60, cast.amina)
    assert "It is written down" in page


def test_an_hour_that_was_not_planned_can_be_written_down_with_any_length(cast, browser, match, home):
    browser.sign_in(cast.amina)
    assert "For how long?" in browser.get(home + "log/").text

    browser.post(
        home + "log/",
        {"day": in_days(-2), "time": "16:00", "minutes": "other", "other_minutes": "75", "words": "We drew maps"},
    )

    assert Session.objects.get().minutes == 75
    assert "We drew maps" in browser.get(home).text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"day": in_days(1)}, "once it has begun"),
        ({"day": in_days(-300)}, "had not been introduced"),
        ({"minutes": "other"}, "Say how many minutes"),
        ({"minutes": "other", "other_minutes": "900"}, "between 5 and 480"),
        ({"minutes": "other", "other_minutes": "lots"}, "whole number"),
        ({"day": ""}, "Please answer"),
    ],
)
def test_a_bad_log_says_what_is_wrong_and_keeps_the_line(cast, browser, match, home, change, said):
    browser.sign_in(cast.amina)

    page = browser.post(
        home + "log/", {"day": in_days(-2), "time": "16:00", "minutes": "60", "words": "We drew maps", **change}
    ).text

    assert said in page
    assert "We drew maps" in page
    assert not Session.objects.exists()


def test_calling_off_tells_the_other_and_asks_for_another_day(cast, browser, match):
    session = a_planned_session(cast, match)

    page = browser.sign_in(cast.amina).post(f"/mentor/sessions/{session.public_id}/call-off/", follow=True).text

    assert "we have told Theo" in page
    assert Email.objects.filter(to=cast.theo, kind="session.called_off").exists()
    assert browser.post(f"/mentor/sessions/{session.public_id}/call-off/").status_code == 409


def test_a_pulse_is_given_and_put_right_in_the_same_month(cast, browser, match, home):
    browser.sign_in(cast.amina)
    browser.post(home + "pulse/", {"value": "8", "words": "Going well"})

    assert "takes its place" in browser.get(home + "pulse/").text
    browser.post(home + "pulse/", {"value": "5"})
    assert Pulse.objects.get().value == 5
    assert "Anything" in browser.post(home + "pulse/", {"value": "11", "words": "Anything"}).text


def test_losing_touch_reaches_the_coordinator(cast, browser, match, home):
    assert cast.sam
    page = browser.sign_in(cast.amina).post(home + "lost-touch/", follow=True).text

    assert "within two working days" in page
    assert Email.objects.get(kind="match.lost_touch").to == cast.sam


def test_paused_and_ended_pages_say_so_and_offer_nothing(cast, browser, match, home):
    browser.sign_in(cast.sam).post(f"/partner/pairs/{match.public_id}/pause/")
    page = browser.sign_in(cast.amina).get(home).text
    assert "Your meetings with Theo are paused for now" in page
    assert "Plan a session" not in page
    assert (
        "paused for now" in browser.post(home + "plan/", {"day": in_days(6), "time": "17:30", "channel": "online"}).text
    )
    browser.sign_in(cast.sam).post(
        f"/partner/pairs/{match.public_id}/end/", {"ending": "early", "reason": "Moved away", "closing_talk": "no"}
    )
    page = browser.sign_in(cast.amina).get(home).text
    assert "has ended" in page
    assert "Moved away" not in page
    assert "said goodbye" in browser.post(home + "pulse/", {"value": "5"}).text


def test_other_mentors_the_young_person_and_strangers_do_not_get_in(cast, browser, match, home):
    session = a_planned_session(cast, match)
    addresses = [
        home,
        *(home + way for way in ("agreement/", "plan/", "log/", "pulse/")),
        f"/mentor/sessions/{session.public_id}/log/",
    ]
    for address in addresses:
        assert browser.sign_in(cast.other_mentor).get(address).status_code == 404
        assert browser.sign_in(cast.theo).get(address).status_code == 403
        browser.logout()
        assert browser.get(address).status_code == 302
