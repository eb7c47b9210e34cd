"""The mentors of a round as columns, so that one young person is scored against all of them at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pairing.problem import Mentor

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG), kilometres."""


@dataclass(frozen=True, slots=True)
class WordTable:
    """Which mentor has which word: `has` is bool [words, mentors], `rows` finds a word's row."""

    rows: dict[str, int]
    has: Bools

    def count(self, words: Iterable[str]) -> Ints:
        """Return how many of the words each mentor has, int [mentors]."""
        chosen = [self.rows[word] for word in words if word in self.rows]
        return np.asarray(self.has[chosen].sum(axis=0), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Pool:
    """Columns over m mentors. Degrees are in radians; a place that was not given is NaN."""

    mentors: tuple[Mentor, ...]
    index: dict[str, int]
    latitude: Floats
    longitude: Floats
    reach_km: Floats
    online: Bools
    in_person: Bools
    capacity: Ints
    slots: Ints
    born: Ints
    """Year, or 0 when not given."""
    has_background: Bools
    languages: WordTable
    sectors: WordTable
    interests: WordTable
    background: WordTable
    qualities: WordTable
    gender: WordTable
    excluded: WordTable

    def distances_km(self, latitude: float | None, longitude: float | None) -> Floats:
        """Return the great-circle distance from a place in degrees, float [m] (haversine formula); NaN if unknown."""
        if latitude is None or longitude is None:
            return np.full(len(self.mentors), np.nan)
        lat, lon = np.radians(latitude), np.radians(longitude)
        h = np.sin((self.latitude - lat) / 2) ** 2
        h += np.cos(lat) * np.cos(self.latitude) * np.sin((self.longitude - lon) / 2) ** 2
        distances: Floats = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(h, 1.0)))
        return distances


def pool_of(mentors: Sequence[Mentor]) -> Pool:
    """Pack checked mentors into columns, in the order given."""
    everyone = tuple(mentors)  # the very same one when it is a tuple already
    return Pool(
        mentors=everyone,
        index={mentor.id: i for i, mentor in enumerate(everyone)},
        latitude=_radians([m.latitude for m in everyone]),
        longitude=_radians([m.longitude for m in everyone]),
        reach_km=np.array([m.reach_km for m in everyone], dtype=np.float64),
        online=np.array([m.online for m in everyone], dtype=np.bool_),
        in_person=np.array([m.in_person for m in everyone], dtype=np.bool_),
        capacity=np.array([m.capacity for m in everyone], dtype=np.int64),
        slots=np.array([m.slots for m in everyone], dtype=np.int64),
        born=np.array([m.born or 0 for m in everyone], dtype=np.int64),
        has_background=np.array([bool(m.background) for m in everyone], dtype=np.bool_),
        languages=_table([m.languages for m in everyone]),
        sectors=_table([m.sectors for m in everyone]),
        interests=_table([m.interests for m in everyone]),
        background=_table([m.background for m in everyone]),
        qualities=_table([m.qualities for m in everyone]),
        gender=_table([frozenset({m.gender}) for m in everyone]),
        excluded=_table([m.excluded for m in everyone]),
    )


def _radians(degrees: list[float | None]) -> Floats:
    return np.radians(np.array([np.nan if value is None else value for value in degrees], dtype=np.float64))


def _table(words_of: list[frozenset[str]]) -> WordTable:
    rows = {word: i for i, word in enumerate(sorted(frozenset().union(*words_of)))}
    has = np.zeros((len(rows), len(words_of)), dtype=np.bool_)
    for column, words in enumerate(words_of):
        has[[rows[word] for word in words], column] = True
    return WordTable(rows, has)
