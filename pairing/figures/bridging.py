"""Which differences pairs cross, and the Bridge Index."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from pairing.arrays import Bools
from pairing.figures.estimates import share_of


@dataclass(frozen=True, slots=True)
class Crossings:
    """p pairs, bool [p] each: what they cross (another background; a mentor over 15 years older; a place over 3 km
    away), of how many each is known, and whether they have work, an interest or a language in common.
    """

    background: Bools
    background_known: Bools
    generation: Bools
    generation_known: Bools
    place: Bools
    place_known: Bools
    common_ground: Bools

    @classmethod
    def joined(cls, stretches: Sequence["Crossings"]) -> "Crossings":
        """Put stretches of pairs together."""
        nothing = np.zeros(0, dtype=np.bool_)
        return cls(
            *(np.concatenate([nothing, *(getattr(part, entry.name) for part in stretches)]) for entry in fields(cls))
        )


def bridging_of(crossings: Crossings) -> dict[str, Any]:
    """Return the Bridge Index and its parts.

    **Bridge Index**: of all pairs, the share that have something in common *and* cross a background or a generation.
    What is not known counts as not crossed, so the index is never too high. `crossed` tells background, generation and
    place apart, each of the pairs for which it is known. Each is an `Estimate`, or None of no pair.
    """
    bridges = crossings.common_ground & (crossings.background | crossings.generation)
    return {
        "bridge_index": share_of(int(bridges.sum()), len(bridges)),
        "crossed": {
            name: share_of(int(crosses[known].sum()), int(known.sum()))
            for name, crosses, known in (
                ("background", crossings.background, crossings.background_known),
                ("generation", crossings.generation, crossings.generation_known),
                ("place", crossings.place, crossings.place_known),
            )
        },
    }
