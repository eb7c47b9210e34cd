"""What a round is asked to solve: mentors, young people, weights and a seed. Plain values, checked once."""

import math
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from pairing.errors import BadProblem

HALF_DAYS = 21
"""Seven days of morning, afternoon and evening; bit = day * 3 + part, and Monday morning is bit 0."""

COMPONENTS = ("aspiration", "interests", "matters_most", "availability", "closeness", "waiting", "bridging")
"""The named parts of a score, in the order in which they are stored and shown."""

CHOOSABLE = ("aspiration", "interests", "availability", "closeness", "bridging")
"""The components that a young person may say matters most to them."""

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Limits:
    """What a young person needs their mentor to be. A limit is never traded for a better score."""

    gender: str = ""
    qualities: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor:
    """Someone who is ready to mentor.

    `latitude` and `longitude` are degrees (WGS 84), `reach_km` kilometres in a straight line; a mentor who only
    meets online may leave the place as None. `capacity` counts the places still free in this round; 0 is allowed.
    """

    id: str
    latitude: float | None = None
    longitude: float | None = None
    reach_km: float = 0.0
    online: bool = False
    in_person: bool = True
    capacity: int = 1
    slots: int = 0
    languages: frozenset[str] = _NONE
    sectors: frozenset[str] = _NONE
    interests: frozenset[str] = _NONE
    born: int | None = None
    background: frozenset[str] = _NONE
    gender: str = ""
    employer: str = ""
    qualities: frozenset[str] = _NONE
    excluded: frozenset[str] = _NONE
    """Young people whom this mentor must not meet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YoungPerson:
    """Someone who hopes for a mentor. The place is where they would meet (a school, say), never a home."""

    id: str
    latitude: float | None = None
    longitude: float | None = None
    in_person: bool = True
    online: bool = False
    slots: int = 0
    languages: frozenset[str] = _NONE
    aspirations: frozenset[str] = _NONE
    """Sectors they hope to work in."""
    interests: frozenset[str] = _NONE
    matters_most: str = ""
    """One of `CHOOSABLE`, or nothing."""
    limits: Limits = Limits()
    waiting_days: int = 0
    born: int | None = None
    background: frozenset[str] = _NONE
    earlier: frozenset[str] = _NONE
    """Mentors they have had before."""
    excluded: frozenset[str] = _NONE
    """Mentors whom they must not meet."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each component counts: any numbers from 0 up, at least one of them above 0. Only their ratios matter."""

    aspiration: float = 30.0
    interests: float = 15.0
    matters_most: float = 15.0
    availability: float = 10.0
    closeness: float = 10.0
    waiting: float = 10.0
    bridging: float = 10.0

    def __post_init__(self) -> None:
        for name in COMPONENTS:
            value = getattr(self, name)
            if not (isinstance(value, int | float) and math.isfinite(value) and 0 <= value <= 1e9):
                raise BadProblem("weights", name, f"{value!r} is not a number from 0 to 1e9")
        if not sum(self.as_tuple()) > 0:
            raise BadProblem("weights", "all", "every weight is 0, so no pair can be told from another")

    def as_tuple(self) -> tuple[float, ...]:
        """Return the weights in the order of `COMPONENTS`."""
        return tuple(float(getattr(self, name)) for name in COMPONENTS)

    def shares(self) -> tuple[int, ...]:
        """Return whole thousandths in the order of `COMPONENTS`, summing to 1000 (largest remainders win the rest)."""
        raw = self.as_tuple()
        exact = [1000 * value / sum(raw) for value in raw]
        whole = [math.floor(value) for value in exact]
        by_remainder = sorted(range(len(raw)), key=lambda i: (whole[i] - exact[i], i))
        for i in by_remainder[: 1000 - sum(whole)]:
            whole[i] += 1
        return tuple(whole)


