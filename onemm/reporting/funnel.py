"""From first interest to an active match: how many reach each step, and how many days the way takes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Min, OuterRef, Q, Subquery
from django.utils import timezone

from onemm.impact.rules import moments_reached
from onemm.learning.models import CoursePass
from onemm.learning.queries import passes_wanted
from onemm.lib.disclosure import shown
from onemm.lib.statistics import median_of
from onemm.mentoring.models import Match
from onemm.places.models import Area
from onemm.recruitment.models import Application


@dataclass(frozen=True)
class Step:
    """One step of the funnel: how many reached it, and the median days from the step before with the number it is made
    of.
    """

    label: str
    people: int
    days: float | None
    measured: int


@dataclass(frozen=True)
class Funnel:
    """From first interest to an active match, for the latest application of each person."""

    steps: tuple[Step, ...]


DAY = timedelta(days=1)
STEPS = (
    "Began an application",
    "Sent it",
    "Screening began",
    "Approved",
    "Trained and ready",
    "Introduced to a young person",
    "In an active match",
)


def funnel_of(area: Area | None) -> Funnel:
    """Return the way from interest to an active match in one area, or everywhere. Two queries."""
    ways = [moments_reached(moments) for moments in _moments(area)]
    steps = []
    for number, label in enumerate(STEPS):
        reached = [way for way in ways if len(way) > number]
        days = [(way[number] - way[number - 1]) / DAY for way in reached] if number else []
        steps.append(Step(label, len(reached), shown(median_of(days), of=len(days)), len(days)))
    return Funnel(tuple(steps))


def _moments(area: Area | None) -> Iterable[list[datetime | None]]:
    """When each person reached each step, by their latest application."""
    trained, seen = trained_at(), set()
    matches = Match.objects.filter(mentor=OuterRef("person")).order_by().values("mentor")
    applications = (
        Application.objects.filter(Q() if area is None else Q(area=area))
        .order_by("person", "-started_at", "-pk")
        .annotate(
            introduced=Subquery(matches.annotate(first=Min("introduced_on")).values("first")),
            active=Subquery(matches.annotate(first=Min("active_from")).values("first")),
        )
    )
    for application in applications:
        if application.person_id in seen:
            continue
        seen.add(application.person_id)
        approved = application.over_at if application.state == Application.State.APPROVED else None
        yield [
            application.started_at,
            application.submitted_at,
            application.screening_from or approved,
            approved,
            trained.get(application.person_id),
            _start_of(application.introduced),  # type: ignore[attr-defined]  # annotated by the query
            application.active,  # type: ignore[attr-defined]  # annotated by the query
        ]


def trained_at() -> dict[int, datetime]:
    """When each person had passed every required course."""
    required = passes_wanted()
    firsts: dict[int, list[datetime]] = defaultdict(list)
    for person, at in CoursePass.objects.filter(course__in=required).values_list("person", "passed_at"):
        firsts[person].append(at)
    return {person: max(moments) for person, moments in firsts.items() if len(moments) == len(required)}


def _start_of(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.min)) if day is not None else None
