"""What changed, and how long the way was: figures with where they come from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Min, OuterRef, Q, Subquery
from django.utils import timezone

from onemm.impact.instruments import EXPERIENCE, Instrument
from onemm.impact.models import Response
from onemm.impact.rules import moments_reached, wave_due
from onemm.lib.clock import now
from onemm.lib.disclosure import shown
from onemm.lib.statistics import Estimate, change_in_pairs, median_of, share_of
from onemm.mentoring.models import Enrolment, Match, Session
from onemm.people.models import Person
from onemm.places.models import Area, Organisation
from onemm.recruitment.models import Application
from onemm.training.models import CoursePass
from onemm.training.queries import passes_wanted


@dataclass(frozen=True)
class Question:
    """What a young person is asked now: the instrument, and at which wave."""

    instrument: Instrument
    wave: str
    enrolment: Enrolment


@dataclass(frozen=True)
class BeforeAndAfter:
    """How sure young people were before and after: of those who answered both times.

    `asked` counts those who answered at the start and have been asked again; `started` all who answered at the start.
    The intervals are `None` while fewer than five answered both: then nothing is shown.
    """

    question: str
    source: str
    started: int
    asked: int
    answered: int
    before: Estimate | None
    after: Estimate | None
    change: Estimate | None

    @property
    def is_shown(self) -> bool:
        return self.change is not None

    @property
    def is_clear(self) -> bool:
        """Whether the interval of the change leaves out no change at all."""
        return self.change is not None and self.change.is_clear


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


def question_for(person: Person) -> Question | None:
    """Return what a young person is asked now, or `None`."""
    enrolment = Enrolment.objects.current().filter(person=person).first()
    if enrolment is None:
        return None
    wave = wave_for(enrolment)
    return Question(EXPERIENCE, wave, enrolment) if wave is not None else None


def wave_for(enrolment: Enrolment) -> str | None:
    """Return the wave at which an enrolment is asked now, or `None`."""
    given = dict(
        Response.objects.filter(enrolment=enrolment, instrument=EXPERIENCE.name).values_list("wave", "answered_at")
    )
    started_at = given.get(Response.Wave.START)
    return wave_due(
        started_at=started_at,
        answered_later=Response.Wave.LATER in given,
        at=now(),
        met_since=started_at is not None
        and Session.objects.held().filter(match__enrolment=enrolment, logged_at__gt=started_at).exists(),
    )


def before_and_after(organisation: Organisation) -> BeforeAndAfter:
    """Return what changed for a partner's young people, of those who answered both times. Two queries."""
    start = _answers(organisation, Response.Wave.START)
    later = _answers(organisation, Response.Wave.LATER)
    both = sorted(start.keys() & later.keys())
    sure = EXPERIENCE.sure_from
    before, after = [start[one][0] >= sure for one in both], [later[one][0] >= sure for one in both]
    asked = sum(
        wave_due(started_at=at, answered_later=False, met_since=met or one in later, at=now()) == "later"
        for one, (_, at, met) in start.items()
    )
    return BeforeAndAfter(
        question=EXPERIENCE.question,
        source=EXPERIENCE.source,
        started=len(start),
        asked=asked,
        answered=len(both),
        before=shown(share_of(sum(before), len(both), asked=asked)),
        after=shown(share_of(sum(after), len(both), asked=asked)),
        change=shown(
            change_in_pairs(
                became_sure=sum(not b and a for b, a in zip(before, after, strict=True)),
                stopped_being_sure=sum(b and not a for b, a in zip(before, after, strict=True)),
                of=len(both),
                asked=asked,
            )
        ),
    )


def _answers(organisation: Organisation, wave: str) -> dict[int, tuple[int, datetime, bool]]:
    """(value, when, whether the pair has met since) by enrolment."""
    met = Session.objects.held().filter(match__enrolment=OuterRef("enrolment"), logged_at__gt=OuterRef("answered_at"))
    rows = (
        Response.objects.filter(enrolment__programme__organisation=organisation, instrument=EXPERIENCE.name, wave=wave)
        .annotate(met=Subquery(met.order_by().values("match__enrolment")[:1]))
        .values_list("enrolment", "value", "answered_at", "met")
    )
    return {enrolment: (value, at, met is not None) for enrolment, value, at, met in rows}


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
    for one in applications:
        if one.person_id in seen:
            continue
        seen.add(one.person_id)
        approved = one.over_at if one.state == Application.State.APPROVED else None
        yield [
            one.started_at,
            one.submitted_at,
            one.screening_from or approved,
            approved,
            trained.get(one.person_id),
            _start_of(one.introduced),  # type: ignore[attr-defined]  # annotated by the query
            one.active,  # type: ignore[attr-defined]  # annotated by the query
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
