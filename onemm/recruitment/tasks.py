"""What runs regularly about applications. Each may run twice, or a week late, and does the same."""

from datetime import timedelta

from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from onemm.lib.clock import now, today
from onemm.lib.tasks import task
from onemm.notifications.models import Letter
from onemm.recruitment.actions import (
    chase_referee,
    erase_disclosures,
    give_up_on_referee,
    note_that_check_ran_out,
    remind_applicant,
    remind_of_talk,
    warn_of_expiry,
)
from onemm.recruitment.actions.referees import NAMED_WHILE
from onemm.recruitment.models import Application, Check, Referee
from onemm.recruitment.queries import running_out, talks_on
from onemm.recruitment.rules.checks import CONTENT_KEPT_DAYS, warning_due
from onemm.recruitment.rules.references import chaser_due


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
    """Write again to those who have been silent for 3, 7 and 12 days; give up on those whose letters come back."""
    letters = Letter.objects.filter(once=Concat(Value("reference:"), Cast(OuterRef("pk"), CharField()), Value(":asked")))
    waiting = Referee.objects.asked().filter(application__state__in=NAMED_WHILE).select_related("application__person", "application__area")
    come_back = set(waiting.filter(Exists(letters.filter(given_up_at__isnull=False))).values_list("pk", flat=True))
    for referee in waiting.order_by("pk"):
        days = (today() - timezone.localdate(referee.asked_at)).days
        due = chaser_due(days)
        if referee.pk in come_back:
            give_up_on_referee(referee=referee, by=None)
        elif due is not None and now() < referee.link_until:
            chase_referee(referee=referee, day=due)


@task
def remind_applicants(**_: object) -> None:
    """Write to those with whom something has lain for 3, 7 and 12 days: two names, a time to talk, the form for their check."""
    for application in Application.objects.waiting().order_by("pk"):
        remind_applicant(application=application)
