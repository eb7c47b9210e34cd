"""Everyone in packed columns: a million people in tens of megabytes, and a pair tested by a few bit masks."""

from dataclasses import dataclass, field, fields

import numpy as np
from numpy.typing import NDArray

from pairing.arrays import Bits, Bools, Floats, Small
from pairing.columns.names import Names
from pairing.errors import BadProblem

MOST_WORDS = {"languages": 32, "sectors": 32, "interests": 32, "traits": 20, "background": 12}
"""How many different words a column can hold. Traits are qualities and genders; they share a column with background."""
BACKGROUND_SHIFT = 20
UNKNOWN_YEAR = 0


@dataclass(slots=True)
class Vocabulary:
    """Which bit stands for which word, by kind; a word takes the next free bit when it is first met."""

    bits: dict[str, dict[str, int]] = field(default_factory=lambda: {kind: {} for kind in MOST_WORDS})

    def bit(self, kind: str, word: str) -> int:
        """Return the mask of one word.

        :raises BadProblem: there are more different words than the column holds.
        """
        known = self.bits[kind]
        if word not in known:
            if len(known) == MOST_WORDS[kind]:
                raise BadProblem(kind, "words", f"more than {MOST_WORDS[kind]} different ones, {word!r} among them")
            known[word] = 1 << (len(known) + (BACKGROUND_SHIFT if kind == "background" else 0))
        return known[word]

    def words(self, kind: str, mask: int) -> list[str]:
        """Return the words in a mask, in the order in which they were first met."""
        return [word for word, bit in self.bits[kind].items() if mask & bit]

    def mask_of(self, kind: str, words: frozenset[str]) -> int:
        """Return the mask of those of the words that are known, letter case aside."""
        return sum(bit for word, bit in self.bits[kind].items() if word.casefold() in words)


@dataclass(frozen=True, slots=True)
class MentorColumns:
    """m mentors. Places are degrees (NaN when not given), `reach_km` kilometres, `born` a year or `UNKNOWN_YEAR`.

    `traits` holds qualities and gender in its low 20 bits and background in its high 12.
    """

    ids: Names
    latitude: Floats
    longitude: Floats
    reach_km: Floats
    in_person: Bools
    online: Bools
    capacity: NDArray[np.int64]
    slots: Bits
    languages: Bits
    sectors: Bits
    interests: Bits
    traits: Bits
    born: Small


@dataclass(frozen=True, slots=True)
class YoungRows:
    """n young people without their names. `site` is the row of their site; `need` the trait bits their mentor must
    have.

    `matters_most` is an index into `CHOOSABLE`, -1 for none.
    """

    site: Small
    in_person: Bools
    online: Bools
    slots: Bits
    languages: Bits
    aspirations: Bits
    interests: Bits
    need: Bits
    background: Bits
    matters_most: Small
    waiting_days: Small
    born: Small

    def at(self, rows: NDArray[np.int64]) -> "YoungRows":
        """Return the young people in some rows."""
        return YoungRows(*(getattr(self, entry.name)[rows] for entry in fields(YoungRows)))


@dataclass(frozen=True, slots=True)
class YoungColumns(YoungRows):
    """n young people. The mentors they must not meet (earlier ones, and exclusions from either side) are
    barred[barred_start[i]:barred_start[i + 1]], rows of mentors, sorted.
    """

    ids: Names
    barred_start: NDArray[np.int64]
    barred: Small


@dataclass(frozen=True, slots=True)
class SiteColumns:
    """Where young people meet their mentors: degrees, and the area each site is in."""

    ids: Names
    latitude: Floats
    longitude: Floats
    area: list[str]


@dataclass(frozen=True, slots=True)
class Population:
    """Everyone in one matching, with the words that the bits stand for."""

    mentors: MentorColumns
    young_people: YoungColumns
    sites: SiteColumns
    vocabulary: Vocabulary
