"""What an applicant reads of how far they have come agrees with what staff read, case by case."""

from collections.abc import Callable

import pytest

from onemm.lib.clock import today
from onemm.portals.mentor.pages.application import application_page
from onemm.portals.mentor.pages.application_status import StatusPage
from onemm.recruitment import actions, queries
from onemm.recruitment.models import Application, Check
from onemm.recruitment.queries import application_of
from tests.cast import Cast
from tests.factories.recruitment import (
    a_check_to_weigh,
    a_clear_check,
    a_reference,
    a_started_application,
    a_submitted_application,
    an_application_in_screening,
    an_approved_mentor,
    an_interview,
    some_slots,
    two_leads_decide,
    two_referees,
)


def page_of(cast: Cast) -> StatusPage:
    application = application_of(cast.amina)
    page = application_page(application, is_eligible=True, knows_what_to_expect=True).status
    assert page is not None
    return page


def submitted(cast: Cast) -> None:
    a_submitted_application(cast, cast.amina)


def times_on_offer(cast: Cast) -> None:
    two_referees(a_submitted_application(cast, cast.amina))
    some_slots(cast)


def nothing_left_for_them(cast: Cast) -> None:
    two_referees(an_application_in_screening(cast, cast.amina))


def form_with_them(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    two_referees(application)
    check = actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=today())
    actions.hand_check_over(check=check, by=cast.priya)


def refused(cast: Cast) -> None:
    two_leads_decide(cast, a_check_to_weigh(cast, an_application_in_screening(cast, cast.amina)), accept=False)


def paused(cast: Cast) -> None:
    actions.pause_application(application=a_submitted_application(cast, cast.amina), by=cast.amina)


def approved(cast: Cast) -> None:
    an_approved_mentor(cast, cast.amina)


@pytest.mark.parametrize(
    ("situation", "title", "buttons"),
    [
        (submitted, "Now it needs you", ["Give their names"]),
        (times_on_offer, "Now it needs you", ["Choose a time to talk"]),
        (nothing_left_for_them, "Your application is with us", []),
        (form_with_them, "Now it needs you", []),
        (refused, "Your application is with us", []),
        (paused, "Your application waits, as you asked", ["Go on"]),
        (approved, "You are approved", ["Go to the training"]),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_what_needs_them(cast: Cast, situation: Callable[[Cast], object], title: str, buttons: list[str]) -> None:
    situation(cast)
    panel = page_of(cast).panel
    assert panel is not None
    assert (panel.title, [button.label for button in panel.buttons]) == (title, buttons)


@pytest.mark.parametrize("situation", [submitted, times_on_offer, nothing_left_for_them, form_with_them, refused])
def test_the_panel_needs_them_exactly_when_a_row_of_the_table_does(
    cast: Cast, situation: Callable[[Cast], object]
) -> None:
    situation(cast)
    page = page_of(cast)
    assert page.panel is not None
    assert page.waits is not None
    assert (page.panel.title == "Now it needs you") is any(row.yours for row in page.waits.rows)


def test_a_talk_without_times_lies_with_us(cast: Cast) -> None:
    nothing_left_for_them(cast)
    waits = page_of(cast).waits
    assert waits is not None
    row = next(row for row in waits.rows if "talk" in row.words)
    assert (row.words, row.yours, row.who) == ("Offer you times to talk", None, "Priya Nair")
    some_slots(cast)
    waits = page_of(cast).waits
    assert waits is not None
    row = next(row for row in waits.rows if "talk" in row.words)
    assert row.words == "Choose a time to talk"
    assert row.yours is not None


def test_a_check_that_does_not_count_is_no_step_that_is_done(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    a_reference(cast, application, 1)
    a_reference(cast, application, 2)
    an_interview(cast, application)
    a_clear_check(cast, application)
    done = {stage.title: stage.is_done for stage in page_of(cast).stages}
    assert done["Your check"]
    Check.objects.update(level="basic")
    done = {stage.title: stage.is_done for stage in page_of(cast).stages}
    assert not done["Your check"]
    row = Application.objects.get()
    assert [wait.kind for wait in queries.waits_of(row)] == ["ask"], "as staff read it"


def test_a_refusal_offers_a_second_look_and_then_says_that_it_is_taken(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    actions.decide_application(application=application, by=cast.priya, outcome="declined", reasons="Not yet.")
    page = page_of(cast)
    assert page.header is not None
    assert page.header.button is not None
    assert page.panel is None
    actions.appeal(application=application, by=cast.amina, words="Please look again.")
    page = page_of(cast)
    assert page.notice is not None
    assert page.notice.title == "A second person looks at it"
    assert page.header is not None
    assert page.header.button is None


def test_a_draft_shows_its_steps_and_somebody_new_how_to_begin(cast: Cast) -> None:
    new = application_page(None, is_eligible=False, knows_what_to_expect=False)
    assert new.start is not None
    assert new.start.title == "First, four questions"
    a_started_application(cast, cast.amina)
    page = application_page(application_of(cast.amina), is_eligible=True, knows_what_to_expect=True)
    assert page.steps is not None
    assert [row.tag.word for row in page.steps.rows][:2] == ["Next", "To do"]
