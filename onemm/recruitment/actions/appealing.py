"""A second look at a refusal, by somebody else."""

from datetime import timedelta

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.notifications.actions import write_letter
from onemm.people.models import Person
from onemm.recruitment.actions.letters import APPLICANTS_PAGE
from onemm.recruitment.actions.opening import State, locked_by_applicant, locked_for_staff, touch
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
    row = Appeal.objects.select_for_update(of=("self",)).select_related("decision").get(pk=appeal.pk)
    if row.decision.decided_by_id == by.pk:
        raise NobodyJudgesTheirOwnDecision
    if row.state != Appeal.State.OPEN:
        raise AppealIsOver
    if not answer.strip():
        raise AnswerDoesNotFit("Say why, in words that the applicant may read.", field="answer")
    move(row, Appeal.State.UPHELD if uphold else Appeal.State.REFUSED)
    row.answer, row.answered_at, row.answered_by = answer.strip(), now(), by
    row.save()
    if uphold:
        _go_on(application, row, by)
    audit.record(f"application:appeal_{row.state}", subject=application, by=by)
    _tell_of_answer(row, application)


def _go_on(application: Application, row: Appeal, by: Person) -> None:
    live = Application.objects.of(application.person).exclude(state__in=[State.DECLINED, State.WITHDRAWN])
    if live.exists():
        raise HasAnApplication(
            "They have begun another application meanwhile. Look at that one, and let this decision stand."
        )
    row.decision.overturned_at = now()
    row.decision.save(update_fields=["overturned_at"])
    move(application, State.IN_SCREENING)
    application.over_at, application.owner = None, by
    touch(application, "state", "over_at", "owner")


def _tell_that_it_arrived(asked: Appeal, application: Application) -> None:
    person = application.person
    write_letter(
        to=person,
        kind="application:appeal_arrived",
        subject="A second person looks at our decision",
        link=APPLICANTS_PAGE,
        once=f"application:appeal:{asked.pk}",
        body=(
            f"Dear {person.first_name},\n\nThank you for telling us what we should look at again. Somebody who had no "
            "part in the decision "
            f"reads everything afresh and writes to you within {ANSWERED_WITHIN} days.\n"
        ),
    )
    for manager in screeners_of(application):
        if manager.pk != asked.decision.decided_by_id:
            write_letter(
                to=manager,
                kind="application:appeal",
                subject="Somebody asks for a second look at a decision",
                link=f"/staff/applications/{application.public_id}/",
                once=f"application:appeal:{asked.pk}:{manager.pk}",
                body=f"An applicant who was declined asks for a second look. Please answer within {ANSWERED_WITHIN} "
                "days; who decided may not.\n",
            )


def _tell_of_answer(row: Appeal, application: Application) -> None:
    person = application.person
    if row.state == Appeal.State.UPHELD:
        subject, news = (
            "We go on with your application",
            "You were right to ask. The decision falls, and your application is in screening again.",
        )
    else:
        subject, news = (
            "Our answer to your appeal",
            "We have read everything afresh, and the decision stands. We know that this is hard to read.",
        )
    write_letter(
        to=person,
        kind="application:appeal_answered",
        subject=subject,
        link=APPLICANTS_PAGE,
        once=f"application:appeal_answered:{row.pk}",
        body=f"Dear {person.first_name},\n\n{news}\n\nWhy: {row.answer}\n",
    )
