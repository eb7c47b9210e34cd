# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""Why the young people of a large matching were left out: which limit rules out how many mentors, counted in bulk."""

from collections import Counter
from typing import Any

import numba as nb
import numpy as np
from numpy.typing import NDArray

from pairing import nearby as near
from pairing.candidates import mentor_words
from pairing.columns import Bits, Population, Small
from pairing.graph import Index
from pairing.nearby import Sorted, within_reach

COUNTS = ("in_reach", "possible", "time", "language", "qualities", "barred", "time_alone", "language_alone", "qualities_alone")
"""What is counted for each person; an `_alone` counts mentors whom nothing else rules out."""
CHANGES = (
    ("possible", "taken", "Mentors fit, and all are paired with somebody else: one more place would do."),
    ("time_alone", "time", "Another free half-day would open a mentor."),
    ("language_alone", "language", "Another language would open a mentor."),
    ("qualities_alone", "qualities", "One limit fewer on who the mentor is would open one."),
)


def left_out(population: Population, rows: NDArray[np.int64], most: int = 10_000) -> dict[str, Any]:
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
    for count, kind, words in CHANGES:
        if counts[count]:
            return kind, words
    return "several", "No single change is enough: every mentor within reach is ruled out by two limits or more."


def count_limits(population: Population, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return int [rows, COUNTS]."""
    people, mentors, sites = population.young_people, population.mentors, population.sites
    masks = np.column_stack([people.slots, people.languages, people.need])[rows]
    site = people.site[rows]
    can_be_visited = mentors.in_person & (mentors.capacity > 0)
    sorted_mentors = near.as_tuple(near.nearby(mentors.latitude, mentors.longitude, mentors.reach_km, can_be_visited))
    online = np.flatnonzero(mentors.online & (mentors.capacity > 0)).astype(np.int32)
    return np.asarray(_count(
        np.radians(sites.latitude)[site], np.radians(sites.longitude)[site], sorted_mentors,
        people.in_person[rows], online, mentor_words(mentors), masks, people.barred_start, people.barred, rows,
    ), dtype=np.int64)  # fmt: skip


@nb.njit(cache=True, nogil=True)
def _count(
    latitude: Any, longitude: Any, sorted_mentors: Sorted, in_person: Any, online: Small, columns: Bits, masks: Bits,
    barred_start: Any, barred: Index, rows: Any,
) -> Any:  # fmt: skip
    counts = np.zeros((len(rows), 9), np.int64)
    found, gaps = np.empty(len(columns), np.int32), np.empty(len(columns))
    for r in range(len(rows)):
        if in_person[r]:
            size = within_reach(latitude[r], longitude[r], sorted_mentors, found, gaps, 0, 0.0)
        else:
            size = len(online)
            found[:size] = online
        counts[r, 0] = size
        never = barred[barred_start[rows[r]] : barred_start[rows[r] + 1]]
        for s in range(size):
            j = found[s]
            time = columns[j, 0] & masks[r, 0] == 0
            language = columns[j, 3] & masks[r, 1] == 0
            quality = columns[j, 4] & masks[r, 2] != masks[r, 2]
            not_allowed = False
            for b in range(len(never)):
                not_allowed = not_allowed or never[b] == j
            number = np.int64(time) + np.int64(language) + np.int64(quality) + np.int64(not_allowed)
            counts[r, 1] += number == 0
            counts[r, 2] += time
            counts[r, 3] += language
            counts[r, 4] += quality
            counts[r, 5] += not_allowed
            counts[r, 6] += time and number == 1
            counts[r, 7] += language and number == 1
            counts[r, 8] += quality and number == 1
    return counts
