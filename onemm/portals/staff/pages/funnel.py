"""From interest to an active match: how many come how far, and how long each step takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from onemm.lib.disclosure import TOO_FEW_TO_SAY
from onemm.places.models import Area
from onemm.portals.staff.pages.areas import AreaLink, area_links, name_of
from onemm.portals.staff.pages.shares import decimal
from onemm.reporting.funnel import Funnel, Step
from onemm.web.cells import NOTHING
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class Bar:
    """One step as the chart draws it."""

    label: str
    count: int
    note: str


@dataclass(frozen=True)
class FunnelPage:
    """The chart and the same steps with their days; nothing of both while nobody has applied."""

    title: str
    lede: str
    area: str
    areas: tuple[AreaLink, ...]
    bars: tuple[Bar, ...]
    note: str
    has_begun: bool
    steps: DrawnTable


def funnel_page(area: Area | None, areas: Sequence[Area], funnel: Funnel, *, sees_everywhere: bool) -> FunnelPage:
    first, last = funnel.steps[0].people, funnel.steps[-1].people
    lines = [Line(step, is_first=at == 0) for at, step in enumerate(funnel.steps)]
    everywhere_url = reverse("staff:funnel") if sees_everywhere else ""
    return FunnelPage(
        title=f"{last} of {first} who began are in an active match" if first else "Nobody has applied yet",
        lede="Mentors, from their first interest to an active match, counted by the latest application of each.",
        area=name_of(area),
        areas=area_links(area, areas, lambda each: f"?area={each.slug}", everywhere_url=everywhere_url),
        bars=tuple(Bar(step.label, step.people, _later(step.days)) for step in funnel.steps),
        note="Each bar counts those who reached this step and every one before it.",
        has_begun=bool(first),
        steps=STEPS.drawn(lines if first else [], {}),
    )


@dataclass(frozen=True)
class Line:
    """A step of the table. The first has none before it."""

    step: Step
    is_first: bool

    @property
    def days(self) -> str:
        return decimal(self.step.days, -1, otherwise=NOTHING if self.is_first else TOO_FEW_TO_SAY)

    @property
    def measured(self) -> str:
        return NOTHING if self.is_first else str(self.step.measured)


def _later(days: float | None) -> str:
    if days is None:
        return ""
    if days < 1:
        return "under a day later"
    return f"{days:.0f} day{'' if round(days) == 1 else 's'} later"


STEPS: Table[Line] = Table(
    caption="Median days between steps",
    caption_unseen=True,
    noun="",
    columns=(
        Column("Step", lambda line: line.step.label),
        Column("People", lambda line: str(line.step.people), number=True),
        Column("Median days from the step before", lambda line: line.days, number=True),
        Column("Measured on", lambda line: line.measured, number=True),
    ),
    empty=Empty(
        title="Nobody has applied yet", text="The first applications show here as soon as somebody begins one."
    ),
)
