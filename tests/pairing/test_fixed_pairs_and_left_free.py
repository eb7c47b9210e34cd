"""What a large round offers beyond its pairs: repair without moving anyone who is settled, and reasons for mentors
left free.
"""

import csv
from collections import Counter

import numpy as np
import pytest
from click.testing import CliRunner

from onemm.config.cli.pairing import pair
from pairing import (
    COMPONENTS,
    BadFile,
    Weights,
    fit,
    pair_folder,
    pool_of,
    problem_of,
    propose,
    read_population,
    verify_pairs,
    why_unmatched,
    write_world,
)
from pairing.population.left_free import count_young_people, left_free
from pairing.population.limits import COUNTS
from pairing.population.why_unmatched import count_limits
from pairing.population.why_unmatched import why_unmatched as why_unmatched_in_bulk
from pairing.rounds.fit import LIMITS

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world")
    write_world(folder, mentors=300, young_people=250, seed=5)
    return folder


def paired(path):
    with path.open(encoding="utf-8", newline="") as file:
        return {row["young_person"]: row["mentor"] for row in csv.DictReader(file)}


def keep(path, pairs):
    path.write_text("young_person,mentor\n" + "".join(f"{one},{other}\n" for one, other in pairs), encoding="utf-8")
    return path


def test_settled_pairs_stay_and_the_rest_is_matched_around_them(world, tmp_path):
    first = pair_folder(world, tmp_path / "first.csv", profile="certified", k=250)
    before = paired(tmp_path / "first.csv")
    declined = min(before)
    settled = {one: other for one, other in before.items() if one != declined}
    again = pair_folder(
        world, tmp_path / "again.csv", profile="certified", k=250, keep=keep(tmp_path / "settled.csv", settled.items())
    )
    after = paired(tmp_path / "again.csv")
    assert {one: after[one] for one in settled} == settled
    assert again["kept"] == len(settled)
    assert (again["matched"], again["total"]) == (first["matched"], first["total"])
    assert again["total"] <= again["full_graph_bound"]
    assert verify_pairs(world, tmp_path / "again.csv").complaints == ()


def test_a_settled_pair_that_is_far_from_best_stays_too_and_nobody_is_over_capacity(world, tmp_path):
    pairs = list(paired_as_chance_has_it(world))
    pair_folder(world, tmp_path / "pairs.csv", keep=keep(tmp_path / "settled.csv", pairs))
    after = paired(tmp_path / "pairs.csv")
    assert all(after[one] == other for one, other in pairs)
    assert not [words for words in verify_pairs(world, tmp_path / "pairs.csv").complaints if "takes" in words]


def paired_as_chance_has_it(world):
    """The last young people with mentors who suit them, each mentor once."""
    problem = problem_of(read_population(world), Weights())
    pool = pool_of(problem.mentors)
    used = set()
    for person in problem.young_people[-20:]:
        able = [int(row) for row in np.flatnonzero(fit(pool, person, problem.weights).possible) if int(row) not in used]
        if able:
            used.add(able[-1])
            yield person.id, pool.mentors[able[-1]].id


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([("nobody", "m1")], "settled.csv, row 2, column young_person: 'nobody' is unknown"),
        ([("y1", "m1"), ("y1", "m2")], "settled.csv, row 3, column young_person: 'y1' is unknown, or kept twice"),
        ([("y1", "nobody")], "settled.csv, row 2, column mentor: 'nobody' is unknown"),
        (
            [(f"y{row}", "m1") for row in range(4)],
            "column mentor: 'm1' is unknown, or has fewer places than pairs to keep",
        ),
    ],
)
def test_a_pair_that_cannot_be_kept_is_told_by_file_row_and_column(world, tmp_path, pairs, words):
    with pytest.raises(BadFile) as caught:
        pair_folder(world, tmp_path / "pairs.csv", keep=keep(tmp_path / "settled.csv", pairs))
    assert words in str(caught.value)


def test_the_command_line_keeps_pairs(world, tmp_path):
    settled = keep(tmp_path / "settled.csv", list(paired_as_chance_has_it(world))[:3])
    run = CliRunner().invoke(pair, [str(world), "--out", str(tmp_path / "pairs.csv"), "--keep", str(settled)])
    assert run.exit_code == 0, run.output
    assert set(paired(settled).items()) <= set(paired(tmp_path / "pairs.csv").items())


