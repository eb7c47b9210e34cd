"""What is short comes first where one more mentor would pair someone."""

import pytest

from onemm.matching.queries import Missing
from onemm.outreach.queries.targets import TargetLine, TargetTable
from onemm.outreach.rules.equality import SECTOR
from onemm.places.models import Area
from onemm.portals.staff.pages.targets import TargetsPage, targets_page
from onemm.web.forms import Form

HERE, THERE = Area(pk=1, name="Oldham", slug="oldham"), Area(pk=2, name="Cardiff", slug="cardiff")


def missing(work: str, *, more: int = 1, programmes: int = 2, hoping: int = 6) -> Missing:
    return Missing("Oldham", work, programmes, more, 0.0, hoping)


def wanted(work: str, to_go: int | None) -> TargetLine:
    return TargetLine(work, 14, "5", to_go)


def page_of(
    lines: tuple[TargetLine, ...] = (), spots: tuple[Missing, ...] = (), areas: tuple[Area, ...] = (HERE,)
) -> TargetsPage:
    return targets_page(HERE, areas, (TargetTable(SECTOR, "Sector", lines),), spots, Form())


@pytest.mark.parametrize(
    ("lines", "spots", "title", "tone"),
    [
        ((), (), "Whom we reach, and whom we miss", None),
        ((wanted("Law", 9),), (), "Oldham needs 9 more in law", ""),
        ((), (missing("law"),), "Oldham needs mentors in law", ""),
        ((wanted("Law", 9),), (missing("law"),), "Oldham needs 9 more in law", "wait"),
        ((wanted("Law", 9), wanted("Health", 2)), (missing("health"),), "Oldham needs 2 more in health", "wait"),
        ((wanted("Law", 0),), (), "Whom we reach, and whom we miss", None),
    ],
)
def test_the_heading_is_the_worst_shortage(
    lines: tuple[TargetLine, ...], spots: tuple[Missing, ...], title: str, tone: str | None
) -> None:
    page = page_of(lines, spots)
    assert page.title == title
    assert (page.shortages.rows[0].tone if page.shortages else None) == tone


@pytest.mark.parametrize(
    ("spot", "words"), [(missing("law", programmes=1), "1 of 1 programme"), (missing("law"), "1 of 2 programmes")]
)
def test_programmes_are_counted_in_words(spot: Missing, words: str) -> None:
    table = page_of(spots=(spot,)).shortages
    assert table is not None
    assert [cell.parts[0].plain for cell in table.rows[0].cells[1:3]] == ["no target", words]


@pytest.mark.parametrize(("areas", "links"), [((HERE,), []), ((HERE, THERE), [("Oldham", True), ("Cardiff", False)])])
def test_areas_are_offered_only_where_there_are_several(areas: tuple[Area, ...], links: list[tuple[str, bool]]) -> None:
    assert [(link.name, link.is_current) for link in page_of(areas=areas).areas] == links
