"""Holding an application still while something is done with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import local

from django.db.models import Prefetch

from onemm.lib.clock import now
from onemm.people.models import Person
from onemm.recruitment.models import Application, Booking
from onemm.recruitment.queries.waits import waits_of
from onemm.recruitment.refusals import ApplicationIsNotInScreening, NobodyScreensThemselves, OnlyTheApplicantAnswers

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
    moved: set[int] | None = getattr(_together, "moved", None)
    if moved is None:
        application.due_at = _due(application)
        application.save(update_fields=[*changed, "moved_at", "due_at"])
    else:
        moved.add(application.pk)
        application.save(update_fields=[*changed, "moved_at"])


@contextmanager
def due_days_reckoned_together() -> Iterator[None]:
    """Within, leave out when the next thing of an application is due, and reckon it once for each at the end: where
    very much happens, and nobody looks meanwhile.
    """
    moved = _together.moved = set[int]()
    try:
        yield
    finally:
        _together.moved = None
    bookings = Prefetch("bookings", Booking.objects.select_related("slot__interviewer"))
    rows = Application.objects.filter(pk__in=moved).select_related("person", "owner", "interview")
    applications = list(rows.prefetch_related("references", "referees", "checks", bookings))
    for application in applications:
        application.due_at = _due(application)
    Application.objects.bulk_update(applications, ["due_at"], batch_size=200)


def _due(application: Application) -> datetime | None:
    return min((wait.due for wait in waits_of(application)), default=None)
