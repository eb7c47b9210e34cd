"""Who gets a mentor, how soon and how good a one: the groups of young people, and what is told of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from pairing.arrays import Bools, Ints
from pairing.figures.estimates import mean_of, share_of

EVERYBODY = "everybody"
WAITING_LONGEST = "waiting longest"
"""The quarter that has waited longest: a tenth of a round of thirty is three people, of whom nothing can be told."""
ANOTHER_LANGUAGE = "speaks another language too"
FACE_TO_FACE_ALONE = "face to face alone"
ONLINE_ALONE = "online alone"
HAS_LIMITS = "asks for a gender or quality"
BACKGROUND = "background:"
"""How the name of a group begins that told a part of their background; the word follows."""


@dataclass(frozen=True, slots=True)
class YoungPeople:
    """n young people as far as groups are made of them: int [n] and bool [n] each, `background` by word."""

    waiting_days: Ints
    in_person: Bools
    online: Bools
    another_language: Bools
    has_limits: Bools
    background: Mapping[str, Bools]

    def groups(self) -> dict[str, Bools]:
        """Return who belongs to which group; where most have waited equally short nobody has waited longest."""
        waits = self.waiting_days
        everybody = np.ones(len(waits), dtype=np.bool_)
        longest = np.zeros_like(everybody)
        if len(waits):
            long_wait = np.sort(waits)[(3 * len(waits)) // 4]
            longest = (waits >= long_wait) & (long_wait > waits.min())
        return {
            EVERYBODY: everybody,
            WAITING_LONGEST: longest,
            ANOTHER_LANGUAGE: self.another_language,
            FACE_TO_FACE_ALONE: self.in_person & ~self.online,
            ONLINE_ALONE: self.online & ~self.in_person,
            HAS_LIMITS: self.has_limits,
            **{f"{BACKGROUND}{word}": which for word, which in self.background.items()},
        }


def fairness_of(people: YoungPeople, matched: Bools, score: Ints) -> list[dict[str, Any]]:
    """Return for each group in which there is anyone the share matched, the mean score and the mean wait in days.

    `matched` bool [n]; `score` int [n], read only where matched. Each figure is an `Estimate`, or None of nobody. Those
    of small groups are among them: who may see them is for the caller to say.
    """
    waits = people.waiting_days
    return [
        {
            "name": name,
            "matched": share_of(int(matched[which].sum()), int(which.sum())),
            "score": mean_of(score[which & matched]),
            "waiting_days": mean_of(waits[which]),
            "waiting_days_matched": mean_of(waits[which & matched]),
            "waiting_days_unmatched": mean_of(waits[which & ~matched]),
        }
        for name, which in people.groups().items()
        if which.any()
    ]
