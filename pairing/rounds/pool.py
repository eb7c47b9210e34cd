"""The mentors of a round as columns, so that one young person is scored against all of them at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Protocol, TypeVar

import numpy as np

from pairing.arrays import Bools, Floats, Ints, Masks
from pairing.problem import Mentor

T = TypeVar("T")

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG), kilometres."""
TOGETHER = 64
"""Words whose bits stand in one row of masks."""


@dataclass(frozen=True, slots=True)
class WordTable:
    """Which mentor has which word: bit `rows[word] % 64` of masks[rows[word] // 64], uint64 [words / 64, mentors]."""

    rows: dict[str, int]
    masks: Masks

    def count(self, words: Iterable[str]) -> Ints:
        """Return how many of the words each mentor has, int [mentors]."""
        wanted = [0] * len(self.masks)
        for word in words:
            row = self.rows.get(word, -1)
            if row >= 0:
                wanted[row // TOGETHER] |= 1 << row % TOGETHER
        many: Ints = np.zeros(self.masks.shape[1], dtype=np.int64)
        for mask, bits in zip(self.masks, wanted, strict=True):
            if bits:
                many += np.bitwise_count(mask & np.uint64(bits))
        return many

    def tally(self, which: Bools) -> dict[str, int]:
        """Return how many of the mentors in `which`, bool [mentors], have each word."""
        some = self.masks[:, which]
        return {
            word: int((some[row // TOGETHER] >> np.uint64(row % TOGETHER) & np.uint64(1)).sum())
            for word, row in self.rows.items()
        }

    def at(self, rows: Ints) -> "WordTable":
        return WordTable(self.rows, self.masks[:, rows])

    def words(self, column: int) -> frozenset[str]:
        """Return the words of the mentor in a column."""
        masks = [int(mask[column]) for mask in self.masks]
        return frozenset(word for word, row in self.rows.items() if masks[row // TOGETHER] >> row % TOGETHER & 1)


class RowLookup(Protocol):
    """RowLookup the row of an id."""

    def get(self, id_: str, /) -> int | None:
        """Return the row, or None for someone who is not there."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Columns over m mentors. Degrees are in radians; a place that was not given is NaN."""

    mentors: Sequence[Mentor]
    ids: Sequence[str]
    index: RowLookup
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
            return np.full(len(self.capacity), np.nan)
        lat, lon = np.radians(latitude), np.radians(longitude)
        h = np.sin((self.latitude - lat) / 2) ** 2
        h += np.cos(lat) * np.cos(self.latitude) * np.sin((self.longitude - lon) / 2) ** 2
        distances: Floats = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(h, 1.0)))
        return distances

    def rows_of(self, ids: Iterable[str]) -> list[int]:
        """Return the rows of those who are there, in no promised order."""
        return [row for id_ in ids if (row := self.index.get(id_)) is not None]

    def at(self, rows: Ints) -> "Pool":
        """Return the mentors in some rows, which are sorted, as a pool of their own."""
        chosen: dict[str, Any] = {
            "mentors": ChosenRows(self.mentors, rows),
            "ids": ChosenRows(self.ids, rows),
            "index": _Within(self.index, rows),
        }
        for entry in fields(self):
            column = getattr(self, entry.name)
            if isinstance(column, WordTable):
                chosen[entry.name] = column.at(rows)
            elif isinstance(column, np.ndarray):
                chosen[entry.name] = column[rows]
        return Pool(**chosen)


class ChosenRows(Sequence[T]):
    """Some rows of a sequence, looked up when they are asked for."""

    def __init__(self, everything: Sequence[T], rows: Ints) -> None:
        self._everything, self._rows = everything, rows

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, row: int) -> T:  # type: ignore[override]  # one at a time
        return self._everything[int(self._rows[row])]


class _Within:
    """RowLookup ids among some rows, which are sorted."""

    def __init__(self, index: RowLookup, rows: Ints) -> None:
        self._index, self._rows = index, rows

    def get(self, id_: str, /) -> int | None:
        row = self._index.get(id_)
        if row is None:
            return None
        at = int(np.searchsorted(self._rows, row))
        return at if at < len(self._rows) and self._rows[at] == row else None


def pool_of(mentors: Sequence[Mentor]) -> Pool:
    """Return checked mentors as columns, in the order given; those that are kept as columns are there already."""
    packed = getattr(mentors, "pool", None)
    if isinstance(packed, Pool):
        return packed
    everyone = tuple(mentors)  # the very same one when it is a tuple already
    ids = [mentor.id for mentor in everyone]
    return Pool(
        mentors=everyone,
        ids=ids,
        index={id_: row for row, id_ in enumerate(ids)},
        latitude=_radians([m.latitude for m in everyone]),
        longitude=_radians([m.longitude for m in everyone]),
        reach_km=np.array([m.reach_km for m in everyone], dtype=np.float64),
        online=np.array([m.online for m in everyone], dtype=np.bool_),
        in_person=np.array([m.in_person for m in everyone], dtype=np.bool_),
        capacity=np.array([m.capacity for m in everyone], dtype=np.int64),
        slots=np.array([m.slots for m in everyone], dtype=np.int64),
        born=np.array([m.born or 0 for m in everyone], dtype=np.int64),
        has_background=np.array([bool(m.background) for m in everyone], dtype=np.bool_),
        languages=table_of([m.languages for m in everyone]),
        sectors=table_of([m.sectors for m in everyone]),
        interests=table_of([m.interests for m in everyone]),
        background=table_of([m.background for m in everyone]),
        qualities=table_of([m.qualities for m in everyone]),
        gender=table_of([frozenset({m.gender}) for m in everyone]),
        excluded=table_of([m.excluded for m in everyone]),
    )


def _radians(degrees: list[float | None]) -> Floats:
    return np.radians(np.array([np.nan if value is None else value for value in degrees], dtype=np.float64))


def table_of(words_of: Sequence[frozenset[str]], which: Ints | None = None) -> WordTable:
    """Pack sets of words, one for each mentor; or, with `which` int [m], a few sets and whose is whose."""
    different = list(dict.fromkeys(words_of)) if which is None else words_of
    rows = {word: row for row, word in enumerate(sorted(frozenset().union(*different)))}
    few = np.zeros((-(-len(rows) // TOGETHER), len(different)), dtype=np.uint64)
    for column, words in enumerate(different):
        for word in words:
            few[rows[word] // TOGETHER, column] |= np.uint64(1 << rows[word] % TOGETHER)
    if which is None:
        number = {words: column for column, words in enumerate(different)}
        which = np.array([number[words] for words in words_of], dtype=np.int64)
    return WordTable(rows, few[:, which])
