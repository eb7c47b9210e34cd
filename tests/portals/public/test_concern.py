"""Raising a concern, from any page, signed in or not."""

import pytest

from onemm.notifications.models import Email
from onemm.people.actions.trying import CONCERN_PER_ADDRESS
from onemm.safeguarding.models import Concern
from tests.factories.mentoring import an_active_match

URL = "/concern/"
SAID = {"words": "He asked me to meet alone.", "urgency": "danger"}


def test_somebody_who_is_not_signed_in_raises_a_concern_and_is_told_what_happens_next(browser, cast):
    noor = cast.noor
    page = browser.get(URL, headers={"Referer": "http://testserver/young/matches/abc/"})
    assert page.text.index("999") < page.text.index("<h1")
    assert "0800 1111" in page.text
    assert 'value="/young/matches/abc/"' in page.text

    answer = browser.post(URL, {**SAID, "page": "/young/matches/abc/", "reply_to": "0161 000 0000"}, follow=True)
    concern = Concern.objects.get()
    assert answer.redirect_chain == [("/concern/raised/", 302)]
    assert "What happens next" in answer.text
    assert (concern.raised_by, concern.urgency, concern.page) == (None, "danger", "/young/matches/abc/")
    assert Email.objects.get(to=noor).path == f"/staff/concerns/{concern.public_id}/"


def test_a_page_elsewhere_is_not_kept(browser, db):
    assert "evil" not in browser.get(URL, headers={"Referer": "http://evil.example/x"}).text
    assert 'value="/mentor/"' in browser.get(URL + "?page=/mentor/").text
    assert "javascript" not in browser.get(URL + "?page=javascript:x").text


@pytest.mark.parametrize(("name", "other"), [("theo", "amina"), ("amina", "theo")])
def test_one_of_a_pair_can_name_the_other_without_typing(browser, cast, name, other):
    an_active_match(cast)
    person, other = getattr(cast, name), getattr(cast, other)
    browser.sign_in(person)
    assert f"Yes, {other.first_name}" in browser.get(URL).text
    browser.post(URL, {**SAID, "about": other.public_id})
    concern = Concern.objects.get()
    assert (concern.raised_by, concern.about) == (person, other)


def test_nobody_names_a_person_they_are_not_matched_with(browser, cast):
    an_active_match(cast)
    browser.sign_in(cast.theo)
    answer = browser.post(URL, {**SAID, "about": cast.lena.public_id})
    assert answer.status_code == 200
    assert not Concern.objects.exists()
    assert SAID["words"] in answer.text


@pytest.mark.parametrize("said", [{"words": "He asked"}, {"urgency": "soon"}, {"words": "   ", "urgency": "soon"}])
def test_what_is_missing_is_asked_for_and_what_was_typed_is_kept(browser, db, said):
    answer = browser.post(URL, {"about_whom": "Mr Grey", **said})
    assert answer.status_code == 200
    assert "Mr Grey" in answer.text
    assert not Concern.objects.exists()


def test_over_the_limit_a_stranger_is_told_plainly_to_ring_and_keeps_the_words(browser, cast):
    for _ in range(CONCERN_PER_ADDRESS.times):
        browser.post(URL, SAID)
    answer = browser.post(URL, SAID)
    assert answer.status_code == 429
    assert "has not been sent" in answer.text
    assert SAID["words"] in answer.text
    assert Concern.objects.count() == CONCERN_PER_ADDRESS.times

    browser.sign_in(cast.lena)
    assert browser.post(URL, SAID).status_code == 302, "whoever has signed in is never refused"


def test_sent_twice_it_is_one_concern(browser, db):
    token = "6f0d1c1e-3a52-4d7e-9d3f-000000000001"
    for _ in range(2):
        assert browser.post(URL, {**SAID, "form_token": token}).status_code == 302
    assert Concern.objects.count() == 1
