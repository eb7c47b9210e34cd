"""What runs regularly about applications. Each may run twice, or a week late, and does the same."""

from datetime import timedelta

from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat

from onemm.lib.clock import now, today
from onemm.lib.tasks import task
from onemm.notifications.models import Email
from onemm.recruitment.actions import (
    chase_referee,
    erase_disclosures,
    give_up_on_referee,
    note_that_check_ran_out,
    remind_applicant,
    remind_of_draft,
    remind_of_talk,
    warn_of_expiry,
)
from onemm.recruitment.actions.referees import NAMED_WHILE
from onemm.recruitment.models import Application, Check, Referee
from onemm.recruitment.queries import running_out, talks_on
from onemm.recruitment.rules.checks import CONTENT_KEPT_DAYS, warning_due
from onemm.recruitment.todos import DRAFT, REFERENCE
from onemm.worklist.catalogue import Late, chases


@task
def remind_of_interviews(**_: object) -> None:
    """Write to both about every talk of tomorrow, once."""
    for booking in talks_on(today() + timedelta(days=1)).order_by("pk"):
        remind_of_talk(booking=booking)


@task
def watch_over_checks(**_: object) -> None:
    """Warn 90, 30 and 7 days ahead, once each; on the day, tell whoever pairs people that a check no longer counts."""
    for check in running_out(today()):
        due = warning_due((check.expires_on - today()).days) if check.expires_on else None
        if due is not None:
            warn_of_expiry(check=check, days=due)
    for check in Check.objects.run_out_by(today()).filter(ran_out_at=None).select_related("application").order_by("pk"):
        note_that_check_ran_out(check=check)


@task
def erase_old_disclosures(**_: object) -> None:
    """Let go of what checks showed, within six months of its being written down."""
    erase_disclosures(written_before=now() - timedelta(days=CONTENT_KEPT_DAYS))


@task
def give_up_on_unreachable_referees(**_: object) -> None:
    """Ask for someone else where our e-mails to a referee come back."""
    emails = Email.objects.filter(once=Concat(Value("reference.asked:"), Cast(OuterRef("pk"), CharField())))
    asked = Referee.objects.asked().filter(application__state__in=NAMED_WHILE)
    come_back = asked.filter(Exists(emails.filter(given_up_at__isnull=False)))
    for referee in come_back.select_related("application__person", "application__area").order_by("pk"):
        give_up_on_referee(referee=referee, by=None)


@chases("application.names", "application.talk", "application.form")
def _remind_applicant(late: Late) -> None:
    """Write to applicants, on the same days as to referees, about what only they can do.

    After that, a person does (`remind_of_waits`).
    """
    remind_applicant(application=Application.objects.get(pk=late.source_pk), since=late.since, day=late.day)


@chases(DRAFT)
def _remind_of_draft(late: Late) -> None:
    """Write 2 and 6 days after an applicant last wrote something down, and never again after that."""
    remind_of_draft(application=Application.objects.get(pk=late.source_pk), day=late.day)


@chases(REFERENCE)
def _chase_referee(late: Late) -> None:
    """Write again to those who have been silent for 3, 7 and 12 days."""
    chase_referee(referee=Referee.objects.get(pk=late.subject_pk), day=late.day)
