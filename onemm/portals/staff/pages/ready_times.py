"""From interest to ready: how long it takes, for whom, and where people drop out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse

from onemm.lib.disclosure import FEWEST, TOO_FEW_TO_SAY, is_enough
from onemm.lib.statistics import Estimate
from onemm.places.models import Area
from onemm.portals.staff.pages.areas import AreaLink, area_links, name_of
from onemm.portals.staff.pages.shares import decimal, share
from onemm.portals.staff.pages.tabs import Tab
from onemm.reporting.ready_times import AIM, GROUPINGS, HORIZON, ReadyTimes, Report, Stage
from onemm.web.cells import Part, Small, Text
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class Curves:
    """What the chart draws, and the same figures as a table."""

    groups: tuple[ReadyTimes, ...]
    title: str
    note: str
    aim: int
    last: int
    table: DrawnTable
    left_out: tuple[str, ...]
    campaigns_url: str
    stages: DrawnTable


@dataclass(frozen=True)
class ReadyTimesPage:
    """The curves of each group; none where too few have begun."""

    title: str
    lede: str
    area: str
    areas: tuple[AreaLink, ...]
    tabs: tuple[Tab, ...]
    curves: Curves | None
    fewest: int


def ready_times_page(
    area: Area | None,
    areas: Sequence[Area],
    report: Report,
    *,
    by: str,
    address: QueryDict,
    sees_everywhere: bool,
    sees_campaigns: bool,
) -> ReadyTimesPage:
    """Return the page that compares by one of `GROUPINGS`."""
    is_shown = is_enough(report.everybody.people)
    return ReadyTimesPage(
        title=_title(report.everybody) if is_shown else "Too few have begun to say",
        lede="Mentors, from the day on which they begin their application until they are approved and trained. We aim "
        "for three weeks.",
        area=name_of(area),
        areas=area_links(
            area,
            areas,
            lambda each: f"?area={each.slug}&by={by}",
            everywhere_url=f"?by={by}" if sees_everywhere else "",
        ),
        tabs=_tabs(address, by),
        curves=_curves(report, by, sees_campaigns=sees_campaigns) if is_shown else None,
        fewest=FEWEST,
    )


def _curves(report: Report, by: str, *, sees_campaigns: bool) -> Curves:
    grouping = GROUPINGS[by]
    table = replace(READY, columns=(Column(grouping, lambda group: group.label), *READY.columns))
    return Curves(
        groups=report.groups,
        title=grouping,
        note="A curve stands still where nobody became ready that day. The dotted line is our aim of 21 days.",
        aim=AIM,
        last=HORIZON,
        table=table.drawn([*report.groups, report.everybody], {}),
        left_out=_left_out(report),
        campaigns_url=reverse("staff:campaigns") if sees_campaigns else "",
        stages=STAGES.drawn(report.stages, {}),
    )


def _tabs(address: QueryDict, by: str) -> tuple[Tab, ...]:
    query, tabs = address.copy(), []
    for name, label in GROUPINGS.items():
        query["by"] = name
        tabs.append(Tab(label, f"?{query.urlencode()}", current=name == by))
    return tuple(tabs)


def _title(everybody: ReadyTimes) -> str:
    if everybody.half_by is not None:
        days = round(everybody.half_by)
        return f"Half of all who began were ready within {days} day{'' if days == 1 else 's'}"
    return f"{everybody.in_time.value * 100:.0f} in 100 who began were ready within {AIM} days"


def _left_out(report: Report) -> tuple[str, ...]:
    sentences = []
    if report.more:
        are = "group is" if report.more == 1 else "groups are"
        sentences.append(f"These are the largest; {report.more} smaller {are} left out.")
    if report.hidden:
        are, them = ("group is", "it") if report.hidden == 1 else ("groups are", "them")
        sentences.append(
            f"{report.hidden} {are} not shown: under {FEWEST} people, or a smaller one could be worked out from {them}."
        )
    return tuple(sentences)


def _share(estimate: Estimate) -> tuple[Part, ...]:
    return share(estimate if estimate.value else None, otherwise="nobody yet")


def _half(group: ReadyTimes) -> tuple[Part, ...]:
    if group.half_by is None:
        return (Text("not yet"),)
    start = decimal(group.half_from, 0, otherwise="")
    end = decimal(group.half_until, 0, otherwise="not known")
    return Text(f"day {decimal(group.half_by, 0, otherwise='')}"), Small(f"({start} to {end})")


READY: Table[ReadyTimes] = Table(
    caption="The same figures",
    noun="",
    dense=True,
    columns=(
        Column("Began", lambda group: str(group.people), number=True),
        Column(f"Ready in {AIM} days", lambda group: _share(group.in_time), number=True),
        Column(f"Ready in {HORIZON} days", lambda group: _share(group.in_the_end), number=True),
        Column("Stopped by then", lambda group: _share(group.lost), number=True),
        Column("Half were ready by", _half, number=True),
        Column("Typical days", lambda group: decimal(group.typical, 0, otherwise=TOO_FEW_TO_SAY), number=True),
    ),
    empty=Empty(title="Too few to say", text="Groups show here once enough people have begun an application."),
)
"""The first column, by what groups are compared, is put before these."""
STAGES: Table[Stage] = Table(
    caption="Where people stop",
    noun="",
    dense=True,
    columns=(
        Column("Stretch of the way", lambda stage: stage.label),
        Column("Came to it", lambda stage: stage.reached, number=True),
        Column("Withdrew there", lambda stage: stage.withdrew, number=True),
        Column("Declined there", lambda stage: stage.declined, number=True),
        Column("There now", lambda stage: stage.there, number=True),
    ),
    empty=Empty(title="Nobody is on the way", text="Stretches of the way show here."),
)
