"""From two files to pairs: the compiled engine against the exact door and against the independent checker."""

import json
import subprocess
import sys

import numpy as np
import pytest

from pairing import (
    BadProblem,
    Plan,
    Searcher,
    Weights,
    fit,
    pair_folder,
    pair_population,
    pool_of,
    problem_of,
    propose,
    read_population,
    verify_pairs,
    write_world,
)
from pairing.population.components import components_of

pytestmark = pytest.mark.slow

EVERYTHING = Plan(window=0, best=300, others=0, online=300)
NEUTRAL = Weights(3, 1, 4, 1, 5, 9, 2)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world")
    write_world(folder, mentors=250, young_people=250, seed=3)
    return folder


@pytest.fixture(scope="module")
def population(world):
    return read_population(world)


@pytest.fixture(scope="module")
def visiting_world(world, tmp_path_factory):
    """The same world with nobody online: there `k` as great as the number of mentors keeps every pair there is."""
    folder = tmp_path_factory.mktemp("visiting")
    for file in world.iterdir():
        text = file.read_text().replace("either", "face_to_face").replace("online", "face_to_face")
        (folder / file.name).write_text(text)
    return folder


@pytest.mark.parametrize("weights", [Weights(), NEUTRAL, Weights(bridging=100), Weights(0, 0, 1, 0, 0, 0, 0)])
def test_the_kernel_scores_every_pair_as_the_exact_door_does(population, weights):
    searcher = Searcher(population, weights, 0)
    found = searcher.search(EVERYTHING, np.arange(250) % 7 * 100)
    problem = problem_of(population, weights)
    pool = pool_of(problem.mentors)
    for row, which in enumerate(searcher.people):
        alone = fit(pool, problem.young_people[which], weights)
        able = np.flatnonzero(alone.possible)
        kept = found.right[row] >= 0
        expected = dict(zip(able.tolist(), alone.score[able].tolist(), strict=True))
        assert (
            dict(zip(searcher.mentors[found.right[row][kept]].tolist(), found.score[row][kept].tolist(), strict=True))
            == expected
        )


def test_the_components_add_up_to_the_kernels_score(population):
    found = pair_population(population, NEUTRAL)
    rows = np.flatnonzero(found.mentor >= 0)
    assert (components_of(population, NEUTRAL, rows, found.mentor[rows]).score == found.score[rows]).all()


@pytest.mark.parametrize("profile", ["fast", "certified"])
def test_a_small_population_is_paired_as_well_as_can_be(world, population, profile, tmp_path):
    """With so few people every window holds everyone, and the checker proves the answer over all pairs."""
    report = pair_folder(world, tmp_path / "pairs.csv", tmp_path / "report.json", profile=profile, k=250)
    verdict = verify_pairs(world, tmp_path / "pairs.csv", prove=True)
    assert verdict.proven
    exact = propose(problem_of(population, Weights()))
    assert (report["matched"], report["total"]) == (verdict.matched, verdict.total) == (exact.matched, exact.total)
    assert report["gap"] == 0
    assert report["most_proven"]
    assert json.loads((tmp_path / "report.json").read_text())["matched"] == report["matched"]


def test_the_full_graph_bound_is_a_bound_with_few_candidates_too(world, population, tmp_path):
    report = pair_folder(world, tmp_path / "pairs.csv", profile="certified", k=4)
    exact = propose(problem_of(population, Weights()))
    assert report["matched"] == exact.matched
    assert report["total"] <= exact.total <= report["full_graph_bound"]
    assert 0 <= report["full_graph_gap"] < 0.001
    assert verify_pairs(world, tmp_path / "pairs.csv").complaints == ()


def test_workers_change_nothing(population):
    alone, together = (pair_population(population, Weights(), k=4, workers=many) for many in (1, 2))
    assert (alone.mentor == together.mentor).all()


def test_the_same_seed_gives_the_same_pairs_and_another_seed_as_good_ones(visiting_world):
    population = read_population(visiting_world)
    one, same, other = (pair_population(population, Weights(), k=250, seed=seed) for seed in (1, 1, 2))
    assert (one.mentor == same.mentor).all()
    assert (one.certified.matched, one.certified.total) == (other.certified.matched, other.certified.total)


def test_one_more_mentor_never_lowers_the_objective(visiting_world, tmp_path):
    lines = (visiting_world / "mentors.csv").read_text().splitlines(keepends=True)
    for name in ("sites.csv", "young_people.csv"):
        (tmp_path / name).write_text((visiting_world / name).read_text())
    (tmp_path / "mentors.csv").write_text("".join(lines[:-1]))
    fewer = pair_population(read_population(tmp_path), Weights(), k=250).certified
    more = pair_population(read_population(visiting_world), Weights(), k=250).certified
    assert (fewer.matched, fewer.total) <= (more.matched, more.total)


def test_everybody_at_one_site_with_one_mentor_for_all(tmp_path):
    write_world(tmp_path, mentors=1, young_people=5000, seed=1)
    (tmp_path / "sites.csv").write_text(
        "site,latitude,longitude,area\n" + "".join(f"s{i},53.5,-2.1,Oldham\n" for i in range(100))
    )
    (tmp_path / "mentors.csv").write_text(
        "mentor,latitude,longitude,reach_km,channel,capacity,slots,languages,sectors\n"
        "m0,53.5,-2.1,1,face_to_face,1000,sat-morning,english,law\n"
    )
    report = pair_folder(tmp_path, tmp_path / "pairs.csv")
    assert report["matched"] == 1000
    assert verify_pairs(tmp_path, tmp_path / "pairs.csv").complaints == ()


