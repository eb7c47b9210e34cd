"""Small rounds to try the engine on: invented people who suit unless told otherwise."""

from typing import Any

import numpy as np

from pairing import Limits, Mentor, Problem, Weights, YoungPerson

EVENINGS = 0b100100100100100100100
OLDHAM = (53.5409, -2.1114)
SECTORS = ("engineering", "health_care", "law", "teaching", "music")
LANGUAGES = ("english", "urdu", "polish")


def mentor(id_: str = "amina", **changes: Any) -> Mentor:
    """A mentor in Oldham who suits everyone there."""
    usual: dict[str, Any] = {
        "latitude": OLDHAM[0],
        "longitude": OLDHAM[1],
        "reach_km": 10.0,
        "slots": EVENINGS,
        "languages": frozenset({"english"}),
        "sectors": frozenset({"engineering"}),
    }
    return Mentor(id=id_, **usual | changes)


def young_person(id_: str = "theo", **changes: Any) -> YoungPerson:
    """A young person at a school in Oldham who hopes to be an engineer."""
    usual: dict[str, Any] = {
        "latitude": OLDHAM[0],
        "longitude": OLDHAM[1],
        "slots": EVENINGS,
        "languages": frozenset({"english"}),
        "aspirations": frozenset({"engineering"}),
    }
    return YoungPerson(id=id_, **usual | changes)


def some_round(seed: int, mentors: int, young_people: int, **changes: Any) -> Problem:
    """An invented round around Oldham in which most pairs are ruled out by something."""
    rng = np.random.default_rng(seed)
    return Problem(
        tuple(mentor(f"m{i}", capacity=int(rng.integers(0, 3)), reach_km=15.0, **_person(rng)) for i in range(mentors)),
        tuple(_young_person(rng, f"y{i}", mentors) for i in range(young_people)),
        **{"weights": Weights(), "seed": seed} | changes,
    )


def _young_person(rng: np.random.Generator, id_: str, mentors: int) -> YoungPerson:
    person = _person(rng)
    person["aspirations"] = person.pop("sectors")
    limits = Limits(gender="woman" if rng.random() < 0.2 else "")
    person.pop("gender")
    earlier = frozenset({f"m{rng.integers(mentors)}"}) if mentors and rng.random() < 0.3 else frozenset[str]()
    return young_person(id_, limits=limits, earlier=earlier, waiting_days=int(rng.integers(0, 400)), **person)


def _person(rng: np.random.Generator) -> dict[str, Any]:
    return {
        "latitude": OLDHAM[0] + rng.normal(0, 0.1),
        "longitude": OLDHAM[1] + rng.normal(0, 0.15),
        "online": bool(rng.random() < 0.3),
        "slots": int(rng.integers(1 << 21)) & int(rng.integers(1 << 21)) & int(rng.integers(1 << 21)),
        "languages": _some(rng, LANGUAGES),
        "sectors": _some(rng, SECTORS),
        "interests": _some(rng, ("chess", "football", "film")),
        "born": int(rng.integers(1950, 2010)),
        "background": frozenset({str(rng.choice(["a", "b"]))}),
        "gender": str(rng.choice(["woman", "man"])),
    }


def _some(rng: np.random.Generator, words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(str(word) for word in rng.choice(words, size=rng.integers(1, 3), replace=False))
