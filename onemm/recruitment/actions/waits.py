"""Keeping things moving: a word to whoever it waits for, and another owner."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.notifications.actions import write_email
from onemm.notifications.models import Email
from onemm.people.models import Person
from onemm.recruitment.actions.opening import State, locked, locked_for_staff, touch
from onemm.recruitment.actions.reference_emails import remind
from onemm.recruitment.models import Application
from onemm.recruitment.queries.screeners import screeners_of
from onemm.recruitment.queries.waits import APPLICANT, REFEREE, waits_of
from onemm.recruitment.refusals import ApplicationIsNotInScreening, NobodyToRemind, NotAScreenerHere
from onemm.recruitment.rules.steps import minutes_left

REMINDED = "application.reminded"
APART = timedelta(days=2)
"""No applicant is reminded by the platform within two days of the last reminder, whoever sent it."""


@transaction.atomic
def remind_of_waits(*, application: Application, by: Person) -> int:
    """Write to everyone outside for whom it waits, at most once a day each, and return to how many.

    :raises NobodyToRemind: it waits for nobody but us.
    """
    application = locked_for_staff(application, by)
    waits = waits_of(application)
    asked = (
        [referee for referee in application.referees.asked() if referee.is_open_at(now())]
        if any(w.side == REFEREE for w in waits)
        else []
    )
    for referee in asked:
        remind(referee, reminder=f"by-hand-{today()}")
    todo = [wait.words for wait in waits if wait.side == APPLICANT]
    if todo:
        _write_to_applicant(application, todo, reminder=f"by-hand-{today()}")
    if not asked and not todo:
        raise NobodyToRemind
    audit.record("application:reminded", subject=application, by=by)
    return len(asked) + bool(todo)


@transaction.atomic
def remind_applicant(*, application: Application, since: date, day: int) -> None:
    """Write about what has waited for the applicant since a day, once for each day on which we write; never twice
    within two days.
    """
    application = locked(application)
    todo = [wait for wait in waits_of(application) if wait.side == APPLICANT]
    recently = Email.objects.filter(to=application.person, kind=REMINDED, written_at__gt=now() - APART)
    if any(timezone.localdate(wait.since) == since for wait in todo) and not recently.exists():
        _write_to_applicant(application, [wait.words for wait in todo], reminder=f"since-{since}-day-{day}")


@transaction.atomic
def remind_of_draft(*, application: Application, day: int) -> None:
    """Say that what was begun is kept, once for each day on which we say so, however often they come back in
    between.
    """
    application = locked(application)
    if application.state != State.STARTED:
        return
    write_email(
        kind="application.unsent",
        to=application.person,
        values={"minutes": minutes_left(application.steps_done)},
        occasion=(application.pk, day),
    )


def _write_to_applicant(application: Application, todo: list[str], *, reminder: str) -> None:
    write_email(kind=REMINDED, to=application.person, values={"todo": todo}, occasion=(application.pk, reminder))


@transaction.atomic
def reassign_application(*, application: Application, to: Person, by: Person) -> None:
    """Give an application to someone else who screens there, and tell them.

    :raises NotAScreenerHere: they do not screen where the applicant lives, or it is their own.
    :raises ApplicationIsNotInScreening: it is over, or has not been sent.
    """
    application = locked_for_staff(application, by)
    if application.state not in {State.SUBMITTED, State.IN_SCREENING, State.PAUSED}:
        raise ApplicationIsNotInScreening
    if to.pk not in {screener.pk for screener in screeners_of(application)}:
        raise NotAScreenerHere(field="to")
    application.owner = to
    touch(application, "owner")
    audit.record("application:reassigned", subject=application, by=by, to=to.public_id)
    if to.pk != by.pk:
        write_email(kind="application.assigned", to=to, values={"giver": by.full_name}, about=application.public_id)
