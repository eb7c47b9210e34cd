"""Targets of an area beside what is reached, and beside where the last rounds of matching missed mentors."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.urls import reverse

from onemm.lib.disclosure import in_a_cell
from onemm.matching.queries import Missing
from onemm.outreach.queries.targets import TargetLine, TargetTable
from onemm.outreach.rules.equality import SECTOR
from onemm.places.models import Area
from onemm.portals.staff.pages.areas import AreaLink, area_links
from onemm.web.cells import Number
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.forms import Form
from onemm.web.tables import Column, Table

MOST_SHORTAGES = 10
"""The worst come first; the rest is a click away."""


@dataclass(frozen=True)
class Shortage:
    """One kind of work: how many mentors the target still wants, in how many of the programmes one more would pair one
    more young person, and how many hope for it.
    """

    work: str
    to_go: int | None
    more: int
    programmes: int
    hoping: int


@dataclass(frozen=True)
class TargetsPage:
    """What is short comes first, then the form, then every group with its target."""

    area: str
    title: str
    lede: str
    areas: tuple[AreaLink, ...]
    shortages: DrawnTable | None
    missing_url: str
    url: str
    form: Form
    tables: tuple[DrawnTable, ...]


def targets_page(
    area: Area, areas: Sequence[Area], tables: Sequence[TargetTable], missing: Sequence[Missing], form: Form
) -> TargetsPage:
    """Return the page of one of the areas that the reader looks after."""
    shortages = shortages_of(tables, missing)
    return TargetsPage(
        area=area.name,
        title=_title(area, shortages),
        lede="What you would like beside what there is. Counts under five are not shown, nor any from which one could "
        "be worked out.",
        areas=area_links(area, areas, lambda each: f"?area={each.slug}"),
        shortages=SHORT.drawn(shortages[:MOST_SHORTAGES], {}) if shortages else None,
        missing_url=f"{reverse('staff:matching')}?area={area.slug}",
        url=f"?area={area.slug}",
        form=form,
        tables=tuple(replace(TARGETS, caption=table.title).drawn(table.lines, {}) for table in tables),
    )


def shortages_of(tables: Sequence[TargetTable], missing: Sequence[Missing]) -> list[Shortage]:
    """Return what is short by kind of work: first where one more would pair someone, then by how many the target still
    wants.
    """
    # Rounds name a kind of work by its label, in small letters.
    wanted = {
        line.label.casefold(): line
        for table in tables
        if table.dimension == SECTOR
        for line in table.lines
        if line.to_go
    }
    spots = {spot.work.casefold(): spot for spot in missing}
    return sorted((_shortage(wanted.get(work), spots.get(work), work) for work in {*wanted, *spots}), key=_worst_first)


def _shortage(line: TargetLine | None, spot: Missing | None, work: str) -> Shortage:
    return Shortage(
        line.label if line else spot.work if spot else work,
        line.to_go if line else None,
        spot.more if spot else 0,
        spot.programmes if spot else 0,
        spot.hoping if spot else 0,
    )


def _worst_first(shortage: Shortage) -> tuple[bool, int, int, int, str]:
    return shortage.to_go is None, -shortage.more, -(shortage.to_go or 0), -shortage.hoping, shortage.work


def _title(area: Area, shortages: Sequence[Shortage]) -> str:
    first = next(iter(shortages), None)
    if first is None:
        return "Whom we reach, and whom we miss"
    many = f"{first.to_go} more in" if first.to_go else "mentors in"
    return f"{area.name} needs {many} {first.work[:1].lower()}{first.work[1:]}"


def _pairs_one_more(shortage: Shortage) -> str:
    if not shortage.programmes:
        return "no round asks for it"
    return f"{shortage.more} of {shortage.programmes} programme{'' if shortage.programmes == 1 else 's'}"


SHORT: Table[Shortage] = Table(
    caption="What is short, by work",
    noun="",
    dense=True,
    columns=(
        Column("Work", lambda shortage: shortage.work),
        Column(
            "Still wanted by the target", lambda shortage: Number(shortage.to_go, otherwise="no target"), number=True
        ),
        Column("One more would pair one more in", _pairs_one_more, number=True),
        Column("Young people hope for it", lambda shortage: in_a_cell(shortage.hoping, none="–"), number=True),
    ),
    tone=lambda shortage: "wait" if shortage.to_go and shortage.more else "",
    empty=Empty(title="Nothing is short", text="What a target still wants stands here."),
)
TARGETS: Table[TargetLine] = Table(
    caption="",
    noun="",
    dense=True,
    columns=(
        Column("Group", lambda line: line.label),
        Column("Wanted", lambda line: Number(line.wanted), number=True),
        Column("Reached", lambda line: line.reached, number=True),
        Column("Still wanted", lambda line: Number(line.to_go), number=True),
    ),
    tone=lambda line: "wait" if line.to_go else "",
    empty=Empty(title="No group", text="Groups stand here with their targets."),
)
