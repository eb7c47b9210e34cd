"""Reads a folder of `mentors.csv`, `young_people.csv` and `sites.csv` into packed columns.

The formats are described in docs/how-to/pair-two-files.md.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pairing.columns.names import Names
from pairing.columns.population import MentorColumns, Population, SiteColumns, Vocabulary, YoungColumns
from pairing.errors import BadFile
from pairing.files.csv_table import Chunk, chunks
from pairing.problem import CHOOSABLE

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PART_NAMES = ("morning", "afternoon", "evening")
SLOT_BITS = {f"{day}-{part}": 1 << (3 * d + p) for d, day in enumerate(DAY_NAMES) for p, part in enumerate(PART_NAMES)}
CHANNELS = {"face_to_face": 1, "online": 2, "either": 3}
MENTOR_COLUMNS = ("mentor", "latitude", "longitude", "reach_km", "channel", "capacity", "slots", "languages", "sectors")
MENTOR_EXTRAS = ("interests", "born", "background", "gender", "qualities", "employer", "excluded")
YOUNG_COLUMNS = ("young_person", "site", "channel", "slots", "languages", "aspirations")
YOUNG_EXTRAS = (
    "interests",
    "matters_most",
    "mentor_gender",
    "mentor_qualities",
    "waiting_days",
    "born",
    "background",
    "earlier",
    "excluded",
)

MOST_REMEMBERED = 20_000
"""Different cells of one column whose meaning is remembered from one block of rows to the next."""
Column = NDArray[Any]
TYPES: dict[str, type] = {
    "latitude": np.float64,
    "longitude": np.float64,
    "reach_km": np.float64,
    "in_person": np.bool_,
    "online": np.bool_,
    "capacity": np.int64,
    "site": np.int32,
    "matters_most": np.int32,
    "waiting_days": np.int32,
    "born": np.int32,
}
"""How columns are kept; those that are not named here hold bits."""


def read_population(folder: Path) -> Population:
    """Read the three files of a folder.

    :raises BadFile: naming file, row and column of the first thing that cannot be used.
    """
    vocabulary = Vocabulary()
    sites = _read_sites(folder / "sites.csv")
    mentors, excluded = _read_mentors(folder / "mentors.csv", vocabulary)
    young_people = _read_young_people(folder / "young_people.csv", vocabulary, sites, mentors.ids, excluded)
    return Population(mentors, young_people, sites, vocabulary)


def _read_sites(path: Path) -> SiteColumns:
    ids = Names()
    area: list[str] = []
    latitude, longitude = [np.empty(0)], [np.empty(0)]
    for chunk in chunks(path, ("site", "latitude", "longitude"), ("area",)):
        ids.add(chunk.ids("site"))
        area += chunk.text("area")
        latitude.append(chunk.numbers("latitude", -90, 90))
        longitude.append(chunk.numbers("longitude", -180, 180))
    _refuse_repeats(path, "site", ids)
    return SiteColumns(ids, np.concatenate(latitude), np.concatenate(longitude), area)


def _read_mentors(path: Path, vocabulary: Vocabulary) -> tuple[MentorColumns, dict[str, list[int]]]:
    ids = Names()
    excluded: dict[str, list[int]] = {}
    parts: list[dict[str, Column]] = []
    memory = _Memory(vocabulary)
    for chunk in chunks(path, MENTOR_COLUMNS, MENTOR_EXTRAS):
        for row, cell in enumerate(chunk.text("excluded")):
            for young_person in _listed(cell):
                excluded.setdefault(young_person, []).append(len(ids) + row)
        ids.add(chunk.ids("mentor"))
        channel = memory.each(chunk, "channel", _channel)
        place = chunk.numbers("latitude", -90, 90, empty=np.nan), chunk.numbers("longitude", -180, 180, empty=np.nan)
        _check_places(chunk, channel, *place)
        traits = memory.words(chunk, "qualities", "traits") | memory.words(chunk, "gender", "traits")
        parts.append(
            {
                "latitude": place[0],
                "longitude": place[1],
                "reach_km": chunk.numbers("reach_km", 0, 20_000, empty=0.0),
                "in_person": (channel & 1) > 0,
                "online": (channel & 2) > 0,
                "capacity": chunk.wholes("capacity", 0, 1_000_000),
                "slots": memory.each(chunk, "slots", _slots).astype(np.uint32),
                "languages": memory.words(chunk, "languages", "languages"),
                "sectors": memory.words(chunk, "sectors", "sectors"),
                "interests": memory.words(chunk, "interests", "interests"),
                "traits": traits | memory.words(chunk, "background", "background"),
                "born": _years(chunk),
            }
        )
    _refuse_repeats(path, "mentor", ids)
    return MentorColumns(ids=ids, **_joined(parts, MentorColumns)), excluded


def _read_young_people(
    path: Path, vocabulary: Vocabulary, sites: SiteColumns, mentors: Names, excluded: dict[str, list[int]]
) -> YoungColumns:
    ids = Names()
    parts: list[dict[str, Column]] = []
    memory = _Memory(vocabulary)
    barred = _Barred(excluded)
    site_rows = {id_: row for row, id_ in enumerate(sites.ids)}
    for chunk in chunks(path, YOUNG_COLUMNS, YOUNG_EXTRAS):
        own = chunk.ids("young_person")
        barred.add(chunk, len(ids), own)
        ids.add(own)
        channel = memory.each(chunk, "channel", _channel)
        traits = memory.words(chunk, "mentor_qualities", "traits") | memory.words(chunk, "mentor_gender", "traits")
        parts.append(
            {
                "site": memory.each(chunk, "site", lambda cell: _known_site(site_rows, cell)).astype(np.int32),
                "in_person": (channel & 1) > 0,
                "online": (channel & 2) > 0,
                "slots": memory.each(chunk, "slots", _slots).astype(np.uint32),
                "languages": memory.words(chunk, "languages", "languages"),
                "aspirations": memory.words(chunk, "aspirations", "sectors"),
                "interests": memory.words(chunk, "interests", "interests"),
                "need": traits,
                "background": memory.words(chunk, "background", "background"),
                "matters_most": memory.each(chunk, "matters_most", _matters_most).astype(np.int32),
                "waiting_days": chunk.wholes("waiting_days", 0, 100_000, empty=0).astype(np.int32),
                "born": _years(chunk),
            }
        )
    _refuse_repeats(path, "young_person", ids)
    start, rows = barred.columns(len(ids), mentors)
    return YoungColumns(ids=ids, barred_start=start, barred=rows, **_joined(parts, YoungColumns))


class _Memory:
    """What cells mean, remembered by column, so that a million alike are worked out once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._known: dict[str, dict[str, int]] = {}

    def each(self, chunk: Chunk, name: str, meaning: Callable[[str], int]) -> NDArray[np.int64]:
        known = self._known.setdefault(name, {})
        if len(known) > MOST_REMEMBERED:
            known.clear()
        return chunk.each(name, meaning, known)

    def words(self, chunk: Chunk, name: str, kind: str) -> NDArray[np.uint32]:
        def mask(cell: str) -> int:
            bits = 0
            for word in _listed(cell):
                bits |= self._vocabulary.bit(kind, word)
            return bits

        return self.each(chunk, name, mask).astype(np.uint32)


