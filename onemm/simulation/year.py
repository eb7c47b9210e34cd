"""The year around the lives: who begins when, and for how long they are followed."""

from collections.abc import Callable
from random import Random

from onemm.simulation.assumptions import Assumptions
from onemm.simulation.life import Life
from onemm.simulation.office import Year
from onemm.simulation.ways import Way

DAYS, FOLLOWED = 365, 365
"""Days in which people begin, and for which the last of them is followed, so that nobody's slow way is cut off."""


def simulate_year(
    way: Way,
    *,
    seed: int,
    applicants: int,
    assumptions: Assumptions | None = None,
    progress: Callable[[float], object] = lambda _: None,
) -> tuple[list[Life], float]:
    """Let so many people begin within a year, each with a life of their own, and return them with the hours that staff
    spent.

    The same seed gives the same people with the same habits, whichever way the year is run: each draw belongs to a
    person and a step, not to the order of events. `progress` is told the share of the time that has passed.
    """
    year = Year(way, seed, applicants, assumptions or Assumptions())
    chance = Random(f"{seed}/arrivals")
    lives = [
        Life(year, number, began)
        for number, began in enumerate(sorted(chance.uniform(0, DAYS) for _ in range(applicants)))
    ]
    for life in lives:
        year.env.process(life.begins())
    for month in range(1, 25):
        year.env.run(until=(DAYS + FOLLOWED) * month / 24)
        progress(month / 24)
    return lives, year.minutes / 60