class PackedMentors(Sequence[Mentor]):
    """Mentors who are kept as columns, and were checked when they were packed (`rounds.mentor_table`)."""

    @abstractmethod
    def named(self, ids: Iterable[str]) -> dict[str, Mentor]:
        """Return the records of those who are there, by id."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One round. Every record is checked here, so that nothing after it needs to.

    :raises BadProblem: naming the record and the field.
    """

    mentors: Sequence[Mentor]
    young_people: tuple[YoungPerson, ...]
    weights: Weights = field(default_factory=Weights)
    seed: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "young_people", tuple(self.young_people))
        if not isinstance(self.mentors, PackedMentors):
            object.__setattr__(self, "mentors", tuple(self.mentors))
            for mentor in self.mentors:
                _check_mentor(mentor)
            _refuse_duplicates("mentor", (m.id for m in self.mentors))
        for young_person in self.young_people:
            _check_young_person(young_person)
        _refuse_duplicates("young person", (y.id for y in self.young_people))
        if not isinstance(self.seed, int):
            raise BadProblem("problem", "seed", f"{self.seed!r} is not a whole number")

    def mentors_named(self, ids: Iterable[str]) -> dict[str, Mentor]:
        """Return the mentors with these ids, as far as they are in the problem."""
        if isinstance(self.mentors, PackedMentors):
            return self.mentors.named(ids)
        wanted = frozenset(ids)
        return {mentor.id: mentor for mentor in self.mentors if mentor.id in wanted}


def _refuse_duplicates(kind: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            raise BadProblem(f"{kind} {id_}", "id", "appears more than once")
        seen.add(id_)


def _check_mentor(mentor: Mentor) -> None:
    name = f"mentor {mentor.id}"
    _check_person(name, mentor)
    if not (_is_number(mentor.reach_km) and mentor.reach_km >= 0):
        raise BadProblem(name, "reach_km", f"{mentor.reach_km!r} is not a distance in kilometres")
    _check_whole(name, "capacity", mentor.capacity, 0, 1_000_000)
    for text in ("gender", "employer"):
        _check_text(name, text, getattr(mentor, text))


def _check_young_person(young_person: YoungPerson) -> None:
    name = f"young person {young_person.id}"
    _check_person(name, young_person)
    _check_whole(name, "waiting_days", young_person.waiting_days, 0, 100_000)
    if young_person.matters_most and young_person.matters_most not in CHOOSABLE:
        raise BadProblem(name, "matters_most", f"{young_person.matters_most!r} is not one of {', '.join(CHOOSABLE)}")
    if not isinstance(young_person.limits, Limits):
        raise BadProblem(name, "limits", "is not a Limits")
    _check_text(name, "limits.gender", young_person.limits.gender)
    _check_set(name, "limits.qualities", young_person.limits.qualities)


def _check_person(name: str, person: Mentor | YoungPerson) -> None:
    if not isinstance(person.id, str) or not person.id:
        raise BadProblem(name, "id", f"{person.id!r} is not a name")
    _check_place(name, person)
    _check_whole(name, "slots", person.slots, 0, (1 << HALF_DAYS) - 1)
    if person.born is not None:
        _check_whole(name, "born", person.born, 1890, 2100)
    for entry in fields(person):
        if entry.type == frozenset[str]:
            _check_set(name, entry.name, getattr(person, entry.name))


def _check_place(name: str, person: Mentor | YoungPerson) -> None:
    given = [value for value in (person.latitude, person.longitude) if value is not None]
    if len(given) == 1 or (not given and person.in_person):
        missing = "latitude" if person.latitude is None else "longitude"
        raise BadProblem(name, missing, "is missing, and only somebody who meets online alone may leave it out")
    for field_name, largest in (("latitude", 90), ("longitude", 180)):
        value = getattr(person, field_name)
        if value is not None and not (_is_number(value) and abs(value) <= largest):
            raise BadProblem(name, field_name, f"{value!r} is not between -{largest} and {largest} degrees")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _check_whole(name: str, field_name: str, value: object, least: int, most: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise BadProblem(name, field_name, f"{value!r} is not a whole number from {least} to {most}")


def _check_text(name: str, field_name: str, value: object) -> None:
    if not isinstance(value, str):
        raise BadProblem(name, field_name, f"{value!r} is not text")


def _check_set(name: str, field_name: str, value: object) -> None:
    if not isinstance(value, frozenset) or not all(isinstance(word, str) and word for word in value):
        raise BadProblem(name, field_name, f"{value!r} is not a frozenset of words")
