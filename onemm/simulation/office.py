"""What lives meet in the simulated year: the clock, the desks of staff, and the evenings with free times."""

import math
from collections.abc import Callable

import simpy

from onemm.recruitment.rules.talks import LEAST_NOTICE
from onemm.simulation.assumptions import MINUTES, Assumptions
from onemm.simulation.ways import ENDS, WEEK, Way, is_working, next_morning

TIMES_IN_AN_EVENING, EVENINGS_EACH = 6, 2
"""Each member of staff offers this many times on two evenings a week. Assumed."""
EVENING = 17.5 / 24


class Year:
    """The clock, the desks of staff, the free evenings, and what it all took."""

    def __init__(self, way: Way, seed: int, applicants: int, assumptions: Assumptions) -> None:
        self.way, self.seed, self.assumptions = way, seed, assumptions
        self.env = simpy.Environment()
        self.many_staff = max(1, math.ceil(applicants / assumptions.applicants_for_one))
        self.staff = simpy.Resource(self.env, capacity=self.many_staff)
        self.minutes = 0.0
        self._taken: dict[int, int] = {}

    def spend(self, kind: str) -> None:
        """Note staff time that needs no desk of its own, such as a talk in the evening or a reminder."""
        self.minutes += MINUTES[kind]

    def at_desk(self, is_over: Callable[[], bool], kind: str) -> simpy.events.ProcessGenerator:
        """Wait for a free desk within working hours, and do one thing there, unless it is over meanwhile."""
        while True:
            with self.staff.request() as desk:
                yield desk
                if is_over():
                    return
                if self.env.now % 1 + MINUTES[kind] / 1440 <= ENDS:
                    yield self.env.timeout(MINUTES[kind] / 1440)
                    self.spend(kind)
                    return
            yield self.env.timeout(next_morning(self.env.now) - self.env.now)

    def book(self, suits: Callable[[int], bool]) -> float:
        """Take the first free time of the evenings to come, with our least notice, that suits someone; return when it
        is.
        """
        notice = LEAST_NOTICE.total_seconds() / 86400
        day = int(self.env.now) + (self.env.now % 1 + notice > EVENING)
        while not (self._taken.get(day, 0) < self._offered_on(day) and suits(day)):
            day += 1
        self._taken[day] = self._taken.get(day, 0) + 1
        return day + EVENING

    def _offered_on(self, day: int) -> int:
        if not is_working(day):
            return 0
        here = sum(
            day % WEEK in {(interviewer + 2 * number) % 5 for number in range(EVENINGS_EACH)}
            for interviewer in range(self.many_staff)
        )
        return here * TIMES_IN_AN_EVENING
