# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""Why mentors of a large matching were given nobody: which limit rules out how many young people, and what would help."""

from collections import Counter
from typing import Any

import numba as nb
import numpy as np
from numpy.typing import NDArray

from pairing import nearby as near
from pairing.candidates import mentor_words
from pairing.columns import Bits, Bools, Floats, Population, Small
from pairing.graph import Index, Offsets
from pairing.leftover import COUNTS

CHANGES = (
    ("possible", "taken", "Young people fit, and all have somebody else this time: stay for the next round."),
    ("time_alone", "time", "With another free half-day, somebody would fit."),
    ("language_alone", "language", "With another language, somebody would fit."),
    ("qualities_alone", "qualities", "Young people near ask for a mentor with a gender or quality that this one does not have."),
)
Rows = NDArray[np.int64]


def left_free(population: Population, mentor: Rows, most: int = 10_000) -> dict[str, Any]:
    """Explain the mentors who had a place and were given nobody; `mentor` int [n] is whom each young person has, -1 for nobody.

    Returns how many are `free`, and for at most `most` of them, evenly drawn, the counts of `COUNTS` with the change in words
    (`each`) and a tally by smallest change (`people`). Mentors who visit are counted against all who meet face to face within
    their reach, others against all online.
    """
    busy = np.zeros(len(population.mentors.ids), dtype=np.bool_)
    busy[mentor[mentor >= 0]] = True
    free = np.flatnonzero(~busy & (population.mentors.capacity > 0))
    rows = free[:: max(1, -(-len(free) // most))]
    counts = count_young_people(population, rows)
    told = [dict(zip(COUNTS, row, strict=True)) for row in counts.tolist()]
    changes = [_smallest_change(each) for each in told]
    names = population.mentors.ids.at(rows)
    return {
        "free": len(free),
        "looked_at": len(rows),
        "people": dict(Counter(kind for kind, _ in changes)),
        "each": [{"mentor": name, **each, "change": words} for name, each, (_, words) in zip(names, told, changes, strict=True)],
    }


def _smallest_change(counts: dict[str, int]) -> tuple[str, str]:
    if counts["in_reach"] == 0:
        return "distance", "Nobody meets within reach: a longer journey, or meeting online, would help."
    for count, kind, words in CHANGES:
        if counts[count]:
            return kind, words
    return "several", "No single change is enough: every young person within reach is ruled out by two limits or more."


def count_young_people(population: Population, rows: Rows) -> NDArray[np.int64]:
    """Return int [rows, COUNTS] for mentors in some rows."""
    people, mentors, sites = population.young_people, population.mentors, population.sites
    order = np.argsort(people.site, kind="stable")
    first = np.concatenate([[0], np.cumsum(np.bincount(people.site, minlength=len(sites.ids)))]).astype(np.int64)
    masks = np.column_stack([people.slots, people.languages, people.need])[order]
    here = near.on_sphere(np.radians(sites.latitude), np.radians(sites.longitude))
    point = near.on_sphere(np.radians(mentors.latitude[rows]), np.radians(mentors.longitude[rows]))
    return np.asarray(_count(
        here, first, order, masks, people.in_person[order], people.online[order], point, near.squared_chord(mentors.reach_km[rows]),
        mentors.in_person[rows], mentor_words(mentors)[rows], rows, people.barred_start, people.barred,
    ), dtype=np.int64)  # fmt: skip


@nb.njit(cache=True, nogil=True)
def _count(
    here: Floats, first: Offsets, order: Offsets, masks: Bits, in_person: Bools, online: Bools, point: Floats, chord: Floats,
    visits: Bools, words: Bits, rows: Rows, barred_start: Offsets, barred: Index,
) -> Any:  # fmt: skip
    counts = np.zeros((len(rows), 9), np.int64)
    for r in range(len(rows)):
        for site in range(len(here)):
            if visits[r]:
                gap = (point[r, 0] - here[site, 0]) ** 2 + (point[r, 1] - here[site, 1]) ** 2 + (point[r, 2] - here[site, 2]) ** 2
                if not gap <= chord[r]:
                    continue
            for p in range(first[site], first[site + 1]):
                if in_person[p] if visits[r] else online[p]:
                    i = order[p]
                    _add(counts, r, words, masks, p, barred[barred_start[i] : barred_start[i + 1]], rows[r])
    return counts


@nb.njit(cache=True, nogil=True)
def _add(counts: Any, r: int, words: Bits, masks: Bits, p: int, never: Small, mentor: int) -> None:
    time = words[r, 0] & masks[p, 0] == 0
    language = words[r, 3] & masks[p, 1] == 0
    quality = words[r, 4] & masks[p, 2] != masks[p, 2]
    not_allowed = False
    for b in range(len(never)):
        not_allowed = not_allowed or never[b] == mentor
    number = np.int64(time) + np.int64(language) + np.int64(quality) + np.int64(not_allowed)
    counts[r, 0] += 1
    counts[r, 1] += number == 0
    counts[r, 2] += time
    counts[r, 3] += language
    counts[r, 4] += quality
    counts[r, 5] += not_allowed
    counts[r, 6] += time and number == 1
    counts[r, 7] += language and number == 1
    counts[r, 8] += quality and number == 1
