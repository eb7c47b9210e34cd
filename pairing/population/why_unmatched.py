# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""Why young people of a large matching have nobody: which limit rules out how many mentors, counted in bulk."""

from collections import Counter
from dataclasses import replace
from typing import Any

import numba as nb
import numpy as np

from pairing import geometry as near
from pairing.arrays import Bools, Floats, Index, Ints, Offsets, Small
from pairing.columns.population import Population
from pairing.explanation.reasons import LITTLE_FURTHER_KM, Reason
from pairing.explanation.reasons import why_unmatched as reason_of
from pairing.explanation.words import change_for_young_person
from pairing.geometry import Sorted, within_reach
from pairing.population.limits import COUNTS, Side, bar, count, side

POSSIBLE, TIME_ALONE, LANGUAGE_ALONE, QUALITIES_ALONE = (
    COUNTS.index(name) for name in ("possible", "time_alone", "language_alone", "qualities_alone")
)
TOGETHER = 100_000
"""Young people looked at together."""
Rows = Ints


def why_unmatched(population: Population, mentor: Ints, most: int = 10_000) -> dict[str, Any]:
    """Explain the unmatched young people; `mentor` int [n] is whom each young person has, -1 for nobody.

    Returns `people` by reason (see `explanation.reasons`) for everyone, and for the first `most` of them the counts of
    `COUNTS` among all mentors with the change in words (`each`). A change counts when it opens a mentor who has a place
    left.
    """
    rows, with_room = np.flatnonzero(mentor < 0), _with_room_left(population, mentor)
    people: Counter[str] = Counter()
    each: list[dict[str, Any]] = []
    for first in range(0, len(rows), TOGETHER):
        some = rows[first : first + TOGETHER]
        counts, opens = count_limits(population, some), _opens(with_room, some)
        reasons = _reasons(counts[:, POSSIBLE], opens)
        people.update(map(str, reasons))
        for at in range(min(len(some), most - len(each))):
            many = counts[at, POSSIBLE] if reasons[at] == Reason.TAKEN else opens.get(reasons[at], counts[:, 0])[at]
            change = change_for_young_person(reasons[at], int(many))
            told = dict(zip(COUNTS, counts[at].tolist(), strict=True))
            each.append({"young_person": population.young_people.ids[int(some[at])], **told, "change": change})
    return {"people": dict(people), "each": each}


def _reasons(possible: Ints, opens: dict[Reason, Ints]) -> list[Reason]:
    """Return the reason of each: it depends only on what opens anyone, so each such pattern is decided once."""
    patterns, which = np.unique(np.column_stack([possible, *opens.values()]) > 0, axis=0, return_inverse=True)
    decided = [reason_of(int(able), dict(zip(opens, changes, strict=True))) for able, *changes in patterns.tolist()]
    return [decided[at] for at in which.ravel().tolist()]


def _with_room_left(population: Population, mentor: Ints) -> Population:
    mentors = population.mentors
    taken = np.bincount(mentor[mentor >= 0], minlength=len(mentors.ids))
    return replace(population, mentors=replace(mentors, capacity=mentors.capacity - taken))


def _opens(population: Population, rows: Ints) -> dict[Reason, Ints]:
    """Return how many mentors each change alone would open, int [rows] each."""
    people, mentors = population.young_people, population.mentors
    counts = count_limits(population, rows)
    further = replace(population, mentors=replace(mentors, reach_km=mentors.reach_km + LITTLE_FURTHER_KM))
    one_way = people.in_person != people.online
    the_other_way = replace(people, in_person=one_way & ~people.in_person, online=one_way & ~people.online)
    more = _face_to_face(further, rows) - _face_to_face(population, rows)
    return {
        Reason.TIME: counts[:, TIME_ALONE],
        Reason.MEETING: count_limits(replace(population, young_people=the_other_way), rows)[:, POSSIBLE],
        Reason.FURTHER: more[:, POSSIBLE],
        Reason.LANGUAGE: counts[:, LANGUAGE_ALONE],
        Reason.WISHES: counts[:, QUALITIES_ALONE],
    }


def count_limits(population: Population, rows: Ints) -> Ints:
    """Return int [rows, COUNTS] among the mentors who have a place and whom each could meet: those who visit and are
    within reach, and those who are online, each once.
    """
    counts = _face_to_face(population, rows)
    online = population.young_people.online[rows]
    if online.any():
        counts[online] += _counted(population, rows[online], face_to_face=False)
    return counts


def _face_to_face(population: Population, rows: Ints) -> Ints:
    """Return int [rows, COUNTS] among the mentors who visit, but for those whom a young person could meet online."""
    people, mentors = population.young_people, population.mentors
    offline = replace(population, mentors=replace(mentors, in_person=mentors.in_person & ~mentors.online))
    counts: Ints = np.zeros((len(rows), len(COUNTS)), dtype=np.int64)
    in_person, online = people.in_person[rows], people.online[rows]
    for which, some in ((in_person & ~online, population), (in_person & online, offline)):
        if which.any():
            counts[which] += _counted(some, rows[which], face_to_face=True)
    return counts


def _counted(population: Population, rows: Ints, *, face_to_face: bool) -> Ints:
    """Return int [rows, COUNTS] among mentors within reach of each one's site, or among all online."""
    people, mentors, sites = population.young_people, population.mentors, population.sites
    can_be_visited = mentors.in_person & (mentors.capacity > 0) & face_to_face
    sorted_mentors = near.as_tuple(near.nearby(mentors.latitude, mentors.longitude, mentors.reach_km, can_be_visited))
    online = np.flatnonzero(mentors.online & (mentors.capacity > 0)).astype(np.int32)
    return np.asarray(
        _count(
            np.argsort(people.site[rows], kind="stable"),
            people.site[rows],
            np.radians(sites.latitude),
            np.radians(sites.longitude),
            sorted_mentors,
            np.full(len(rows), face_to_face),
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