class _Barred:
    """Gathers which mentors each young person must not meet: by row, or by name until all names are known."""

    def __init__(self, excluded: dict[str, list[int]]) -> None:
        self._excluded = excluded
        self._rows: dict[int, set[int]] = {}
        self._named: list[tuple[int, str]] = []

    def add(self, chunk: Chunk, first: int, ids: Sequence[str]) -> None:
        if self._excluded:
            self._rows |= {
                first + row: set(self._excluded[id_]) for row, id_ in enumerate(ids) if id_ in self._excluded
            }
        for column in ("earlier", "excluded"):
            cells = chunk.text(column)
            self._named += [(first + row, name) for row, cell in enumerate(cells) if cell for name in _listed(cell)]

    def columns(self, people: int, mentors: Names) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        wanted = {name for _, name in self._named}
        known = {name: row for row, name in enumerate(mentors) if name in wanted} if wanted else {}
        for person, name in self._named:
            if name in known:
                self._rows.setdefault(person, set()).add(known[name])
        counts = np.zeros(people, dtype=np.int64)
        counts[list(self._rows)] = [len(rows) for rows in self._rows.values()]
        rows = [row for person in sorted(self._rows) for row in sorted(self._rows[person])]
        return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64), np.array(rows, dtype=np.int32)


def _joined(parts: list[dict[str, Column]], kind: type[Any]) -> dict[str, Column]:
    """Put the chunks of each column together, each in its own type."""
    names = [entry.name for entry in fields(kind) if entry.name not in {"ids", "barred_start", "barred"}]
    types = {name: TYPES.get(name, np.uint32) for name in names}
    return {name: np.concatenate([np.empty(0, types[name]), *(part[name] for part in parts)]) for name in names}


def _listed(cell: str) -> Iterator[str]:
    return (word for word in map(str.strip, cell.split(";")) if word) if cell else iter(())


def _slots(cell: str) -> int:
    bits = 0
    for word in _listed(cell):
        if word not in SLOT_BITS:
            raise ValueError(f"{word!r} is not a half-day like mon-morning or tue-evening")
        bits |= SLOT_BITS[word]
    return bits


def _channel(cell: str) -> int:
    if cell not in CHANNELS:
        raise ValueError(f"{cell!r} is not one of {', '.join(CHANNELS)}")
    return CHANNELS[cell]


def _matters_most(cell: str) -> int:
    if cell and cell not in CHOOSABLE:
        raise ValueError(f"{cell!r} is not one of {', '.join(CHOOSABLE)}")
    return CHOOSABLE.index(cell) if cell else -1


def _known_site(rows: dict[str, int], cell: str) -> int:
    if cell not in rows:
        raise ValueError(f"{cell!r} is not in sites.csv")
    return rows[cell]


def _years(chunk: Chunk) -> NDArray[np.int32]:
    years = chunk.wholes("born", 0, 2100, empty=0)
    odd = (years > 0) & (years < 1890)
    if odd.any():
        raise chunk.bad("born", int(np.argmax(odd)), f"{years[odd][0]} is not a year from 1890 to 2100")
    return years.astype(np.int32)


def _check_places(chunk: Chunk, channel: NDArray[np.int64], latitude: Column, longitude: Column) -> None:
    for name, values in (("latitude", latitude), ("longitude", longitude)):
        missing = np.isnan(values) & ((channel & 1 > 0) | ~np.isnan(latitude) | ~np.isnan(longitude))
        if missing.any():
            raise chunk.bad(
                name, int(np.argmax(missing)), "is empty, and only somebody who is online alone may do without"
            )


def _refuse_repeats(path: Path, column: str, ids: Names) -> None:
    again = ids.repeated()
    if again:
        raise BadFile(path.name, again[0] + 2, column, f"{ids[again[0]]!r} is already in row {again[1] + 2}")
