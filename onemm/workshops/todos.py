"""What a workshop asks of its trainer: once it has begun, to say who came and close the list."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import QuerySet

from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.worklist.catalogue import Kind, Side, declare
from onemm.worklist.rules import Days
from onemm.worklist.sources import Raised, Source, register
from onemm.workshops.models import Workshop

CLOSE_LIST = "workshop.close_list"
CLOSED_WITHIN = Days(1)
"""After the end. Until the list is closed nobody who was missed knows, and nobody is asked how it was."""


def todos_of(workshop: Workshop) -> Iterator[Raised]:
    """The list of a workshop that stands in the diary: to be closed once it has begun."""
    if workshop.is_offered:
        ends_at = workshop.starts_at + timedelta(minutes=workshop.minutes)
        yield Raised(
            CLOSE_LIST,
            since=workshop.starts_at,
            due=CLOSED_WITHIN.after(ends_at),
            owner_id=workshop.trainer_id,
            area_id=workshop.area_id,
        )


def _run_by(person: Person) -> QuerySet[Workshop]:
    return Workshop.objects.visible_to(person).run_by(person)


declare(
    Kind(
        CLOSE_LIST,
        Side.TRAINER,
        "Tick who came, and close the list",
        CLOSED_WITHIN,
        page="workshop",
        permission=Permission.WORKSHOP_RUN,
        seen_by=_run_by,
    )
)
register(Source("workshop", Workshop, todos_of, Workshop.objects.offered))
