"""What a simulated year comes to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import quantiles
from typing import Any

from onemm.lib.statistics import median_of, median_with_interval
from onemm.simulation.life import DECLINED, LEFT, PARTS, READY, Life

AIM = 21
"""Days within which a professional should be ready."""
LEAST_READY = 8


@dataclass(frozen=True)
class Figures:
    """One year, one way. Days are from interest to ready, of those who became ready; shares are of everyone who began.

    `low` and `high` bound the median with 95 % confidence, as `lib.statistics` has it.
    """

    began: int
    ready: int
    median: float
    low: float
    high: float
    lower_quarter: float
    upper_quarter: float
    ready_within_aim: float
    left: int
    left_at: dict[str, int]
    declined: int
    on_the_way: int
    staff_hours: float

    @property
    def hours_for_one(self) -> float:
        """Staff hours for each ready mentor."""
        return self.staff_hours / self.ready if self.ready else 0.0

    def as_dict(self) -> dict[str, Any]:
        kept = {name: round(value, 3) if isinstance(value, float) else value for name, value in asdict(self).items()}
        return {**kept, "hours_for_one": round(self.hours_for_one, 2)}


@dataclass(frozen=True)
class Compared:
    """Both ways over the same people. `sooner` is the median of the days saved, of those who became ready both ways."""

    on: Figures
    off: Figures
    sooner: float

    @property
    def meets_the_aim(self) -> bool:
        return self.on.median <= AIM

    def as_dict(self) -> dict[str, Any]:
        return {
            "on": self.on.as_dict(),
            "off": self.off.as_dict(),
            "sooner": round(self.sooner, 2),
            "aim": AIM,
            "meets_the_aim": self.meets_the_aim,
        }


def compared(on: tuple[Sequence[Life], float], off: tuple[Sequence[Life], float]) -> Compared:
    """Return the figures of both ways.

    :raises ValueError: fewer than eight became ready, one way or the other.
    """
    both = [b.days - a.days for a, b in zip(on[0], off[0], strict=True) if a.outcome == b.outcome == READY]
    return Compared(figures_of(*on), figures_of(*off), median_of(both) or 0.0)


def figures_of(lives: Sequence[Life], hours: float) -> Figures:
    """Return the figures of one year, from its lives and the hours of staff.

    :raises ValueError: fewer than eight became ready: nothing could be said of them.
    """
    days = sorted(life.days for life in lives if life.outcome == READY)
    middle = median_with_interval(days)
    if middle is None or len(days) < LEAST_READY:
        raise ValueError(f"Only {len(days)} became ready; let more people begin.")
    lower, _, upper = quantiles(days, n=4, method="inclusive")
    left = Counter(life.waits_for for life in lives if life.outcome == LEFT)
    return Figures(
        began=len(lives),
        ready=len(days),
        median=middle.value,
        low=middle.low,
        high=middle.high,
        lower_quarter=lower,
        upper_quarter=upper,
        ready_within_aim=sum(day <= AIM for day in days) / len(lives),
        left=left.total(),
        left_at={part: left[part] for part in PARTS},
        declined=sum(life.outcome == DECLINED for life in lives),
        on_the_way=sum(not life.outcome for life in lives),
        staff_hours=hours,
    )
