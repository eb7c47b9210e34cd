"""Applicants hear from us about what only they can do: on the days on which referees do, once each, and never twice
within two days.
"""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from onemm.lib.clock import today
from onemm.notifications.models import Email
from onemm.recruitment import actions
from onemm.recruitment.models import Application
from onemm.worklist.tasks import chase_what_waits
from tests.cast import Cast
from tests.factories.recruitment import (
    a_filled_in_application,
    a_started_application,
    a_submitted_application,
    two_referees,
)

pytestmark = pytest.mark.django_db
NOON = 12


def in_days(days: int) -> datetime:
    """Noon so many days on, by the clock on the wall, so that no midnight falls into the test."""
    return timezone.localtime().replace(hour=NOON, minute=0) + timedelta(days=days)


def reminders() -> int:
    return Email.objects.filter(kind="application.reminded").count()


def chased_on(*days: int) -> list[int]:
    """Return on which of these days a letter more is there, running every day in between as the schedule does."""
    found = []
    for day in range(max(days) + 1):
        with time_machine.travel(in_days(day), tick=False):
            before = reminders()
            chase_what_waits()
            chase_what_waits()
            if reminders() > before:
                found.append(day)
    return found


def test_an_applicant_is_written_to_after_3_7_and_12_days_and_no_more(cast: Cast) -> None:
    with time_machine.travel(in_days(0), tick=False):
        a_submitted_application(cast, cast.amina)
    assert chased_on(30) == [3, 7, 12]
    email = Email.objects.filter(kind="application.reminded").first()
    assert email is not None
    assert "Choose a time to talk" in email.body
    assert "Name two referees" in email.body


def test_nobody_is_written_to_who_has_done_their_part(cast: Cast) -> None:
    with time_machine.travel(in_days(0), tick=False):
        application = a_submitted_application(cast, cast.amina)
        two_referees(application)
        Application.objects.filter(pk=application.pk).update(state=Application.State.PAUSED)
    assert chased_on(14) == []


def test_a_days_work_missed_is_made_up_once(cast: Cast) -> None:
    with time_machine.travel(in_days(0), tick=False):
        a_submitted_application(cast, cast.amina)
    with time_machine.travel(in_days(9), tick=False):
        chase_what_waits()
        chase_what_waits()
        assert reminders() == 1


def test_a_reminder_by_hand_is_enough_for_two_days(cast: Cast) -> None:
    with time_machine.travel(in_days(0), tick=False):
        application = a_submitted_application(cast, cast.amina)
    with time_machine.travel(in_days(2), tick=False):
        actions.remind_of_waits(application=application, by=cast.priya)
    with time_machine.travel(in_days(3), tick=False):
        chase_what_waits()
        assert reminders() == 1
    with time_machine.travel(in_days(5), tick=False):
        chase_what_waits()
        assert reminders() == 2


def test_what_was_done_between_the_look_and_the_email_is_not_chased(cast: Cast) -> None:
    application = a_submitted_application(cast, cast.amina)
    actions.withdraw_application(application=application, by=cast.amina)
    actions.remind_applicant(application=application, since=today(), day=3)
    assert reminders() == 0


def test_a_draft_is_spoken_of_twice_and_never_again(cast: Cast) -> None:
    with time_machine.travel(in_days(0), tick=False):
        a_started_application(cast, cast.amina)
    found = []
    for day in range(40):
        with time_machine.travel(in_days(day), tick=False):
            before = Email.objects.filter(kind="application.unsent").count()
            chase_what_waits()
            if Email.objects.filter(kind="application.unsent").count() > before:
                found.append(day)
    assert found == [2, 6]
    assert "takes about" in Email.objects.filter(kind="application.unsent")[0].body


def test_a_draft_that_was_sent_meanwhile_is_not_spoken_of(cast: Cast) -> None:
    application = a_filled_in_application(cast, cast.amina)
    actions.submit_application(application=application, by=cast.amina)
    actions.remind_of_draft(application=application, day=2)
    assert not Email.objects.filter(kind="application.unsent").exists()
