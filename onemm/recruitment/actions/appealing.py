"""A second look at a refusal, by someone else."""

from datetime import timedelta

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.notifications.actions import write_email
from onemm.people.models import Person
from onemm.recruitment.actions.opening import (
    State,
    locked_by_applicant,
    locked_for_staff,
    note_what_it_waits_for,
    touch,
)
from onemm.recruitment.models import Appeal, Application, Decision
from onemm.recruitment.queries.screeners import screeners_of
from onemm.recruitment.refusals import (
    AnswerDoesNotFit,
    AppealIsOver,
    HasAnApplication,
    NobodyJudgesTheirOwnDecision,
    NothingToAppeal,
)
from onemm.recruitment.rules.appeals import ANSWERED_WITHIN, ASKED_WITHIN


@transaction.atomic
def appeal(*, application: Application, by: Person, words: str) -> Appeal:
    """Ask for a second person to look, within 28 days, once.

    :raises NothingToAppeal: nothing was declined, too long ago, or it has been looked at.
    :raises AnswerDoesNotFit: there are no words.
    """
    application = locked_by_applicant(application, by)
    decision = Decision.objects.standing().filter(application=application, outcome=Decision.Outcome.DECLINED).first()
    if decision is None or application.state != State.DECLINED or Appeal.objects.filter(decision=decision).exists():
        raise NothingToAppeal
    if now() > decision.decided_at + timedelta(days=ASKED_WITHIN):
        raise NothingToAppeal("More than 28 days have gone by. You may apply again; we look at it afresh.")
    if not words.strip():
        raise AnswerDoesNotFit("Say in a few words what we should look at again.", field="words")
    asked = Appeal.objects.create(decision=decision, words=words.strip())
    application.moved_at = now()
    application.save(update_fields=["moved_at"])
    note_what_it_waits_for(application)
    audit.record("application:appealed", subject=application, by=by)
    _tell_that_it_arrived(asked, application)
    return asked


@transaction.atomic
def answer_appeal(*, appeal: Appeal, by: Person, uphold: bool, answer: str) -> None:
    """Let the decision fall, so that screening goes on, or let it stand, with reasons that the applicant reads.

    :raises NobodyJudgesTheirOwnDecision: who decided asks.
    :raises AppealIsOver: it has been answered.
    :raises HasAnApplication: the applicant has begun another one meanwhile, so that this one cannot go on.
    :raises AnswerDoesNotFit: there are no reasons.
    """
    application = locked_for_staff(appeal.decision.application, by)
    appeal = Appeal.objects.select_for_update(of=("self",)).select_related("decision").get(pk=appeal.pk)
    if appeal.decision.decided_by_id == by.pk:
        raise NobodyJudgesTheirOwnDecision
    if appeal.state != Appeal.State.OPEN:
        raise AppealIsOver
    if not answer.strip():
        raise AnswerDoesNotFit("Say why, in words that the applicant may read.", field="answer")
    move(appeal, Appeal.State.UPHELD if uphold else Appeal.State.REFUSED)
    appeal.answer, appeal.answered_at, appeal.answered_by = answer.strip(), now(), by
    appeal.save()
    if uphold:
        _go_on(application, appeal, by)
    else:
        note_what_it_waits_for(application)
    audit.record(f"application:appeal_{appeal.state}", subject=application, by=by)
    _tell_of_answer(appeal, application)


def _go_on(application: Application, appeal: Appeal, by: Person) -> None:
    live = Application.objects.of(application.person).exclude(state__in=[State.DECLINED, State.WITHDRAWN])
    if live.exists():
        raise HasAnApplication(
            "They have begun another application meanwhile. Look at that one, and let this decision stand."
        )
    appeal.decision.overturned_at = now()
    appeal.decision.save(update_fields=["overturned_at"])
    move(application, State.IN_SCREENING)
    application.over_at, application.owner = None, by
    touch(application, "state", "over_at", "owner")


def _tell_that_it_arrived(asked: Appeal, application: Application) -> None:
    values = {"days": ANSWERED_WITHIN}
    write_email(kind="appeal.arrived", to=application.person, values=values, occasion=(asked.pk,))
    for screener in screeners_of(application):
        if screener.pk != asked.decision.decided_by_id:
            write_email(
                kind="appeal.waiting",
                to=screener,
                values=values,
                about=application.public_id,
                occasion=(asked.pk,),
            )


def _tell_of_answer(appeal: Appeal, application: Application) -> None:
    write_email(
        kind="appeal.upheld" if appeal.state == Appeal.State.UPHELD else "appeal.refused",
        to=application.person,
        values={"answer": appeal.answer},
        occasion=(appeal.pk,),
    )
