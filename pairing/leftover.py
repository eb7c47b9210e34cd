# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""Why the young people of a large matching were left out: which limit rules out how many mentors, counted in bulk."""

from collections import Counter
from typing import Any

import numba as nb
import numpy as np
from numpy.typing import NDArray

from pairing import nearby as near
from pairing.columns import Bools, Floats, Population, Small
from pairing.graph import Index, Offsets
from pairing.limits import COUNTS, Side, bar, count, side
from pairing.nearby import Sorted, within_reach

CHANGES = (
    ("possible", "taken", "Mentors fit, and all are paired with somebody else: one more place would do."),
    ("time_alone", "time", "Another free half-day would open a mentor."),
    ("language_alone", "language", "Another language would open a mentor."),
    ("qualities_alone", "qualities", "One limit fewer on who the mentor is would open one."),
)
Rows = NDArray[np.int64]


def left_out(population: Population, rows: Rows, most: int = 10_000) -> dict[str, Any]:
    """Explain the unmatched young people in `rows`.

    Returns `people` by smallest change for everybody, and for the first `most` of them the counts of `COUNTS` with the
    change in words. People who meet face to face are counted against mentors within reach, others against all online.
    """
    counts = count_limits(population, rows)
    changes = [_smallest_change(dict(zip(COUNTS, row, strict=True))) for row in counts.tolist()]
    each = [
        {"young_person": population.young_people.ids[person], **dict(zip(COUNTS, row, strict=True)), "change": words}
        for person, row, (_, words) in zip(rows[:most].tolist(), counts[:most].tolist(), changes, strict=False)
    ]
    return {"people": dict(Counter(kind for kind, _ in changes)), "each": each}


def _smallest_change(counts: dict[str, int]) -> tuple[str, str]:
    if counts["in_reach"] == 0:
        return "distance", "No mentor can reach this place: a mentor who lives nearer or travels further would do."
    for count_, kind, words in CHANGES:
        if counts[count_]:
            return kind, words
    return "several", "No single change is enough: every mentor within reach is ruled out by two limits or more."


def count_limits(population: Population, rows: Rows) -> NDArray[np.int64]:
    """Return int [rows, COUNTS]."""
    people, mentors, sites = population.young_people, population.mentors, population.sites
    can_be_visited = mentors.in_person & (mentors.capacity > 0)
    sorted_mentors = near.as_tuple(near.nearby(mentors.latitude, mentors.longitude, mentors.reach_km, can_be_visited))
    online = np.flatnonzero(mentors.online & (mentors.capacity > 0)).astype(np.int32)
    together = np.lexsort((people.site[rows], people.in_person[rows]))
    return np.asarray(
        _count(
            together,
            people.site[rows],
            np.radians(sites.latitude),
            np.radians(sites.longitude),
            sorted_mentors,
            people.in_person[rows],
            online,
            side(mentors.slots, mentors.languages, ~mentors.traits),
            side(people.slots[rows], people.languages[rows], people.need[rows]),
            people.barred_start,
            people.barred,
            rows,
        ),
        dtype=np.int64,
    )


@nb.njit(cache=True, nogil=True)
def _count(
    together: Rows,
    site: Small,
    latitude: Floats,
    longitude: Floats,
    sorted_mentors: Sorted,
    in_person: Bools,
    online: Small,
    mentors: Side,
    own: Side,
    barred_start: Offsets,
    barred: Index,
    rows: Rows,
) -> Any:
    """Count for each of `rows`, in the order of `together`: whom a site can be reached by is found once for all who are
    there.
    """
    many = len(mentors[0])
    counts = np.zeros((len(rows), 9), np.int64)
    found, gaps = np.empty(many, np.int32), np.empty(many)
    met = np.empty(many, np.uint32), np.empty(many, np.uint32), np.empty(many, np.uint32)
    size, here, face_to_face = 0, -1, False
    for r in together:
        if here < 0 or in_person[r] != face_to_face or (face_to_face and site[r] != here):
            here, face_to_face = site[r], in_person[r]
            if face_to_face:
                size = within_reach(latitude[here], longitude[here], sorted_mentors, found, gaps, 0, 0.0)
            else:
                size = len(online)
                found[:size] = online
            for s in range(size):
                j = found[s]
                met[0][s], met[1][s], met[2][s] = mentors[0][j], mentors[1][j], mentors[2][j]
        count(counts, r, own, r, met, 0, size)
        first, last = barred_start[rows[r]], barred_start[rows[r] + 1]
        if first < last:
            for s in range(size):
                for b in range(first, last):
                    if barred[b] == found[s]:
                        bar(counts, r, own, r, met, s)
    return counts
