"""The decision: by a person, by stated criteria, with reasons, once."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.people.models import Person
from onemm.recruitment.actions import emails
from onemm.recruitment.actions.likenesses import notice_those_like
from onemm.recruitment.actions.opening import State, locked_for_staff, touch
from onemm.recruitment.actions.talks import let_talk_go
from onemm.recruitment.models import Application, Decision, Likeness
from onemm.recruitment.queries.criteria import CriteriaReport, criteria_of
from onemm.recruitment.refusals import (
    AlreadyDecided,
    AnswerDoesNotFit,
    ApplicationIsNotInScreening,
    ApprovalIsOnHold,
    CriteriaAreNotMet,
    LikenessIsOpen,
)
from onemm.safeguarding.queries import is_restricted


@transaction.atomic
def decide_application(*, application: Application, by: Person, outcome: str, reasons: str) -> Decision:
    """Approve or decline. Every criterion is weighed again here, under the lock, whatever a page showed before.

    :raises AlreadyDecided: someone was first; says who and when.
    :raises CriteriaAreNotMet: approval while a criterion is open; lists them.
    :raises ApprovalIsOnHold: a restriction stands.
    :raises LikenessIsOpen: they are like someone who was turned away, and nobody has looked yet.
    :raises NobodyScreensThemselves: the applicant asks.
    """
    application = locked_for_staff(application, by)
    # Whoever imposes a restriction holds this row: either it is seen here, or it comes after the decision.
    Person.objects.select_for_update(no_key=True).get(pk=application.person_id)
    _refuse_second(application)
    if application.state != State.IN_SCREENING:
        raise ApplicationIsNotInScreening
    if outcome not in Decision.Outcome.values:
        raise AnswerDoesNotFit("Choose to approve or to decline.", field="outcome")
    if not reasons.strip():
        raise AnswerDoesNotFit("Say why. Somebody may ask in two years' time.", field="reasons")
    report = criteria_of(application)
    if outcome == Decision.Outcome.APPROVED:
        _refuse_approval(application, report)
    decision = Decision.objects.create(
        application=application,
        outcome=outcome,
        criteria_version=report.version,
        reasons=reasons.strip(),
        decided_by=by,
        criteria_met={criterion.slug: criterion.is_met for criterion in report.criteria},
    )
    move(application, outcome)
    application.over_at = now()
    touch(application, "state", "over_at")
    let_talk_go(application)
    audit.record(f"application:{outcome}", subject=application, by=by, criteria=report.version)
    if outcome == Decision.Outcome.DECLINED:
        notice_those_like(application)
    emails.tell_of_decision(decision)
    return decision


def _refuse_second(application: Application) -> None:
    first = Decision.objects.standing().filter(application=application).select_related("decided_by").first()
    if first is not None:
        when = f"{first.decided_at:%-d %B %Y}"
        raise AlreadyDecided(
            f"{first.decided_by.full_name} {first.get_outcome_display().lower()} this application on {when}."
        )


def _refuse_approval(application: Application, report: CriteriaReport) -> None:
    if not report.is_met:
        raise CriteriaAreNotMet(
            "This cannot be approved yet. Still open: " + "; ".join(criterion.words for criterion in report.unmet) + "."
        )
    if is_restricted(application.person):
        raise ApprovalIsOnHold
    if Likeness.objects.open().filter(application=application).exists():
        raise LikenessIsOpen
