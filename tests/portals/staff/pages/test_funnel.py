"""The funnel says how many of those who began are in an active match, and how long steps take where it may be said."""

import pytest

from onemm.places.models import Area
from onemm.portals.staff.pages.funnel import FunnelPage, funnel_page
from onemm.reporting.funnel import Funnel, Step

HERE, THERE = Area(pk=1, name="Oldham", slug="oldham"), Area(pk=2, name="Cardiff", slug="cardiff")


def page_of(
    *steps: Step, area: Area | None = HERE, areas: tuple[Area, ...] = (HERE,), everywhere: bool = False
) -> FunnelPage:
    return funnel_page(area, areas, Funnel(steps), sees_everywhere=everywhere)


def test_nobody_has_applied_yet() -> None:
    page = page_of(Step("Began", 0, None, 0), Step("Matched", 0, None, 0))
    assert (page.title, page.has_begun, page.steps.rows) == ("Nobody has applied yet", False, ())


@pytest.mark.parametrize(
    ("days", "note", "cell"),
    [
        (None, "", "too few"),
        (0.4, "under a day later", "0.4"),
        (1.2, "1 day later", "1.2"),
        (4.0, "4 days later", "4"),
    ],
)
def test_a_step_says_how_much_later_it_came(days: float | None, note: str, cell: str) -> None:
    page = page_of(Step("Began", 6, None, 0), Step("Matched", 2, days, 2))
    assert page.title == "2 of 6 who began are in an active match"
    assert page.bars[1].note == note
    assert [[each.parts[0].plain for each in row.cells[2:]] for row in page.steps.rows] == [["–", "–"], [cell, "2"]]


@pytest.mark.parametrize(
    ("area", "areas", "everywhere", "links"),
    [
        (HERE, (HERE,), True, []),
        (HERE, (HERE, THERE), False, ["Oldham"]),
        (None, (HERE, THERE), True, ["Everywhere"]),
    ],
)
def test_areas_are_offered_where_there_are_several(
    area: Area | None, areas: tuple[Area, ...], links: list[str], *, everywhere: bool
) -> None:
    page = page_of(Step("Began", 0, None, 0), area=area, areas=areas, everywhere=everywhere)
    assert [link.name for link in page.areas if link.is_current] == links
