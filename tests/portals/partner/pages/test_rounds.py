"""Where a round stands, in a few words and a tone."""

import pytest

from onemm.matching.models import Round
from onemm.portals.partner.pages.rounds import standing_of

State = Round.State


@pytest.mark.parametrize(
    ("state", "matched", "to_decide", "standing"),
    [
        (State.RUNNING, 0, 0, ("Running", "wait")),
        (State.FAILED, 0, 0, ("Did not work", "late")),
        (State.PROPOSED, 3, 2, ("2 to decide", "wait")),
        (State.PROPOSED, 3, 0, ("All decided", "good")),
        (State.PROPOSED, 0, 0, ("No pair found", "plain")),
    ],
)
def test_each_round_stands_somewhere(state, matched, to_decide, standing):
    assert standing_of(Round(state=state, matched=matched), to_decide) == standing
