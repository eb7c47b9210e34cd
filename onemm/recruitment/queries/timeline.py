"""What happened with an application, told from the log."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Concat

from onemm.audit.queries import history_of
from onemm.people.models import Person
from onemm.recruitment.models import Application

WORDS = {
    "application:started": "Started the application",
    "application:submitted": "Sent the application",
    "application:screening_started": "Started screening",
    "application:reminded": "Reminded whoever it waits for",
    "application:reassigned": "Gave it to somebody else",
    "application:paused": "Asked us to wait",
    "application:resumed": "Asked us to go on",
    "application:withdrawn": "Withdrew",
    "application:approved": "Approved",
    "application:declined": "Declined",
    "referee:named": "Named somebody to speak for them",
    "referee:answered": "A referee answered",
    "referee:declined": "A referee would rather not",
    "referee:unreachable": "Gave up on a referee",
    "referee:replaced": "Replaced a referee",
    "referee:reminded": "Reminded a referee",
    "application:appealed": "Asked for a second look at the decision",
    "application:appeal_upheld": "Upheld the appeal: back in screening",
    "application:appeal_refused": "Let the decision stand",
    "application:likeness_noticed": "Like somebody who was turned away: a person is to look",
    "application:likeness_settled": "Said whether it is one person or two",
    "reference:recorded": "Recorded a reference",
    "talk:booked": "Chose a time to talk",
    "talk:moved": "Moved the talk to another time",
    "talk:cancelled": "The talk was called off",
    "talk:missed": "The applicant did not come to the talk",
    "interview:recorded": "Recorded the interview",
    "check:requested": "Asked for a check",
    "check:handed_over": "Sent the check’s form to the applicant",
    "check:result_recorded": "Recorded the check’s result",
    "check:ran_out": "The check ran out",
    "check:disclosure_written": "Wrote down what the check showed, for safeguarding leads alone",
    "check:disclosure_erased": "What the check showed is gone",
    "check:weighed": "Weighed what the check showed",
    "check:decided": "Decided on what the check showed",
}
QUIET = "application:step_saved"


@dataclass(frozen=True)
class Happened:
    """One thing that happened: when, in words, and by whom."""

    at: datetime
    words: str
    who: str


def timeline_of(application: Application) -> tuple[Happened, ...]:
    """Return what happened, newest first, without the single steps of filling in. One query."""
    named = Person.objects.filter(public_id=OuterRef("actor")).annotate(
        name=Concat("first_name", Value(" "), "last_name")
    )
    entries = (
        history_of(application)
        .exclude(event=QUIET)
        .annotate(who=Subquery(named.values("name")[:1]))
        .order_by("-at", "-pk")
    )
    return tuple(
        Happened(at, WORDS.get(event, event), (who or "").strip() or "the platform")
        for at, event, who in entries.values_list("at", "event", "who")
    )
