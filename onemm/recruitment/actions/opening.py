"""Holding an application still while something is done with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import local

from django.db.models import Prefetch

from onemm.lib.clock import now
from onemm.people.models import Person
from onemm.recruitment.models import Application, InterviewBooking
from onemm.recruitment.refusals import ApplicationIsNotInScreening, NobodyScreensThemselves, OnlyTheApplicantAnswers
from onemm.recruitment.todos import todos_of
from onemm.worklist.actions import Outcome, sync

State = Application.State

_together = local()
"""Per thread: the applications whose next day is reckoned later."""


def locked(application: Application) -> Application:
    """Return the application as it is now, locked until the end of the transaction."""
    return (
        Application.objects.select_for_update(of=("self",), no_key=True)
        .select_related("person", "area", "owner")
        .get(pk=application.pk)
    )


def locked_by_applicant(application: Application, by: Person) -> Application:
    """:raises OnlyTheApplicantAnswers: someone else asks."""
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
    moved: set[int] | None = getattr(_together, "moved", None)
    if moved is None:
        note_what_it_waits_for(application)
    else:
        moved.add(application.pk)


def note_what_it_waits_for(application: Application) -> None:
    """Say it on the worklist. What is open when an application ends or pauses is no longer wanted."""
    stands_still = application.is_over or application.state == State.PAUSED
    outcome = Outcome.DROPPED if stands_still else Outcome.DONE
    sync(subject=application, todos=todos_of(application), outcome=outcome)


@contextmanager
def waits_noted_together() -> Iterator[None]:
    """Within, leave out what applications wait for, and say it once for each at the end: where very much happens, and
    nobody looks meanwhile.
    """
    moved = _together.moved = set[int]()
    try:
        yield
    finally:
        _together.moved = None
    bookings = Prefetch("bookings", InterviewBooking.objects.select_related("slot__interviewer"))
    applications = Application.objects.filter(pk__in=moved).select_related("person", "owner", "interview")
    for application in applications.prefetch_related("references", "referees", "checks", bookings).order_by("pk"):
        note_what_it_waits_for(application)
