"""Who might be paired with whom: a pass over the sites that keeps the best few mentors for each young person.

Best by score alone starves people (4.6 % of matches lost in the study), so a pass also keeps some who merely suit,
drawn at random, and some who meet online. A pass over everyone near, given prices, keeps the best by score minus
price, and its greatest keys bound the value of every face-to-face pair there is.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pairing import geometry as near
from pairing.columns.population import MentorColumns, Population, YoungRows
from pairing.problem import CHOOSABLE, Weights
from pairing.scoring import EVERYDAY_LANGUAGE, LONG_WAIT_DAYS, SHARED_INTERESTS, SHARED_SECTORS, effective_weights
from pairing.search.kernel import BASE_YEAR, LANES, LARGEST_PRICE, NEVER, UNIT, UNKNOWN_BORN
from pairing.search.pruning import groups_of
from pairing.search.scan import packed_online, scan
from pairing.search.spatial_order import by_lot, spatial_codes

LARGEST_TASK = 2000
"""Young people of one site in one task; a crowd at one site is shared out."""
TASKS_TOGETHER = 16
"""Tasks handed to a worker at once."""
PEOPLE_TOGETHER = 1 << 16
"""People packed at once: sums need more room while they are made than when they are kept."""
Progress = Callable[[float], None]
Words = NDArray[np.uint32]
Share = tuple[int, int]
"""First and last row of the tasks in one share of the work."""
Filled = tuple[NDArray[np.int32], NDArray[np.int16], NDArray[np.int32]]
"""The arrays of a `Pass`."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pass looks at and keeps: `window` mentors a young person (0 for all), and how many of which kind.

    A pass over all leaves out blocks that are no use (`pruning`) where a site has at least `prune_from` of them.
    """

    window: int
    best: int
    others: int
    online: int
    prune_from: int = 64

    @property
    def width(self) -> int:
        """The most that a pass keeps for one young person."""
        return max(1, self.best + self.others + self.online)


@dataclass(frozen=True, slots=True)
class Pass:
    """What a pass found for n young people, in the searcher's order.

    `right` int32 [n, width] mentors, -1 for none; `score` int16 [n, width]; `best` int32 [n] the greatest
    UNIT * (score - price) met, `NEVER` for none; `pairs` how many pairs were looked at face to face.
    """

    right: NDArray[np.int32]
    score: NDArray[np.int16]
    best: NDArray[np.int32]
    pairs: int


class Searcher:
    """A population packed for passes, with one set of weights.

    Rows are in an order of its own, neighbours together: `people` int [n] are the population's young people in that
    order, and `mentors` int [m] its mentors.
    """

    def __init__(self, population: Population, weights: Weights, seed: int) -> None:
        mentors, young_people, sites = population.mentors, population.young_people, population.sites
        turn = np.argsort(np.argsort(spatial_codes(sites.latitude, sites.longitude), kind="stable"))
        self.people = by_lot(turn[young_people.site], seed)
        self.mentors = by_lot(spatial_codes(mentors.latitude, mentors.longitude), seed)
        latitude, longitude, reach = (
            column[self.mentors] for column in (mentors.latitude, mentors.longitude, mentors.reach_km)
        )
        capacity, in_person = mentors.capacity[self.mentors], mentors.in_person[self.mentors]
        self.capacity = capacity
        self._near = near.as_tuple(near.nearby(latitude, longitude, reach, in_person & (capacity > 0)))
        point = near.on_sphere(np.radians(latitude), np.radians(longitude))
        self._whereabouts = (
            point,
            np.where(in_person, near.squared_chord(reach), -1.0),
            groups_of(mentors.sectors[self.mentors]),
        )
        self._online = _drawn_online(mentors.online[self.mentors] & (capacity > 0), self.mentors, seed)
        self._columns = mentor_words(mentors)[self.mentors]
        self._young = _packed_young(population, weights, self.people, self.mentors)
        self._places = np.radians(sites.latitude), np.radians(sites.longitude)
        self._tasks = _tasks(young_people.site[self.people])
        self._seed = seed

    def release(self) -> None:
        """Let go of all that passes need, 300 bytes a person: after the last pass the order of people and mentors is
        enough.
        """
        del self._near, self._whereabouts, self._online, self._columns, self._young

    def shares(self) -> list[Share]:
        """Return the shares into which every pass is cut: the same whoever does them."""
        return [
            (first, min(first + TASKS_TOGETHER, len(self._tasks)))
            for first in range(0, len(self._tasks), TASKS_TOGETHER)
        ]

    def rows(self, share: Share) -> tuple[int, int]:
        """Return the first young person of a share, and the one after its last."""
        return int(self._tasks[share[0], 1]), int(self._tasks[share[1] - 1, 2])

    def search(
        self, plan: Plan, price: NDArray[np.int64], *, turn: int = 0, workers: int = 1, progress: Progress | None = None
    ) -> Pass:
        """Make one pass. `price` int64 [m] in points; `turn` tells one pass's random choices from another's.

        The answer does not depend on the number of `workers` (threads): each task has its own stream of chances.
        """
        n = len(self.people)
        filled = _nothing(n, plan.width)
        capped = np.minimum(price, LARGEST_PRICE).astype(np.int32)
        packed = packed_online(self._online, self._columns, capped)

        def fill(share: Share) -> int:
            return self._fill(share, plan, capped, turn=turn, packed=packed, filled=filled, offset=0)

        pairs = 0
        shares = self.shares()
        with ThreadPoolExecutor(workers) as pool:
            for share, looked in zip(shares, pool.map(fill, shares), strict=True):
                pairs += looked
                if progress:
                    progress(self.rows(share)[1] / max(1, n))
        return Pass(*filled, pairs)

    def search_shares(self, shares: Sequence[Share], plan: Plan, price: NDArray[np.int64], turn: int) -> list[Pass]:
        """Make parts of a pass, each as `search` would make it: for a worker on another machine."""
        capped = np.minimum(price, LARGEST_PRICE).astype(np.int32)
        packed = packed_online(self._online, self._columns, capped)
        parts = []
        for share in shares:
            first, last = self.rows(share)
            filled = _nothing(last - first, plan.width)
            parts.append(
                Pass(*filled, self._fill(share, plan, capped, turn=turn, packed=packed, filled=filled, offset=first))
            )
        return parts

    def _fill(
        self,
        share: Share,
        plan: Plan,
        price: NDArray[np.int32],
        *,
        turn: int,
        packed: Words,
        filled: Filled,
        offset: int,
    ) -> int:
        shape = np.array(
            [-(-plan.window // LANES), plan.best, plan.others, plan.online, plan.prune_from], dtype=np.int32
        )
        seed = np.array([self._seed % 2**62, (self._seed * 1_000_003 + turn + 1) % 2**62], dtype=np.uint64)
        return int(
            scan(
                self._tasks[share[0] : share[1]],
                self._places,
                self._near,
                self._whereabouts,
                self._online,
                packed,
                self._columns,
                price,
                self._young,
                shape,
                seed,
                (*filled, offset),
            )
        )


def _nothing(rows: int, width: int) -> Filled:
    return np.full((rows, width), -1, np.int32), np.zeros((rows, width), np.int16), np.full(rows, NEVER, np.int32)


def _drawn_online(online: NDArray[np.bool_], mentors: NDArray[np.int64], seed: int) -> NDArray[np.int32]:
    """Return the rows of those who meet online in an order drawn by lot, whatever the order of the searcher."""
    lots = np.random.default_rng(seed).permutation(len(mentors))[mentors]
    rows = np.flatnonzero(online)
    return rows[np.argsort(lots[rows])].astype(np.int32)


def _packed_young(
    population: Population, weights: Weights, people: NDArray[np.int64], mentors: NDArray[np.int64]
) -> Any:
    """Return the tuple `scan.Young` in the order of `people`, the mentors they must not meet as rows of `mentors`."""
    young = population.young_people
    masks, sums = np.empty((len(people), 8), np.uint32), np.empty((len(people), 12), np.int32)
    for first in range(0, len(people), PEOPLE_TOGETHER):
        some = slice(first, first + PEOPLE_TOGETHER)
        masks[some], sums[some] = young_sums(population, weights, people[some])
    row_of = np.empty(len(mentors), dtype=np.int32)
    row_of[mentors] = np.arange(len(mentors), dtype=np.int32)
    many = np.diff(young.barred_start)[people]
    start = np.concatenate([[0], np.cumsum(many)]).astype(np.int64)
    old = np.repeat(young.barred_start[:-1][people] - start[:-1], many) + np.arange(start[-1])
    return masks, sums, young.in_person[people], young.online[people], start, row_of[young.barred[old]]


def mentor_words(mentors: MentorColumns) -> Words:
    """Return uint32 [m, 6]: slots, sectors, interests, languages, traits and year of birth, as the kernel wants
    them.
    """
    born = np.where(mentors.born > 0, np.clip(mentors.born - BASE_YEAR, 0, UNKNOWN_BORN - 1), UNKNOWN_BORN)
    columns = (mentors.slots, mentors.sectors, mentors.interests, mentors.languages, mentors.traits, born)
    return np.ascontiguousarray(np.column_stack([np.asarray(column, dtype=np.uint32) for column in columns]))


def young_sums(population: Population, weights: Weights, rows: NDArray[np.int64]) -> tuple[Words, NDArray[np.int32]]:
    """Return masks uint32 [r, 8] and sums int32 [r, 12] of the young people in some rows, as `kernel.keys` wants
    them.
    """
    people = population.young_people.at(rows)
    english = population.vocabulary.mask_of("languages", EVERYDAY_LANGUAGE)
    own = people.languages & np.uint32(~english & 0xFFFFFFFF)
    masks = np.column_stack(
        [
            people.slots,
            people.aspirations,
            people.interests,
            people.languages,
            people.need,
            people.background,
            own,
            own,
        ]
    )
    effective = _effective(weights, people)
    waiting = np.minimum(100, 100 * people.waiting_days // LONG_WAIT_DAYS)
    half_day = 50 * effective["availability"]
    sums = np.column_stack(
        [
            *(2 * effective["aspiration"] * step for step in _steps(SHARED_SECTORS, people.aspirations)),
            *(2 * effective["interests"] * step for step in _steps(SHARED_INTERESTS, people.interests)),
            half_day,
            2 * effective["closeness"],
            effective["bridging"],
            half_day + 2 * effective["waiting"] * waiting,
            np.where(people.born > 0, people.born - 15 - BASE_YEAR, -1000),
            np.zeros(len(rows), np.int64),
        ]
    )
    return np.ascontiguousarray(masks, dtype=np.uint32), np.ascontiguousarray(sums, dtype=np.int32)


def _effective(weights: Weights, people: YoungRows) -> dict[str, NDArray[np.int64]]:
    tables = [effective_weights(weights, name) for name in (*CHOOSABLE, "")]
    return {name: np.array([table[name] for table in tables])[people.matters_most] for name in tables[0]}


def _steps(table: NDArray[np.int64], named: Words) -> list[NDArray[np.int64]]:
    """Return what the 1st, 2nd and 3rd shared word add, int [n] each, given the words that each person named."""
    by_number = np.zeros((4, 3), dtype=np.int64)
    for number in (1, 2, 3):
        reached = [*table[:number].tolist(), 100]
        by_number[number, :number] = np.diff(reached)
    by_number[3] = np.diff(table)
    chosen = by_number[np.minimum(3, np.bitwise_count(named))]
    return [chosen[:, step] for step in range(3)]


def _tasks(site: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return tasks int64 [t, 4] of (number, first, last, site) over young people who are sorted by site."""
    edges = np.flatnonzero(np.diff(site, prepend=-1, append=-1))
    tasks = [
        (begin, min(begin + LARGEST_TASK, last), int(site[first]))
        for first, last in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True)
        for begin in range(first, last, LARGEST_TASK)
    ]
    return np.array([(number, *task) for number, task in enumerate(tasks)], dtype=np.int64).reshape(-1, 4)


def full_bound(candidates: Pass, price: NDArray[np.int64], capacity: NDArray[np.int64], bonus: int) -> int:
    """Return the bound of weak duality over every face-to-face pair and every online pair that was drawn.

    sum(capacity * price) + sum over young people of max(0, bonus + the greatest score - price). `candidates` is a pass
    over everyone at these prices, which must not exceed `LARGEST_PRICE`.
    """
    points = np.where(candidates.best == NEVER, -(2**62), candidates.best.astype(np.int64) // UNIT + bonus)
    return int((capacity * price).sum() + np.maximum(0, points).sum())
