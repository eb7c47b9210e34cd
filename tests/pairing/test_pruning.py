"""Blocks that a full pass leaves out: never one that holds anyone who belongs into a list, whatever the prices."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairing import Plan, Searcher, Weights, read_population, write_world
from pairing.search import pruning, scan
from pairing.search.kernel import LANES, NEVER, UNIT, keys
from pairing.search.pruning import bound, groups_of, of_blocks, without_sectors

pytestmark = pytest.mark.slow

WEIGHTS = [Weights(), Weights(bridging=100), Weights(1, 0, 0, 0, 0, 0, 0), Weights(0, 5, 1, 1, 1, 0, 1)]


@pytest.fixture(scope="module")
def population(tmp_path_factory):
    """One town with fifteen blocks of mentors, and two hundred young people at two sites."""
    folder = tmp_path_factory.mktemp("town")
    write_world(folder, mentors=4000, young_people=200, seed=6)
    (folder / "sites.csv").write_text(
        "site,latitude,longitude,area\n" + "".join(f"s{row},53.{5 + row % 2},-2.1,Oldham\n" for row in range(5))
    )
    lines = (folder / "mentors.csv").read_text().splitlines()
    moved = [
        ",".join([name, f"{53.5 + row % 80 / 800}", "-2.1", "25", *rest])
        for row, (name, _, _, _, *rest) in enumerate(line.split(",") for line in lines[1:])
    ]
    (folder / "mentors.csv").write_text("\n".join([lines[0], *moved]) + "\n")
    return read_population(folder)


def prices(seed, mentors):
    rng = np.random.default_rng(seed)
    return np.where(rng.random(mentors) < 0.3, 0, rng.integers(0, 400, mentors)).astype(np.int64)


@pytest.mark.parametrize("weights", WEIGHTS)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_pass_that_leaves_blocks_out_finds_the_same_best_as_one_that_looks_at_all(population, weights, seed):
    searcher = Searcher(population, weights, 0)
    price = prices(seed, 4000)
    few, every = (
        searcher.search(Plan(window=0, best=6, others=0, online=2, prune_from=least), price) for least in (1, 1_000_000)
    )
    assert (few.best == every.best).all()
    assert few.pairs == every.pairs, "what is left out counts as looked at: the bound holds for it"
    for row in range(len(searcher.people)):
        best, whole = (
            np.sort((found.score[row].astype(np.int64) - price[found.right[row]])[found.right[row] >= 0])
            for found in (few, every)
        )
        assert best.tolist() == whole.tolist()


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000), weights=st.sampled_from(WEIGHTS))
def test_no_key_of_a_block_exceeds_its_bound(population, seed, weights):
    searcher = Searcher(population, weights, 0)
    rng = np.random.default_rng(seed)
    chosen = rng.choice(4000, 300, replace=False).astype(np.int32)
    blocks = scan._packed(chosen, rng.random(300) * 1e-5, 300, searcher._columns, prices(seed, 4000).astype(np.int32))
    sectors, cheapest = of_blocks(blocks, 300)
    masks, sums = searcher._young[0], searcher._young[1]
    out = np.empty(LANES, np.int32)
    for i in rng.choice(len(masks), 20):
        for block in range(2):
            top = keys(blocks, block, out, masks, sums, i)
            most = bound(
                without_sectors(masks, sums, i), np.uint32(masks[i, 1] & sectors[block]), sums, i, cheapest[block]
            )
            assert top == NEVER or top <= most


def test_a_pass_really_leaves_blocks_out(population):
    """The control of the tests above: were nothing left out, they would prove nothing."""
    searcher = Searcher(population, Weights(), 0)
    blocks = scan._packed(
        np.arange(4000, dtype=np.int32)[
            np.argsort(groups_of(population.mentors.sectors[searcher.mentors]), kind="stable")
        ],
        np.zeros(4000),
        4000,
        searcher._columns,
        np.zeros(4000, np.int32),
    )
    sectors, _ = of_blocks(blocks, 4000)
    found = searcher.search(Plan(window=0, best=6, others=0, online=0, prune_from=1), np.zeros(4000, np.int64))
    masks, sums = searcher._young[0], searcher._young[1]
    left_out = [
        bound(without_sectors(masks, sums, i), np.uint32(masks[i, 1] & seen), sums, i, 0)
        <= UNIT * int(found.score[i, 5])
        for i in range(len(masks))
        if found.right[i, 5] >= 0
        for seen in sectors
    ]
    assert np.mean(left_out) > 0.05


def test_mentors_alike_in_sectors_have_one_group_and_groups_stay_in_their_range():
    masks = np.array([0, 1, 1 << 31, 0b11, 0b11, 0b111, 0b1011, 0b101, 0xFFFFFFFF], dtype=np.uint32)
    groups = groups_of(masks).tolist()
    assert groups[3] == groups[4] != groups[7]
    assert groups[5] == groups[6]
    assert groups[0] == 0
    assert len({groups[0], groups[1], groups[2], groups[3], groups[5]}) == 5
    every = groups_of(np.random.default_rng(1).integers(0, 1 << 32, 10_000, dtype=np.uint32))
    assert 0 <= every.min() <= every.max() < pruning.GROUPS
