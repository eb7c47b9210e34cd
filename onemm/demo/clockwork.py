"""The demo world's clock: many lives, lived in the order of time, each a generator that says when it goes on.

A life is an iterator of *days ago*. What stands between two `yield`s happens at the moment that the first of them
named, with the clock moved there; lives are interleaved, so that nothing in the world can know of what has not happened
yet.
"""

import heapq
import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta

import time_machine

from onemm.lib.clock import LONDON, today

LAST = 0.05
"""Days ago: nothing of the demo world happens later than an hour ago."""
Life = Iterator[float]


@contextmanager
def days_ago(days: float) -> Iterator[None]:
    """Do what is inside as if it were so many days ago, between nine in the morning and eight in the evening."""
    with time_machine.travel(moment_ago(days), tick=True):
        yield


def moment_ago(days: float) -> datetime:
    """Return that moment: the whole days count back, and the rest of the day makes the hour, the smaller the later."""
    hour = 20 - int((days % 1) * 11)
    moment = datetime.combine(today() - timedelta(days=int(days)), time(hour, 0), LONDON)
    return min(moment, datetime.now(LONDON) - timedelta(minutes=10))


class Agenda:
    """What is to happen when, in the order of time."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, Life]] = []
        self._count = itertools.count()

    def begin(self, life: Life, *, ago: float) -> None:
        """Let a life begin so many days ago."""
        heapq.heappush(self._heap, (-max(ago, LAST), next(self._count), life))

    def run(self, *, tell: Callable[[float], object] = lambda _: None) -> None:
        """Live everything, from the earliest moment to the last; `tell` hears which share of the time is over."""
        first = -self._heap[0][0] if self._heap else 0
        while self._heap:
            earlier, _, life = heapq.heappop(self._heap)
            tell(1 + earlier / first)
            with days_ago(-earlier):
                goes_on = next(life, None)
            if goes_on is not None:
                self.begin(life, ago=min(goes_on, -earlier))
