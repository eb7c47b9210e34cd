"""The figures of a round, as a page prints them: fit, the Bridge Index, each group, and where mentors are missing."""

from dataclasses import dataclass
from typing import Any

from onemm.lib.statistics import Estimate
from onemm.matching.models import Round
from onemm.matching.rules.figures import BACKGROUND
from onemm.people.vocabulary import Background
from pairing import ANY_WORK

CROSSED = {
    "background": "Another background",
    "generation": "Another generation (over 15 years)",
    "place": "Another place (over 3 km apart)",
}
GROUPS = {
    "everybody": "Everybody",
    "waiting longest": "Waiting longest (a quarter)",
    "speaks another language too": "Speak another language too",
    "face to face alone": "Face to face alone",
    "online alone": "Online alone",
    "asks for a gender or quality": "Ask for a woman or a man",
}
"""What a page calls the engine's groups of young people. The platform asks for no quality."""


@dataclass(frozen=True)
class Group:
    """How one group of young people fared, of at least five; a mean is None where fewer than five were matched."""

    name: str
    matched: Estimate | None
    score: Estimate | None
    waiting_days: Estimate | None


@dataclass(frozen=True)
class Spot:
    """What one more ready mentor in one kind of work would be worth:

    `more` young people matched, and `points` of fit besides.
    """

    work: str
    more: int
    points: int
    hoping: int


@dataclass(frozen=True)
class Figures:
    """What a round's answer is worth. None where there were fewer than five to tell it from."""

    fit: Estimate | None
    bridge_index: Estimate | None
    crossed: tuple[tuple[str, Estimate | None], ...]
    groups: tuple[Group, ...]
    cold_spots: tuple[Spot, ...]


def figures_in(run: Round) -> Figures:
    """Return the figures kept with a round. No query."""
    kept: dict[str, Any] = run.figures
    crossed = kept.get("crossed", {})
    return Figures(
        fit=estimate(kept.get("fit")),
        bridge_index=estimate(kept.get("bridge_index")),
        crossed=tuple((label, estimate(crossed.get(name))) for name, label in CROSSED.items()),
        groups=tuple(_group(group) for group in kept.get("groups", ())),
        cold_spots=tuple(
            Spot(_named(spot["work"]), spot["more"], spot["points"], spot["hoping"])
            for spot in kept.get("cold_spots", ())
        ),
    )


def estimate(kept: dict[str, Any] | None) -> Estimate | None:
    return Estimate(**kept) if kept else None


def _group(kept: dict[str, Any]) -> Group:
    return Group(
        _told(kept["name"]), estimate(kept["matched"]), estimate(kept["score"]), estimate(kept["waiting_days"])
    )


def _told(name: str) -> str:
    """Return a group as a page calls it: what they told of their background in their own words."""
    code = name.removeprefix(BACKGROUND)
    return GROUPS.get(name, name) if code == name else f"Told us: “{dict(Background.choices).get(code, code)}”"


def _named(work: str) -> str:
    return "Any other work" if work == ANY_WORK else work[:1].upper() + work[1:]
