"""What the engine answers: pairs with their reasons, the people left out, and how good the answer is."""

from dataclasses import dataclass, field
from typing import Any

from pairing.explanation.reasons import Reason


@dataclass(frozen=True, slots=True)
class Component:
    """One named part of a score: `value` from 0 to 1, `points` out of 1000, and the facts behind it.

    Facts say nothing of anyone's background (see `rounds.facts`). Whoever shows them finds the words for each reader.
    """

    name: str
    value: float
    points: float
    facts: dict[str, Any] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """A young person and a mentor who could meet.

    `distance_km` is for staff and for sums. It is None when the pair has no distance: one of them gave no place.
    """

    young_person: str
    mentor: str
    score: int
    distance_km: float | None
    online: bool
    components: tuple[Component, ...]


@dataclass(frozen=True, slots=True)
class Solution:
    """The best pairs for everyone at once, with the proof of how good they are.

    `matched` is the greatest number that can be matched at all. No set of that many pairs can total more than
    `bound`; `gap` is (bound - total) / total, a fraction, and 0.0 when the answer is proven best.
    """

    pairs: tuple[Pair, ...]
    unmatched: tuple[str, ...]
    matched: int
    total: int
    bound: int
    gap: float


@dataclass(frozen=True, slots=True)
class Removed:
    """How many people one limit rules out; `alone` counts those whom nothing else rules out."""

    limit: str
    people: int
    alone: int
    words: str


@dataclass(frozen=True, slots=True)
class Why:
    """Why a young person was left without a pair.

    `possible` mentors fit every limit but are paired with others. `change` is the smallest change that would open
    one, in words; empty when none would.
    """

    person: str
    reason: Reason
    possible: int
    removed: tuple[Removed, ...]
    change: str


@dataclass(frozen=True, slots=True)
class LeftFree:
    """Why a mentor who had a place was given nobody.

    `young_people` is how many what would help would open, or fit them already when they are taken. When it is time,
    `half_day` is the one that would open most, for `half_day_opens` of them.
    """

    mentor: str
    reason: Reason
    young_people: int
    half_day: int | None = None
    half_day_opens: int = 0
