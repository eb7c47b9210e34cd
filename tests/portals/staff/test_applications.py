"""Screening in the browser: the list, one application, what is written down, and the decision."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from onemm.audit.models import Entry
from onemm.lib.clock import now, today
from onemm.notifications.models import Email
from onemm.people.models import Person
from onemm.recruitment import actions
from onemm.recruitment.models import Application, Check, Decision, Reference
from tests.cast import Cast, years_ago
from tests.conftest import Browser, text
from tests.factories.recruitment import (
    a_clear_check,
    a_fully_screened_application,
    a_reference,
    a_started_application,
    a_submitted_application,
    an_application_in_screening,
    an_approved_mentor,
    an_interview,
)

LIST = "/staff/applications/"
REFERENCE = {
    "referee_name": "Joan Baker",
    "referee_email": "joan@example.net",
    "relation": "Manager",
    "known_for_years": "6",
    "received_on": str(today()),
    "verdict": "yes",
    "words": "Never late.",
}
INTERVIEW = {
    "held_on": str(today()),
    "listening": "3",
    "boundaries": "3",
    "commitment": "3",
    "safety": "4",
    "words": "Asked first.",
}


def at(application: Application, name: str = "application") -> str:
    return reverse(f"staff:{name}", args=[application.public_id])


def test_the_list_shows_what_waits_longest_first(priya: Browser, cast: Cast) -> None:
    with time_machine.travel(now() - timedelta(days=9), tick=False):
        a_submitted_application(cast, cast.amina)
    a_submitted_application(cast, cast.other_mentor)
    an_approved_mentor(cast, cast.lena)
    page = text(priya.get(LIST))
    assert page.index("Amina Yusuf") < page.index("Omar Khalid")
    assert "1 overdue" in page
    assert "Lena Novak" not in page
    assert "Lena Novak" in text(priya.get(LIST + "?state=approved"))


def test_the_list_is_searched_sorted_and_keeps_what_was_asked(priya: Browser, cast: Cast) -> None:
    a_submitted_application(cast, cast.amina)
    a_submitted_application(cast, cast.other_mentor)
    page = text(priya.get(LIST + "?name=khalid&state=all"))
    assert "Omar Khalid" in page
    assert "Amina Yusuf" not in page
    assert 'value="khalid"' in page
    page = text(priya.get(LIST + "?sort=-name"))
    assert page.index("Omar Khalid") < page.index("Amina Yusuf")
    assert "No application here" in text(priya.get(LIST + "?name=nobody"))
    assert "Amina Yusuf" in text(priya.get(LIST + "?state=nonsense&page=99"))


def test_an_empty_list_says_so(priya: Browser) -> None:
    page = text(priya.get(LIST))
    assert "None waits for you" in page
    assert "No application here" in page


def test_the_form_for_the_check_may_go_out_as_it_is_asked_for(priya: Browser, cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    asked = {"level": "enhanced", "requested_on": str(today())}
    refused = priya.post(
        at(application, "application_check_request"), {**asked, "level": "enhanced_barred", "goes_out": "on"}
    )
    assert refused.status_code == 200
    assert not application.checks.exists(), "what is refused hands nothing over"
    priya.post(at(application, "application_check_request"), {**asked, "goes_out": "on"})
    assert application.checks.get().state == "with_applicant"
    assert Email.objects.filter(to=cast.amina, kind="check.with_applicant").exists()
    assert "The form is with the applicant now" not in text(priya.get(at(application)))


def test_the_whole_of_screening_from_reading_to_approval(priya: Browser, cast: Cast) -> None:
    application = a_submitted_application(cast, cast.amina)
    assert "Read it, then take it in hand" in text(priya.get(at(application)))
    assert priya.post(at(application, "application_screen"))["Location"] == at(application)
    assert "What to gather next" in text(priya.get(at(application)))

    page = text(priya.get(at(application, "application_check_request")))
    assert "below regulated activity" in page
    priya.post(
        at(application, "application_check_request"),
        {"level": "enhanced", "requested_on": str(today() - timedelta(days=5))},
    )
    assert "The form is with the applicant now" in text(priya.get(at(application)))
    priya.post(at(application, "application_check_handover"))

    priya.post(at(application, "application_reference"), REFERENCE)
    priya.post(
        at(application, "application_reference"), {**REFERENCE, "referee_name": "Bo", "referee_email": "bo@example.net"}
    )
    priya.post(at(application, "application_interview"), INTERVIEW)
    assert "Still open: A check is valid today" in text(priya.get(at(application)))
    priya.post(
        at(application, "application_check_result"),
        {"certificate_number": "001234567890", "issued_on": str(today()), "clear": "yes"},
    )

    page = text(priya.get(at(application)))
    for seen in (
        "Everything is here. Decide",
        "Joan Baker",
        "Never late.",
        "Asked first.",
        "001234567890",
        "Recorded the interview",
    ):
        assert seen in page
    assert priya.post(at(application, "application_decision"), {"outcome": "approved", "reasons": "All good."})[
        "Location"
    ] == at(application)
    page = text(priya.get(at(application)))
    assert "Priya Nair approved this on" in page
    assert "by the criteria of 2026-11: All good." in page


def test_what_a_check_shows_is_weighed_elsewhere(priya: Browser, cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    check = actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=today())
    priya.post(
        at(application, "application_check_result"),
        {"certificate_number": "001234567890", "issued_on": str(today()), "clear": "no"},
    )
    assert "Two safeguarding leads weigh" in text(priya.get(at(application)))
    check.refresh_from_db()
    assert check.state == "needs_decision"
    assert priya.get(at(application, "application_check_result")).status_code == 404
    assert priya.get(reverse("staff:disclosure", args=[check.pk])).status_code == 403


@pytest.mark.parametrize(
    ("page", "typed", "said", "kept"),
    [
        ("application_reference", {**REFERENCE, "referee_email": "amina@example.org"}, "own address", "Joan Baker"),
        (
            "application_reference",
            {**REFERENCE, "received_on": str(today() + timedelta(days=2))},
            "has not come yet",
            "Joan Baker",
        ),
        ("application_reference", {**REFERENCE, "verdict": ""}, "to put right", "joan@example.net"),
        (
            "application_interview",
            {**INTERVIEW, "held_on": str(today() + timedelta(days=2))},
            "has not come yet",
            "Asked first.",
        ),
        ("application_interview", {**INTERVIEW, "safety": "9"}, "to put right", "Asked first."),
        (
            "application_check_request",
            {"level": "enhanced", "requested_on": str(today() + timedelta(days=2))},
            "has not come yet",
            "checked",
        ),
        (
            "application_check_request",
            {"level": "enhanced_barred", "requested_on": str(today())},
            "to put right",
            str(today()),
        ),
        (
            "application_decision",
            {"outcome": "approved", "reasons": "I like her."},
            "Still open: Two people",
            "I like her.",
        ),
    ],
)
def test_what_cannot_be_is_said_at_the_form_and_nothing_typed_is_lost(
    priya: Browser, cast: Cast, page: str, typed: dict[str, str], said: str, kept: str
) -> None:
    application = an_application_in_screening(cast, cast.amina)
    shown = text(priya.post(at(application, page), typed))
    assert said in shown
    assert kept in shown
    assert not Reference.objects.exists()
    assert not Decision.objects.exists()


def test_a_certificate_dated_too_early_is_refused_at_its_field(priya: Browser, cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=today())
    page = text(
        priya.post(
            at(application, "application_check_result"),
            {"certificate_number": "001234567890", "issued_on": str(today() - timedelta(days=1)), "clear": "yes"},
        )
    )
    assert "dated before we asked for it" in page
    assert "001234567890" in page


def test_a_certificate_of_somebody_else_is_refused_and_put_before_the_safeguarding_leads_once(
    priya: Browser, cast: Cast
) -> None:
    assert cast.noor
    theirs = a_clear_check(cast, an_application_in_screening(cast, cast.other_mentor))
    application = an_application_in_screening(cast, cast.amina)
    check = actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=today())
    spaced = f"{theirs.certificate_number[:4].lower()} {theirs.certificate_number[4:]}"
    for _ in range(2):
        page = text(
            priya.post(
                at(application, "application_check_result"),
                {"certificate_number": spaced, "issued_on": str(today()), "clear": "yes"},
            )
        )
        assert "of somebody else" in page
        assert spaced in page
    email = Email.objects.get(kind="check.certificate_used_twice")
    assert email.to == cast.noor
    assert theirs.certificate_number not in email.body
    assert cast.amina.first_name not in email.body
    assert Entry.objects.filter(event="check:used_certificate_given").count() == 2
    check.refresh_from_db()
    assert (check.state, check.certificate_number) == ("requested", "")


def test_an_earlier_certificate_of_the_same_person_troubles_no_lead(priya: Browser, cast: Cast) -> None:
    assert cast.noor
    application = an_application_in_screening(cast, cast.amina)
    first = a_clear_check(cast, application)
    actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=today())
    typed = {"certificate_number": first.certificate_number, "issued_on": str(today()), "clear": "yes"}
    assert "an earlier check of the same person" in text(priya.post(at(application, "application_check_result"), typed))
    assert not Email.objects.filter(kind="check.certificate_used_twice").exists()


def test_a_check_that_expires_while_the_page_is_open_refuses_the_approval(priya: Browser, cast: Cast) -> None:
    application = a_fully_screened_application(cast, cast.amina)
    page = text(priya.get(at(application, "application_decision")))
    assert "While a criterion is open" not in page
    Check.objects.update(expires_on=today())
    page = text(priya.post(at(application, "application_decision"), {"outcome": "approved", "reasons": "All good."}))
    assert "Still open: A check is valid today" in page
    assert not Decision.objects.exists()


def test_the_second_to_decide_is_told_who_was_first(priya: Browser, cast: Cast) -> None:
    application = an_approved_mentor(cast, cast.amina)
    page = text(priya.post(at(application, "application_decision"), {"outcome": "declined", "reasons": "No."}))
    assert "Priya Nair approved this application on" in page


def test_sending_the_same_reference_twice_keeps_one(priya: Browser, cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    typed = {**REFERENCE, "form_token": "6f1f9b8e-6a43-4d3f-9d2a-2f0f6f8f4a11"}
    for _ in range(2):
        assert priya.post(at(application, "application_reference"), typed)["Location"] == at(application)
    assert Reference.objects.count() == 1


def test_earlier_pauses_and_withdrawals_are_said(priya: Browser, cast: Cast) -> None:
    first = a_submitted_application(cast, cast.amina)
    actions.pause_application(application=first, by=cast.amina)
    assert "asked us to wait" in text(priya.get(at(first)))
    actions.withdraw_application(application=first, by=cast.amina)
    assert "The applicant withdrew" in text(priya.get(at(first)))
    second = a_submitted_application(cast, cast.amina)
    assert "They have applied before" in text(priya.get(at(second)))


def test_a_page_that_was_open_too_long_is_refused_in_words(priya: Browser, cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    response = priya.post(at(application, "application_screen"))
    assert response.status_code == 409


PAGES = [
    "application",
    "application_screen",
    "application_reference",
    "application_interview",
    "application_check_request",
    "application_check_handover",
    "application_check_result",
    "application_decision",
]


@pytest.mark.parametrize("name", PAGES)
def test_colleagues_elsewhere_find_nothing_and_others_stay_outside(browser: Browser, cast: Cast, name: str) -> None:
    application = an_application_in_screening(cast, cast.amina)
    Application.objects.update(area=cast.other_area)
    assert browser.sign_in(cast.priya).post(at(application, name)).status_code in {404, 405}
    for stranger in (cast.sam, cast.noor, cast.lena, cast.amina):
        assert browser.sign_in(stranger).post(at(application, name)).status_code in {403, 405}
    assert browser.sign_in(cast.ada).get(LIST).status_code == 403
    assert "/account/login/" in Browser().get(at(application))["Location"]


def test_nothing_is_read_before_it_is_sent(priya: Browser, cast: Cast) -> None:
    assert priya.get(at(a_started_application(cast, cast.amina))).status_code == 404


def test_a_programme_manager_does_not_find_her_own(priya: Browser, cast: Cast) -> None:
    Person.objects.filter(pk=cast.priya.pk).update(born=years_ago(40))
    cast.priya.refresh_from_db()
    own = a_submitted_application(cast, cast.priya)
    assert priya.get(at(own)).status_code == 404
    assert "Priya Nair</a></th>" not in text(priya.get(LIST + "?state=all"))


def test_the_list_and_the_page_stay_quick_however_many_there_are(
    priya: Browser, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        a_submitted_application(
            cast,
            Person.objects.create_user(
                email=f"m{number}@example.org", first_name=f"Mentor {number}", last_name="X", born=years_ago(40)
            ),
        )
    full = an_application_in_screening(cast, cast.amina)
    for number in range(4):
        a_reference(cast, full, number)
    an_interview(cast, full)
    a_clear_check(cast, full)
    priya.get(LIST)  # the session is noted on the first visit
    with django_assert_max_num_queries(12):
        assert len(priya.get(LIST).content) < 100_000
    with django_assert_max_num_queries(12):
        assert len(priya.get(at(full)).content) < 100_000
