"""A check that runs out is warned of, ends readiness at local midnight, and pauses open matches until a new one is
here.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from onemm.clearance.queries import is_cleared
from onemm.lib.clock import today
from onemm.mentoring.models import Match
from onemm.mentoring.queries import ready_mentors
from onemm.notifications.models import Letter
from onemm.people.actions.consents import withdraw_consent
from onemm.people.models import Consent
from onemm.recruitment import actions, refusals
from onemm.recruitment.models import Application, Check
from onemm.recruitment.tasks import watch_over_checks
from onemm.safeguarding.actions import impose_restriction, lift_restriction
from tests.cast import Cast
from tests.factories.mentoring import a_ready_mentor, an_active_match
from tests.factories.recruitment import two_leads_decide


@pytest.fixture
def match(cast: Cast) -> Match:
    assert cast.sam
    return an_active_match(cast)


def state_of(match: Match) -> tuple[str, str]:
    match.refresh_from_db()
    return match.state, match.paused_why


def runs_out(in_days: int) -> Check:
    Check.objects.update(expires_on=today() + timedelta(days=in_days))
    return Check.objects.get()


def a_new_check(cast: Cast, *, clear: bool = True) -> Check:
    application = Application.objects.get(person=cast.amina)
    check = actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=today())
    actions.record_check_result(check=check, by=cast.priya, certificate_number="A1B2C3", issued_on=today(), clear=clear)
    check.refresh_from_db()
    return check


def test_warnings_come_at_90_30_and_7_days_once_each(cast: Cast, match: Match) -> None:
    assert cast.priya
    start = timezone.localtime()
    runs_out(95)
    on = {}
    for day in range(95):
        with time_machine.travel(start + timedelta(days=day), tick=False):
            watch_over_checks()
            watch_over_checks()
        on[day] = Letter.objects.filter(kind="check:expires").count()
    assert [95 - day for day in on if on[day] > on.get(day - 1, 0)] == [90, 30, 7]
    assert Letter.objects.filter(kind="check:expires_for_staff", to=cast.priya).count() == 2
    assert state_of(match) == ("active", "")


def test_nobody_is_warned_of_a_check_that_a_later_one_has_replaced(cast: Cast, match: Match) -> None:
    runs_out(20)
    a_new_check(cast)
    watch_over_checks()
    assert not Letter.objects.filter(kind="check:expires").exists()
    actions.warn_of_expiry(
        check=Check(application=Application.objects.get(), state="clear", expires_on=today()), days=7
    )
    assert not Letter.objects.filter(kind="check:expires").exists()


def test_on_the_day_meetings_pause_and_everyone_is_told_once(cast: Cast, match: Match) -> None:
    runs_out(0)
    watch_over_checks()
    watch_over_checks()
    assert state_of(match) == ("paused", "check")
    assert set(Letter.objects.filter(kind="match:paused").values_list("to", flat=True)) == {
        cast.amina.pk,
        cast.theo.pk,
        cast.sam.pk,
    }
    assert Letter.objects.filter(kind="check:ran_out", to=cast.amina).count() == 1
    assert "check" not in Letter.objects.get(kind="match:paused", to=cast.theo).body.lower(), (
        "a young person is not told why"
    )


def test_a_new_check_lets_them_go_on(cast: Cast, match: Match) -> None:
    runs_out(0)
    watch_over_checks()
    a_new_check(cast)
    assert state_of(match) == ("active", "")
    assert is_cleared(cast.amina)


def test_what_stands_in_the_way_besides_keeps_them_paused_until_it_is_gone_too(cast: Cast, match: Match) -> None:
    runs_out(0)
    watch_over_checks()
    restriction = impose_restriction(person=cast.amina, by=cast.noor, reason="x")
    a_new_check(cast)
    assert state_of(match) == ("paused", "restriction")
    lift_restriction(restriction=restriction, by=cast.noor)
    assert state_of(match) == ("active", "")


def test_lifting_a_restriction_does_not_undo_a_check_that_ran_out_meanwhile(cast: Cast, match: Match) -> None:
    restriction = impose_restriction(person=cast.amina, by=cast.noor, reason="x")
    runs_out(0)
    watch_over_checks()
    lift_restriction(restriction=restriction, by=cast.noor)
    assert state_of(match) == ("paused", "check")
    withdraw_consent(consent=Consent.objects.get(), by=cast.theo)
    a_new_check(cast)
    assert state_of(match) == ("paused", "consent")


@pytest.mark.parametrize(("accept", "goes_on"), [(True, True), (False, False)])
def test_a_renewal_that_shows_something_is_weighed(cast: Cast, match: Match, *, accept: bool, goes_on: bool) -> None:
    two_leads_decide(cast, a_new_check(cast, clear=False), accept=accept)
    assert state_of(match) == (("active", "") if goes_on else ("paused", "check"))
    assert is_cleared(cast.amina) is goes_on, "a refused renewal is not outweighed by the check before it"


def test_a_check_that_ran_out_while_another_counts_is_no_news(cast: Cast, match: Match) -> None:
    a_new_check(cast)
    old = Check.objects.earliest("pk")
    Check.objects.filter(pk=old.pk).update(expires_on=today())
    watch_over_checks()
    actions.note_that_check_ran_out(check=old)
    assert state_of(match) == ("active", "")
    assert not Letter.objects.filter(kind="check:ran_out").exists()


def test_an_applicant_who_is_not_approved_yet_is_not_written_to(cast: Cast) -> None:
    a_ready_mentor(cast)
    Application.objects.update(state="withdrawn")
    runs_out(0)
    watch_over_checks()
    assert not Letter.objects.filter(kind="check:ran_out").exists()


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31)], ids=["clocks go forward", "clocks go back"])
@pytest.mark.parametrize(("at", "is_ready"), [(time(23, 59, 59), True), (time(0, 0, 1), False)])
def test_readiness_ends_at_local_midnight_whatever_the_clocks_do(
    cast: Cast, day: date, at: time, *, is_ready: bool
) -> None:
    a_ready_mentor(cast)
    ends_on = day + timedelta(days=1)
    Check.objects.update(expires_on=ends_on)
    moment = timezone.make_aware(datetime.combine(day if is_ready else ends_on, at))
    with time_machine.travel(moment, tick=False):
        assert ready_mentors().exists() is is_ready


def test_a_level_is_kept_with_the_work_the_reason_and_the_clause(cast: Cast, match: Match) -> None:
    application = Application.objects.get(person=cast.amina)
    often: dict[str, Any] = {"youngest": 14, "supervised": False, "days_in_30": 4, "channel": "online"}
    with pytest.raises(refusals.CheckLevelIsNotLawful, match="is regulated activity"):
        actions.request_check(
            application=application, by=cast.priya, level="enhanced", requested_on=today(), work=often
        )
    check = actions.request_check(
        application=application, by=cast.priya, level="enhanced_barred", requested_on=today(), work=often
    )
    assert check.work == often
    assert "Schedule 4" in check.clause
    assert check.rules_version


def test_a_certificate_that_is_three_years_old_or_somebody_elses_is_refused(cast: Cast, match: Match) -> None:
    application = Application.objects.get(person=cast.amina)
    old = timezone.localdate() - timedelta(days=3 * 366)
    check = actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=old)
    with pytest.raises(refusals.CheckHasExpired):
        actions.record_check_result(check=check, by=cast.priya, certificate_number="ZZZZ", issued_on=old, clear=True)
    with pytest.raises(refusals.CertificateWasUsed, match="of the same person"):
        actions.record_check_result(
            check=check,
            by=cast.priya,
            certificate_number=Check.objects.earliest("pk").certificate_number,
            issued_on=today(),
            clear=True,
        )
    a_ready_mentor(cast, cast.other_mentor)
    number = Check.objects.get(application__person=cast.other_mentor).certificate_number
    with pytest.raises(refusals.CertificateWasUsed, match="somebody else"):
        actions.record_check_result(
            check=check, by=cast.priya, certificate_number=number, issued_on=today(), clear=True
        )
