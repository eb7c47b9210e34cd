"""Enquiries of schools and youth charities: places lie beneath the worklist, so what they wait for is derived here."""

from collections.abc import Iterator

from django.db.models import QuerySet

from onemm.people.access import scope_of
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.places.models import Enquiry
from onemm.worklist.catalogue import Kind, Side, declare
from onemm.worklist.rules import WorkingDays
from onemm.worklist.sources import Raised, Source, register

ANSWER = "enquiry.answer"
ANSWERED_WITHIN = WorkingDays(5)
"""What the page for schools promises."""


def todos_of(enquiry: Enquiry) -> Iterator[Raised]:
    """An enquiry waits until someone says yes or no."""
    if enquiry.is_waiting:
        yield Raised(ANSWER, since=enquiry.asked_at, area_id=enquiry.area_id)


def _seen_by(person: Person) -> QuerySet[Enquiry]:
    return Enquiry.objects.visible_to(scope_of(person, Permission.ORGANISATION_MANAGE)).waiting()


declare(
    Kind(
        ANSWER,
        Side.STAFF,
        "Answer the enquiry",
        ANSWERED_WITHIN,
        page="partners",
        permission=Permission.ORGANISATION_MANAGE,
        seen_by=_seen_by,
    )
)
register(Source("enquiry", Enquiry, todos_of, Enquiry.objects.waiting))
