"""What runs regularly about applications. Each may run twice, or a week late, and does the same."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

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
from onemm.recruitment.models import Application, Check, Referee, Reference
from onemm.recruitment.queries import running_out, silent_applicants, talks_on
from onemm.recruitment.rules.checks import CONTENT_KEPT_DAYS, warning_due
from onemm.recruitment.rules.criteria import REFERENCES_NEEDED
from onemm.recruitment.rules.references import chaser_due
from onemm.recruitment.rules.waits import DRAFT_REMINDED_ON

DRAFTS_LOOKED_AT = 30
"""Days after which nobody is told of a draft any more, should the reminders have stood still."""


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
def chase_referees(**_: object) -> None:
    """Write again to those who have been silent for 3, 7 and 12 days; give up on those whose e-mails come back."""
    asked = Email.objects.filter(once=Concat(Value("reference.asked:"), Cast(OuterRef("pk"), CharField())))
    waiting = (
        Referee.objects.asked()
        .filter(application__state__in=NAMED_WHILE)
        .select_related("application__person", "application__area")
    )
    enough = {application for application, many in Counter(_who_was_spoken_for()).items() if many >= REFERENCES_NEEDED}
    come_back = set(waiting.filter(Exists(asked.filter(given_up_at__isnull=False))).values_list("pk", flat=True))
    for referee in waiting.order_by("pk"):
        days = (today() - timezone.localdate(referee.asked_at)).days
        due = chaser_due(days)
        if referee.pk in come_back:
            give_up_on_referee(referee=referee, by=None)
        elif due is not None and now() < referee.link_until and referee.application_id not in enough:
            chase_referee(referee=referee, day=due)


def _who_was_spoken_for() -> Iterable[int]:
    """Return the application of every reference that has come, for those still open."""
    return Reference.objects.filter(application__state__in=NAMED_WHILE).values_list("application_id", flat=True)


@task
def remind_of_drafts(**_: object) -> None:
    """Write 2 and 6 days after an applicant last wrote something down, and never again after that."""
    oldest = now() - timedelta(days=DRAFTS_LOOKED_AT)
    drafts = Application.objects.filter(state=Application.State.STARTED, moved_at__gt=oldest).select_related("person")
    for application in drafts.order_by("pk").iterator(chunk_size=500):
        days = (today() - timezone.localdate(application.moved_at)).days
        due = max((day for day in DRAFT_REMINDED_ON if day <= days), default=None)
        if due is not None:
            remind_of_draft(application=application, day=due)


@task
def remind_applicants(**_: object) -> None:
    """Write to applicants, on the same days as to referees, about what only they can do.

    After that, a person does (`remind_of_waits`).
    """
    for application, due in silent_applicants():
        for since, day in due:
            remind_applicant(application=application, since=since, day=day)
