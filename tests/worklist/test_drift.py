"""Every night all to-dos are derived again. What differs, in either direction, is an error; nothing mends it unseen."""

from datetime import timedelta

import pytest
import time_machine
from click.testing import CliRunner
from django.utils import timezone

from onemm.audit.models import Entry
from onemm.config.cli import main
from onemm.lib.clock import now, today
from onemm.lib.health import health, parts_in_words
from onemm.lib.tasks import run_waiting
from onemm.places.models import Enquiry
from onemm.recruitment import actions
from onemm.recruitment.models import Application, Check
from onemm.safeguarding.actions import raise_concern
from onemm.worklist.actions import mend
from onemm.worklist.models import Todo
from onemm.worklist.queries import drift
from onemm.worklist.sources import every_source
from onemm.worklist.tasks import WorklistHasDrifted, tidy_worklist, verify_source, verify_worklist
from tests.cast import Cast
from tests.factories.recruitment import (
    a_check_to_weigh,
    a_fully_screened_application,
    a_started_application,
    a_submitted_application,
    an_application_in_screening,
    an_approved_mentor,
    some_slots,
    two_leads_decide,
    two_referees,
)


def problems() -> list[tuple[str, str]]:
    return [(flaw.kind, flaw.problem) for flaw in drift()]


def test_after_every_act_of_recruitment_the_worklist_is_what_is_derived(cast: Cast) -> None:
    a_started_application(cast, cast.lena)
    application = a_submitted_application(cast, cast.amina)
    assert not drift()
    actions.start_screening(application=application, by=cast.priya)
    first, second = two_referees(application)
    assert not drift()
    actions.decline_reference(referee=first)
    actions.give_up_on_referee(referee=second, by=None)
    assert not drift()
    actions.book_talk(application=application, slot=some_slots(cast)[0], by=cast.amina)
    assert not drift()
    actions.cancel_talk(booking=application.bookings.get(), by=cast.amina)
    check = a_check_to_weigh(cast, application)
    assert not drift()
    actions.weigh_check(check=check, by=cast.noor, accept=True, reasons="Long ago.")
    assert not drift()
    actions.pause_application(application=application, by=cast.amina)
    assert not drift()
    actions.resume_application(application=application, by=cast.amina)
    assert not drift()
    actions.decide_application(application=application, by=cast.priya, outcome="declined", reasons="Not yet.")
    appeal = actions.appeal(application=application, by=cast.amina, words="Look again.")
    assert not drift()
    actions.answer_appeal(appeal=appeal, by=cast.ada, uphold=True, answer="You are right.")
    assert not drift()
    an_approved_mentor(cast, cast.other_mentor)
    assert not drift()


def test_a_check_that_runs_out_while_somebody_is_screened_asks_for_the_next(cast: Cast) -> None:
    application = a_fully_screened_application(cast, cast.amina, issued_on=today() - timedelta(days=3 * 365 - 10))
    assert not drift()
    check = Check.objects.get()
    with time_machine.travel(timezone.localtime() + timedelta(days=20), tick=False):
        assert problems(), "time alone has changed what is derived"
        actions.note_that_check_ran_out(check=check)
        assert not drift()
        assert Todo.objects.open().raised_by("application", application.pk).get().kind == "application.ask"


def test_something_that_is_derived_and_not_there_is_found(cast: Cast) -> None:
    an_application_in_screening(cast, cast.amina)
    Todo.objects.open().filter(kind="application.ask").delete()
    assert problems() == [("application.ask", "derived, and not on the worklist")]


def test_something_that_is_there_and_not_derived_is_found(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    two_referees(application)
    application.referees.all().update(state="declined", over_at=now())
    assert ("referee.reference", "open, and not derived") in problems()


def test_something_whose_source_waits_for_nothing_is_found(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    Application.objects.filter(pk=application.pk).update(state="withdrawn", over_at=now())
    assert {problem for _, problem in problems()} == {"open, and its source waits for nothing"}


def test_something_that_says_another_day_is_found(cast: Cast) -> None:
    an_application_in_screening(cast, cast.amina)
    asked = Todo.objects.open().filter(kind="application.ask")
    asked.update(due=now() + timedelta(days=99), owner=None)
    assert problems() == [("application.ask", "says something else: owner_id, due")]


def test_the_nightly_task_looks_at_every_source_and_fails_with_the_list(cast: Cast) -> None:
    raise_concern(words="Help.", urgency="danger", by=None)
    an_application_in_screening(cast, cast.amina)
    run_waiting()
    verify_worklist()
    assert run_waiting() == len(every_source())
    Todo.objects.filter(kind="application.ask").delete()
    with pytest.raises(WorklistHasDrifted, match=r"1 to-dos differ: application:\d+ application.ask"):
        verify_source(source="application")
    verify_source(source="concern")
    assert not Todo.objects.filter(kind="application.ask").exists(), "nothing is repaired in silence"


def test_the_command_shows_it_and_mends_it_only_when_asked(cast: Cast) -> None:
    an_application_in_screening(cast, cast.amina)
    Todo.objects.filter(kind="application.ask").delete()
    Enquiry.objects.all().delete()
    shown = CliRunner().invoke(main, ["worklist", "verify"])
    assert shown.exit_code == 1
    assert "application.ask" in shown.output
    assert not Todo.objects.filter(kind="application.ask").exists()
    mended = CliRunner().invoke(main, ["worklist", "verify", "--mend"])
    assert "1 put right" in mended.output
    assert Todo.objects.filter(kind="application.ask").exists()
    assert Entry.objects.filter(event="worklist:mended").count() == 1
    whole = CliRunner().invoke(main, ["worklist", "verify"])
    assert whole.exit_code == 0
    assert "is what its contexts derive" in whole.output


def test_mending_closes_what_belongs_to_nothing(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    Todo.objects.open().update(source_pk=application.pk + 1000)
    assert mend(by=cast.ada) == 2
    assert not drift()
    assert Todo.objects.open().raised_by("application", application.pk).count() == 3


def test_two_leads_who_decide_leave_no_drift(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    two_leads_decide(cast, a_check_to_weigh(cast, application), accept=False)
    assert not drift()
    tidy_worklist()
    assert not drift()


def test_the_report_on_health_says_it_until_it_is_put_right(cast: Cast) -> None:
    an_application_in_screening(cast, cast.amina)
    run_waiting()
    assert parts_in_words()["worklist"] == "well", "an installation that has not had its first night is well"
    verify_worklist()
    run_waiting()
    assert parts_in_words()["worklist"] == "well"
    Todo.objects.filter(kind="application.ask").delete()
    with pytest.raises(WorklistHasDrifted):
        verify_source(source="application")
    assert "1 in application" in parts_in_words()["worklist"]
    assert "worklist" not in health().as_dict(), "a list that differs takes no website down"
    CliRunner().invoke(main, ["worklist", "verify", "--mend"])
    assert parts_in_words()["worklist"] == "well"
    with time_machine.travel(timezone.localtime() + timedelta(days=3), tick=False):
        assert parts_in_words()["worklist"] == "has not been looked at for two nights"
