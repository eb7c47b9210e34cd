"""Two rounds side by side."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from onemm.lib.statistics import Estimate
from onemm.matching import queries
from onemm.matching.models import Round
from onemm.matching.queries.comparing import Differs, Side
from onemm.portals.partner.pages.findings import UNSAID
from onemm.web.templatetags.ui_figures import interval, of_100, percent

MOST_SHOWN = 200


@dataclass(frozen=True)
class Option:
    """A round that can be chosen."""

    public_id: str
    asked_at: datetime
    is_chosen: bool


@dataclass(frozen=True)
class Choice:
    """One of the two lists to choose from, by programme."""

    name: str
    label: str
    programmes: tuple[tuple[str, tuple[Option, ...]], ...]


@dataclass(frozen=True)
class Row:
    """One line of the comparison; `small` stands beside each cell."""

    label: str
    first: str
    second: str
    hint: str = ""
    first_small: str = ""
    second_small: str = ""


@dataclass(frozen=True)
class Heading:
    """A round at the head of its column."""

    url: str
    asked_at: datetime


@dataclass(frozen=True)
class OtherPair:
    """A young person to whom the two rounds gave different mentors."""

    name: str
    url: str
    first: str
    second: str


@dataclass(frozen=True)
class Differences:
    """Whom two rounds of one programme paired otherwise."""

    title: str
    pairs: tuple[OtherPair, ...]
    more: str
    same: str
    alone: str


@dataclass(frozen=True)
class ComparePage:
    """The page on which two rounds are compared; `headings` and `rows` are empty until two were chosen."""

    choices: tuple[Choice, ...]
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    differences: Differences | None


def compare_page(options: list[Round], first: Round | None, second: Round | None) -> ComparePage:
    choices = (_choice("first", "First round", options, first), _choice("second", "Second round", options, second))
    compared = choices if len(options) > 1 else ()
    if first is None or second is None:
        return ComparePage(compared, (), (), None)
    comparison = queries.comparison_of(first, second)
    return ComparePage(
        choices=compared,
        headings=tuple(_heading(run) for run in (first, second)),
        rows=_rows(comparison),
        differences=_differences(comparison) if first.programme_id == second.programme_id else None,
    )


def _choice(name: str, label: str, options: list[Round], chosen: Round | None) -> Choice:
    programmes: dict[str, list[Option]] = defaultdict(list)
    for run in options:
        programmes[run.programme.name].append(Option(run.public_id, run.asked_at, run == chosen))
    return Choice(name, label, tuple((programme, tuple(runs)) for programme, runs in programmes.items()))


def _heading(run: Round) -> Heading:
    return Heading(reverse("partner:round", args=[run.public_id]), run.asked_at)


def _rows(comparison: queries.Comparison) -> tuple[Row, ...]:
    sides = first, second = comparison.first, comparison.second
    (one, one_small), (two, two_small) = (_index(side) for side in sides)
    return (
        Row("Programme", *(side.run.programme.name for side in sides)),
        Row("Weights", _weights(first), _weights(second)),
        Row("Young people paired", *(f"{side.run.matched} of {side.run.young_people}" for side in sides)),
        Row("Ready mentors", *(str(side.run.mentors) for side in sides)),
        Row("Mean fit", _fit(first), _fit(second), hint="by the usual weights, so that both are measured alike"),
        Row("Bridge Index", one, two, first_small=one_small, second_small=two_small),
        *(Row(label, _share(before), _share(after)) for label, before, after in comparison.crossed),
    )


def _fit(side: Side) -> str:
    return of_100(side.fit, 1) or "–"


def _weights(side: Side) -> str:
    version = f"Version {side.run.weighting.version}: " if side.run.weighting else ""
    return f"{version}{side.weights}"


def _index(side: Side) -> tuple[str, str]:
    index = side.figures.bridge_index
    return (percent(index.value), interval(index, "pairs")) if index else (UNSAID, "")


def _share(share: Estimate | None) -> str:
    return percent(share.value) if share else UNSAID


def _differences(comparison: queries.Comparison) -> Differences:
    many, alone = len(comparison.differs), comparison.alone
    others = f"{alone} other{'' if alone == 1 else 's'} waited in one of the two rounds alone, and"
    return Differences(
        title=f"{many} differ{'s' if many == 1 else ''}, {comparison.alike} alike",
        pairs=tuple(_other_pair(differs) for differs in comparison.differs[:MOST_SHOWN]),
        more=f"These are the first {MOST_SHOWN}." if many > MOST_SHOWN else "",
        same="Both gave everybody whom they looked at the same mentor." if comparison.alike and not many else "",
        alone=f"{others} {'is' if alone == 1 else 'are'} not compared." if alone else "",
    )


def _other_pair(differs: Differs) -> OtherPair:
    enrolment = differs.enrolment
    url = reverse("partner:young_person", args=[enrolment.public_id])
    return OtherPair(enrolment.person.first_name, url, differs.first, differs.second)
