"""What programme managers gather: two references and a conversation."""

from datetime import date

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.lib.lifecycle import move
from onemm.lib.names import tidy_email, tidy_name
from onemm.people.models import Person
from onemm.recruitment.actions import emails
from onemm.recruitment.actions.opening import State, locked_for_staff, locked_in_screening, touch
from onemm.recruitment.actions.referees import settle_with
from onemm.recruitment.actions.talks import talk_was_held
from onemm.recruitment.models import Application, Interview, Reference
from onemm.recruitment.refusals import (
    AnswerDoesNotFit,
    InterviewWasRecorded,
    NobodyIsTheirOwnReferee,
    RefereeHasSpoken,
    ThatIsInTheFuture,
)
from onemm.recruitment.rules.mailboxes import is_reachable, mailbox_of


@transaction.atomic
def start_screening(*, application: Application, by: Person) -> None:
    """Take an application in hand, and tell the applicant who has it."""
    application = locked_for_staff(application, by)
    move(application, State.IN_SCREENING)
    application.screening_from = now()
    application.owner = by
    touch(application, "state", "screening_from", "owner")
    audit.record("application:screening_started", subject=application, by=by)
    emails.tell_of_screening(application, by)


@transaction.atomic
def record_reference(
    *,
    application: Application,
    by: Person,
    referee_name: str,
    referee_email: str,
    relation: str,
    known_for_years: int,
    verdict: str,
    words: str,
    received_on: date,
) -> Reference:
    """Keep what someone who knows the applicant said.

    :raises NobodyIsTheirOwnReferee: the address leads to the applicant's own mailbox.
    :raises RefereeHasSpoken: the mailbox or the name has given a reference already.
    :raises ThatIsInTheFuture: it was received after today.
    """
    application = locked_in_screening(application, by)
    _refuse_future(received_on, "received_on")
    if verdict not in Reference.Verdict.values:
        raise AnswerDoesNotFit("Choose what they recommend.", field="verdict")
    _refuse_address(application, referee_email)
    _refuse_same_referee(application, referee_name, referee_email)
    reference = Reference.objects.create(
        application=application,
        referee_name=tidy_name(referee_name),
        referee_email=tidy_email(referee_email),
        relation=relation,
        known_for_years=known_for_years,
        verdict=verdict,
        words=words,
        received_on=received_on,
        recorded_by=by,
    )
    settle_with(reference, application, by)
    touch(application)
    audit.record("reference:recorded", subject=application, by=by, reference=reference.pk)
    return reference


def _refuse_address(application: Application, address: str) -> None:
    if not is_reachable(address):
        raise AnswerDoesNotFit(
            "No letter could reach that address. Look at what comes after the @.", field="referee_email"
        )
    if mailbox_of(address) == mailbox_of(application.person.email or ""):
        raise NobodyIsTheirOwnReferee(field="referee_email")


def _refuse_same_referee(application: Application, name: str, address: str) -> None:
    for earlier in application.references.all():
        if mailbox_of(earlier.referee_email) == mailbox_of(address):
            raise RefereeHasSpoken(
                "A reference has come from that mailbox already. Two references come from two people.",
                field="referee_email",
            )
        if earlier.referee_name.casefold() == tidy_name(name).casefold():
            raise RefereeHasSpoken(
                f"{earlier.referee_name} has given a reference already. Two references come from two people.",
                field="referee_name",
            )


@transaction.atomic
def record_interview(
    *,
    application: Application,
    by: Person,
    held_on: date,
    listening: int,
    boundaries: int,
    commitment: int,
    safety: int,
    words: str,
) -> Interview:
    """Keep how the conversation went, in four scores from 1 (worrying) to 4 (strong) and in words.

    :raises InterviewWasRecorded: there is one already.
    :raises ThatIsInTheFuture: it was held after today.
    """
    application = locked_in_screening(application, by)
    _refuse_future(held_on, "held_on")
    scores = {"listening": listening, "boundaries": boundaries, "commitment": commitment, "safety": safety}
    for part, score in scores.items():
        if not 1 <= score <= 4:
            raise AnswerDoesNotFit("Give a score from 1 to 4.", field=part)
    if Interview.objects.filter(application=application).exists():
        raise InterviewWasRecorded
    interview = Interview.objects.create(
        application=application, held_on=held_on, words=words, interviewer=by, **scores
    )
    talk_was_held(application)
    touch(application)
    audit.record("interview:recorded", subject=application, by=by)
    return interview


def _refuse_future(day: date, field: str) -> None:
    if day > today():
        raise ThatIsInTheFuture(field=field)
