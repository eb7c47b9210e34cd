# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""The compiled pass over sites: find who is near, pack them once, and keep the best for each young person.

Tuples are taken apart once a site and arrays are indexed where they lie: in a loop that takes a tenth of a microsecond,
counting references costs more than the work.
"""

from typing import Any

import numba as nb
import numpy as np

from pairing.arrays import Bits, Bools, Floats, Offsets, Small, Whole
from pairing.geometry import Sorted, hectometres_of, within_reach
from pairing.search.best_lists import filled, holds, insert, is_barred, put
from pairing.search.kernel import LANES, NEVER, RUNS, U, keys, meeting, next_random, pack, places, seeded
from pairing.search.pruning import bound, by_group, of_blocks, without_sectors

ONLINE_BLOCKS = 8
"""Blocks of mentors drawn at random, for each site, to meet online with."""
DRAWN_BLOCKS = 32
"""Blocks of mentors near, drawn for each site of a sampled pass; each young person looks at a run of them."""
FAR_HM = 400
FAR_CHORD = (FAR_HM / 63_710.0) ** 2
"""Beyond this squared chord a mentor is surely far enough for place to count in full, and need not be measured."""
TOGETHER = 16
"""Young people who look at a block before the next one is fetched."""
TRIES = 4
"""Blocks looked at for someone who suits at random, before giving up."""

Places = tuple[Floats, Floats]
"""Latitude and longitude of every site, radians."""
Whereabouts = Any
"""(point float [m, 3] on the unit sphere, NaN when not given; squared chord of reach float [m], -1 for never; group
int16 [m]).
"""
Young = Any
"""(masks [n, 8], sums [n, 12], in_person [n], online [n], barred_start [n + 1], barred): see `searcher`."""
Kept = Any
"""(right [p, k], score [p, k], best [p], row of the first): what a pass fills for p young people that follow one
another.
"""
Hints = Any
"""(sectors uint32 [b], lowest price int32 [b]) of blocks, both empty where nothing is known of them."""
Lists = Any
"""(key [g, k + 1], right [g, k + 1], tally [g, 3]): the best so far of g young people; `tally` holds how many there
are, what a key must exceed, and the greatest met.
"""


@nb.njit(cache=True, nogil=True)
def scan(
    tasks: Offsets,
    sites: Places,
    near: Sorted,
    whereabouts: Whereabouts,
    online: Small,
    packed: Bits,
    columns: Bits,
    price: Small,
    young: Young,
    plan: Small,
    seed: Any,
    kept: Kept,
) -> Whole:
    """Choose candidates for the young people of some sites; return how many pairs were looked at face to face.

    `tasks` int64 [t, 4] are (number, first, last, site): the young people first:last are all at that site. `seed`
    uint64 [2]: for the mentors drawn to meet online with, the same for a site in every pass; for this pass. `plan` is
    (blocks to look at, 0 for all; best to keep; others to keep at random; online ones to keep; blocks from which on
    those that are no use are left out). `online` int32 rows of mentors who meet online. Fills the rows of `kept`:
    mentors, -1 for none; their scores; and the greatest UNIT * (score - price) met, which bounds every pair face to
    face or drawn when all blocks are looked at.
    """
    found, gaps, out = np.empty(len(price), np.int32), np.empty(len(price)), np.empty(LANES, np.int32)
    pairs = 0
    grouped, grouped_gaps = np.empty(len(price), np.int32), np.empty(len(price))
    unknown = np.empty(0, np.uint32), np.empty(0, np.int32)
    for at in range(len(tasks)):
        number, first, last, site = tasks[at, 0], tasks[at, 1], tasks[at, 2], tasks[at, 3]
        latitude, longitude = sites[0][site], sites[1][site]
        state = seeded(seed[1], number)
        enough = max(DRAWN_BLOCKS, 4 * plan[0]) * LANES if plan[0] > 0 else 0
        state = next_random(state)
        size = within_reach(
            latitude, longitude, near, found, gaps, 4 * enough, np.float64(state >> np.uint64(11)) / 2**53
        )
        drawn = size
        if plan[0] > 0:
            drawn = min(size, enough)
            state = _draw(found, gaps, size, drawn, state)
        names, hints = found, unknown
        if plan[0] == 0 and plan[1] > 0 and drawn >= plan[4] * LANES:
            by_group(found, gaps, drawn, whereabouts[2], grouped, grouped_gaps)
            blocks, names = _packed(grouped, grouped_gaps, drawn, columns, price), grouped
            hints = of_blocks(blocks, drawn)
        else:
            blocks = _packed(found, gaps, drawn, columns, price)
        visits = _those(young[2], first, last)
        look: Whole = min(len(blocks), np.int64(plan[0])) if plan[0] > 0 else len(blocks)
        if look > 0:
            state = _choose(visits, names, blocks, look, plan[1], plan[2], out, young, price, state, kept, hints)
            pairs += len(visits) * min(drawn, look * LANES)
        if len(packed):
            here = np.array(
                [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)]
            )
            far, met, near_too = _online_blocks(here, whereabouts, online, packed, seeded(seed[0], site))
            both, alone = _those_online(young[2], young[3], first, last)
            few = np.int64(1 if plan[0] > 0 else len(far))
            state = _choose(both, met, far, few, plan[3], 0, out, young, price, state, kept, unknown)
            wanted = plan[1] + plan[2] + plan[3]
            state = _choose(
                alone, met, near_too, np.int64(len(far)), wanted, 0, out, young, price, state, kept, unknown
            )
    return pairs


@nb.njit(cache=True, nogil=True)
def _those(which: Bools, first: Whole, last: Whole) -> Offsets:
    rows: Offsets = np.flatnonzero(which[first:last]) + first
    return rows


@nb.njit(cache=True, nogil=True)
def _those_online(in_person: Bools, online: Bools, first: Whole, last: Whole) -> tuple[Offsets, Offsets]:
    rows = _those(online, first, last)
    return rows[in_person[rows]], rows[~in_person[rows]]


@nb.njit(cache=True, nogil=True)
def _draw(found: Small, gaps: Floats, size: Whole, drawn: Whole, state: Whole) -> Whole:
    """Bring `drawn` of the first `size` entries to the front, in any order, each set as likely as another."""
    for at in range(drawn):
        state = next_random(state)
        other = at + np.int64(((state >> np.uint64(32)) * np.uint64(size - at)) >> np.uint64(32))
        found[at], found[other] = found[other], found[at]
        gaps[at], gaps[other] = gaps[other], gaps[at]
    return state


@nb.njit(cache=True, nogil=True)
def _packed(found: Small, gaps: Floats, size: Whole, columns: Bits, price: Small) -> Bits:
    """Return blocks uint32 [b, RUNS * LANES]; lanes left over are nobody, who is never free."""
    blocks = np.empty(((size + LANES - 1) // LANES, RUNS * LANES), np.uint32)
    if len(blocks):
        blocks[-1] = 0
    for b in range(len(blocks)):
        first = b * LANES
        many = min(np.int64(LANES), size - first)
        places(blocks[b, 5 * LANES : 5 * LANES + many], gaps[first : first + many])
        for lane in range(many):
            j = U(found[first + lane])
            for run in range(5):
                blocks[b, run * LANES + lane] = columns[j, run]
            blocks[b, 5 * LANES + lane] |= U(columns[j, 5] << U(16))
            blocks[b, 6 * LANES + lane] = U(price[j])
    return blocks


@nb.njit(cache=True, nogil=True)
def packed_online(online: Small, columns: Bits, price: Small) -> Bits:
    """Return blocks uint32 [b, RUNS * LANES] of all who meet online, without where they are."""
    blocks = np.zeros(((len(online) + LANES - 1) // LANES, RUNS * LANES), np.uint32)
    for t in range(len(online)):
        pack(blocks, t // LANES, t % LANES, online[t], U(0), columns, price)
    return blocks


@nb.njit(cache=True, nogil=True)
def _online_blocks(here: Floats, whereabouts: Whereabouts, online: Small, packed: Bits, state: Whole) -> Any:
    """Draw blocks of mentors who meet online; return those without mentors near enough to visit, who they are, and
    all.
    """
    point, chord, _ = whereabouts
    count = min(ONLINE_BLOCKS, len(packed))
    met = np.full(count * LANES, -1, np.int32)
    far, both = np.empty((count, RUNS * LANES), np.uint32), np.empty((count, RUNS * LANES), np.uint32)
    offset = np.int64(state % np.uint64(max(1, len(packed))))
    for b in range(count):
        source = (offset + b) % len(packed)
        far[b], both[b] = packed[source], packed[source]
        left_over: Whole = len(online) - source * LANES
        for t in range(min(LANES, left_over)):
            j = online[source * LANES + t]
            met[b * LANES + t] = j
            gap = (point[j, 0] - here[0]) ** 2 + (point[j, 1] - here[1]) ** 2 + (point[j, 2] - here[2]) ** 2
            how = meeting(0 if np.isnan(gap) else FAR_HM if gap > FAR_CHORD else hectometres_of(gap), True)
            born = 5 * LANES + t
            far[b, born] = both[b, born] = both[b, born] | how
            if gap <= chord[j]:
                far[b, t] = U(0)
    return far, met, both


@nb.njit(cache=True, nogil=True)
def _choose(
    rows: Offsets,
    names: Small,
    blocks: Bits,
    look: Whole,
    best: Whole,
    others: Whole,
    out: Small,
    young: Young,
    price: Small,
    state: Whole,
    kept: Kept,
    hints: Hints,
) -> Whole:
    """Keep the best of `look` blocks for each of the young people, from a random one on, and `others` who merely
    suit.
    """
    right, score, greatest, offset = kept
    count = len(blocks)
    lists = (
        np.empty((TOGETHER, best + 1), np.int32),
        np.empty((TOGETHER, best + 1), np.int32),
        np.empty((TOGETHER, 3), np.int32),
    )
    key, chosen, tally = lists
    begin = np.zeros(TOGETHER, np.int64)
    for start in range(0, len(rows), TOGETHER):
        group = rows[start : start + TOGETHER]
        for g in range(len(group)):
            if look < count:
                state = next_random(state)
                begin[g] = np.int64(((state >> np.uint64(32)) * np.uint64(count)) >> np.uint64(32))
        _best_of(group, begin, look, names, blocks, out, young, lists, hints)
        for g in range(len(group)):
            i = group[g]
            greatest[i - offset] = max(greatest[i - offset], tally[g, 2])
            at = filled(right, i - offset)
            for s in range(tally[g, 0]):
                put(i - offset, at + s, chosen[g, s], key[g, s], price, right, score)
            if others > 0:
                after = (begin[g] + look) % count
                state = _others(i, at + tally[g, 0], others, after, names, blocks, out, young, price, state, kept)
    return state


@nb.njit(cache=True, nogil=True)
def _best_of(
    group: Offsets,
    begin: Offsets,
    look: Whole,
    names: Small,
    blocks: Bits,
    out: Small,
    young: Young,
    lists: Lists,
    hints: Hints,
) -> None:
    """Fill the lists of a group, best first; a block is used by all of them while it is in the cache.

    Where something is known of the blocks, those with a sector in common come first, and those that are no use are left
    out.
    """
    masks, sums = young[0], young[1]
    sectors, cheapest = hints
    tally = lists[2]
    most = np.zeros(len(group), np.int64)
    for g in range(len(group)):
        tally[g, 0], tally[g, 1], tally[g, 2] = 0, NEVER, NEVER
        most[g] = without_sectors(masks, sums, group[g])
    for turn in range(2 if len(sectors) else 1):
        for step in range(look):
            for g in range(len(group)):
                i = group[g]
                at = begin[g] + step
                at -= len(blocks) if at >= len(blocks) else 0
                if len(sectors):
                    shared = U(masks[i, 1] & sectors[at])
                    if (shared == U(0)) != (turn == 1) or bound(most[g], shared, sums, i, cheapest[at]) <= tally[g, 1]:
                        continue
                if keys(blocks, at, out, masks, sums, i) > tally[g, 1]:
                    _take(g, i, at, names, out, young, lists)


@nb.njit(cache=True, nogil=True)
def _take(g: Whole, i: Whole, at: Whole, names: Small, out: Small, young: Young, lists: Lists) -> None:
    """Put the keys of a block that are good enough into the list of one of a group."""
    barred_start, barred = young[4], young[5]
    key, chosen, tally = lists
    wanted: Whole = key.shape[1] - 1
    size, floor, most = tally[g, 0], tally[g, 1], tally[g, 2]
    has_barred = barred_start[i + 1] > barred_start[i]
    for t in range(LANES):
        if out[t] > floor:
            j = names[at * LANES + t]
            if has_barred and is_barred(i, j, barred_start, barred):
                continue
            most = max(most, out[t])
            if wanted > 0:
                size = insert(key, chosen, g, size, wanted, out[t], j)
            if size == wanted:
                floor = key[g, wanted - 1] if wanted > 0 else most
    tally[g, 0], tally[g, 1], tally[g, 2] = size, floor, most


@nb.njit(cache=True, nogil=True)
def _others(
    i: Whole,
    at: Whole,
    others: Whole,
    block: Whole,
    names: Small,
    blocks: Bits,
    out: Small,
    young: Young,
    price: Small,
    state: Whole,
    kept: Kept,
) -> Whole:
    """Keep some who suit, whoever they are, from random lanes of the blocks that come next."""
    right, score, _, offset = kept
    wanted = at + others
    for tried in range(TRIES):
        if at == wanted:
            break
        source = (block + tried) % len(blocks)
        keys(blocks, source, out, young[0], young[1], i)
        state = next_random(state)
        turn = np.int64(state % np.uint64(LANES))
        for t in range(LANES):
            lane = (turn + t) % LANES
            if out[lane] == NEVER:
                continue
            j = names[source * LANES + lane]
            if not holds(right, i - offset, at, j) and not is_barred(i, j, young[4], young[5]):
                put(i - offset, at, j, out[lane], price, right, score)
                at += 1
                if at == wanted:
                    break
    return state
