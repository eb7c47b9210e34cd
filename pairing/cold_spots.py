"""Where one more mentor would be worth most: the duals of the matching as a table that recruitment can act on."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from pairing.candidates import young_sums
from pairing.columns import Population
from pairing.graph import Certified
from pairing.kernel import UNIT
from pairing.problem import Weights

TOGETHER = 1 << 16
"""Young people looked at together."""


def cold_spots(population: Population, weights: Weights, certified: Certified, most: int = 200) -> list[dict[str, Any]]:
    """Return the areas and sectors where one more ready mentor is worth most, the best first.

    The mentor imagined works in the sector, is on the spot, speaks every language, is free at all times and meets no
    young person's limits. With one place they are worth max over young people there of (bonus + score - gain): what the
    matching would gain at most (linear programming's shadow price). `worth` is the mean of that over the area's sites;
    `more_matched` the share of its sites where one more young person would be matched.
    """
    worth = _worth(population, weights, certified)
    areas = sorted(set(population.sites.area))
    area = np.array([areas.index(name) for name in population.sites.area], dtype=np.int64)
    used = np.bincount(population.young_people.site, minlength=len(area)) > 0
    sites = np.bincount(area[used], minlength=len(areas))
    rows = []
    for word, bit in population.vocabulary.bits["sectors"].items():
        values = worth[:, bit.bit_length() - 1]
        total = np.bincount(area[used], weights=values[used], minlength=len(areas))
        more = np.bincount(area[used], weights=values[used] >= certified.bonus, minlength=len(areas))
        rows += [
            {"area": areas[a], "sector": word, "worth": round(total[a] / sites[a]), "more_matched": more[a] / sites[a]}
            for a in np.flatnonzero(sites)
        ]
    rows.sort(key=lambda row: (-row["worth"], row["area"], row["sector"]))
    return rows[:most]


def _worth(population: Population, weights: Weights, certified: Certified) -> NDArray[np.int64]:
    """Return int [sites, 32]: the worth of a mentor at a site, by the bit of their sector."""
    people = population.young_people
    worth = np.zeros((len(population.sites.ids), 32), dtype=np.int64)
    reachable = np.flatnonzero(people.in_person & (people.need == 0))
    order = reachable[np.argsort(people.site[reachable], kind="stable")]
    for first in range(0, len(order), TOGETHER):
        rows = order[first : first + TOGETHER]
        _, sums = young_sums(population, weights, rows)
        base = sums[:, 9] + 3 * sums[:, 6] + 100 * sums[:, 7]
        site, hopes = people.site[rows], people.aspirations[rows]
        begins = np.flatnonzero(np.diff(site, prepend=-1))
        for bit in range(32):
            shared = (hopes >> np.uint32(bit) & np.uint32(1)) > 0
            value = certified.bonus + (base + np.where(shared, sums[:, 0], 0)) // UNIT - certified.gain[rows]
            here = worth[site[begins], bit]
            worth[site[begins], bit] = np.maximum(here, np.maximum.reduceat(value, begins))
    return worth
