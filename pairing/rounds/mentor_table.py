"""A national pool of mentors as columns from the start: a record is made of a row only when someone asks for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pairing.arrays import Bools, Floats, Ints
from pairing.errors import BadProblem
from pairing.problem import HALF_DAYS, Mentor, PackedMentors
from pairing.rounds.pool import Pool, WordTable, table_of

Letters = NDArray[np.bytes_]
BORN = 1890, 2100
MOST_PLACES = 1_000_000


@dataclass(frozen=True, slots=True)
class Sets:
    """A column of sets of words: the different sets there are, and int [m] whose is whose."""

    different: Sequence[frozenset[str]]
    which: Ints

    def table(self) -> WordTable:
        return table_of(self.different, self.which)


@dataclass(frozen=True, slots=True)
class MentorRows:
    """m mentors as they are read.

    Degrees are NaN when not given, `born` a year or 0; everything else as in `Mentor`.
    """

    ids: Letters
    latitude: Floats
    longitude: Floats
    reach_km: Floats
    online: Bools
    in_person: Bools
    capacity: Ints
    slots: Ints
    born: Ints
    languages: Sets
    sectors: Sets
    interests: Sets
    background: Sets
    gender: Sets


class MentorTable(PackedMentors):
    """Mentors as columns, checked all at once. Takes some 200 bytes a mentor, where a record takes 2,000.

    :raises BadProblem: naming the record and the field.
    """

    def __init__(self, rows: MentorRows) -> None:
        self._ids = _Ids(rows.ids)
        _check(rows)
        background = rows.background.table()
        nothing = table_of([frozenset()], np.zeros(len(rows.ids), dtype=np.int64))
        self.pool = Pool(
            mentors=self,
            ids=self._ids,
            index=self._ids,
            latitude=np.radians(rows.latitude),
            longitude=np.radians(rows.longitude),
            reach_km=rows.reach_km,
            online=rows.online,
            in_person=rows.in_person,
            capacity=rows.capacity,
            slots=rows.slots,
            born=rows.born,
            has_background=np.asarray(background.masks.any(axis=0)),
            languages=rows.languages.table(),
            sectors=rows.sectors.table(),
            interests=rows.interests.table(),
            background=background,
            qualities=nothing,
            gender=rows.gender.table(),
            excluded=nothing,
        )

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, row: int) -> Mentor:  # type: ignore[override]  # one mentor at a time
        pool = self.pool
        words: Mapping[str, Any] = {
            name: getattr(pool, name).words(row) for name in ("languages", "sectors", "interests", "background")
        }
        known = not np.isnan(pool.latitude[row])
        return Mentor(
            id=self._ids[row],
            latitude=float(np.degrees(pool.latitude[row])) if known else None,
            longitude=float(np.degrees(pool.longitude[row])) if known else None,
            reach_km=float(pool.reach_km[row]),
            online=bool(pool.online[row]),
            in_person=bool(pool.in_person[row]),
            capacity=int(pool.capacity[row]),
            slots=int(pool.slots[row]),
            born=int(pool.born[row]) or None,
            gender=next(iter(pool.gender.words(row)), ""),
            **words,
        )

    def named(self, ids: Iterable[str]) -> dict[str, Mentor]:
        return {id_: self[row] for id_ in ids if (row := self._ids.get(id_)) is not None}


class _Ids(Sequence[str]):
    """Ids as letters, and sorted once so that each is found."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._order = np.argsort(letters, kind="stable").astype(np.int32)
        ordered = letters[self._order]
        again = np.flatnonzero(ordered[1:] == ordered[:-1])
        if len(again):
            raise BadProblem(f"mentor {ordered[again[0]].decode()}", "id", "appears more than once")
        if len(ordered) and not ordered[0]:
            raise BadProblem("mentor ", "id", "'' is not a name")

    def __len__(self) -> int:
        return len(self._letters)

    def __getitem__(self, row: int) -> str:  # type: ignore[override]  # one name at a time
        return bytes(self._letters[row]).decode()

    def get(self, id_: str, /) -> int | None:
        wanted = id_.encode()
        at = int(np.searchsorted(self._letters, np.bytes_(wanted), sorter=self._order))
        row = int(self._order[at]) if at < len(self._order) else -1
        return row if row >= 0 and bytes(self._letters[row]) == wanted else None


def _check(rows: MentorRows) -> None:
    """Refuse what `Problem` refuses in a record."""
    unknown = np.isnan(rows.latitude), np.isnan(rows.longitude)
    _refuse(
        rows,
        "latitude",
        unknown[0] & (~unknown[1] | rows.in_person),
        "is missing, and only somebody who meets online alone may leave it out",
    )
    _refuse(
        rows,
        "longitude",
        unknown[1] & ~unknown[0],
        "is missing, and only somebody who meets online alone may leave it out",
    )
    _refuse(rows, "latitude", np.abs(rows.latitude) > 90, "is not between -90 and 90 degrees")
    _refuse(rows, "longitude", np.abs(rows.longitude) > 180, "is not between -180 and 180 degrees")
    _refuse(rows, "reach_km", ~(np.isfinite(rows.reach_km) & (rows.reach_km >= 0)), "is not a distance in kilometres")
    _refuse(
        rows,
        "capacity",
        (rows.capacity < 0) | (rows.capacity > MOST_PLACES),
        f"is not a whole number from 0 to {MOST_PLACES}",
    )
    _refuse(
        rows,
        "slots",
        (rows.slots < 0) | (rows.slots >= 1 << HALF_DAYS),
        f"is not a whole number from 0 to {(1 << HALF_DAYS) - 1}",
    )
    _refuse(
        rows,
        "born",
        (rows.born != 0) & ((rows.born < BORN[0]) | (rows.born > BORN[1])),
        f"is not a whole number from {BORN[0]} to {BORN[1]}",
    )


def _refuse(rows: MentorRows, field: str, bad: Bools, reason: str) -> None:
    if bad.any():
        row = int(np.argmax(bad))
        raise BadProblem(f"mentor {rows.ids[row].decode()}", field, f"{getattr(rows, field)[row]} {reason}")
