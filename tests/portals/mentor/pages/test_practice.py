"""How a walk was judged, and the choices in it."""

import pytest

from onemm.learning.queries import progress_in, walk_of
from onemm.learning.rules import Ending
from onemm.portals.mentor.pages.practice import EndPage, end_page
from tests.cast import Cast
from tests.factories.learning import ESSENTIALS, walk_through


def page_after(cast: Cast, *, points: int) -> EndPage:
    run = walk_through(cast.amina, points=points)
    walk = walk_of(run)
    assert walk is not None
    assert isinstance(walk.here, Ending)
    return end_page(run, walk, walk.here.title, progress_in(cast.amina, ESSENTIALS))


def test_a_walk_done_well_leads_on_and_may_be_walked_again(cast: Cast) -> None:
    judgement = page_after(cast, points=3).judgement
    assert judgement.title == "Walked well"
    assert " Next: " in judgement.words
    assert judgement.url != judgement.again_url != ""


@pytest.mark.parametrize(("points", "is_harmful"), [(0, True), (2, False)])
def test_a_walk_not_done_well_says_what_could_do_harm(cast: Cast, points: int, is_harmful: bool) -> None:
    judgement = page_after(cast, points=points).judgement
    assert (judgement.title, judgement.label) == ("Worth another walk", "Walk it again")
    assert ("could do harm" in judgement.words) == is_harmful


@pytest.mark.parametrize(("points", "tone", "edge"), [(3, "good", "good"), (1, "wait", ""), (0, "late", "late")])
def test_the_best_and_the_harmful_stand_out_among_the_choices(cast: Cast, points: int, tone: str, edge: str) -> None:
    page = page_after(cast, points=points)
    taken = next(taken for taken in page.walk.taken if taken.option.points == points)
    weighed = next(weighed for weighed in taken.choices if weighed.is_taken)
    assert (weighed.option.tone, weighed.edge) == (tone, edge)
    assert sum(weighed.is_taken for weighed in taken.choices) == 1
