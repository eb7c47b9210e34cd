"""Where one more mentor is worth most: what the table says is what adding that mentor to the files gives."""

import csv

import numpy as np
import pytest

from pairing import Weights, cold_spots_of, pair_population, problem_of, read_population, write_world
from pairing.population.cold_spots import cold_spots

pytestmark = pytest.mark.slow

PARTS = ("morning", "afternoon", "evening")


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """Four sites in two towns, each an area of its own, and nobody online, so that every pair there is can be kept."""
    folder = tmp_path_factory.mktemp("world")
    write_world(folder, mentors=170, young_people=200, seed=8)
    chance = np.random.default_rng(8)
    for name in ("mentors.csv", "sites.csv"):
        placed = []
        for row in read_rows(folder / name):
            town = (53.54, -2.11) if chance.random() < (0.3 if name == "mentors.csv" else 0.5) else (52.48, -1.90)
            place = {
                f"{axis}itude": f"{at + chance.normal(0, 0.05):.5f}"
                for axis, at in zip(("lat", "long"), town, strict=True)
            }
            placed.append(row | place | ({"area": row["site"]} if "site" in row else {}))
        write_rows(folder / name, placed)
    for file in folder.iterdir():
        file.write_text(file.read_text().replace("either", "face_to_face").replace("online", "face_to_face"))
    return folder


def read_rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def answer_of(folder):
    population = read_population(folder)
    return population, pair_population(population, Weights(), k=150)


def test_a_spot_is_worth_what_the_mentor_added_there_gives(world, tmp_path):
    population, answer = answer_of(world)
    before = answer.certified
    spots = cold_spots(population, Weights(), answer, most=10_000)
    checked = [*spots[:6], *spots[-3:], *(spot for spot in spots if not spot["more"])][:14]
    for spot in checked:
        after = answer_of(with_mentor(world, tmp_path, population, spot))[1].certified
        gained = after.matched - before.matched, after.total - before.total
        assert gained == (spot["more"], spot["points"]), spot
    assert {spot["more"] for spot in checked} == {0, 1}


def with_mentor(world, folder, population, spot):
    site = population.sites.area.index(spot["area"])
    for file in world.iterdir():
        (folder / file.name).write_text(file.read_text())
    always = ";".join(f"{d}-{p}" for d in ("mon", "tue", "wed", "thu", "fri", "sat", "sun") for p in PARTS)
    imagined = {
        "mentor": "imagined",
        "latitude": population.sites.latitude[site],
        "longitude": population.sites.longitude[site],
        "reach_km": 0.01,
        "channel": "face_to_face",
        "capacity": 1,
        "slots": always,
        "languages": ";".join(population.vocabulary.bits["languages"]),
        "sectors": spot["sector"],
    }
    write_rows(folder / "mentors.csv", [*read_rows(folder / "mentors.csv"), imagined])
    return folder


def test_one_site_is_told_as_a_round_tells_it(tmp_path):
    write_world(tmp_path, mentors=40, young_people=49, seed=3)
    (site,) = read_rows(tmp_path / "sites.csv")
    place = {name: site[name] for name in ("latitude", "longitude")}
    write_rows(tmp_path / "mentors.csv", [row | place for row in read_rows(tmp_path / "mentors.csv")])
    population, answer = answer_of(tmp_path)
    spots = {spot["sector"]: spot for spot in cold_spots(population, Weights(), answer)}
    expected = cold_spots_of(problem_of(population, Weights()))
    assert len(expected) > 10
    for spot in expected:
        told = spots[spot["work"]]
        assert (told["more"], told["points"], told["hoping"]) == (spot["more"], spot["points"], spot["hoping"])
    assert np.sum([spot["sites"] for spot in spots.values()]) == len(spots)
