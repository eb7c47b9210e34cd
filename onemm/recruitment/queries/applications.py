"""Which applications there are: one person's, those that wait, those that were approved."""

from dataclasses import dataclass

from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce

from onemm.lib.clock import now, today
from onemm.people.models import Person
from onemm.recruitment.models import Application, ApplicationQuerySet, Check, InterviewBooking
from onemm.recruitment.rules.checks import MENTORING
from onemm.worklist.models import Todo

State = Application.State
OVERDUE_AFTER_DAYS = 7
"""Nobody is left without an answer for longer than a week."""

SORTS: dict[str, tuple[str | OrderBy, ...]] = {
    "due": (F("due").asc(nulls_last=True), "pk"),
    "-due": (F("due").desc(nulls_last=True), "-pk"),
    "waiting": ("moved_at", "pk"),
    "-waiting": ("-moved_at", "-pk"),
    "name": ("person__first_name", "person__last_name", "pk"),
    "-name": ("-person__first_name", "-person__last_name", "-pk"),
    "sent": ("submitted_at", "pk"),
    "-sent": ("-submitted_at", "-pk"),
}


@dataclass(frozen=True)
class Queue:
    """How many applications wait for staff, how many of them nobody has opened, and how many wait too long."""

    waiting: int
    unopened: int
    overdue: int


def application_of(person: Person) -> Application | None:
    """Return someone's newest application; an older one can only be over."""
    return (
        Application.objects.of(person)
        .select_related("person__mentor_profile", "area", "interview", "owner")
        .order_by("-started_at", "-pk")
        .first()
    )


def approved_people() -> QuerySet[Application, int]:
    """Return the ids of everyone with an approved application and a check that is valid today, at a level for young
    people.
    """
    valid = Check.objects.filter(application=OuterRef("pk")).counting_for(MENTORING, today())
    return (
        Application.objects.filter(Exists(valid), state=State.APPROVED).order_by().values_list("person_id", flat=True)
    )


def is_checked(person: Person) -> bool:
    """Say whether someone is approved and has a check that counts today."""
    return approved_people().filter(person=person).exists()


def waiting_applications(person: Person) -> ApplicationQuerySet:
    """Return the applications that wait for this member of staff, most overdue first."""
    applications = _with_due(Application.objects.for_screening_by(person).waiting())
    return applications.select_related("person", "area", "owner").order_by("due", "pk")  # type: ignore[misc]  # `due` is added by _with_due


def queue_of(person: Person) -> Queue:
    """Return the figures of this member of staff's waiting applications, in one query."""
    figures = _with_due(Application.objects.for_screening_by(person).waiting()).aggregate(
        waiting=Count("pk"),
        unopened=Count("pk", filter=Q(state=State.SUBMITTED)),
        overdue=Count("pk", filter=Q(due__lt=now())),
    )
    return Queue(**figures)


def applications_listed(person: Person, *, state: str = "", name: str = "", sort: str = "") -> ApplicationQuerySet:
    """Return this member of staff's applications for a table: with what has been gathered so far, filtered and in
    order.

    `state` may be one state, "waiting" (the default) or "all"; an unknown sort means most overdue first.
    """
    applications = _with_due(Application.objects.for_screening_by(person)).select_related(
        "person", "area", "owner", "interview"
    )
    applications = applications.prefetch_related(
        "references",
        "referees",
        "checks",
        Prefetch("bookings", InterviewBooking.objects.select_related("slot__interviewer")),
    )
    if state in State.values:
        applications = applications.filter(state=state)
    elif state != "all":
        applications = applications.waiting()
    for word in name.split():
        applications = applications.filter(Q(person__first_name__icontains=word) | Q(person__last_name__icontains=word))
    return applications.annotate(
        references_in=Count("references", distinct=True),
        interview_total=Coalesce(
            F("interview__listening")
            + F("interview__boundaries")
            + F("interview__commitment")
            + F("interview__safety"),
            0,
        ),
        is_overdue=Case(
            When(state__in=[State.SUBMITTED, State.IN_SCREENING], due__lt=now(), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        ),
        has_valid_check=Exists(Check.objects.filter(application=OuterRef("pk")).counting_for(MENTORING, today())),
    ).order_by(*SORTS.get(sort, SORTS["due"]))


def _with_due(applications: ApplicationQuerySet) -> ApplicationQuerySet:
    """Add `due`: when the first of what is waited for has taken too long, by the worklist; empty where nothing is."""
    first = Todo.objects.open().filter(source="application", source_pk=OuterRef("pk")).order_by("due")
    return applications.annotate(due=Subquery(first.values("due")[:1]))
