"""What an application's page says is next, case by case; the panel, the list and the decision agree."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from onemm.lib.clock import today
from onemm.portals.staff.pages.application import ApplicationPage, application_page
from onemm.recruitment import actions, queries
from onemm.recruitment.models import Application, Check, Likeness
from onemm.recruitment.refusals import CriteriaAreNotMet
from onemm.web.next_step import Panel
from tests.cast import Cast
from tests.factories.recruitment import (
    a_check_to_weigh,
    a_clear_check,
    a_fully_screened_application,
    a_reference,
    a_submitted_application,
    an_application_in_screening,
    an_approved_mentor,
    an_interview,
    some_slots,
    two_leads_decide,
    two_referees,
)


def page_of(cast: Cast) -> ApplicationPage:
    return application_page(queries.whole_applications(cast.priya).get(person=cast.amina), cast.priya)


def panel_of(cast: Cast) -> Panel:
    panel = page_of(cast).panel
    assert panel is not None
    return panel


def submitted(cast: Cast) -> None:
    a_submitted_application(cast, cast.amina)


def nothing_gathered(cast: Cast) -> None:
    an_application_in_screening(cast, cast.amina)


def check_requested(cast: Cast) -> Application:
    application = an_application_in_screening(cast, cast.amina)
    two_referees(application)
    actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=today())
    return application


def form_with_applicant(cast: Cast) -> Application:
    application = check_requested(cast)
    actions.hand_check_over(check=Check.objects.get(), by=cast.priya)
    return application


def only_the_form(cast: Cast) -> None:
    application = form_with_applicant(cast)
    a_reference(cast, application, 1)
    a_reference(cast, application, 2)
    an_interview(cast, application)


def to_weigh(cast: Cast) -> None:
    a_check_to_weigh(cast, an_application_in_screening(cast, cast.amina))


def refused(cast: Cast) -> None:
    two_leads_decide(cast, a_check_to_weigh(cast, an_application_in_screening(cast, cast.amina)), accept=False)


def basic(cast: Cast) -> None:
    a_fully_screened_application(cast, cast.amina)
    Check.objects.update(level="basic")


def warned_against(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    a_reference(cast, application, 1)
    a_reference(cast, application, 2, verdict="no")
    an_interview(cast, application)
    a_clear_check(cast, application)


def all_met(cast: Cast) -> None:
    a_fully_screened_application(cast, cast.amina)


def alike(cast: Cast) -> None:
    application = a_fully_screened_application(cast, cast.amina)
    other = an_application_in_screening(cast, cast.other_mentor)
    Likeness.objects.create(application=application, other=other, grounds=["mailbox"])


def appealed(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    actions.decide_application(application=application, by=cast.ada, outcome="declined", reasons="Not yet.")
    actions.appeal(application=application, by=cast.amina, words="Please look again.")


@pytest.mark.parametrize(
    ("situation", "title", "gold"),
    [
        (submitted, "Read it, then take it in hand", "Start screening"),
        (nothing_gathered, "Ask for a check", "Ask for a check"),
        (check_requested, "Send the form for the check", "The form is with the applicant now"),
        (form_with_applicant, "Nothing waits for you here", "Remind whoever it waits for"),
        (only_the_form, "The result of the check", "Record the check’s result"),
        (to_weigh, "The check showed something", ""),
        (refused, "The check stands in the way", "Decide"),
        (basic, "Ask for a check", "Ask for a check"),
        (warned_against, "Something stands in the way", "Decide"),
        (all_met, "Everything is here. Decide", "Decide"),
        (alike, "Look first whether they are somebody we turned away", "Look, and say what it is"),
        (appealed, "A second look is asked for", "Look at it again"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_what_is_next(cast: Cast, situation: Callable[[Cast], object], title: str, gold: str) -> None:
    situation(cast)
    panel = panel_of(cast)
    assert panel.title == title
    assert [button.label for button in panel.buttons if button.kind == "gold"] == ([gold] if gold else [])


@pytest.mark.parametrize("situation", [refused, basic, warned_against, check_requested, to_weigh, all_met])
def test_the_decision_the_criteria_and_the_panel_agree(cast: Cast, situation: Callable[[Cast], object]) -> None:
    situation(cast)
    page = page_of(cast)
    says_that_all_is_here = panel_of(cast).title == "Everything is here. Decide"
    assert says_that_all_is_here is all(line.tag.word == "Met" for line in page.criteria)
    application = Application.objects.get(person=cast.amina)
    if not says_that_all_is_here:
        with pytest.raises(CriteriaAreNotMet):
            actions.decide_application(application=application, by=cast.priya, outcome="approved", reasons="Yes.")


def test_what_is_still_open_stands_in_the_panel(cast: Cast) -> None:
    nothing_gathered(cast)
    panel = panel_of(cast)
    assert panel.small.startswith("Still open: Two people recommend them")
    assert panel.small.endswith("needs.")
    assert panel.eyebrow == "What to gather next"


def test_a_talk_is_written_down_when_it_has_been_held_and_waited_for_before(cast: Cast) -> None:
    application = form_with_applicant(cast)
    slot = some_slots(cast)[0]
    actions.book_talk(application=application, slot=slot, by=cast.amina)
    assert panel_of(cast).title == "Nothing waits for you here"
    with time_machine.travel(slot.starts_at + timedelta(hours=1), tick=False):
        assert panel_of(cast).title == "The conversation"


def test_who_decided_is_told_that_a_colleague_has_to_look(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    actions.decide_application(application=application, by=cast.priya, outcome="declined", reasons="Not yet.")
    actions.appeal(application=application, by=cast.amina, words="Please look again.")
    panel = panel_of(cast)
    assert panel.also == ("You decided this, so a colleague has to look.",)
    assert not panel.buttons
    assert [notice.title for notice in page_of(cast).notices] == ["Decided"]


def test_an_approved_application_has_nothing_left_to_do(cast: Cast) -> None:
    an_approved_mentor(cast, cast.amina)
    page = page_of(cast)
    assert page.panel is None
    assert (page.state.word, page.state.tone) == ("Approved", "good")
    assert page.waits == ()
    assert page.gathered.ask_for_check is not None, "the next check may be asked for"
    assert not page.reassign


def test_what_may_be_done_with_a_check_goes_by_its_state(cast: Cast) -> None:
    check_requested(cast)
    gathered = page_of(cast).gathered
    assert gathered.hand_over
    assert gathered.record_result
    assert gathered.ask_for_check is None
    actions.hand_check_over(check=Check.objects.get(), by=cast.priya)
    gathered = page_of(cast).gathered
    assert not gathered.hand_over
    assert gathered.record_result
    assert [card.standing.word for card in gathered.referees] == ["Asked, no answer yet"] * 2


def test_an_overdue_wait_says_so(cast: Cast) -> None:
    nothing_gathered(cast)
    with time_machine.travel(timezone.localtime() + timedelta(days=4), tick=False):
        assert {line.words: line.is_overdue for line in page_of(cast).waits} == {
            "Name two referees.": True,
            "Ask for a check.": True,
            "Choose a time to talk.": False,
        }
