"""How a walk was judged, and the choices in it."""

from dataclasses import replace

import pytest

from onemm.learning.queries import progress_in, walk_of
from onemm.learning.rules import Ending, Walk
from onemm.learning.rules.scenarios import POINTS
from onemm.portals.mentor.pages.practice import EndPage, end_page
from tests.cast import Cast
from tests.factories.learning import ESSENTIALS, walk_through

STANDS_OUT = {3: ("good", "good"), 2: ("wait", ""), 1: ("wait", ""), 0: ("late", "late")}


def page_after(cast: Cast, *, points: int) -> EndPage:
    """The end of a walk in which every choice was worth so much."""
    run = walk_through(cast.amina)
    walk = walk_of(run)
    assert walk is not None
    assert isinstance(walk.here, Ending)
    return end_page(run, _worth(walk, points), walk.here.title, progress_in(cast.amina, ESSENTIALS))


def _worth(walk: Walk, points: int) -> Walk:
    taken = tuple(replace(taken, option=replace(taken.option, points=points)) for taken in walk.taken)
    return replace(walk, taken=taken)


def test_a_walk_done_well_leads_on_and_may_be_walked_again(cast: Cast) -> None:
    judgement = page_after(cast, points=3).judgement
    assert judgement.title == "Walked well"
    assert " Next: " in judgement.words
    assert judgement.url != judgement.again_url != ""


@pytest.mark.parametrize(("points", "is_harmful"), [(0, True), (1, False)])
def test_a_walk_not_done_well_says_what_could_do_harm(cast: Cast, points: int, is_harmful: bool) -> None:
    judgement = page_after(cast, points=points).judgement
    assert (judgement.title, judgement.label) == ("Worth another walk", "Walk it again")
    assert ("could do harm" in judgement.words) == is_harmful


def test_the_best_and_the_harmful_stand_out_among_the_choices(cast: Cast) -> None:
    assert set(STANDS_OUT) == set(POINTS)
    for taken in page_after(cast, points=3).walk.taken:
        assert [weighed.option.key for weighed in taken.choices if weighed.is_taken] == [taken.option.key]
        for weighed in taken.choices:
            assert (weighed.option.tone, weighed.edge) == STANDS_OUT[weighed.option.points]
