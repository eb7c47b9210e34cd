"""Reads the pairs that are settled and stay."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from pairing.columns.population import Population
from pairing.errors import BadFile
from pairing.files.csv_table import chunks
from pairing.population.fixed_pairs import FixedPairs


def read_fixed_pairs(path: Path | None, population: Population) -> FixedPairs:
    """Read the columns `young_person` and `mentor` of a file, such as a part of an earlier `pairs.csv`; none keeps
    nobody.

    :raises BadFile: someone is unknown or kept twice, or a mentor has fewer places than pairs to keep.
    """
    pairs = (
        [
            pair
            for chunk in chunks(path, ("young_person", "mentor"))
            for pair in zip(chunk.ids("young_person"), chunk.ids("mentor"), strict=True)
        ]
        if path
        else []
    )
    young = _rows({person for person, _ in pairs}, population.young_people.ids)
    mentors = _rows({mentor for _, mentor in pairs}, population.mentors.ids)
    taken: Counter[str] = Counter()
    seen: set[str] = set()
    for line, (person, mentor) in enumerate(pairs, start=2):
        if person not in young or person in seen:
            raise BadFile(_name(path), line, "young_person", f"{person!r} is unknown, or kept twice")
        taken[mentor] += 1
        if mentor not in mentors or taken[mentor] > population.mentors.capacity[mentors[mentor]]:
            raise BadFile(_name(path), line, "mentor", f"{mentor!r} is unknown, or has fewer places than pairs to keep")
        seen.add(person)
    rows = np.array([(young[person], mentors[mentor]) for person, mentor in pairs], dtype=np.int64).reshape(-1, 2)
    return FixedPairs(rows[:, 0], rows[:, 1])


def _rows(wanted: set[str], names: Sequence[str]) -> dict[str, int]:
    return {name: row for row, name in enumerate(names) if name in wanted} if wanted else {}


def _name(path: Path | None) -> str:
    return path.name if path else ""
