"""A mentor applies in small steps that she can leave and resume, and sees afterwards how far it has come."""

from typing import Any

import pytest
from django.urls import reverse

from onemm.lib.clock import today
from onemm.mentors.models import MentorProfile
from onemm.people.vocabulary import HALF_DAYS
from onemm.recruitment import actions
from onemm.recruitment.models import Application
from onemm.recruitment.queries import application_of
from onemm.recruitment.rules.steps import STEPS
from tests.cast import Cast
from tests.conftest import Browser, text
from tests.factories.outreach import YES_TO_ALL, begins
from tests.factories.recruitment import (
    ELIGIBLE,
    a_filled_in_application,
    a_reference,
    a_started_application,
    a_submitted_application,
    an_application_in_screening,
    an_approved_mentor,
    an_interview,
    two_referees,
)

HOME = "/mentor/application/"
TYPED: dict[str, dict[str, Any]] = {
    "about_you": {"first_name": "Amina", "last_name": "Yusuf", "born": "2/5/1984"},
    "where": {"postcode": "ol11ul"},
    "when": {"half_days": ["2", "15"]},
    "how": {"channels": ["in_person", "online"], "reach_miles": "5", "capacity": "1"},
    "what_you_bring": {
        "occupation": "Signal engineer",
        "sectors": ["engineering", "transport"],
        "interests": ["maps"],
        "languages": ["en", "so"],
        "gender": "woman",
        "background": ["new_here"],
        "words": "I mend signals.",
    },
    "why": {"why": "Somebody did it for me.", "conduct_agreed": "on"},
}


def step(slug: str) -> str:
    return reverse("mentor:application_step", args=[slug])


def test_somebody_without_a_role_is_led_to_the_questions(browser: Browser, cast: Cast) -> None:
    assert reverse("public:eligibility") in text(browser.sign_in(cast.lena).get(HOME))


def test_somebody_who_answered_well_may_begin(browser: Browser, cast: Cast) -> None:
    browser.post(reverse("public:eligibility"), ELIGIBLE)
    assert "Begin my application" not in text(browser.sign_in(cast.lena).get(HOME))
    browser.post(reverse("public:eligibility_expectations"), dict.fromkeys(YES_TO_ALL, "on"))
    assert "Begin my application" in text(browser.get(HOME))


def test_nobody_begins_without_the_questions(browser: Browser, cast: Cast) -> None:
    start = reverse("mentor:application_start")
    assert browser.sign_in(cast.lena).post(start)["Location"] == reverse("public:eligibility")
    assert browser.get(start)["Location"] == HOME


def test_beginning_twice_leads_to_the_one_application(browser: Browser, cast: Cast) -> None:
    browser.sign_in(cast.lena).post(reverse("public:eligibility"), ELIGIBLE)
    begins(browser)
    assert begins(browser)["Location"] == HOME
    assert Application.objects.count() == 1


def test_the_whole_way_from_the_first_step_to_sending(browser: Browser, cast: Cast) -> None:
    assert cast.area
    browser.sign_in(cast.amina).post(reverse("public:eligibility"), ELIGIBLE)
    next_page = begins(browser)["Location"]
    for number, wanted in enumerate(STEPS, start=1):
        assert next_page == step(wanted.slug)
        assert f"Step {number} of 6" in text(browser.get(next_page))
        next_page = browser.post(next_page, TYPED[wanted.slug])["Location"]
    assert next_page == reverse("mentor:application_check")
    page = text(browser.get(next_page))
    assert "OL1 1UL" in page
    assert "Monday evening; Saturday morning" in page
    assert browser.post(next_page)["Location"] == HOME
    application = application_of(cast.amina)
    assert application is not None
    assert application.state == "submitted"
    page = text(browser.get(HOME))
    assert "Give their names" in page
    two_referees(application)
    page = text(browser.get(HOME))
    assert "Your application is with us" in page
    assert "the programme manager" in page


def test_a_step_can_be_kept_and_left(browser: Browser, cast: Cast) -> None:
    a_started_application(cast, cast.amina)
    response = browser.sign_in(cast.amina).post(step("where"), {"postcode": "OL1 1UL", "leave": "yes"})
    assert response["Location"] == HOME
    page = text(browser.get(HOME))
    assert "Come back whenever it suits you" in page
    assert "About 9 minutes left" in page
    assert 'value="OL1 1UL"' in text(browser.get(step("where")))


