"""What other contexts ask before two people meet, and what safeguarding leads see."""

from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from onemm.people.models import Person, RoleGrant
from onemm.people.roles import Role
from onemm.safeguarding.models import Concern, ConcernQuerySet, Restriction

UNANSWERED_FIRST = ("answered", "danger", "raised_at", "pk")
"""Danger before the rest, the longest waiting on top; by what `concerns_in_order` adds to each."""
NEWEST_CLOSED_FIRST = ("-closed_at", "pk")


@dataclass(frozen=True)
class ConcernCounts:
    """How many concerns wait for an answer, and how many are being worked on."""

    unanswered: int
    live: int


def is_restricted(person: Person) -> bool:
    return Restriction.objects.standing().filter(person=person).exists()


def restricted_people() -> "QuerySet[Restriction, int]":
    """Return the ids of the people who may have no contact now, for use in `pk__in`."""
    return Restriction.objects.standing().order_by().values_list("person", flat=True)


def safeguarding_leads() -> "QuerySet[Person]":
    grants = RoleGrant.objects.held().of(Role.SAFEGUARDING_LEAD).values("person")
    leads: QuerySet[Person] = Person.objects.active().filter(pk__in=grants).order_by("pk")
    return leads


def concerns_in_order(person: Person, *, closed: bool = False) -> ConcernQuerySet:
    """Return the concerns that someone may read: those still open `UNANSWERED_FIRST`, or those that are closed."""
    seen = Concern.objects.visible_to(person).select_related("about", "raised_by")
    if closed:
        return seen.filter(state=Concern.State.CLOSED).order_by(*NEWEST_CLOSED_FIRST)
    return (
        seen.live()
        .annotate(
            answered=Case(
                When(state=Concern.State.RAISED, then=Value(0)), default=Value(1), output_field=IntegerField()
            ),
            danger=Case(
                When(urgency=Concern.Urgency.DANGER, then=Value(0)),
                When(urgency=Concern.Urgency.SOON, then=Value(1)),
                default=Value(2),
                output_field=IntegerField(),
            ),
        )
        .order_by(*UNANSWERED_FIRST)
    )


def concern_counts(person: Person) -> ConcernCounts:
    counts = (
        Concern.objects.visible_to(person)
        .order_by()
        .aggregate(
            unanswered=Count("pk", filter=Q(state=Concern.State.RAISED)),
            live=Count("pk", filter=~Q(state=Concern.State.CLOSED)),
        )
    )
    return ConcernCounts(**counts)


def standing_restriction_of(person: Person) -> Restriction | None:
    return Restriction.objects.standing().filter(person=person).select_related("imposed_by").first()
