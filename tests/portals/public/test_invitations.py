"""The page behind a letter's link: yes, no, never again, and too late."""

from datetime import timedelta

import pytest
from django.urls import reverse

from onemm.jobs.actions import finish_job
from onemm.lib.clock import today
from onemm.outreach.actions import invite_colleague, invite_colleagues, make_personal_link
from onemm.outreach.models import DoNotWrite, Invitation, Origin
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.mentoring import a_ready_mentor
from tests.factories.outreach import begins
from tests.factories.recruitment import ELIGIBLE

pytestmark = pytest.mark.django_db


def a_letter(cast: Cast) -> Invitation:
    finish_job(job=invite_colleagues(employer=cast.employer, content=b"email\nbea@works.example\n", by=cast.ruth))
    return Invitation.objects.get()


def page_of(letter: Invitation, name: str = "invited") -> str:
    return reverse(f"public:{name}", args=[letter.token])


def test_the_link_says_who_asks_and_what_they_will_see(browser: Browser, cast: Cast) -> None:
    page = browser.get(page_of(a_letter(cast))).text
    assert "Ruth Adeyemi at Northern Rail Works" in page
    assert "never who, unless you say so yourself" in page
    assert Invitation.objects.get().state == "sent"  # looking is not answering: mail programs look at every link


def test_a_yes_leads_to_the_questions_and_on_to_the_application(browser: Browser, cast: Cast) -> None:
    letter = a_letter(cast)
    browser.sign_in(cast.lena)
    assert browser.post(page_of(letter))["Location"] == reverse("public:eligibility")
    browser.post("/can-i-mentor/", ELIGIBLE)
    begins(browser)
    origin = Origin.objects.get()
    assert (origin.via, origin.employer, origin.application.person) == ("letter", cast.employer, cast.lena)
    assert Invitation.objects.get().email == ""


def test_a_no_for_good_is_kept_and_said(browser: Browser, cast: Cast) -> None:
    letter = a_letter(cast)
    page = browser.post(page_of(letter, "invited_no"), {"for_good": "on"}, follow=True).text
    assert "We will not invite you again" in page
    assert DoNotWrite.objects.count() == 1
    assert browser.get(page_of(letter)).status_code == 404
    assert "This invitation is over" in browser.get(page_of(letter)).text


def test_a_plain_no_keeps_nothing(browser: Browser, cast: Cast) -> None:
    browser.post(page_of(a_letter(cast), "invited_no"))
    assert not DoNotWrite.objects.exists()


def test_opening_the_address_of_the_no_answers_nothing(browser: Browser, cast: Cast) -> None:
    letter = a_letter(cast)
    assert browser.get(page_of(letter, "invited_no"))["Location"] == page_of(letter)
    assert Invitation.objects.get().state == "sent"


def test_too_late_or_never_sent_look_the_same(browser: Browser, cast: Cast) -> None:
    letter = a_letter(cast)
    Invitation.objects.update(expires_on=today() - timedelta(days=1))
    late, never = browser.get(page_of(letter)), browser.get("/invited/not-a-token/")
    assert late.status_code == never.status_code == 404
    assert "forgotten the address" in late.text
    assert browser.post(page_of(letter)).status_code == browser.post(page_of(letter, "invited_no")).status_code == 404


def test_a_mentors_own_link_leads_to_what_mentors_do_and_is_remembered(browser: Browser, cast: Cast) -> None:
    a_ready_mentor(cast)
    link = make_personal_link(person=cast.amina)
    browser.sign_in(cast.lena)
    assert browser.get(reverse("public:asked_by", args=[link.token]))["Location"] == reverse("public:mentors")
    browser.post("/can-i-mentor/", ELIGIBLE)
    begins(browser)
    assert (Origin.objects.get().via, Origin.objects.get().invited_by) == ("colleague", cast.amina)


def test_a_mentors_letter_names_the_mentor(browser: Browser, cast: Cast) -> None:
    a_ready_mentor(cast)
    letter = invite_colleague(by=cast.amina, email="friend@example.net", first_name="Fi")
    assert "Amina Yusuf" in browser.get(page_of(letter)).text
