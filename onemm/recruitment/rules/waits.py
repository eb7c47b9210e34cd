"""How long each step may wait, how long it has really been taking, and what to expect from that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import quantiles

from onemm.recruitment.rules.appeals import ANSWERED_WITHIN

LIMITS = {
    "read": 7,
    "names": 3,
    "reference": 14,
    "talk": 7,
    "record": 2,
    "ask": 3,
    "hand_over": 3,
    "form": 10,
    "weigh": 5,
    "decide": 3,
    "appeal": ANSWERED_WITHIN,
    "draft": 6,
}
"""Days after which a wait is too long: our promise where it is ours, a reason to remind where it is someone else's."""
REMINDED_ON = (3, 7, 12)
"""Days on which we write to an applicant again by ourselves, as we do to referees. After the last a person looks."""
DRAFT_REMINDED_ON = (2, 6)
"""Days after an applicant last wrote something down on which we say that it is kept and waits for them."""
DRAFT_LOOKED_AT_FOR = 30
"""Days after which nobody is told of a draft any more, should the reminders have stood still."""
LEAST_TO_GO_BY = 8
"""With fewer completed than these we say that we cannot tell yet, rather than give a date that means nothing."""
LAST = 60
"""How many completed applications we look back on."""


@dataclass(frozen=True)
class Spread:
    """How many days a step took the last few times: the middle one, and the range that holds 80 % of them."""

    days: tuple[float, ...]

    @property
    def median(self) -> float:
        return quantiles(self.days, n=2, method="inclusive")[0]

    @property
    def low(self) -> float:
        return quantiles(self.days, n=10, method="inclusive")[0]

    @property
    def high(self) -> float:
        return quantiles(self.days, n=10, method="inclusive")[-1]

    def in_words(self) -> str:
        low, middle, high = round(self.low), round(self.median), round(self.high)
        return (
            f"Usually {middle} day{'' if middle == 1 else 's'}; four out of five take {low} to {high}."
            if high
            else "Usually the same day."
        )

    def remaining_after(self, elapsed: float) -> "Spread | None":
        """Return what was still to come for those that took longer than this; `None` when too few did."""
        return spread_of(days - elapsed for days in self.days if days > elapsed)


@dataclass(frozen=True)
class Expected:
    """The day on which we expect an answer, and the range that held four out of five."""

    on: date
    earliest: date
    latest: date
    many: int


def spread_of(days: Iterable[float]) -> Spread | None:
    """Return the spread, or `None` when there are too few to go by."""
    kept = tuple(sorted(days))
    return Spread(kept) if len(kept) >= LEAST_TO_GO_BY else None


def expected_after(spreads: Sequence[Spread | None], last: Spread | None, today: date) -> Expected | None:
    """Return when to expect the end: the longest of what runs side by side, and then the last step.

    `None` when any part has too few to go by: a guess would look like a promise.
    """
    parts = [spread for spread in spreads if spread is not None]
    if len(parts) < len(spreads) or last is None:
        return None

    def day(which: str) -> date:
        longest = max((getattr(part, which) for part in parts), default=0.0)
        return today + timedelta(days=round(longest + getattr(last, which)))

    return Expected(day("median"), day("low"), day("high"), min(len(part.days) for part in [*parts, last]))
