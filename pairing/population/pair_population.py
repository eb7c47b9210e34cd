"""Candidates, assignment, proof: two profiles of how far to look before being content."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from time import process_time

import numpy as np

from pairing.arrays import Bools, Values
from pairing.assignment.graph import Certified, Graph
from pairing.assignment.shadow_prices import largest_gains, short_of_one
from pairing.assignment.sparse import solve_graph
from pairing.columns.population import Population
from pairing.errors import BadProblem
from pairing.problem import Weights
from pairing.search.candidate_graph import Former, graph_of
from pairing.search.kernel import LARGEST_PRICE
from pairing.search.searcher import Pass, Plan, Searcher, full_bound

PROFILES = ("fast", "certified")
WINDOW = 2048
OTHERS, ONLINE = 4, 4
FORMER, MOST_FORMER, FORMER_EDGES = 16, 200, 32_000_000
"""Edges of the last graph that stay for each young person: at least, at most, and in all if that is more than the
least. Where nearly everyone competes with everyone, an edge that is dropped is soon missed again.
"""
CONTENT_GAP = 0.0005
"""A certified answer looks no further once the gap to the full graph is this small."""
MOST_PASSES = 6
Progress = Callable[[str, float], None]


@dataclass(slots=True)
class PopulationAnswer:
    """The answer for a population: a certified assignment on the last graph, and what is known of the full graph.

    `mentor` int64 [n] rows of mentors, -1 for nobody; `score` int64 [n]. `full_bound` is what no set of as many pairs
    can exceed among all face-to-face pairs and the online pairs drawn; None in the fast profile. `seconds` holds the
    CPU seconds of each stage, `pairs` how many face-to-face pairs were looked at. `largest_gain` int64 [n] and `short`
    bool [n] say what one more mentor would be worth (see `assignment.shadow_prices`).
    """

    mentor: Values
    score: Values
    certified: Certified
    edges: int
    full_bound: int | None
    pairs: int
    largest_gain: Values
    short: Bools
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def full_gap(self) -> float | None:
        """(full bound - total) as a fraction of the total."""
        if self.full_bound is None:
            return None
        return (self.full_bound - self.certified.total) / max(1, abs(self.certified.total))


def first_plan(k: int) -> Plan:
    """Return what the first pass looks at, when no prices are known: a sample of the mentors near each young person."""
    return Plan(WINDOW, k, OTHERS, ONLINE)


def pair_population(
    population: Population,
    weights: Weights,
    *,
    profile: str = "fast",
    k: int = 16,
    seed: int = 0,
    workers: int = 1,
    scheduler: str = "",
    progress: Progress | None = None,
) -> PopulationAnswer:
    """Pair everyone at once. `k` is how many of the best mentors a pass keeps for each young person.

    `workers` threads make the passes, or the workers of a dask `scheduler` at an address. The same input and seed give
    the same answer, whoever makes them.

    :raises BadProblem: an unknown profile, `k` or `workers` below 1, or a scheduler that cannot be reached.
    """
    if profile not in PROFILES:
        raise BadProblem("profile", profile, f"is not one of {', '.join(PROFILES)}")
    if k < 1 or workers < 1:
        raise BadProblem("options", "k, workers", "must be 1 or more")
    started = process_time()
    searcher = Searcher(population, weights, seed)
    spent = {"prepare": process_time() - started}
    tell = progress or (lambda _stage, _share: None)
    if not scheduler:
        return _Run(searcher, partial(searcher.search, workers=workers), k, tell, spent).run(profile)
    from pairing.search.cluster import Cluster

    with Cluster(searcher, scheduler) as cluster:
        return _Run(searcher, cluster.search, k, tell, spent).run(profile)


class _Run:
    """One run: keeps the time of each stage and hands progress on."""

    def __init__(
        self, searcher: Searcher, search: Callable[..., Pass], k: int, progress: Progress, seconds: dict[str, float]
    ) -> None:
        self._searcher, self._search, self._k, self._progress = searcher, search, k, progress
        self.seconds = seconds
        self._pairs = 0
        self._capacity = searcher.capacity
        self._order = np.arange(len(searcher.people), dtype=np.int32)

    def run(self, profile: str) -> PopulationAnswer:
        nothing = np.zeros(len(self._capacity), dtype=np.int64)
        candidates = self._pass("candidates", first_plan(self._k), nothing, 0)
        if profile == "fast":
            self._searcher.release()
        graph, answer = self._solve(graph_of(candidates, self._capacity), 0)
        del candidates
        bound = None
        if profile == "certified":
            graph, answer, bound = self._improve(graph, answer)
        return self._answer(graph, answer, bound)

    def _answer(self, graph: Graph, answer: Certified, bound: int | None) -> PopulationAnswer:
        """Put the answer back into the order of the population."""
        people, mentors = self._searcher.people, self._searcher.mentors
        used = np.flatnonzero(answer.edge >= 0)
        chosen = answer.edge[used]
        mentor, score = np.full(len(people), -1, dtype=np.int64), np.zeros(len(people), dtype=np.int64)
        mentor[people[used]], score[people[used]] = mentors[graph.right[chosen]], graph.score[chosen]
        price, gain, edge = np.empty_like(answer.price), np.empty_like(answer.gain), np.empty_like(answer.edge)
        price[mentors], gain[people], edge[people] = answer.price, answer.gain, answer.edge
        proof = replace(answer, price=price, gain=gain, edge=edge)
        largest_gain, short = np.empty_like(answer.gain), np.empty(len(people), dtype=np.bool_)
        started = process_time()
        largest_gain[people] = largest_gains(graph, answer)
        short[people] = short_of_one(graph, answer.edge)
        self._spent("shadow prices", started)
        return PopulationAnswer(
            mentor, score, proof, len(graph.right), bound, self._pairs, largest_gain, short, self.seconds
        )

    def _improve(self, graph: Graph, answer: Certified) -> tuple[Graph, Certified, int]:
        """Look at everyone near with the prices in hand, until the gap to the full graph is small.

        Every pass bounds every answer, so the lowest bound counts, whichever pass it came from.
        """
        duals: list[tuple[int, int]] = []
        k = max(4, 3 * self._k // 4)
        keep = max(FORMER, min(MOST_FORMER, FORMER_EDGES // max(1, len(self._order))))
        for turn in range(1, MOST_PASSES + 1):
            price = np.minimum(answer.price, LARGEST_PRICE)
            candidates = self._pass(f"full pass {turn}", Plan(0, k, 0, ONLINE), price, turn)
            before = answer
            graph = graph_of(candidates, self._capacity, Former(graph, price, before.edge), keep)
            graph, answer = self._solve(graph, before.bonus)
            duals.append((full_bound(candidates, price, self._capacity, before.bonus), before.bonus))
            bound = min(dual - bonus * answer.matched for dual, bonus in duals)
            if bound - answer.total <= CONTENT_GAP * max(1, answer.total) or turn == MOST_PASSES:
                break
        return graph, answer, bound

    def _pass(self, stage: str, plan: Plan, price: Values, turn: int) -> Pass:
        started = process_time()
        candidates = self._search(plan, price, turn=turn, progress=lambda share: self._progress(stage, share))
        self._pairs += candidates.pairs
        self._spent(stage, started)
        return candidates

    def _solve(self, graph: Graph, bonus: int) -> tuple[Graph, Certified]:
        started = process_time()
        answer = solve_graph(graph, bonus=bonus, order=self._order)
        self._spent("solve", started)
        return graph, answer

    def _spent(self, stage: str, started: float) -> None:
        self.seconds[stage] = self.seconds.get(stage, 0.0) + process_time() - started
