"""The applicant's own verbs: begin, send, wait, go on, stop."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.lib.lifecycle import move
from onemm.mentors import actions as mentors
from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.recruitment.actions import emails
from onemm.recruitment.actions.check_routes import ask_for_check_on_sending
from onemm.recruitment.actions.likenesses import notice_likenesses
from onemm.recruitment.actions.opening import locked_by_applicant, note_what_it_waits_for, touch
from onemm.recruitment.actions.talks import let_talk_go
from onemm.recruitment.models import Application
from onemm.recruitment.refusals import AnswerDoesNotFit, HasAnApplication, NotEligibleYet, StepsAreMissing
from onemm.recruitment.rules.eligibility import QUESTIONS, YOUNGEST, eligibility_of, is_old_enough
from onemm.recruitment.rules.steps import missing_from

State = Application.State


@transaction.atomic
def begin_application(*, person: Person, eligibility: dict[str, object]) -> Application:
    """Open an application for someone who may apply, and give them the role that lets them fill it in.

    `eligibility` holds the answers by question name (see `rules.eligibility.QUESTIONS`).

    :raises NotEligibleYet: an answer stands in the way, or the known date of birth does.
    :raises HasAnApplication: they have one that is not over, or were approved before.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    outcome = eligibility_of(eligibility)
    if not outcome.is_met or (person.born is not None and not is_old_enough(person.born, today())):
        raise NotEligibleYet
    if Application.objects.of(person).exclude(state__in=[State.DECLINED, State.WITHDRAWN]).exists():
        raise HasAnApplication
    application = Application.objects.create(
        person=person,
        eligibility={question.name: str(eligibility[question.name]) for question in QUESTIONS},
        eligibility_version=outcome.version,
    )
    mentors.begin_profile(person=person)
    grant_role(person=person, role=Role.MENTOR, by=None)
    note_what_it_waits_for(application)
    audit.record("application:started", subject=application, by=person)
    return application


@transaction.atomic
def submit_application(*, application: Application, by: Person) -> None:
    """Send it. From here it is the programme manager's turn, and the clock of seven days runs.

    :raises StepsAreMissing: names the steps that are not done.
    :raises AnswerDoesNotFit: the applicant is not old enough on the day of sending.
    """
    application = locked_by_applicant(application, by)
    missing = missing_from(application.steps_done)
    if missing and application.is_being_written:
        raise StepsAreMissing("Before you send it, please fill in: " + ", ".join(step.title for step in missing) + ".")
    if not is_old_enough(application.person.born, today()):
        raise AnswerDoesNotFit(f"Mentors are {YOUNGEST} or over. Look at your date of birth again.")
    move(application, State.SUBMITTED)
    application.submitted_at = now()
    touch(application, "state", "submitted_at")
    audit.record("application:submitted", subject=application, by=by)
    notice_likenesses(application)
    emails.tell_of_sending(application)
    ask_for_check_on_sending(application)


@transaction.atomic
def pause_application(*, application: Application, by: Person) -> None:
    """Let it wait, because the applicant asked."""
    application = locked_by_applicant(application, by)
    move(application, State.PAUSED)
    touch(application, "state")
    let_talk_go(application)
    audit.record("application:paused", subject=application, by=by)


@transaction.atomic
def resume_application(*, application: Application, by: Person) -> None:
    """Go on where it stopped."""
    application = locked_by_applicant(application, by)
    move(application, State.IN_SCREENING if application.screening_from else State.SUBMITTED)
    touch(application, "state")
    audit.record("application:resumed", subject=application, by=by)


@transaction.atomic
def withdraw_application(*, application: Application, by: Person) -> None:
    """Stop for good. The same person may begin another one later."""
    application = locked_by_applicant(application, by)
    move(application, State.WITHDRAWN)
    application.over_at = now()
    touch(application, "state", "over_at")
    let_talk_go(application)
    audit.record("application:withdrawn", subject=application, by=by)
