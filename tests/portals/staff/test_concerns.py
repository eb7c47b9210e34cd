"""Noor's pages: everything about a concern, for safeguarding leads alone."""

import pytest

from onemm.audit.models import Entry
from onemm.safeguarding.models import Concern, Restriction
from onemm.safeguarding.queries import is_restricted
from tests.factories.mentoring import an_active_match
from tests.factories.safeguarding import a_concern, a_triaged_concern, an_open_case


def url_of(concern, then=""):
    return f"/staff/concerns/{concern.public_id}/{then}"


def test_the_list_shows_who_waits_first_and_costs_few_queries(browser, cast, django_assert_max_num_queries):
    an_open_case(cast)
    for _ in range(20):
        a_concern(cast, about=cast.amina, by=cast.theo, urgency="unsure")
    browser.sign_in(cast.noor)
    with django_assert_max_num_queries(12):
        page = browser.get("/staff/concerns/")
    assert "20 waiting for an answer" in page.text
    assert page.text.index("Not read yet") < page.text.index("Case open")


def test_empty_lists_say_so(browser, cast):
    browser.sign_in(cast.noor)
    assert "No concern is open" in browser.get("/staff/concerns/").text
    assert "No concern has been closed" in browser.get("/staff/concerns/?show=closed").text


@pytest.mark.parametrize("name", ["ada", "priya"])
def test_staff_without_the_right_are_refused(browser, cast, name):
    concern = a_concern(cast)
    browser.sign_in(getattr(cast, name))
    assert browser.get("/staff/concerns/").status_code == 403
    assert browser.get(url_of(concern)).status_code == 403
    for then in ("triage/", "open/", "close/", "restrict/", "lift/"):
        assert browser.post(url_of(concern, then), {}).status_code == 403


def test_a_stranger_is_sent_to_sign_in(browser, cast):
    assert browser.get(url_of(a_concern(cast))).status_code == 302


def test_a_concern_about_a_lead_does_not_exist_for_them(browser, cast):
    concern = a_concern(cast, about=cast.noor)
    browser.sign_in(cast.noor)
    assert browser.get(url_of(concern)).status_code == 404
    assert browser.post(url_of(concern, "triage/"), {"urgency": "soon"}).status_code == 404


def test_reading_shows_everything_and_is_written_down(browser, cast, django_assert_max_num_queries):
    an_active_match(cast)
    concern = a_concern(cast, about=cast.amina, by=cast.theo)
    browser.sign_in(cast.noor)
    with django_assert_max_num_queries(20):  # the audit entry is part of it
        page = browser.get(url_of(concern))
    assert "He came without the coordinator." in page.text
    assert Entry.objects.filter(event="concern:read", actor=cast.noor.public_id).count() == 1


def test_noor_takes_a_concern_from_raised_to_closed(browser, cast):
    concern = a_concern(cast)
    browser.sign_in(cast.noor)
    assert browser.post(url_of(concern, "triage/"), {"urgency": "danger"}).status_code == 302
    assert "Open a case" in browser.get(url_of(concern)).text
    assert browser.post(url_of(concern, "open/")).status_code == 302
    empty = browser.post(url_of(concern, "close/"), {"outcome": " "})
    assert (empty.status_code, Concern.objects.get().state) == (200, "case_open")
    assert browser.post(url_of(concern, "close/"), {"outcome": "All are well."}).status_code == 302
    assert "All are well." in browser.get(url_of(concern)).text
    assert "danger" in browser.get("/staff/concerns/?show=closed").text
    again = browser.post(url_of(concern, "close/"), {"outcome": "Once more."})
    assert "already closed" in again.text


def test_noor_pauses_the_other_side_of_a_pair_and_lets_them_go_on(browser, cast):
    match = an_active_match(cast)
    concern = a_triaged_concern(cast, about=cast.theo)
    browser.sign_in(cast.noor)
    answer = browser.post(
        url_of(concern, "restrict/"), {"person": cast.amina.public_id, "reason": "Met alone."}, follow=True
    )
    assert "Met alone." in answer.text
    match.refresh_from_db()
    assert (is_restricted(cast.amina), match.state) == (True, "paused")
    assert Restriction.objects.get().concern == concern

    browser.post(url_of(concern, "lift/"), {"person": cast.amina.public_id})
    match.refresh_from_db()
    assert (is_restricted(cast.amina), match.state) == (False, "active")
    assert browser.post(url_of(concern, "lift/"), {"person": cast.amina.public_id}).status_code == 404


def test_somebody_is_found_by_name_when_nobody_was_named(browser, cast):
    an_active_match(cast)
    concern = a_concern(cast)
    browser.sign_in(cast.noor)
    assert "Find somebody in a pair by name first" in browser.get(url_of(concern)).text
    assert "Nobody in a pair has that name" in browser.get(url_of(concern) + "?who=Zzz").text
    assert "Amina Yusuf: mentor, with Theo" in browser.get(url_of(concern) + "?who=yus").text
    answer = browser.post(url_of(concern, "restrict/"), {"who": "yus", "person": cast.amina.public_id, "reason": ""})
    assert answer.status_code == 200
    assert "Amina Yusuf" in answer.text
    browser.post(url_of(concern, "restrict/"), {"who": "yus", "person": cast.amina.public_id, "reason": "x"})
    assert is_restricted(cast.amina)
