"""Why a young person has no pair in a round, and the smallest change that would bring them in."""

import numpy as np

from pairing.arrays import Bools
from pairing.explanation import reasons
from pairing.explanation.reasons import LITTLE_FURTHER_KM, Reason
from pairing.explanation.words import (
    KM_PER_MILE,
    NEEDS,
    about_miles,
    all_are_taken,
    could_be_asked,
    free_times,
    listed,
    plain,
)
from pairing.problem import HALF_DAYS, Problem, YoungPerson
from pairing.rounds.fit import LIMITS, Fit, fit
from pairing.rounds.pool import pool_of
from pairing.solution import Removed, Solution, Why

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
FIXED = tuple(LIMITS.index(name) for name in ("excluded", "earlier"))


Openings = dict[Reason, tuple[int, str]]
"""How many mentors with room each change alone would open, and the change in words."""


def why_unmatched(problem: Problem, solution: Solution) -> tuple[Why, ...]:
    """Return for each unmatched young person which limit rules out how many mentors, and what would open one."""
    view = _UnmatchedView(problem, solution)
    return tuple(view.explain(id_) for id_ in solution.unmatched)


class _UnmatchedView:
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
        fits = fit(self._pool, young_person, self._problem.weights)
        possible = int(fits.possible.sum())
        openings = self._openings(young_person, fits)
        reason = reasons.why_unmatched(possible, {cause: mentors for cause, (mentors, _) in openings.items()})
        return Why(id_, reason, possible, removed_by(fits.fails), self._change(reason, openings, fits))

    def _change(self, reason: Reason, openings: Openings, fits: Fit) -> str:
        if not self._problem.mentors:
            return "There are no mentors in this round yet."
        if reason in openings:
            mentors, change = openings[reason]
            return f"{change}, {could_be_asked(mentors)}."
        return all_are_taken(int(fits.possible.sum())) if reason == Reason.TAKEN else self._nearest(fits)

    def _openings(self, young_person: YoungPerson, fits: Fit) -> Openings:
        failing = {name: fits.fails[row] for row, name in enumerate(LIMITS)}
        number = fits.fails.sum(axis=0)
        by_way = failing["channel"] | failing["distance"]
        only_way = self._has_room & by_way & (number - failing["channel"] - failing["distance"] == 0)
        alone = {name: self._has_room & failing[name] & (number == 1) for name in LIMITS}
        openings = {
            Reason.TIME: self._more_time(alone["time"]),
            Reason.MEETING: self._another_way(young_person, only_way, alone["channel"]),
            Reason.FURTHER: self._further(fits, alone["distance"]),
            Reason.LANGUAGE: self._language(alone["language"]),
            Reason.WISHES: self._fewer_wishes(young_person, alone),
        }
        return {reason: opening for reason, opening in openings.items() if opening[0]}

    def _more_time(self, which: Bools) -> tuple[int, str]:
        free = self._pool.slots[which]
        opened = [int((free >> bit & 1).sum()) for bit in range(HALF_DAYS)]
        best = int(np.argmax(opened))
        return opened[best], f"If they could meet {free_times(1 << best)}"

    def _another_way(self, young_person: YoungPerson, only_way: Bools, channel: Bools) -> tuple[int, str]:
        online = 0 if young_person.online else int((only_way & self._pool.online).sum())
        if online:
            return online, "If they could meet online"
        in_person = 0 if young_person.in_person else int((channel & self._pool.in_person).sum())
        return in_person, "If they could meet face to face"

    def _further(self, fits: Fit, which: Bools) -> tuple[int, str]:
        extra = fits.distance_km - self._pool.reach_km
        near = which & (extra <= LITTLE_FURTHER_KM)
        if not near.any():
            return 0, ""
        further = about_miles(float(extra[near].min()) + KM_PER_MILE / 4)
        return 1, f"If a mentor would travel {further} further"

    def _language(self, which: Bools) -> tuple[int, str]:
        spoken = self._pool.languages.tally(which)
        best = max(sorted(spoken), key=lambda word: spoken[word], default="")
        return spoken.get(best, 0), f"If they could meet in {plain(best)}"

    def _fewer_wishes(self, young_person: YoungPerson, alone: dict[str, Bools]) -> tuple[int, str]:
        asked = young_person.limits.qualities
        opened = {quality: self._opened_without(quality, asked, alone["qualities"]) for quality in sorted(asked)}
        best = max(opened, key=lambda quality: opened[quality], default="")
        if opened.get(best):
            return opened[best], f"If “{plain(best)}” were not asked for"
        return int(alone["gender"].sum()), "If the limit on gender were lifted"

    def _opened_without(self, quality: str, asked: frozenset[str], which: Bools) -> int:
        others = self._pool.qualities.count(asked - {quality}) == len(asked) - 1
        return int((which & others).sum())

    def _nearest(self, fits: Fit) -> str:
        able = np.flatnonzero(~fits.fails[list(FIXED)].any(axis=0))
        if not len(able):
            return "No change would open a mentor: each is ruled out for good."
        number = fits.fails[:, able].sum(axis=0) + ~self._has_room[able]
        number += len(LIMITS) * (self._pool.slots[able] == 0)
        best = int(able[int(np.argmin(number))])
        needs = [NEEDS[name] for row, name in enumerate(LIMITS) if fits.fails[row, best] and name != "places"]
        if not self._has_room[best]:
            needs.append(NEEDS["places"])
        start = "No single change is enough. " if len(needs) > 1 else ""
        return f"{start}The nearest mentor would need {listed(needs)}."


def removed_by(fails: Bools) -> tuple[Removed, ...]:
    """Count the mentors whom each limit rules out, most first; `fails` is bool [limits, mentors]."""
    number = fails.sum(axis=0)
    removed = []
    for name, failing in zip(LIMITS, fails, strict=True):
        mentors, alone = int(failing.sum()), int((failing & (number == 1)).sum())
        if mentors:
            words = f"mentors {LIMIT_WORDS[name]}" if mentors > 1 else f"mentor {_for_one(LIMIT_WORDS[name])}"
            removed.append(Removed(name, mentors, alone, f"{mentors} {words}"))
    return tuple(sorted(removed, key=lambda limit: -limit.people))


def _for_one(words: str) -> str:
    first, _, rest = words.partition(" ")
    singular = {"have": "has", "are": "is", "share": "shares", "lack": "lacks", "meet": "meets"}
    return f"{singular.get(first, first)} {rest}"