@pytest.mark.parametrize(
    ("slug", "typed", "kept", "said"),
    [
        (
            "about_you",
            {"first_name": "Amina", "last_name": "Yusuf", "born": "1/1/2015"},
            'value="Yusuf"',
            "Mentors are 25 or over",
        ),
        ("about_you", {"first_name": "Amina", "last_name": "Yusuf", "born": "soon"}, 'value="Amina"', "Give a date"),
        ("where", {"postcode": "ZZ9 9ZZ"}, "ZZ9 9ZZ", "We do not know that postcode"),
        ("where", {"postcode": "home"}, 'value="home"', "Give a postcode, like OL1 1UL"),
        ("when", {}, str(HALF_DAYS[0][1]), "at least one part of the week"),
        ("how", {"reach_miles": "10", "capacity": "2"}, 'value="10"', "at least one way to meet"),
        ("what_you_bring", {"occupation": "Baker", "words": "Hi"}, 'value="Baker"', "Choose at least one"),
        ("why", {"why": "Because"}, "Because", "agree to the code of conduct"),
    ],
)
def test_what_was_typed_is_kept_when_something_is_wrong(
    browser: Browser, cast: Cast, slug: str, typed: dict[str, str], kept: str, said: str
) -> None:
    a_started_application(cast, cast.amina)
    page = text(browser.sign_in(cast.amina).post(step(slug), typed))
    assert "to put right" in page
    assert kept in page
    assert said in page
    application = application_of(cast.amina)
    assert application is not None
    assert application.steps_done == []


def test_nothing_is_sent_while_a_step_is_missing(browser: Browser, cast: Cast) -> None:
    a_started_application(cast, cast.amina)
    check = reverse("mentor:application_check")
    assert "Answer what is missing" in text(browser.sign_in(cast.amina).get(check))
    assert "Before you send it, please fill in: About you" in text(browser.post(check))


def test_a_complete_form_is_offered_for_sending(browser: Browser, cast: Cast) -> None:
    a_filled_in_application(cast, cast.amina)
    assert "Read it over, and send it" in text(browser.sign_in(cast.amina).get(HOME))


def test_after_sending_only_availability_opens(browser: Browser, cast: Cast) -> None:
    a_submitted_application(cast, cast.amina)
    browser.sign_in(cast.amina)
    assert browser.get(step("where"))["Location"] == HOME
    assert browser.get(reverse("mentor:application_check"))["Location"] == HOME
    assert "Keep this up to date" in text(browser.get(step("when")))
    assert browser.post(step("when"), {"half_days": ["5"]})["Location"] == HOME
    assert MentorProfile.objects.get(person=cast.amina).half_days == 1 << 5


def test_waiting_going_on_and_withdrawing(browser: Browser, cast: Cast) -> None:
    a_submitted_application(cast, cast.amina)
    browser.sign_in(cast.amina)
    assert browser.post(reverse("mentor:application_pause"))["Location"] == HOME
    assert "waits, as you asked" in text(browser.get(HOME))
    browser.post(reverse("mentor:application_resume"))
    assert "Please name three people" in text(browser.get(HOME))
    browser.post(reverse("mentor:application_withdraw"))
    assert "This application is closed" in text(browser.get(HOME))
    assert browser.get(step("when"))["Location"] == HOME
    assert browser.get(reverse("mentor:application_pause")).status_code == 405


def test_somebody_who_withdrew_may_begin_again(browser: Browser, cast: Cast) -> None:
    actions.withdraw_application(application=a_started_application(cast, cast.amina), by=cast.amina)
    browser.sign_in(cast.amina).post(reverse("public:eligibility"), ELIGIBLE)
    assert "Begin a new application now" in text(browser.get(HOME))
    assert begins(browser)["Location"] == step("about_you")


def test_what_a_lifecycle_refuses_is_said_in_words(browser: Browser, cast: Cast) -> None:
    a_started_application(cast, cast.amina)
    response = browser.sign_in(cast.amina).post(reverse("mentor:application_pause"))
    assert response.status_code == 409
    assert "cannot become paused" in response.content.decode()


