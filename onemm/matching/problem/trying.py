"""What would happen with other weights, and the best for one young person: worked out here and now, and not kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from onemm.lib.statistics import Estimate
from onemm.matching.problem.gathering import Gathered, gather
from onemm.matching.queries import standing_weights
from onemm.matching.refusals import TooManyToTry
from onemm.matching.rules import CHOICES, weights_from
from onemm.matching.rules.figures import bridges_of
from onemm.matching.rules.weights import fit_by
from onemm.matching.rules.words import Names, Reader, named_after, parts_of, reasons_for
from onemm.mentoring.models import Enrolment
from onemm.people.models import Person
from onemm.places.models import Programme
from pairing import Pair, Solution, Weights, best_mentors, propose

BEST = 5
MOST_TRIED = 100_000
MOST_PAIRS_TRIED = 10_000_000
"""With more ready mentors in sight of the programme than this, or more pairs of them with those who wait, a try would
keep someone waiting for more than some seconds (measured: docs/pairing-measured.md); a round, which runs in the
background, takes any number.
"""


@dataclass(frozen=True)
class Tried:
    """What one set of weights would give everyone who waits now.

    `fit` is the mean score by the same yardstick for every try.
    """

    choices: dict[str, int]
    matched: int
    waiting: int
    fit: float | None
    bridge_index: Estimate | None
    crossed: dict[str, Estimate | None]
    mentor_of: dict[str, str]


@dataclass(frozen=True)
class Moved:
    """A young person who would be given someone else: from whom, and to whom. Nobody is None."""

    enrolment: Enrolment
    before: Person | None
    after: Person | None

    @property
    def after_words(self) -> str:
        return named_after(self.before.first_name if self.before else "", self.after.first_name if self.after else "")


@dataclass(frozen=True)
class Preview:
    """Two sets of weights side by side, for the same people on the same day."""

    before: Tried
    after: Tried
    moved: tuple[Moved, ...]


@dataclass(frozen=True)
class Best:
    """The best for one young person, and the people behind the mentors' ids."""

    gathered: Gathered
    pairs: tuple[Pair, ...]
    people: dict[str, Person]


def preview_of(programme: Programme, before: Mapping[str, int], after: Mapping[str, int]) -> Preview:
    """Compare two sets of choices on those who wait now. Fit is measured by the first, so that a change shows what it
    costs.

    :raises TooManyToTry: more mentors, or more pairs, than `MOST_TRIED` and `MOST_PAIRS_TRIED`.
    """
    gathered = _gather(programme, before)
    yardstick = weights_from(before)
    old, new = _try(gathered, before, yardstick), _try(gathered, after, yardstick)
    others = {id_: (old.mentor_of.get(id_, ""), new.mentor_of.get(id_, "")) for id_ in gathered.enrolments}
    differ = {id_: two for id_, two in others.items() if two[0] != two[1]}
    people = gathered.mentors(mentor for two in differ.values() for mentor in two)
    moved = tuple(
        Moved(gathered.enrolments[id_], people.get(before_id), people.get(after_id))
        for id_, (before_id, after_id) in differ.items()
    )
    return Preview(old, new, moved)


def trade_off_of(programme: Programme) -> tuple[Tried, ...]:
    """Return what each weight of bridging would give, all else as the programme has it, from leaving it out to most of
    all.

    Fit is measured with bridging left out, so that what it costs can be seen; when nothing else counts, with the usual
    weights.

    :raises TooManyToTry: more mentors, or more pairs, than `MOST_TRIED` and `MOST_PAIRS_TRIED`.
    """
    choices = standing_weights(programme).choices
    gathered = _gather(programme, choices)
    others = {**choices, "bridging": 0}
    yardstick = weights_from(others) if any(others.values()) else Weights(bridging=0)
    steps = [{**choices, "bridging": step} for step, _ in CHOICES]
    return tuple(_try(gathered, step, yardstick) for step in steps if any(step.values()))


def best_for(enrolment: Enrolment) -> Best | None:
    """Return the five mentors who suit one young person best, by the programme's weights; None when they do not
    wait.
    """
    gathered = gather(enrolment.programme, standing_weights(enrolment.programme).choices, only=enrolment, near=True)
    if not gathered.enrolments:
        return None
    pairs = best_mentors(gathered.problem, enrolment.public_id, BEST)
    return Best(gathered, pairs, gathered.mentors(pair.mentor for pair in pairs))


def reasons_in(best: Best, pair: Pair) -> tuple[str, ...]:
    """Return why these two, for the coordinator."""
    enrolment = best.gathered.enrolments[pair.young_person]
    names = Names(enrolment.person.first_name, best.people[pair.mentor].first_name, enrolment.programme.site.name)
    return reasons_for(parts_of(pair), names, Reader.COORDINATOR)


def _gather(programme: Programme, choices: Mapping[str, int]) -> Gathered:
    gathered = gather(programme, choices, near=True, most=MOST_TRIED + 1)
    mentors = len(gathered.problem.mentors)
    if mentors > MOST_TRIED or mentors * len(gathered.problem.young_people) > MOST_PAIRS_TRIED:
        raise TooManyToTry
    return gathered


def _try(gathered: Gathered, choices: Mapping[str, int], yardstick: Weights) -> Tried:
    problem = replace(gathered.problem, weights=weights_from(choices))
    solution: Solution = propose(problem)
    bridges: dict[str, Any] = bridges_of(problem, solution)
    fits = [
        fit_by(yardstick, [{"name": part.name, "value": part.value} for part in pair.components])
        for pair in solution.pairs
    ]
    return Tried(
        choices=dict(choices),
        matched=solution.matched,
        waiting=len(problem.young_people),
        fit=sum(fits) / len(fits) if fits else None,
        bridge_index=bridges["bridge_index"],
        crossed=bridges["crossed"],
        mentor_of={pair.young_person: pair.mentor for pair in solution.pairs},
    )