HALF_DAYS = ("mon-evening", "tue-evening;wed-morning", "sat-morning;sun-afternoon", "mon-evening;fri-afternoon")
SECTORS = ("law", "health", "music")


def test_a_million_young_people_at_one_site_are_answered_within_bounds(tmp_path):
    """A crowd that outnumbers its mentors 500 to 1. Measured: 20 CPU seconds and 730 MB, compiling apart; the bounds
    leave room for a slow day.

    It runs in a process of its own, so that the memory is its own.
    """
    (tmp_path / "sites.csv").write_text("site,latitude,longitude,area\ns,53.5,-2.1,Oldham\n")
    with (tmp_path / "mentors.csv").open("w") as file:
        file.write("mentor,latitude,longitude,reach_km,channel,capacity,slots,languages,sectors,born\n")
        file.writelines(
            f"m{row},{53.5 + row % 97 / 1000},-2.1,30,{'either' if row % 3 else 'face_to_face'},{1 + row % 3},"
            f"{HALF_DAYS[row % 4]},english,"
            f"{SECTORS[row % 3]},{1950 + row % 40}\n"
            for row in range(1000)
        )
    with (tmp_path / "young_people.csv").open("w") as file:
        file.write("young_person,site,channel,slots,languages,aspirations,waiting_days,born\n")
        file.writelines(
            f"y{row},s,{'either' if row % 5 else 'face_to_face'},{HALF_DAYS[row % 4]},english,{SECTORS[row % 3]},"
            f"{row % 400},{1998 + row % 10}\n"
            for row in range(1_000_000)
        )
    code = (
        "from pathlib import Path; import sys; from pairing import pair_folder; f = Path(sys.argv[1]); "
        "pair_folder(f, f / 'pairs.csv', f / 'report.json')"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, timeout=900)
    report = json.loads((tmp_path / "report.json").read_text())
    assert (report["young_people"], report["matched"], report["gap"]) == (1_000_000, 1999, 0), "every place is taken"
    assert report["peak_memory_mb"] < 1000
    assert sum(report["seconds"].values()) < 180
    assert sum(report["reasons"]["people"].values()) == report["unmatched"] == 998_001
    paired = {line.split(",")[0] for line in (tmp_path / "pairs.csv").read_text().splitlines()}
    with (tmp_path / "young_people.csv").open() as file:
        some = [line for line in file if line.split(",")[0] in paired]
    (tmp_path / "young_people.csv").write_text(
        "".join(some)
    )  # the checker reads everyone into memory: those who were paired are enough
    assert len(some) == 2000
    assert verify_pairs(tmp_path, tmp_path / "pairs.csv").complaints == ()


@pytest.mark.parametrize(("mentors", "young_people"), [(0, 0), (0, 30), (30, 0)])
def test_empty_sides_are_answered(tmp_path, mentors, young_people):
    write_world(tmp_path, mentors=mentors, young_people=young_people, seed=1)
    report = pair_folder(tmp_path, tmp_path / "pairs.csv", profile="certified")
    assert (report["matched"], report["unmatched"], report["total"]) == (0, young_people, 0)


def test_a_site_without_mentors_leaves_its_people_out_and_says_why(world, tmp_path):
    for name in ("mentors.csv", "young_people.csv"):
        (tmp_path / name).write_text((world / name).read_text().replace("either", "face_to_face"))
    (tmp_path / "sites.csv").write_text(
        "site,latitude,longitude,area\n" + "".join(f"s{i},0.0,-30.0,Ocean\n" for i in range(5))
    )
    report = pair_folder(tmp_path, tmp_path / "pairs.csv", profile="certified")
    assert report["reasons"]["people"]["meeting"] > 200, "some mentors are online, where nobody here meets"
    nowhere = tmp_path / "mentors.csv"
    nowhere.write_text(nowhere.read_text().replace("online", "face_to_face"))
    report = pair_folder(tmp_path, tmp_path / "pairs.csv", profile="certified")
    assert set(report["reasons"]["people"]) == {"several"}, "a journey across the sea is no small change"


def test_the_report_holds_fairness_bridges_and_cold_spots(world, tmp_path):
    report = pair_folder(world, tmp_path / "pairs.csv")
    everybody = report["fairness"][0]
    assert everybody["name"] == "everybody"
    share = everybody["matched"]
    assert share["low"] < share["value"] == report["matched"] / 250 < share["high"]
    assert 0 < report["bridging"]["crossed"]["background"]["value"] < 1
    assert 0 < report["bridging"]["bridge_index"]["value"] < 1
    worst = report["cold_spots"][0]
    assert {"area", "sector", "sites", "more", "points", "hoping"} == set(worst)
    assert worst["more"] >= report["cold_spots"][-1]["more"]
    assert sum(report["reasons"]["people"].values()) == report["unmatched"]


@pytest.mark.parametrize("options", [{"profile": "slow"}, {"k": 0}, {"workers": 0}])
def test_unknown_options_are_refused(population, options):
    with pytest.raises(BadProblem):
        pair_population(population, Weights(), **options)


def test_the_checker_catches_a_pair_that_was_made_up(world, tmp_path):
    pairs = tmp_path / "pairs.csv"
    pair_folder(world, pairs)
    lines = pairs.read_text().splitlines(keepends=True)
    name, mentor, score, *rest = lines[1].split(",")
    wrong = ",".join([name, mentor, str(int(score) + 1), *rest])
    pairs.write_text("".join([lines[0], wrong, *lines[2:], lines[3]]))
    complaints = " ".join(verify_pairs(world, pairs).complaints)
    assert "the score is" in complaints
    assert "is paired 2 times" in complaints
