# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""Why mentors of a large matching were given nobody: which limit rules out how many young people, and what would
help.
"""

from collections import Counter
from dataclasses import replace
from typing import Any

import numba as nb
import numpy as np

from pairing import geometry as near
from pairing.arrays import Bools, Floats, Ints, Offsets
from pairing.columns.population import Population
from pairing.explanation.reasons import LITTLE_FURTHER_KM, Reason, why_free
from pairing.explanation.words import change_for_mentor
from pairing.population.limits import COUNTS, Side, bar, count, side

POSSIBLE, TIME_ALONE, LANGUAGE_ALONE, QUALITIES_ALONE = (
    COUNTS.index(name) for name in ("possible", "time_alone", "language_alone", "qualities_alone")
)
Rows = Ints


def left_free(population: Population, mentor: Ints, most: int = 10_000) -> dict[str, Any]:
    """Explain the mentors who had a place and were given nobody; `mentor` int [n] is whom each young person has, -1 for
    nobody.

    Returns how many are `free`, and for at most `most` of them, evenly drawn, the counts of `COUNTS` with the change in
    words (`each`) and a tally by reason (`people`; see `explanation.reasons`).
    """
    busy = np.zeros(len(population.mentors.ids), dtype=np.bool_)
    busy[mentor[mentor >= 0]] = True
    free = np.flatnonzero(~busy & (population.mentors.capacity > 0))
    rows = free[:: max(1, -(-len(free) // most))]
    counts = count_young_people(population, rows)
    opens = _opens_where_nobody_fits(population, rows, counts)
    each, reasons = [], []
    for at, (name, told) in enumerate(zip(population.mentors.ids.at(rows), counts.tolist(), strict=True)):
        possible, opened = told[POSSIBLE], opens.get(at, {})
        reason = why_free(possible, opened)
        reasons.append(str(reason))
        change = change_for_mentor(reason, possible or opened.get(reason, 0))
        each.append({"mentor": name, **dict(zip(COUNTS, told, strict=True)), "change": change})
    return {"free": len(free), "looked_at": len(rows), "people": dict(Counter(reasons)), "each": each}


def _opens_where_nobody_fits(population: Population, rows: Ints, counts: Ints) -> dict[int, dict[Reason, int]]:
    """Return how many young people each change alone would open for those of `rows`, by their place, whom nobody fits;
    the reason of the others is known without.
    """
    stuck = np.flatnonzero(counts[:, POSSIBLE] == 0)
    opens = _opens(population, rows[stuck], counts[stuck])
    changes = zip(*(opened.tolist() for opened in opens.values()), strict=True)
    return {at: dict(zip(opens, opened, strict=True)) for at, opened in zip(stuck.tolist(), changes, strict=True)}


def _opens(population: Population, rows: Ints, counts: Ints) -> dict[Reason, Ints]:
    """Return how many young people each change alone would open, int [rows] each; another way to meet, only within
    reach where it is face to face.
    """
    mentors = population.mentors
    further = replace(population, mentors=replace(mentors, reach_km=mentors.reach_km + LITTLE_FURTHER_KM))
    one_way = mentors.in_person != mentors.online
    the_other_way = replace(mentors, in_person=one_way & ~mentors.in_person, online=one_way & ~mentors.online)
    more = _face_to_face(further, rows) - _face_to_face(population, rows)
    return {
        Reason.TIME: counts[:, TIME_ALONE],
        Reason.MEETING: count_young_people(replace(population, mentors=the_other_way), rows)[:, POSSIBLE],
        Reason.FURTHER: more[:, POSSIBLE],
        Reason.LANGUAGE: counts[:, LANGUAGE_ALONE],
        Reason.WISHES: counts[:, QUALITIES_ALONE],
    }


def count_young_people(population: Population, rows: Ints) -> Ints:
    """Return int [rows, COUNTS] among the young people whom mentors in some rows could meet: those who meet face to
    face within reach, and those who are online, each once.
    """
    counts = _face_to_face(population, rows)
    online = np.flatnonzero(population.mentors.online[rows])
    _add(counts, population, rows, online, population.young_people.online, anywhere=True)
    return counts


def _face_to_face(population: Population, rows: Ints) -> Ints:
    """Return int [rows, COUNTS] among the young people within reach, but for those whom a mentor could meet online."""
    people, mentors = population.young_people, population.mentors
    counts: Ints = np.zeros((len(rows), len(COUNTS)), dtype=np.int64)
    in_person, online = mentors.in_person[rows], mentors.online[rows]
    _add(counts, population, rows, np.flatnonzero(in_person & ~online), people.in_person, anywhere=False)
    offline = people.in_person & ~people.online
    _add(counts, population, rows, np.flatnonzero(in_person & online), offline, anywhere=False)
    return counts


def _add(counts: Ints, population: Population, rows: Ints, which: Ints, meets: Bools, *, anywhere: bool) -> None:
    """Count for the mentors `which` of `rows` the young people who meet their way: all, or those within reach."""
    people, mentors, sites = population.young_people, population.mentors, population.sites
    order = np.flatnonzero(meets)
    order = order[np.argsort(people.site[order], kind="stable")]
    here = near.on_sphere(np.radians(sites.latitude), np.radians(sites.longitude))
    at_site = np.bincount(people.site[order], minlength=len(sites.ids))
    if anywhere:  # where they are does not matter: all are counted in one run, as if they were at one site
        here, at_site = np.zeros((1, 3)), np.array([len(order)])
    _count(
        counts,
        which,
        here,
        np.concatenate([[0], np.cumsum(at_site)]).astype(np.int64),
        side(people.slots[order], people.languages[order], people.need[order]),
        near.on_sphere(np.radians(mentors.latitude[rows]), np.radians(mentors.longitude[rows])),
        near.squared_chord(mentors.reach_km[rows]),
        side(mentors.slots[rows], mentors.languages[rows], ~mentors.traits[rows]),
        anywhere,
        rows,
        *_barring(population, order),
    )


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
    """Count for the mentors `which` of `rows` those who are `met`, ordered by site: everyone, or those within the
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
