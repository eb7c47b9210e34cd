"""Holding an application still while something is done with it."""

from onemm.lib.clock import now
from onemm.people.models import Person
from onemm.recruitment.models import Application
from onemm.recruitment.refusals import ApplicationIsNotInScreening, NobodyScreensThemselves, OnlyTheApplicantAnswers
from onemm.recruitment.todos import todos_of
from onemm.worklist.actions import Outcome, sync

State = Application.State


def locked(application: Application) -> Application:
    """Return the application as it is now, locked until the end of the transaction."""
    return (
        Application.objects.select_for_update(of=("self",), no_key=True)
        .select_related("person", "area", "owner")
        .get(pk=application.pk)
    )


def locked_by_applicant(application: Application, by: Person) -> Application:
    """:raises OnlyTheApplicantAnswers: somebody else asks."""
    application = locked(application)
    if application.person_id != by.pk:
        raise OnlyTheApplicantAnswers
    return application


def locked_for_staff(application: Application, by: Person) -> Application:
    """:raises NobodyScreensThemselves: the applicant asks."""
    application = locked(application)
    if application.person_id == by.pk:
        raise NobodyScreensThemselves
    return application


def locked_in_screening(application: Application, by: Person) -> Application:
    """:raises ApplicationIsNotInScreening: nothing is being gathered now.
    :raises NobodyScreensThemselves: the applicant asks."""
    application = locked_for_staff(application, by)
    if application.state != State.IN_SCREENING:
        raise ApplicationIsNotInScreening
    return application


def touch(application: Application, *changed: str) -> None:
    """Save what changed and that something happened now, and say on the worklist what is waited for since."""
    application.moved_at = now()
    application.save(update_fields=[*changed, "moved_at"])
    note_what_it_waits_for(application)


def note_what_it_waits_for(application: Application) -> None:
    """Say it on the worklist. What is open when an application ends or pauses is no longer wanted."""
    stands_still = application.is_over or application.state == State.PAUSED
    outcome = Outcome.DROPPED if stands_still else Outcome.DONE
    sync(subject=application, todos=todos_of(application), outcome=outcome)
