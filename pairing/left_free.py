# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""Why mentors of a large matching were given nobody: which limit rules out how many young people, and what would
help.
"""

from collections import Counter
from typing import Any

import numba as nb
import numpy as np
from numpy.typing import NDArray

from pairing import nearby as near
from pairing.columns import Bools, Floats, Population
from pairing.graph import Offsets
from pairing.limits import COUNTS, Side, bar, count, side

CHANGES = (
    ("possible", "taken", "Young people fit, and all have somebody else this time: stay for the next round."),
    ("time_alone", "time", "With another free half-day, somebody would fit."),
    ("language_alone", "language", "With another language, somebody would fit."),
    (
        "qualities_alone",
        "qualities",
        "Young people near ask for a mentor with a gender or quality that this one does not have.",
    ),
)
Rows = NDArray[np.int64]


def left_free(population: Population, mentor: Rows, most: int = 10_000) -> dict[str, Any]:
    """Explain the mentors who had a place and were given nobody; `mentor` int [n] is whom each young person has, -1 for
    nobody.

    Returns how many are `free`, and for at most `most` of them, evenly drawn, the counts of `COUNTS` with the change in
    words (`each`) and a tally by smallest change (`people`). Mentors who visit are counted against all who meet face to
    face within their reach, others against all online.
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
        "each": [
            {"mentor": name, **each, "change": words}
            for name, each, (_, words) in zip(names, told, changes, strict=True)
        ],
    }


def _smallest_change(counts: dict[str, int]) -> tuple[str, str]:
    if counts["in_reach"] == 0:
        return "distance", "Nobody meets within reach: a longer journey, or meeting online, would help."
    for count_, kind, words in CHANGES:
        if counts[count_]:
            return kind, words
    return "several", "No single change is enough: every young person within reach is ruled out by two limits or more."


def count_young_people(population: Population, rows: Rows) -> NDArray[np.int64]:
    """Return int [rows, COUNTS] for mentors in some rows."""
    people, mentors, sites = population.young_people, population.mentors, population.sites
    place = np.radians(mentors.latitude[rows]), np.radians(mentors.longitude[rows])
    reach = near.squared_chord(mentors.reach_km[rows])
    own = side(mentors.slots[rows], mentors.languages[rows], ~mentors.traits[rows])
    here = near.on_sphere(np.radians(sites.latitude), np.radians(sites.longitude))
    visits = mentors.in_person[rows]
    counts: Rows = np.zeros((len(rows), len(COUNTS)), dtype=np.int64)
    for which, meets in ((visits, people.in_person), (~visits, people.online)):
        order = np.flatnonzero(meets)
        order = order[np.argsort(people.site[order], kind="stable")]
        first = np.concatenate([[0], np.cumsum(np.bincount(people.site[order], minlength=len(sites.ids)))]).astype(
            np.int64
        )
        met = side(people.slots[order], people.languages[order], people.need[order])
        barring = _barring(population, order)
        anywhere = meets is people.online
        _count(
            counts,
            np.flatnonzero(which),
            here,
            first,
            met,
            near.on_sphere(*place),
            reach,
            own,
            anywhere,
            rows,
            *barring,
        )
    return counts


def _barring(population: Population, order: Rows) -> tuple[Offsets, Rows]:
    """Return by whom each mentor is barred, start int64 [m + 1] and places in `order`, for those who are in it."""
    people = population.young_people
    at = np.full(len(people.ids), -1, dtype=np.int64)
    at[order] = np.arange(len(order))
    place = np.repeat(at, np.diff(people.barred_start))
    known = np.flatnonzero(place >= 0)
    known = known[np.argsort(people.barred[known], kind="stable")]
    many = np.bincount(people.barred[known], minlength=len(population.mentors.ids))
    return np.concatenate([[0], np.cumsum(many)]).astype(np.int64), place[known]


@nb.njit(cache=True, nogil=True)
def _count(
    counts: Rows,
    which: Rows,
    here: Floats,
    first: Offsets,
    met: Side,
    point: Floats,
    chord: Floats,
    own: Side,
    anywhere: bool,
    rows: Rows,
    barring_start: Offsets,
    barring: Rows,
) -> None:
    """Count for the mentors `which` of `rows` those who are `met`, ordered by site: everybody, or those within the
    mentor's reach.
    """
    within: Bools = np.empty(len(here), np.bool_)
    for r in which:
        for site in range(len(here)):
            gap = (
                (point[r, 0] - here[site, 0]) ** 2
                + (point[r, 1] - here[site, 1]) ** 2
                + (point[r, 2] - here[site, 2]) ** 2
            )
            within[site] = anywhere or gap <= chord[r]
            if within[site] and first[site] < first[site + 1]:
                count(counts, r, own, r, met, first[site], first[site + 1])
        for b in range(barring_start[rows[r]], barring_start[rows[r] + 1]):
            site = np.searchsorted(first, barring[b], side="right") - 1
            if within[site]:
                bar(counts, r, own, r, met, barring[b])
