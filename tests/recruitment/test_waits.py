"""Every wait has an owner and a clock; the expected day comes from what has really been happening, or is not given."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from onemm.audit.queries import history_of
from onemm.lib.clock import today
from onemm.notifications.models import Letter
from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from onemm.recruitment import actions, queries, refusals
from onemm.recruitment.models import Application
from onemm.recruitment.rules.waits import LEAST_TO_GO_BY, expected_after, spread_of
from onemm.recruitment.tasks import remind_applicants
from tests.cast import Cast
from tests.factories.recruitment import (
    a_clear_check,
    a_reference,
    a_submitted_application,
    an_answer,
    an_application_in_screening,
    an_interview,
    some_slots,
    two_leads_decide,
    two_referees,
)


def kinds(application: Application) -> set[str]:
    return {wait.kind for wait in queries.waits_of(Application.objects.get(pk=application.pk))}


def test_what_is_waited_for_changes_as_things_happen(cast: Cast) -> None:
    application = a_submitted_application(cast, cast.amina)
    assert kinds(application) == {"read", "names", "talk"}
    actions.start_screening(application=application, by=cast.priya)
    first, second = two_referees(application)
    assert kinds(application) == {"reference", "talk", "ask"}
    an_answer(first)
    slot = some_slots(cast)[0]
    actions.book_talk(application=application, slot=slot, by=cast.amina)
    check = actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=today())
    assert kinds(application) == {"reference", "record", "hand_over"}
    actions.hand_check_over(check=check, by=cast.priya)
    an_answer(second)
    an_interview(cast, application)
    assert kinds(application) == {"form"}
    actions.record_check_result(check=check, by=cast.priya, certificate_number="A1B2", issued_on=today(), clear=False)
    assert kinds(application) == {"weigh"}
    two_leads_decide(cast, check, accept=True)
    assert kinds(application) == {"decide"}
    actions.decide_application(application=application, by=cast.priya, outcome="approved", reasons="All in place.")
    assert kinds(application) == set()
    assert Application.objects.get(pk=application.pk).due_at is None


def test_each_wait_names_who_has_it_and_when_it_is_too_long(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    assert application.owner == cast.priya
    two_referees(application)
    by_kind = {wait.kind: wait for wait in queries.waits_of(Application.objects.get())}
    assert by_kind["ask"].who == "Priya Nair"
    assert by_kind["reference"].who in {"Joan Platt", "Idris Cole"}
    assert by_kind["talk"].who == "Amina Yusuf"
    assert Application.objects.get().due_at == min(wait.due for wait in by_kind.values())
    assert not by_kind["ask"].is_overdue
    with time_machine.travel(timezone.localtime() + timedelta(days=4), tick=False):
        assert by_kind["ask"].is_overdue
        assert queries.queue_of(cast.priya).overdue == 1
        assert [row.pk for row in queries.waiting_applications(cast.priya)] == [application.pk]


def test_the_most_overdue_comes_first(cast: Cast) -> None:
    later = a_submitted_application(cast, cast.amina)
    sooner = a_submitted_application(cast, cast.other_mentor)
    Application.objects.filter(pk=sooner.pk).update(due_at=timezone.now() - timedelta(days=1))
    assert list(queries.applications_listed(cast.priya)) == [sooner, later]
    Application.objects.filter(pk=later.pk).update(due_at=None, moved_at=timezone.now() - timedelta(days=30))
    assert list(queries.applications_listed(cast.priya)) == [later, sooner], "what nobody worked out counts a week"


def test_one_click_reminds_everybody_outside_at_most_once_a_day(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    two_referees(application)
    for _ in range(2):
        assert actions.remind_of_waits(application=application, by=cast.priya) == 3
    assert Letter.objects.filter(kind="reference:reminded").count() == 2
    assert Letter.objects.filter(kind="application:reminded", to=cast.amina).count() == 1
    assert history_of(application).filter(event="application:reminded").exists()


def test_an_applicant_is_reminded_by_ourselves_on_our_days_and_once_each(cast: Cast) -> None:
    a_submitted_application(cast, cast.amina)
    began = timezone.localtime()
    written = []
    for day in range(20):
        with time_machine.travel(began + timedelta(days=day), tick=False):
            remind_applicants()
            remind_applicants()
        written.append(Letter.objects.filter(kind="application:reminded", to=cast.amina).count())
    assert [day for day in range(20) if written[day] > (written[day - 1] if day else 0)] == [3, 7, 12]
    assert written[-1] == 3


def test_after_a_silence_of_ours_only_the_latest_reminder_is_written(cast: Cast) -> None:
    a_submitted_application(cast, cast.amina)
    with time_machine.travel(timezone.localtime() + timedelta(days=13), tick=False):
        remind_applicants()
    assert Letter.objects.filter(kind="application:reminded").count() == 1


def test_nobody_is_reminded_of_what_lies_with_others_or_while_they_wait_themselves(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    two_referees(application)
    actions.book_talk(application=application, slot=some_slots(cast)[0], by=cast.amina)
    paused = a_submitted_application(cast, cast.other_mentor)
    actions.pause_application(application=paused, by=cast.other_mentor)
    with time_machine.travel(timezone.localtime() + timedelta(days=3), tick=False):
        remind_applicants()
    assert not Letter.objects.filter(kind="application:reminded").exists()


def test_the_clock_of_the_reminders_begins_anew_with_the_next_thing(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    two_referees(application)
    began = timezone.localtime()
    with time_machine.travel(began + timedelta(days=3), tick=False):
        remind_applicants()
    with time_machine.travel(began + timedelta(days=4), tick=False):
        an_interview(cast, application)
        check = actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=today())
        actions.hand_check_over(check=check, by=cast.priya)
        remind_applicants()
    assert Letter.objects.filter(kind="application:reminded").count() == 1
    with time_machine.travel(began + timedelta(days=7, hours=1), tick=False):
        remind_applicants()
    assert Letter.objects.filter(kind="application:reminded").count() == 2


def test_there_is_nobody_to_remind_of_what_lies_with_us(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    a_reference(cast, application, 1)
    a_reference(cast, application, 2)
    an_interview(cast, application)
    with pytest.raises(refusals.NobodyToRemind):
        actions.remind_of_waits(application=application, by=cast.priya)
    with pytest.raises(refusals.NobodyScreensThemselves):
        actions.remind_of_waits(application=application, by=cast.amina)


def test_another_owner_is_somebody_who_screens_there_and_is_told(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    with pytest.raises(refusals.NotAScreenerHere):
        actions.reassign_application(application=application, to=cast.sam, by=cast.priya)
    grant_role(person=cast.tom, role=Role.PROGRAMME_MANAGER, by=None, area=cast.area)
    actions.reassign_application(application=application, to=cast.tom, by=cast.priya)
    assert Application.objects.get().owner == cast.tom
    assert Letter.objects.filter(kind="application:yours", to=cast.tom).exists()
    actions.withdraw_application(application=application, by=cast.amina)
    with pytest.raises(refusals.ApplicationIsNotInScreening):
        actions.reassign_application(application=application, to=cast.priya, by=cast.priya)


def test_with_too_few_to_go_by_no_day_is_named(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    times = queries.usual_times()
    assert (times.read, times.decision) == (None, None)
    assert queries.expected_for(application, times) is None
    assert spread_of([1.0] * (LEAST_TO_GO_BY - 1)) is None


def test_the_expected_day_comes_from_how_long_the_last_ones_took(cast: Cast) -> None:
    start = timezone.localtime() - timedelta(days=40)
    for number in range(LEAST_TO_GO_BY + 1):
        with time_machine.travel(start, tick=False) as clock:
            person = cast._person(f"earlier{number}", "Earlier", f"N{number}", date(1980, 1, 1))
            application = a_submitted_application(cast, person)
            clock.move_to(start + timedelta(days=2))
            actions.start_screening(application=application, by=cast.priya)
            clock.move_to(start + timedelta(days=9 + number / 10))
            a_reference(cast, application, 1)
            a_reference(cast, application, 2)
            an_interview(cast, application)
            a_clear_check(cast, application)
            clock.move_to(start + timedelta(days=12))
            actions.decide_application(
                application=application, by=cast.priya, outcome="approved", reasons="All in place."
            )
    mine = an_application_in_screening(cast, cast.amina)
    times = queries.usual_times()
    assert times.read is not None
    assert round(times.read.median) == 2
    expected = queries.expected_for(Application.objects.get(pk=mine.pk), times)
    assert expected is not None
    assert 11 <= (expected.on - today()).days <= 13
    assert expected.earliest <= expected.on <= expected.latest
    assert expected.many == LEAST_TO_GO_BY + 1
    a_reference(cast, mine, 1)
    a_reference(cast, mine, 2)
    later = queries.expected_for(Application.objects.get(pk=mine.pk), times)
    assert later is not None
    assert later.many == LEAST_TO_GO_BY + 1, "what is done already leans on nothing"
    with time_machine.travel(timezone.localtime() + timedelta(days=60), tick=False):
        assert queries.expected_for(Application.objects.get(pk=mine.pk), times) is None, (
            "longer than any before: no day is named"
        )
    actions.withdraw_application(application=mine, by=cast.amina)
    assert queries.expected_for(Application.objects.get(pk=mine.pk), times) is None


def test_a_spread_says_the_middle_and_the_range_of_four_out_of_five() -> None:
    spread = spread_of(float(day) for day in range(1, 12))
    assert spread is not None
    assert (spread.median, spread.low, spread.high) == (6.0, 2.0, 10.0)
    assert spread.in_words() == "Usually 6 days; four out of five take 2 to 10."
    same_day = spread_of([0.1] * 10)
    assert same_day is not None
    assert same_day.in_words() == "Usually the same day."
    assert spread.remaining_after(3.0) is not None
    assert spread.remaining_after(9.0) is None
    assert expected_after([None], spread, date(2026, 1, 1)) is None
    expected = expected_after([], spread, date(2026, 1, 1))
    assert expected is not None
    assert expected.on == date(2026, 1, 7)
