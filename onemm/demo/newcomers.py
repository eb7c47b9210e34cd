"""Mentors who have become ready in these days, so that the round that waits for Sam has pairs to look at."""

import random
from datetime import timedelta

from onemm.demo.clockwork import Agenda
from onemm.demo.links import SUFFIX
from onemm.demo.mentors import Story, live
from onemm.demo.names import invented_name
from onemm.demo.setting import Staff
from onemm.lib.clock import today

HOW_MANY = 12
BEGAN = 21.0
"""Days ago: long enough to come through screening, too late for the partners' earlier rounds."""


def begin(agenda: Agenda, staff: Staff, seed: int) -> None:
    """Put their lives on the agenda. They have a chance of their own, so that nobody else's life changes with them."""
    chance = random.Random(seed)
    for number in range(HOW_MANY):
        story = Story(
            name=invented_name(chance),
            area="greater-manchester",
            began=BEGAN,
            stop="trained",
            email=f"newcomer{number:02d}{SUFFIX}",
            born=today() - timedelta(days=int(365.25 * chance.uniform(27, 72))),
            manager=staff.priya,
        )
        agenda.begin(live(story, chance), ago=BEGAN)