def test_the_applicant_never_reads_what_was_said_of_her(browser: Browser, cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    a_reference(cast, application, words="Keeps SECRETS", referee_name="Sue Secret")
    an_interview(cast, application, words="A SECRET score")
    check = actions.request_check(
        application=application, by=cast.priya, level="enhanced", requested_on=application.started_at.date()
    )
    actions.hand_check_over(check=check, by=cast.priya)
    page = text(browser.sign_in(cast.amina).get(HOME))
    assert "SECRET" not in page.upper()
    assert "Now it needs you" in page
    assert "1 of 2 have answered" in page


def test_the_news_of_the_decision(browser: Browser, cast: Cast) -> None:
    an_approved_mentor(cast, cast.amina)
    assert "You are approved" in text(browser.sign_in(cast.amina).get(HOME))
    other = an_application_in_screening(cast, cast.other_mentor)
    actions.decide_application(application=other, by=cast.priya, outcome="declined", reasons="A PRIVATE REASON")
    page = text(browser.sign_in(cast.other_mentor).get(HOME))
    assert "We have decided not to go further now" in page
    assert "PRIVATE REASON" not in page


def test_whoever_has_no_application_finds_no_step(browser: Browser, cast: Cast) -> None:
    a_started_application(cast, cast.amina)
    browser.sign_in(cast.other_mentor)
    assert browser.get(step("where")).status_code == 404
    assert browser.post(reverse("mentor:application_withdraw")).status_code == 404


def test_there_is_no_unknown_step(browser: Browser, cast: Cast) -> None:
    a_started_application(cast, cast.amina)
    assert browser.sign_in(cast.amina).get(step("shoe_size")).status_code == 404


def test_staff_and_strangers_stay_outside(browser: Browser, cast: Cast) -> None:
    a_started_application(cast, cast.amina)
    for url in (step("where"), reverse("mentor:application_check")):
        assert "/account/login/" in Browser().get(url)["Location"]
        assert browser.sign_in(cast.sam).get(url).status_code == 403
        assert browser.sign_in(cast.lena).get(url).status_code == 403


def test_the_overview_stays_quick(browser: Browser, cast: Cast, django_assert_max_num_queries: Any) -> None:
    an_approved_mentor(cast, cast.amina)
    browser.sign_in(cast.amina).get(HOME)  # the session is noted on the first visit
    with django_assert_max_num_queries(12):
        assert len(browser.get(HOME).content) < 100_000


def test_the_form_for_the_check_is_on_the_page_while_it_waits_for_them(browser: Browser, cast: Cast) -> None:
    actions.set_check_route(
        nation="England",
        address="https://checks.example.org/start",
        words="Our reference is <1MM>.",
        from_sending=True,
        by=cast.noor,
    )
    application = a_submitted_application(cast, cast.amina)
    page = text(browser.sign_in(cast.amina).get(HOME))
    assert "https://checks.example.org/start" in page
    assert "Our reference is &lt;1MM&gt;." in page
    actions.record_check_result(
        check=application.checks.get(), by=cast.priya, certificate_number="001234567890", issued_on=today(), clear=True
    )
    assert "https://checks.example.org/start" not in text(browser.get(HOME))


def test_the_preview_shows_what_a_young_person_reads_and_nothing_else(browser: Browser, cast: Cast) -> None:
    a_filled_in_application(cast, cast.amina)
    profile = MentorProfile.objects.get(person=cast.amina)
    profile.words, profile.gets_on_with, profile.occupation = (
        "I mend <b>signals</b>.",
        "somebody shy",
        "Signal engineer",
    )
    profile.save()
    page = text(browser.sign_in(cast.amina).get(HOME + "preview/"))
    main = page.split("<main", 1)[1].split("</main>")[0]
    assert "I mend &lt;b&gt;signals&lt;/b&gt;." in main
    assert "Signal engineer" in main
    for kept_back in ("Yusuf", "somebody shy", profile.postcode, "amina@example.org"):
        assert kept_back not in main
    assert HOME + "preview/" in text(browser.get(HOME + "check-your-answers/"))


def test_whom_one_gets_on_with_is_kept_and_may_be_left_out(browser: Browser, cast: Cast) -> None:
    a_started_application(cast, cast.amina)
    browser.sign_in(cast.amina).post(
        HOME + "what_you_bring/", {**TYPED["what_you_bring"], "gets_on_with": "Somebody who takes engines apart."}
    )
    assert MentorProfile.objects.get(person=cast.amina).gets_on_with == "Somebody who takes engines apart."
    assert "Somebody who takes engines apart." in text(browser.get(HOME + "what_you_bring/"))
    browser.post(HOME + "what_you_bring/", TYPED["what_you_bring"])
    assert MentorProfile.objects.get(person=cast.amina).gets_on_with == ""