def test_limits_are_counted_as_the_exact_door_counts_them_from_either_side(world):
    population = read_population(world)
    problem = problem_of(population, Weights())
    pool = pool_of(problem.mentors)
    fails = np.array([fit(pool, person, problem.weights).fails for person in problem.young_people])
    of = {name: fails[:, at] for at, name in enumerate(LIMITS)}
    could_meet = ~of["channel"] & ~of["distance"]
    by_mentor, by_person = count_young_people(population, np.arange(300)), count_limits(population, np.arange(250))
    has_place = ~of["places"]
    other = of["time"].astype(int) + of["language"] + of["qualities"]
    expected = {
        "in_reach": could_meet,
        "time": could_meet & of["time"],
        "language": could_meet & of["language"],
        "qualities": could_meet & of["qualities"],
        "barred": could_meet & of["excluded"],
        "possible": could_meet & (other == 0) & ~of["excluded"],
        "time_alone": could_meet & of["time"] & (other == 1) & ~of["excluded"],
    }
    for name, which in expected.items():
        assert (by_mentor[:, COUNTS.index(name)] == which.sum(axis=0)).all(), name
        assert (by_person[:, COUNTS.index(name)] == (which & has_place).sum(axis=1)).all(), name


def test_the_reasons_are_those_of_the_exact_door(world, tmp_path):
    """With so few people every pair is looked at, so that a country's reasons can be held to a round's."""
    population = read_population(world)
    problem = problem_of(population, Weights())
    solution = propose(problem)
    rows = {name: row for row, name in enumerate(population.mentors.ids)}
    mentor = np.array([-1] * len(problem.young_people))
    places = {person.id: at for at, person in enumerate(problem.young_people)}
    for chosen in solution.pairs:
        mentor[places[chosen.young_person]] = rows[chosen.mentor]
    said = why_unmatched_in_bulk(population, mentor)["people"]
    assert said == dict(Counter(str(told.reason) for told in why_unmatched(problem, solution)))
    assert len(said) > 1


def test_every_mentor_left_free_is_told_what_would_help(world, tmp_path):
    report = pair_folder(world, tmp_path / "pairs.csv")
    told = report["mentors_left_free"]
    with (world / "mentors.csv").open(encoding="utf-8", newline="") as file:
        ready = {row["mentor"] for row in csv.DictReader(file) if int(row["capacity"])}
    assert {each["mentor"] for each in told["each"]} == ready - set(paired(tmp_path / "pairs.csv").values())
    assert told["free"] == told["looked_at"] == sum(told["people"].values()) == len(told["each"])
    assert all(each["change"].endswith(".") for each in told["each"])
    population = read_population(world)
    few = left_free(population, np.full(250, -1), most=10)
    assert few["free"] == 300
    assert few["looked_at"] <= 10


def changed(world, folder, **changes):
    """The world with the rows of its files changed by functions from row to row, and the rows turned round."""
    for name in ("sites", "mentors", "young_people"):
        with (world / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = [changes.get(name, dict)(row) for row in csv.DictReader(file)][::-1]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return folder


def test_another_order_and_other_names_change_neither_the_number_nor_the_total(world, tmp_path):
    """With nobody online every pair there is is kept, so that chance has no part in it."""

    def visiting(row):
        return row | {"channel": "face_to_face"} | ({"earlier": ""} if "earlier" in row else {})

    def renamed(row):
        return visiting(row) | {name: f"new {row[name]}" for name in ("mentor", "young_person") if name in row}

    folders = [tmp_path / "one", tmp_path / "other"]
    for folder, change in zip(folders, (visiting, renamed), strict=True):
        folder.mkdir()
        changed(world, folder, mentors=change, young_people=change)
    again = changed(folders[1], folders[1])
    one, other = (pair_folder(folder, tmp_path / "pairs.csv", k=300) for folder in (folders[0], again))
    assert (one["matched"], one["total"]) == (other["matched"], other["total"])


def test_mentors_without_a_place_are_given_nobody(world, tmp_path):
    full = changed(world, tmp_path, mentors=lambda row: row | {"capacity": "0"})
    report = pair_folder(full, tmp_path / "pairs.csv", profile="certified")
    assert (report["matched"], report["total"], report["mentors_left_free"]["free"]) == (0, 0, 0)


def test_all_scores_equal_still_matches_as_many_as_can_be(world, tmp_path):
    (tmp_path / "weights.toml").write_text(
        "waiting = 1\n" + "".join(f"{name} = 0\n" for name in COMPONENTS if name != "waiting"), encoding="utf-8"
    )
    alike = changed(world, tmp_path, young_people=lambda row: row | {"waiting_days": "0"})
    weights = tmp_path / "weights.toml"
    report = pair_folder(alike, tmp_path / "pairs.csv", profile="certified", weights=weights, k=250)
    assert report["total"] == report["bound"] == 0
    assert verify_pairs(alike, tmp_path / "pairs.csv", weights=weights, prove=True).most == report["matched"]
