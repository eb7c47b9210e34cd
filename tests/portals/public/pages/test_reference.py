"""Why a referee finds nothing to answer any more."""

import pytest

from onemm.portals.public.pages.reference import closed_page
from onemm.recruitment.models import Referee
from tests.cast import Cast
from tests.factories.recruitment import a_referee, an_application_in_screening


@pytest.mark.parametrize(
    ("state", "title", "has_remark", "asks"),
    [
        (Referee.State.ANSWERED, "Thank you, Joan Platt", True, False),
        (Referee.State.DECLINED, "Thank you for telling us", False, False),
        (Referee.State.REPLACED, "We need no answer any more", False, True),
        (Referee.State.UNREACHABLE, "We need no answer any more", False, True),
        (Referee.State.ASKED, "We need no answer any more", False, True),
    ],
)
def test_a_closed_link_says_why(cast: Cast, state: str, title: str, *, has_remark: bool, asks: bool) -> None:
    referee = a_referee(an_application_in_screening(cast, cast.amina))
    referee.state = state
    page = closed_page(referee)
    assert (page.title, bool(page.remark), page.asks_all_the_same) == (title, has_remark, asks)
    assert ("Amina" in page.lede) is True
