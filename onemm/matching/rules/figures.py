"""How good and how fair a round is, from the problem and its answer alone: fit, the Bridge Index, and each group's
share.

Every share and every mean comes with its interval (`lib.statistics`). A figure about fewer than five people is not
made, nor one from which the figure of fewer than five others could be taken away (`lib.disclosure`).
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from onemm.lib.disclosure import shown, tells_apart
from onemm.lib.statistics import Estimate, mean_of, share_of
from onemm.matching.rules.facts import EVERYDAY, GENERATION_YEARS, common_ground, years_older
from pairing import Mentor, Pair, Problem, Solution, Weights, YoungPerson

BACKGROUND = "background:"
"""How the name of a group begins that told a part of their background; its code follows."""
ANOTHER_PLACE_KM = 3.0
"""A mentor who lives further from the site than this is of another place, as the engine's fairness counts it."""

Figure = dict[str, Any]
"""An `Estimate`, as it is kept."""
Crossed = dict[str, bool | None]


def figures_of(problem: Problem, solution: Solution) -> dict[str, Any]:
    """Return the figures of a solved round, as plain values that can be kept with it."""
    bridges = bridges_of(problem, solution)
    return {
        "fit": _kept(mean_of([pair.score for pair in solution.pairs])),
        "bridge_index": _kept(bridges["bridge_index"]),
        "crossed": {name: _kept(share) for name, share in bridges["crossed"].items()},
        "groups": groups_of(problem, solution),
    }


def bridges_of(problem: Problem, solution: Solution) -> dict[str, Any]:
    """Return the Bridge Index and its parts.

    **Bridge Index**: of all pairs, the share that have something in common *and* cross a background or a generation (a
    mentor more than 15 years older). What is not known counts as not crossed, so the index is never too high. `crossed`
    tells background, generation and place (3 km) apart, each of the pairs for which it is known.
    """
    young, mentors = (
        {y.id: y for y in problem.young_people},
        problem.mentors_named(pair.mentor for pair in solution.pairs),
    )
    pairs = [(young[pair.young_person], mentors[pair.mentor], pair) for pair in solution.pairs]
    crossed = [crossed_by(*three) for three in pairs]
    bridging = [
        bool(common_ground(y, m)) and bool(over["background"] or over["generation"])
        for (y, m, _), over in zip(pairs, crossed, strict=True)
    ]
    return {
        "bridge_index": shown(share_of(sum(bridging), len(bridging))),
        "crossed": {
            name: _share_known(over[name] for over in crossed) for name in ("background", "generation", "place")
        },
    }


def crossed_by(young: YoungPerson, mentor: Mentor, pair: Pair) -> Crossed:
    """Return which differences a pair crosses; None where one of the two did not tell."""
    told = bool(young.background and mentor.background)
    older = years_older(young, mentor)
    return {
        "background": not young.background & mentor.background if told else None,
        "generation": older > GENERATION_YEARS if older is not None else None,
        "place": pair.distance_km > ANOTHER_PLACE_KM if pair.distance_km is not None else None,
    }


def groups_of(problem: Problem, solution: Solution) -> list[dict[str, Any]]:
    """Return for each group of young people, that is large enough, how many were matched, how well, and how long they
    waited.
    """
    score = {pair.young_person: pair.score for pair in solution.pairs}
    everybody = problem.young_people
    groups = [(name, [one for one in everybody if belongs(one)]) for name, belongs in _groups(everybody).items()]
    return [
        {
            "name": name,
            "matched": _kept(share_of(sum(one.id in score for one in people), len(people))),
            "score": _kept(mean_of([score[one.id] for one in people if one.id in score])),
            "waiting_days": _kept(mean_of([one.waiting_days for one in people])),
        }
        for name, people in groups
        if tells_apart(len(people), len(everybody))
    ]


def _groups(everybody: Iterable[YoungPerson]) -> Mapping[str, Callable[[YoungPerson], bool]]:
    people = list(everybody)
    waits = sorted(one.waiting_days for one in people)
    long_wait = waits[(3 * len(waits)) // 4] if waits else 0
    groups: dict[str, Callable[[YoungPerson], bool]] = {
        "Everybody": lambda _: True,
        "Waiting longest (a quarter)": lambda one: waits[0] < long_wait <= one.waiting_days,
        "Speak another language too": lambda one: any(word.casefold() != EVERYDAY for word in one.languages),
        "Face to face alone": lambda one: one.in_person and not one.online,
        "Online alone": lambda one: one.online and not one.in_person,
        "Ask for a woman or a man": lambda one: bool(one.limits.gender),
    }
    for word in sorted(frozenset().union(*(one.background for one in people))):
        groups[f"{BACKGROUND}{word}"] = lambda one, word=word: word in one.background  # type: ignore[misc]  # a default argument
    return groups


def _share_known(known: Iterable[bool | None]) -> Estimate | None:
    told = [bool(crosses) for crosses in known if crosses is not None]
    return shown(share_of(sum(told), len(told)))


def _kept(estimate: Estimate | None) -> Figure | None:
    """Return a figure as it is kept with a round, of five or more."""
    may_be_shown = shown(estimate)
    return may_be_shown.as_dict() if may_be_shown else None


def fit_by(weights: Weights, parts: Iterable[Mapping[str, Any]]) -> float:
    """Return what a pair would score by other weights, 0 to 1000, from the values of its parts: one yardstick for two
    rounds.
    """
    shares = dict(zip((name for name in Weights.__dataclass_fields__), weights.shares(), strict=True))
    return float(sum(shares[part["name"]] * part["value"] for part in parts))
