"""Each nation says how its checks are asked for; only what is set can be stopped."""

import pytest

from onemm.portals.staff.forms.check_routes import CheckRouteForm
from onemm.portals.staff.pages.check_routes import check_routes_page
from onemm.recruitment.actions import set_check_route
from onemm.recruitment.rules.checks import Nation
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def rows() -> dict[object, list[list[object]]]:
    """What stands beside each nation, part by part."""
    table = check_routes_page(CheckRouteForm()).table
    return {
        row.cells[0].parts[0].plain: [[part.plain for part in cell.parts] for cell in row.cells[1:3]]
        for row in table.rows
    }


def may_be_stopped() -> list[object]:
    table = check_routes_page(CheckRouteForm()).table
    return [row.cells[0].parts[0].plain for row in table.rows if "blank" not in row.cells[3].css]


def test_where_nothing_is_set_somebody_sends_it() -> None:
    assert rows() == {nation.value: [["Sent by hand"], ["When somebody of staff sends it"]] for nation in Nation}
    assert may_be_stopped() == []


@pytest.mark.parametrize(
    ("words", "from_sending", "form", "when"),
    [
        ("", True, ["https://checks.example.org"], "As soon as an application is sent"),
        ("Ask for 1MM.", False, ["https://checks.example.org", "Ask for 1MM."], "When staff ask for a check"),
    ],
)
def test_what_is_set_says_where_and_when_and_by_whom(
    cast: Cast, words: str, from_sending: bool, form: list[str], when: str
) -> None:
    set_check_route(
        nation="Wales", address="https://checks.example.org", words=words, from_sending=from_sending, by=cast.noor
    )
    where, goes_out = rows()["Wales"]
    assert where == form
    assert goes_out[0] == when
    assert str(goes_out[1]).startswith(f"Set by {cast.noor.full_name}, ")
    assert may_be_stopped() == ["Wales"]
