"""Holding an application still while something is done with it."""

from onemm.lib.clock import now
from onemm.people.models import Person
from onemm.recruitment.models import Application
from onemm.recruitment.queries.waits import waits_of
from onemm.recruitment.refusals import ApplicationIsNotInScreening, NobodyScreensThemselves, OnlyTheApplicantAnswers

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
    """Save what changed, that something happened today, and when the next thing is due."""
    application.moved_at = now()
    application.due_at = min((wait.due for wait in waits_of(application)), default=None)
    application.save(update_fields=[*changed, "moved_at", "due_at"])
