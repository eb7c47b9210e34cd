"""Why somebody was left out of a round, and the smallest change that would bring them in."""

import numpy as np

from pairing.pool import Bools, pool_of
from pairing.problem import HALF_DAYS, Problem, YoungPerson
from pairing.score import LIMITS, Fit, fit
from pairing.solution import Removed, Solution, Why
from pairing.words import KM_PER_MILE, about_miles, free_times, listed, plain

LIMIT_WORDS = {
    "places": "have no place left",
    "excluded": "must not be paired with this person",
    "earlier": "have been paired with this person before",
    "channel": "meet in another way (face to face or online)",
    "distance": "are too far away",
    "time": "are never free at the same time",
    "language": "share no language",
    "gender": "are not of the gender asked for",
    "qualities": "lack a quality that was asked for",
}
NEEDS = {
    "places": "one more place",
    "channel": "another way to meet",
    "distance": "a shorter journey",
    "time": "another free half-day",
    "language": "a shared language",
    "gender": "no limit on gender",
    "qualities": "fewer qualities asked for",
}
FIXED = tuple(LIMITS.index(name) for name in ("excluded", "earlier"))


class YoungPeopleLeftOut:
    """Looks at the unmatched young people of a solved round, one at a time."""

    def __init__(self, problem: Problem, solution: Solution) -> None:
        self._problem = problem
        self._pool = pool_of(problem.mentors)
        self._people = {young_person.id: young_person for young_person in problem.young_people}
        left = self._pool.capacity.copy()
        np.subtract.at(left, self._pool.rows_of(pair.mentor for pair in solution.pairs), 1)
        self._has_room: Bools = left > 0

    def explain(self, id_: str) -> Why:
        """Return which limit rules out how many mentors, and the smallest change that would open one."""
        young_person = self._people[id_]
        found = fit(self._pool, young_person, self._problem.weights)
        possible = int(found.possible.sum())
        removed = removed_by(found.fails, "mentor")
        return Why(id_, possible, removed, self._change(young_person, found, possible))

    def _change(self, young_person: YoungPerson, found: Fit, possible: int) -> str:
        if not self._problem.mentors:
            return "There are no mentors in this round yet."
        openings = self._openings(young_person, found)
        if openings:
            return openings[0]
        if possible:
            fits = "1 mentor fits, and is" if possible == 1 else f"{possible} mentors fit, and all are"
            return f"{fits} paired with somebody else. One more place with one of them would do."
        return self._nearest(found)

    def _openings(self, young_person: YoungPerson, found: Fit) -> list[str]:
        """Changes that alone would open a mentor who still has room, the easiest first."""
        failing = {name: found.fails[row] for row, name in enumerate(LIMITS)}
        number = found.fails.sum(axis=0)
        by_way = failing["channel"] | failing["distance"]
        only_way = self._has_room & by_way & (number - failing["channel"] - failing["distance"] == 0)
        alone = {name: self._has_room & failing[name] & (number == 1) for name in LIMITS}
        said = [
            self._more_time(alone["time"]),
            self._online(young_person, only_way & self._pool.online),
            self._face_to_face(young_person, alone["channel"] & self._pool.in_person),
            self._further(found, alone["distance"]),
            self._language(alone["language"]),
            self._quality(young_person, alone["qualities"]),
            _if_many(alone["gender"], "If the limit on gender were lifted"),
        ]
        return [words for words in said if words]

    def _more_time(self, which: Bools) -> str:
        free = self._pool.slots[which]
        opened = [int((free >> bit & 1).sum()) for bit in range(HALF_DAYS)]
        if not any(opened):
            return ""
        best = int(np.argmax(opened))
        return f"If they could meet {free_times(1 << best)}, {_could_be_asked(opened[best])}."

    def _online(self, young_person: YoungPerson, which: Bools) -> str:
        return "" if young_person.online else _if_many(which, "If they could meet online")

    def _face_to_face(self, young_person: YoungPerson, which: Bools) -> str:
        return "" if young_person.in_person else _if_many(which, "If they could meet face to face")

    def _further(self, found: Fit, which: Bools) -> str:
        known = which & ~np.isnan(found.distance_km)
        if not known.any():
            return ""
        extra = float((found.distance_km - self._pool.reach_km)[known].min())
        further = about_miles(extra + KM_PER_MILE / 4)
        return f"If a mentor would travel {further} further, {_could_be_asked(1)}."

    def _language(self, which: Bools) -> str:
        spoken = self._pool.languages.tally(which)
        best = max(sorted(spoken), key=lambda word: spoken[word], default="")
        if not (best and spoken[best]):
            return ""
        return f"If they could meet in {plain(best)}, {_could_be_asked(spoken[best])}."

    def _quality(self, young_person: YoungPerson, which: Bools) -> str:
        opened = [
            (
                int(
                    (
                        which
                        & (
                            self._pool.qualities.count(young_person.limits.qualities - {quality})
                            == len(young_person.limits.qualities) - 1
                        )
                    ).sum()
                ),
                quality,
            )
            for quality in sorted(young_person.limits.qualities)
        ]
        many, quality = max(opened, key=lambda pair: pair[0], default=(0, ""))
        return f"If “{plain(quality)}” were not asked for, {_could_be_asked(many)}." if many else ""

    def _nearest(self, found: Fit) -> str:
        able = np.flatnonzero(~found.fails[list(FIXED)].any(axis=0))
        if not len(able):
            return "No change would open a mentor: each is ruled out for good."
        number = found.fails[:, able].sum(axis=0) + ~self._has_room[able]
        number += len(LIMITS) * (self._pool.slots[able] == 0)
        best = int(able[int(np.argmin(number))])
        needs = [NEEDS[name] for row, name in enumerate(LIMITS) if found.fails[row, best] and name != "places"]
        if not self._has_room[best]:
            needs.append(NEEDS["places"])
        start = "No single change is enough. " if len(needs) > 1 else ""
        return f"{start}The nearest mentor would need {listed(needs)}."


