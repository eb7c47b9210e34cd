"""How coordinators say what matters, as choices in words, and the engine's numbers for them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from pairing import COMPONENTS, Weights

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "aspiration": "Work they hope for",
        "interests": "Common ground",
        "matters_most": "What matters most to them",
        "availability": "Free together",
        "closeness": "Near",
        "waiting": "Waiting longest",
        "bridging": "Bridges",
    }
)
"""The named parts of a score, as the pages call them, in the engine's order."""

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "aspiration": "The mentor works in what the young person hopes to do.",
        "interests": "Both like the same things.",
        "matters_most": "Whatever the young person said matters most to them counts more.",
        "availability": "Both are free at several of the same times.",
        "closeness": "The mentor lives near where they would meet; online counts as half.",
        "waiting": "Whoever has waited longest comes first.",
        "bridging": "They have something in common, and another background or generation.",
    }
)
"""What each part looks at, for whoever sets how much it counts."""

CHOICES = ((0, "Leave it out"), (1, "Less"), (2, "As usual"), (3, "More"), (4, "Much more"), (5, "Most of all"))
USUAL = 2
_TIMES = {0: 0.0, 1: 0.5, 2: 1.0, 3: 2.0, 4: 4.0, 5: 8.0}


def usual_choices() -> dict[str, int]:
    return dict.fromkeys(LABELS, USUAL)


def weight_for(usual: float, choice: int) -> float:
    """Return the weight for a choice from 0 (leave it out) to 5 (most of all): none, half, all, twice, four or eight
    times the usual.
    """
    return usual * _TIMES[choice]


def are_choices(weights: Mapping[str, int]) -> bool:
    """Say whether these are seven choices from 0 to 5, at least one of them above 0."""
    return set(weights) == set(LABELS) and all(value in _TIMES for value in weights.values()) and any(weights.values())


def weights_from(choices: Mapping[str, int]) -> Weights:
    """Return the engine's weights for seven choices."""
    usual = Weights()
    return Weights(**{name: weight_for(getattr(usual, name), choices[name]) for name in COMPONENTS})


def in_words(choices: Mapping[str, int]) -> str:
    """Return what differs from the usual: `Bridges: more; Near: less`."""
    names = dict(CHOICES)
    changed = [
        f"{LABELS[name]}: {names[choices[name]].lower()}" for name in LABELS if choices.get(name, USUAL) != USUAL
    ]
    return "; ".join(changed) or "Everything as usual"


def fit_by(weights: Weights, parts: Iterable[Mapping[str, Any]]) -> float:
    """Return what a pair would score by other weights, 0 to 1000, from the values of its parts: one yardstick for two
    rounds.
    """
    shares = dict(zip(COMPONENTS, weights.shares(), strict=True))
    return float(sum(shares[part["name"]] * part["value"] for part in parts))
