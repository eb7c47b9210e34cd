"""Matching across programmes: where mentors are missing, why others were left free, and how the last rounds went."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from onemm.lib.disclosure import TOO_FEW_TO_SAY
from onemm.matching.models import Round
from onemm.matching.queries import FreeAcross, LastRound, Many, Missing, described, mentors_missing
from onemm.places.models import Area
from onemm.portals.staff.pages.areas import AreaLink, area_links
from onemm.portals.staff.pages.shares import share
from onemm.web.cells import Part, Small, Text, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.tables import Column, Table
from onemm.web.templatetags.ui_figures import of_100

PER_PAGE = 50


@dataclass(frozen=True)
class LeftFreePart:
    """Why ready mentors were given nobody; no table where every one of them was."""

    reasons: DrawnTable | None
    half_days: DrawnTable | None
    targets_url: str


@dataclass(frozen=True)
class MatchingPage:
    """Where mentors are missing. Without a round there is nothing yet to tell."""

    finding: str
    where: str
    areas: tuple[AreaLink, ...]
    has_rounds: bool
    missing: DrawnTable
    left_free: LeftFreePart
    rounds: DrawnTable
    which_rounds: str


def matching_page(
    area: Area | None,
    areas: Sequence[Area],
    rounds: list[Round],
    free: FreeAcross,
    *,
    address: QueryDict,
    sees_everywhere: bool,
    sets_targets: bool,
) -> MatchingPage:
    missing, last = mentors_missing(rounds), sorted(described(rounds), key=lambda each: -each.left_out)[:PER_PAGE]
    page = reverse("staff:matching")
    targets = f"{reverse('staff:targets')}{f'?area={area.slug}' if area else ''}" if sets_targets else ""
    return MatchingPage(
        finding=_finding(missing),
        where="Everywhere" if sees_everywhere and not area else ", ".join(a.name for a in ([area] if area else areas)),
        areas=area_links(area, areas, lambda each: f"{page}?area={each.slug}", everywhere_url=page),
        has_rounds=bool(rounds),
        missing=MISSING.drawn(missing, address),
        left_free=LeftFreePart(
            REASONS.drawn(free.reasons, {}) if free.reasons else None,
            HALF_DAYS.drawn(free.half_days, {}) if free.half_days else None,
            targets,
        ),
        rounds=ROUNDS.drawn(last, {}),
        which_rounds=(
            f"These {len(last)} of {len(rounds)} left most young people out."
            if len(rounds) > len(last)
            else "Those that left most young people out come first."
        ),
    )


def _finding(missing: tuple[Missing, ...]) -> str:
    first = next(iter(missing), None)
    if first is None:
        return "No mentors are missing just now"
    if first.more:
        return f"{first.area} needs mentors most: {first.work.lower()}"
    return "One more mentor would pair nobody more just now"


def _when(last: LastRound) -> tuple[Part, ...]:
    return (Text(f"{When(last.run.asked_at).words}, {When(last.run.asked_at, 'ago').words}"),)


def _weights(last: LastRound) -> str:
    return f"Version {last.run.weighting.version}" if last.run.weighting else "As usual"


MISSING: Table[Missing] = Table(
    caption="One more mentor, by area and work",
    columns=(
        Column("Area and work", lambda place: (Text(place.work), Small(place.area)), heading=True),
        Column(
            "Would pair one more in",
            lambda place: f"{place.more} of {place.programmes} programme{'' if place.programmes == 1 else 's'}",
            number=True,
        ),
        Column("Points of fit gained, mean", lambda place: of_100(place.points, 1), number=True),
        Column("Hope for this work", lambda place: place.hoping_in_words, number=True),
    ),
    tone=lambda place: "wait" if place.more else "",
    dense=True,
    size=PER_PAGE,
    noun="lines",
    empty=Empty(title="No mentors are missing", text="In the last rounds one more mentor would have changed nothing."),
)
REASONS: Table[tuple[str, Many, str]] = Table(
    caption="Why mentors were left free",
    caption_unseen=True,
    columns=(
        Column("What stood in the way", lambda reason: reason[0], heading=True),
        Column("Mentors", lambda reason: reason[1].in_words, number=True),
        Column("What would help", lambda reason: reason[2]),
    ),
    dense=True,
    noun="",
    empty=Empty(title="Nothing here", text=""),
)
HALF_DAYS: Table[tuple[str, Many]] = Table(
    caption="The half-days that would help most",
    columns=(
        Column("If they added", lambda half_day: half_day[0], heading=True),
        Column("Mentors for whom it is the best one", lambda half_day: half_day[1].in_words, number=True),
    ),
    dense=True,
    noun="",
    empty=Empty(title="Nothing here", text=""),
)
ROUNDS: Table[LastRound] = Table(
    caption="The last round of each programme",
    columns=(
        Column(
            "Programme",
            lambda last: (Text(last.run.programme.organisation.name), Small(last.run.programme.name)),
            heading=True,
        ),
        Column("When", _when),
        Column("Weights", _weights),
        Column("Paired", lambda last: f"{last.run.matched} of {last.run.young_people}", number=True),
        Column("Bridge Index", lambda last: share(last.bridge_index, otherwise=TOO_FEW_TO_SAY), number=True),
    ),
    tone=lambda last: "wait" if last.left_out else "",
    dense=True,
    size=PER_PAGE,
    noun="",
    empty=Empty(title="Nothing here", text=""),
)