def removed_by(fails: Bools, kind: str) -> tuple[Removed, ...]:
    """Count whom each limit rules out, most first; `fails` is bool [limits, people]."""
    number = fails.sum(axis=0)
    rows = []
    for row, name in enumerate(LIMITS):
        people = int(fails[row].sum())
        if people:
            noun = kind if people == 1 else {"mentor": "mentors", "young person": "young people"}[kind]
            words = LIMIT_WORDS[name] if people > 1 else _for_one(LIMIT_WORDS[name])
            rows.append(Removed(name, people, int((fails[row] & (number == 1)).sum()), f"{people} {noun} {words}"))
    return tuple(sorted(rows, key=lambda removed: -removed.people))


def mentors_left_free(problem: Problem, solution: Solution) -> tuple[Why, ...]:
    """Explain each mentor who had a place and was given nobody."""
    pool = pool_of(problem.mentors)
    busy = {pair.mentor for pair in solution.pairs}
    free = [row for row in np.flatnonzero(pool.capacity > 0).tolist() if pool.ids[row] not in busy]
    fails = np.zeros((len(problem.young_people), len(LIMITS), len(free)), dtype=np.bool_)
    for row, young_person in enumerate(problem.young_people):
        fails[row] = fit(pool, young_person, problem.weights).fails[:, free]
    return tuple(_why_free(pool.ids[column], fails[:, :, place].T) for place, column in enumerate(free))


def _why_free(mentor: str, fails: Bools) -> Why:
    possible = int((~fails.any(axis=0)).sum())
    removed = removed_by(fails, "young person")
    if possible:
        who = "1 young person fits" if possible == 1 else f"{possible} young people fit"
        change = f"{who}; paired with somebody else this time, so stay in the next round."
        return Why(mentor, possible, removed, change)
    single = [entry for entry in removed if entry.alone and entry.limit in NEEDS]
    if not single:
        return Why(mentor, 0, removed, "No single change is enough this time." if removed else "Nobody is waiting.")
    best = max(single, key=lambda entry: entry.alone)
    who = "1 young person" if best.alone == 1 else f"{best.alone} young people"
    return Why(mentor, 0, removed, f"With {NEEDS[best.limit]}, {who} would fit.")


def _if_many(which: Bools, change: str) -> str:
    many = int(which.sum())
    return f"{change}, {_could_be_asked(many)}." if many else ""


def _could_be_asked(many: int) -> str:
    return f"{many} mentor{'' if many == 1 else 's'} with room could be asked"


def _for_one(words: str) -> str:
    first, _, rest = words.partition(" ")
    singular = {"have": "has", "are": "is", "share": "shares", "lack": "lacks", "meet": "meets"}
    return f"{singular.get(first, first)} {rest}"
