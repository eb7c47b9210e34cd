"""Where one more mentor would be worth most in a country, by area and sector: a table that recruitment can act on."""

from typing import Any

import numpy as np

from pairing.arrays import Bools, Ints
from pairing.columns.population import Population
from pairing.figures.cold_spots import ANY_WORK, worth
from pairing.population.pair_population import PopulationAnswer
from pairing.problem import Weights
from pairing.scoring import ONLINE_CLOSENESS
from pairing.search.kernel import UNIT
from pairing.search.searcher import young_sums


def cold_spots(
    population: Population, weights: Weights, answer: PopulationAnswer, most: int = 200
) -> list[dict[str, Any]]:
    """Return the areas and sectors where one more ready mentor is worth most, the best first.

    Of each: how many `sites` of the area have young people, at how many of them one mentor `more` would match one more
    young person, the mean of the `points` of score that they would add besides (see `figures.cold_spots`), and how many
    young people are `hoping` for that sector. The sector `ANY_WORK` is one that nobody there hopes for.
    """
    bits = {ANY_WORK: 0, **population.vocabulary.bits["sectors"]}
    areas = sorted(set(population.sites.area))
    area = np.array([areas.index(name) for name in population.sites.area], dtype=np.int64)
    sites, more, points, hoping = (np.zeros((len(areas), len(bits)), dtype=np.int64) for _ in range(4))
    for site, rows in _by_site(population):
        at = area[site]
        one_more, gained = worth(
            _scores(population, weights, rows, bits),
            answer.largest_gain[rows],
            answer.short[rows],
            answer.certified.bonus,
        )
        sites[at] += 1
        more[at] += one_more
        points[at] += gained
        hoping[at] += _hoping(population, rows, bits)
    spots = [
        {
            "area": areas[at],
            "sector": sector,
            "sites": int(sites[at, column]),
            "more": int(more[at, column]),
            "points": round(points[at, column] / sites[at, column]),
            "hoping": int(hoping[at, column]),
        }
        for column, sector in enumerate(bits)
        for at in np.flatnonzero(sites[:, column])
    ]
    spots.sort(key=lambda spot: (-spot["more"], -spot["points"], spot["area"], spot["sector"]))
    return spots[:most]


def _by_site(population: Population) -> list[tuple[int, Ints]]:
    """Return each site that has young people, with their rows."""
    site = population.young_people.site
    order = np.argsort(site, kind="stable")
    begins = np.flatnonzero(np.diff(site[order], prepend=-1))
    return [(int(site[rows[0]]), rows) for rows in np.split(order, begins[1:]) if len(rows)]


def _scores(population: Population, weights: Weights, rows: Ints, bits: dict[str, int]) -> Ints:
    """Return the score of each young person with the mentor imagined in each sector, int [r, sectors]; -1 where they
    could not meet.
    """
    people = population.young_people.at(rows)
    _, sums = young_sums(population, weights, rows)
    wide = sums.astype(np.int64)
    half_days = np.minimum(4, np.bitwise_count(people.slots)).astype(np.int64)
    close = np.where(people.in_person, 100, ONLINE_CLOSENESS)
    base = wide[:, 9] + (half_days - 1) * wide[:, 6] + close * wide[:, 7]
    score = (base[:, None] + np.where(_hopes(people.aspirations, bits), wide[:, :1], 0)) // UNIT
    can_meet: Bools = (people.in_person | people.online) & (people.need == 0) & (half_days > 0) & (people.languages > 0)
    return np.asarray(np.where(can_meet[:, None], score, -1), dtype=np.int64)


def _hoping(population: Population, rows: Ints, bits: dict[str, int]) -> Ints:
    return np.asarray(_hopes(population.young_people.aspirations[rows], bits).sum(axis=0), dtype=np.int64)


def _hopes(aspirations: Any, bits: dict[str, int]) -> Bools:
    return np.asarray((aspirations[:, None] & np.array(list(bits.values()), dtype=np.uint32)) > 0)
