"""Targets beside what is reached, in counts that may be shown."""

from collections import Counter
from dataclasses import dataclass

from onemm.lib.clock import today
from onemm.lib.disclosure import NOT_SHOWN, hidden_cells, is_enough
from onemm.mentors.models import MentorProfile
from onemm.outreach.models import EqualityAnswers, EqualityAsked, Target
from onemm.outreach.rules.equality import QUESTIONS, SECTOR
from onemm.people.models import Person
from onemm.people.vocabulary import Sector
from onemm.places.models import Area
from onemm.recruitment.models import Application

NOWHERE = "-"
"""Stands for those whose area nobody looks after yet; no area has this name."""
ANSWERS: dict[str, tuple[tuple[str, str], ...]] = {
    **{question.name: question.answers for question in QUESTIONS},
    SECTOR: tuple((str(value), str(label)) for value, label in Sector.choices),
}
TITLES = {**{question.name: question.title for question in QUESTIONS}, SECTOR: "Sector"}


@dataclass(frozen=True)
class TargetLine:
    """One group: how many are wanted, if anyone said, and how many there are, as it may be shown."""

    label: str
    wanted: int | None
    reached: str
    to_go: int | None
    """How many are still wanted, when the count may be shown."""


@dataclass(frozen=True)
class TargetTable:
    """One way of looking at an area's mentors: by one of `DIMENSIONS`."""

    dimension: str
    title: str
    lines: tuple[TargetLine, ...]


def targets_of(area: Area) -> tuple[TargetTable, ...]:
    """Return an area's targets beside what is reached. Three queries.

    Equality figures are of those who sent an application and chose to answer, up to the end of last month, so that
    nobody can watch a count change on the day a neighbour applied. They are hidden over all areas at once: two managers
    who compare pages learn no more. Sectors are of approved mentors, counted alone, because a person may have several.
    """
    wanted = {(target.dimension, target.answer): target.wanted for target in Target.objects.filter(area=area)}
    counts = _equality_counts()
    sectors = _sectors_in(area)
    tables = []
    for dimension, answers in ANSWERS.items():
        lines = []
        hidden = hidden_cells(
            {(slug, answer): many for (name, slug, answer), many in counts.items() if name == dimension}
        )
        for answer, label in answers:
            many = sectors[answer] if dimension == SECTOR else counts.get((dimension, area.slug, answer), 0)
            shown = is_enough(many) and (dimension == SECTOR or (area.slug, answer) not in hidden)
            want = wanted.get((dimension, answer))
            lines.append(
                TargetLine(
                    label, want, f"{many:,}" if shown else NOT_SHOWN, max(want - many, 0) if want and shown else None
                )
            )
        tables.append(TargetTable(dimension, TITLES[dimension], tuple(lines)))
    return tuple(tables)


def was_asked(person: Person) -> bool | None:
    """Say whether someone has been through the equality questions; `None` when they have sent no application."""
    sent = Application.objects.of(person).filter(submitted_at__isnull=False).order_by("-started_at").first()
    return None if sent is None else EqualityAsked.objects.filter(application=sent).exists()


def _equality_counts() -> Counter[tuple[str, str, str]]:
    """(question, area, answer) → people, until the end of last month."""
    counts: Counter[tuple[str, str, str]] = Counter()
    names = [question.name for question in QUESTIONS]
    for area, *given in EqualityAnswers.objects.filter(month__lt=today().replace(day=1)).values_list(
        "area__slug", *names
    ):
        counts.update((name, area or NOWHERE, answer) for name, answer in zip(names, given, strict=True) if answer)
    for name, answers in ((question.name, question.answers) for question in QUESTIONS):
        for area in {area for _, area, _ in list(counts)}:
            for answer, _ in answers:
                counts[name, area, answer] += 0
    return counts


def _sectors_in(area: Area) -> Counter[str]:
    approved = MentorProfile.objects.filter(
        person__applications__state=Application.State.APPROVED, person__applications__area=area
    )
    return Counter(sector for sectors in approved.values_list("sectors", flat=True) for sector in set(sectors))
