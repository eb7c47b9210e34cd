"""What training leads to: hours by area, seats against need, and from a pass to a match that lasts.

Groups under five are not shown.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.utils import timezone

from onemm.clearance.queries import people_waiting_for_training
from onemm.learning.models import CoursePass, ScenarioRun, UnitCompletion
from onemm.learning.queries import passes_wanted
from onemm.lib.clock import now, today
from onemm.lib.disclosure import is_enough, is_few, shown
from onemm.lib.statistics import Estimate, share_of, still_going
from onemm.mentoring.models import Match
from onemm.people.access import Scope
from onemm.people.models import Person
from onemm.places.models import Area
from onemm.recruitment.models import Application
from onemm.workshops.models import Booking, Seat, Workshop

HALF_A_YEAR = 182
"""Days. Pairs that end much earlier can do harm (Grossman and Rhodes 2002), so this is what is watched."""
AHEAD = timedelta(days=60)


@dataclass(frozen=True)
class HoursOfArea:
    """What the mentors and applicants of an area have learned.

    `learners` and `minutes` are `None` for fewer than five people.
    """

    area: Area
    learners: int | None
    minutes: int | None

    @property
    def hours_each(self) -> float | None:
        return self.minutes / 60 / self.learners if self.minutes is not None and self.learners else None


@dataclass(frozen=True)
class SeatsOfArea:
    """Seats in the next sixty days beside who waits for training. People are `None` under five; seats say nothing about
    anyone.

    `within_reach`: a workshop with a free seat lies within the distance they travel, wherever it is. `cold`: none does.
    """

    area: Area
    workshops: int
    seats: int
    free: int
    waiting: int | None
    within_reach: int | None
    cold: int | None


@dataclass(frozen=True)
class Lasting:
    """A group of those who passed, so many days ago at least: how many were approved, how many had a match, and, of
    those matches, the share still going after half a year. `people` and `matches` are `None`, and so is what rests on
    them, when under
    five.
    """

    label: str
    people: int | None
    approved: Estimate | None
    matched: Estimate | None
    matches: int | None
    lasted: Estimate | None


def hours_by_area(areas: Sequence[Area]) -> tuple[HoursOfArea, ...]:
    """Return the hours of each area, by the latest application of each person. Four queries."""
    minutes: Counter[int] = Counter()
    attended = Booking.objects.filter(state=Booking.State.ATTENDED)
    learning: Iterable[QuerySet[UnitCompletion] | QuerySet[ScenarioRun] | QuerySet[Booking]] = (
        UnitCompletion.objects.all(),
        ScenarioRun.objects.all(),
        attended,
    )
    for records in learning:
        minutes_by_area = (
            records.annotate(where=_area_of("person"))
            .filter(where__in=areas)
            .order_by()
            .values_list("where")
            .annotate(all=Sum("minutes"))
        )
        minutes.update({area: many or 0 for area, many in minutes_by_area})
    learned = Exists(UnitCompletion.objects.filter(person=OuterRef("pk"))) | Exists(
        attended.filter(person=OuterRef("pk"))
    )
    people = dict(
        Person.objects.annotate(where=_area_of("pk"))
        .filter(learned, where__in=areas)
        .order_by()
        .values_list("where")
        .annotate(all=Count("pk"))
    )
    return tuple(
        HoursOfArea(
            area,
            shown(people.get(area.pk, 0)),
            shown(minutes[area.pk], of=people.get(area.pk, 0)),
        )
        for area in areas
    )


def seats_by_area(areas: Sequence[Area]) -> tuple[SeatsOfArea, ...]:
    """Return seats beside need, area by area: two queries each, and two more."""
    coming = Workshop.objects.coming().filter(starts_at__lt=now() + AHEAD, channel=Workshop.Channel.FACE_TO_FACE)
    held = dict(coming.order_by().values_list("area").annotate(all=Count("pk")))
    seats = {
        area: (every, free)
        for area, every, free in Seat.objects.filter(workshop__in=coming)
        .order_by()
        .values_list("workshop__area")
        .annotate(every=Count("pk"), free=Count("pk", filter=Q(booking=None)))
    }
    return tuple(_seats(area, held.get(area.pk, 0), *seats.get(area.pk, (0, 0))) for area in areas)


def lasting_after_training(areas: Sequence[Area] | None) -> tuple[Lasting, ...]:
    """Return how far those who passed have come: all of them, and apart by whether they were at a workshop before their
    first match.

    `None` asks for everywhere. It compares, and explains nothing: who comes to workshops may differ in other ways.
    """
    passes = CoursePass.objects.filter(course__in=passes_wanted()[:1])
    if areas is not None:
        passes = passes.annotate(where=_area_of("person")).filter(where__in=areas)
    people = set(passes.values_list("person", flat=True))
    approved = (
        set(Application.objects.filter(state=Application.State.APPROVED).values_list("person", flat=True)) & people
    )
    matches = [match for match in _matches() if match[0] in people]
    first: dict[int, date] = {}
    for mentor, introduced, _, _ in matches:
        first[mentor] = min(introduced, first.get(mentor, introduced))
    been = dict(
        Booking.objects.filter(state=Booking.State.ATTENDED)
        .order_by()
        .values_list("person")
        .annotate(first=Min("workshop__starts_at"))
    )
    came_first = {
        person
        for person in people
        if person in been and (person not in first or timezone.localtime(been[person]).date() <= first[person])
    }
    groups = [("Everybody who passed", people)]
    # One small group would be found by taking the other from the whole: both are shown, or neither.
    if is_enough(min(len(came_first), len(people - came_first))):
        groups += [
            ("Were at a workshop before their first match", came_first),
            ("Were at none before it", people - came_first),
        ]
    return tuple(_lasting(label, group, approved, set(first), matches) for label, group in groups)


def _area_of(person: str) -> Subquery:
    return Subquery(Application.objects.filter(person=OuterRef(person)).order_by("-pk").values("area")[:1])


def _seats(area: Area, workshops: int, every: int, free: int) -> SeatsOfArea:
    learners = people_waiting_for_training(Scope(areas=frozenset({area.pk})))
    cold = sum(learner.is_cold for learner in learners)
    near = len(learners) - cold
    # The smaller part of a whole would be found by subtraction.
    both = is_enough(len(learners)) and not is_few(cold) and not is_few(near)
    return SeatsOfArea(
        area, workshops, every, free, shown(len(learners)), near if both else None, cold if both else None
    )


def _matches() -> list[tuple[int, date, float, bool]]:
    """Return each match: its mentor, its first day, the days it was watched, and whether it stopped before its year was
    complete.
    """
    matches = Match.objects.order_by().values_list("mentor", "introduced_on", "ended_at", "ending")
    early = (Match.Ending.EARLY, Match.Ending.BROKEN)
    return [
        (mentor, on, float(((timezone.localtime(ended).date() if ended else today()) - on).days), ending in early)
        for mentor, on, ended, ending in matches
    ]


def _lasting(
    label: str, people: set[int], approved: set[int], matched: set[int], matches: list[tuple[int, date, float, bool]]
) -> Lasting:
    if not is_enough(len(people)):
        return Lasting(label, None, None, None, None, None)
    lengths = [(days, stopped) for mentor, _, days, stopped in matches if mentor in people]
    lasted = still_going([days for days, _ in lengths], [stopped for _, stopped in lengths], HALF_A_YEAR)
    return Lasting(
        label,
        len(people),
        share_of(len(people & approved), len(people)),
        share_of(len(people & matched), len(people)),
        shown(len(lengths)),
        shown(lasted),
    )
