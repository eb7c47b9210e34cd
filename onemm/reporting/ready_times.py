"""From interest to ready, by where people came from, where they live and work, and how old they are; and where they
drop out.

Interest is the day on which someone began their application: whoever only answered the four questions left no name.
Each person counts by their latest application. Ready is approved and trained, whether or not their check still counts
today. Whoever withdrew or was declined has stopped; everyone else waits, up to now.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from onemm.impact.rules import moments_reached
from onemm.lib.clock import age_on, now
from onemm.lib.disclosure import hidden_cells, parts_in_words, shown, steps_in_words
from onemm.lib.statistics import ARRIVED, STOPPED, WAITING, Curve, Estimate, incidence, median_of
from onemm.outreach.models import Via
from onemm.places.models import Area
from onemm.recruitment.models import Application
from onemm.reporting.funnel import trained_at

AIM = 21
"""Days within which a professional should be ready."""
HORIZON = 90
"""Days that a drawing shows."""
MOST_GROUPS = 24
"""Of more groups than this, the largest are shown: a page of two hundred employers tells nobody anything."""
STEPS = ("Filling in the form", "Waiting to be read", "In screening", "Approved, not trained yet")
"""Where someone can be between interest and ready: after each of the moments of `_Way`."""
AGES = ((35, "25 to 34"), (50, "35 to 49"), (200, "50 or over"))
NOT_KNOWN = "Not known"
GROUPINGS: dict[str, str] = {"source": "How they came", "area": "Area", "employer": "Employer", "age": "Age"}


@dataclass(frozen=True)
class ReadyTimes:
    """One group of people: how many, by when which share was ready and had stopped, and the median with its interval.

    `half_by` is the day by which half of all who began were ready, `None` while fewer than half are. `typical` is the
    middle number of days of those who are ready, `None` with fewer than five; those who are slow and still wait are not
    in it.
    """

    label: str
    people: int
    ready: Curve
    stopped: Curve
    half_by: float | None
    half_from: float | None
    half_until: float | None
    typical: float | None

    @property
    def in_time(self) -> Estimate:
        """The share that was ready within the aim."""
        return self.ready.by(AIM)

    @property
    def in_the_end(self) -> Estimate:
        """The share that was ready by the last day that the drawing shows."""
        return self.ready.by(HORIZON)

    @property
    def lost(self) -> Estimate:
        """The share that had stopped by then."""
        return self.stopped.by(HORIZON)


@dataclass(frozen=True)
class Stage:
    """One stretch of the way: how many came to it, and how many of them withdrew, were declined, or are there now, as
    may be shown.
    """

    label: str
    reached: str
    withdrew: str
    declined: str
    there: str


@dataclass(frozen=True)
class Report:
    """Everyone, the largest groups that may be shown, how many may not, how many more there are, and where people drop
    out.
    """

    everybody: ReadyTimes
    groups: tuple[ReadyTimes, ...]
    hidden: int
    more: int
    stages: tuple[Stage, ...]


@dataclass(frozen=True)
class _Way:
    """One person: when they began, sent, came into screening, were approved and were ready, as far as they came; and
    how it stands.
    """

    moments: tuple[datetime, ...]
    state: str
    over_at: datetime | None
    group: str

    @property
    def kind(self) -> int:
        if len(self.moments) > len(STEPS):
            return ARRIVED
        return STOPPED if self.state in {Application.State.WITHDRAWN, Application.State.DECLINED} else WAITING

    @property
    def days(self) -> float:
        until = (
            self.moments[-1]
            if self.kind == ARRIVED
            else self.over_at
            if self.kind == STOPPED and self.over_at
            else now()
        )
        return max((until - self.moments[0]) / timedelta(days=1), 0.0)


def ready_times(area: Area | None, by: str = "source") -> Report:
    """Return how long it takes in one area, or everywhere, by one of `GROUPINGS`. Two queries.

    Groups under five are not shown, and neither is the smallest other one when the hidden ones could be worked out from
    the rest.
    """
    ways = list(_ways(area, by))
    groups: dict[str, list[_Way]] = defaultdict(list)
    for way in ways:
        groups[way.group].append(way)
    hidden = {
        name for _, name in hidden_cells({("all", name): len(members) for name, members in groups.items()}) if name
    }
    ages = [label for _, label in AGES]
    largest = sorted(
        (name for name in groups if name not in hidden),
        key=lambda name: (name == NOT_KNOWN, ages.index(name) if name in ages else -len(groups[name]), name),
    )
    return Report(
        _times_of("Everybody", ways),
        tuple(_times_of(name, groups[name]) for name in largest[:MOST_GROUPS]),
        hidden=len(hidden & set(groups)),
        more=len(largest[MOST_GROUPS:]),
        stages=tuple(_stages(ways)),
    )


def _times_of(label: str, ways: list[_Way]) -> ReadyTimes:
    plain = [(way.days, way.kind) for way in ways]
    curve = incidence(plain, ARRIVED)
    arrived = [days for days, kind in plain if kind == ARRIVED]
    return ReadyTimes(
        label,
        len(ways),
        curve,
        incidence(plain, STOPPED),
        half_by=curve.day_of(0.5),
        half_from=curve.earliest_day_of(0.5),
        half_until=curve.latest_day_of(0.5),
        typical=shown(median_of(arrived), of=len(arrived)),
    )


def _stages(ways: list[_Way]) -> Iterable[Stage]:
    reached = steps_in_words([sum(len(way.moments) > number for way in ways) for number in range(len(STEPS))])
    for number, label in enumerate(STEPS):
        here = Counter(way.state if way.kind == STOPPED else WAITING for way in ways if len(way.moments) == number + 1)
        yield Stage(
            label,
            reached[number],
            *parts_in_words([here[Application.State.WITHDRAWN], here[Application.State.DECLINED], here[WAITING]]),
        )


def _ways(area: Area | None, by: str) -> Iterable[_Way]:
    trained, seen, group_of = trained_at(), set(), _GROUP[by]
    applications = (
        Application.objects.filter(Q() if area is None else Q(area=area))
        .order_by("person", "-started_at", "-pk")
        .annotate(
            via=F("origin__via"),
            employer_name=F("person__mentor_profile__employer__name"),
            area_name=F("area__name"),
            born=F("person__born"),
        )
        .values(
            "person",
            "state",
            "started_at",
            "submitted_at",
            "screening_from",
            "over_at",
            "via",
            "employer_name",
            "area_name",
            "born",
        )
    )
    for application in applications.iterator(chunk_size=2000):
        if application["person"] in seen:
            continue
        seen.add(application["person"])
        approved = application["over_at"] if application["state"] == Application.State.APPROVED else None
        moments = (
            application["started_at"],
            application["submitted_at"],
            application["screening_from"] or approved,
            approved,
            trained.get(application["person"]),
        )
        yield _Way(tuple(moments_reached(moments)), application["state"], application["over_at"], group_of(application))


def _age_of(application: Mapping[str, Any]) -> str:
    born, began = application["born"], application["started_at"]
    if born is None:
        return NOT_KNOWN
    age = age_on(born, timezone.localtime(began).date())
    return next(label for under, label in AGES if age < under)


_VIA = dict(Via.choices)
_GROUP: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "source": lambda application: str(_VIA.get(application["via"], NOT_KNOWN)),
    "area": lambda application: str(application["area_name"] or NOT_KNOWN),
    "employer": lambda application: str(application["employer_name"] or NOT_KNOWN),
    "age": _age_of,
}
