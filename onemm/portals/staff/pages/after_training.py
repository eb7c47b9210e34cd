"""What comes of training: matches that last, seats against need, and learning hours by area."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from onemm.lib.disclosure import TOO_FEW_TO_SAY
from onemm.portals.staff.pages.shares import count, decimal, share
from onemm.reporting.after_training import HALF_A_YEAR, HoursOfArea, Lasting, SeatsOfArea
from onemm.web.cells import NOTHING, Number
from onemm.web.dates import hours_and_minutes
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class AfterTrainingPage:
    """Three tables, and how to read the first."""

    title: str
    lede: str
    back: str
    lasting: DrawnTable
    whose: str
    days: int
    seats: DrawnTable
    hours: DrawnTable


def after_training_page(
    lasting: Sequence[Lasting], seats: Sequence[SeatsOfArea], hours: Sequence[HoursOfArea], *, sees_everywhere: bool
) -> AfterTrainingPage:
    return AfterTrainingPage(
        title="What comes of training",
        lede="Where people learn, whether there is a seat for those who wait, and whether training leads to a match "
        "that lasts. Groups under five are not shown.",
        back=reverse("staff:training"),
        lasting=LASTING.drawn(lasting, {}),
        whose="Everywhere." if sees_everywhere else "Mentors of your area, by their latest application.",
        days=HALF_A_YEAR,
        seats=SEATS.drawn(seats, {}),
        hours=HOURS.drawn(hours, {}),
    )


def _hours(area: HoursOfArea) -> str:
    return NOTHING if area.minutes is None else hours_and_minutes(area.minutes)


NO_AREA = Empty(title="No area yet", text="Areas show here as soon as there is one.")
LASTING: Table[Lasting] = Table(
    caption="From a pass to a match that lasts",
    noun="",
    columns=(
        Column("Mentors", lambda group: group.label),
        Column("Passed", lambda group: count(group.people), number=True),
        Column("Approved", lambda group: share(group.approved, otherwise=TOO_FEW_TO_SAY), number=True),
        Column("Have had a match", lambda group: share(group.matched, otherwise=TOO_FEW_TO_SAY), number=True),
        Column("Matches", lambda group: count(group.matches), number=True),
        Column(
            "Still going after half a year", lambda group: share(group.lasted, otherwise=TOO_FEW_TO_SAY), number=True
        ),
    ),
    empty=Empty(title="Nobody has passed yet", text="Those who passed are followed here."),
)
SEATS: Table[SeatsOfArea] = Table(
    caption="Seats in the next 60 days, and who waits for training",
    noun="",
    size=500,
    columns=(
        Column("Area", lambda seats: seats.area.name),
        Column("Workshops", lambda seats: seats.workshops, number=True),
        Column("Seats", lambda seats: seats.seats, number=True),
        Column("Free", lambda seats: seats.free, number=True),
        Column("People wait", lambda seats: count(seats.waiting), number=True),
        Column("A free seat within reach", lambda seats: Number(seats.within_reach), number=True),
        Column("Nothing within reach", lambda seats: Number(seats.cold), number=True),
    ),
    tone=lambda seats: "wait" if seats.cold else "",
    empty=NO_AREA,
)
HOURS: Table[HoursOfArea] = Table(
    caption="Learning hours by area",
    noun="",
    size=500,
    columns=(
        Column("Area", lambda area: area.area.name),
        Column("People", lambda area: count(area.learners), number=True),
        Column("Hours", _hours, number=True),
        Column("Hours each", lambda area: decimal(area.hours_each, 1, otherwise=NOTHING), number=True),
    ),
    empty=NO_AREA,
)
"""Both tables show every area on one page: they are read against each other."""
