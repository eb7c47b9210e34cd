"""An invented population with British geography, to try the engine on. Nobody in it is real.

Mentors are more metropolitan than the sites where young people meet them; 24 sectors, 32 interests and 17 languages
are spread unevenly; a tenth of the young people ask for a mentor of a gender, and a few for a quality.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pairing.files.people import DAY_NAMES, PART_NAMES

SECTORS = (
    "engineering",
    "health care",
    "law",
    "teaching",
    "music",
    "film",
    "finance",
    "farming",
    "building",
    "catering",
    "fashion",
    "games",
    "journalism",
    "marketing",
    "medicine",
    "police",
    "retail",
    "science",
    "social work",
    "software",
    "sport",
    "transport",
    "energy",
    "government",
)
INTERESTS = (
    "chess",
    "football",
    "cooking",
    "reading",
    "drawing",
    "running",
    "gaming",
    "photography",
    "dance",
    "singing",
    "guitar",
    "cricket",
    "swimming",
    "cycling",
    "gardening",
    "travel",
    "history",
    "theatre",
    "coding",
    "poetry",
    "hiking",
    "baking",
    "boxing",
    "climbing",
    "tennis",
    "knitting",
    "astronomy",
    "birds",
    "cars",
    "comics",
    "rugby",
    "yoga",
)
LANGUAGES = (
    "english",
    "polish",
    "urdu",
    "punjabi",
    "bengali",
    "gujarati",
    "arabic",
    "french",
    "portuguese",
    "spanish",
    "tamil",
    "turkish",
    "italian",
    "somali",
    "romanian",
    "welsh",
    "yoruba",
)
BACKGROUNDS = ("north", "south", "east", "")
"""Three words that stand for how people grew up; some say nothing."""
QUALITIES = ("signs BSL", "step-free", "care experience", "first at university")
MATTERS = ("", "", "aspiration", "interests", "availability", "closeness", "bridging")
CITIES = {
    "London": (51.507, -0.128, 8.9),
    "Birmingham": (52.480, -1.903, 2.6),
    "Manchester": (53.480, -2.243, 2.7),
    "Leeds": (53.797, -1.543, 1.8),
    "Glasgow": (55.861, -4.250, 1.2),
    "Southampton": (50.904, -1.404, 0.9),
    "Liverpool": (53.408, -2.991, 0.9),
    "Newcastle": (54.978, -1.618, 0.8),
    "Nottingham": (52.954, -1.158, 0.8),
    "Sheffield": (53.381, -1.470, 0.7),
    "Bristol": (51.454, -2.588, 0.7),
    "Belfast": (54.597, -5.930, 0.6),
    "Leicester": (52.637, -1.139, 0.5),
    "Edinburgh": (55.953, -3.188, 0.5),
    "Brighton": (50.822, -0.137, 0.5),
    "Bournemouth": (50.720, -1.880, 0.5),
    "Cardiff": (51.481, -3.179, 0.5),
    "Middlesbrough": (54.574, -1.235, 0.4),
    "Stoke": (53.003, -2.179, 0.4),
    "Coventry": (52.407, -1.512, 0.4),
    "Hull": (53.745, -0.336, 0.3),
    "Preston": (53.763, -2.703, 0.3),
    "Swansea": (51.622, -3.944, 0.3),
    "Derby": (52.922, -1.475, 0.3),
    "Plymouth": (50.376, -4.143, 0.3),
    "Norwich": (52.630, 1.297, 0.2),
    "Aberdeen": (57.149, -2.094, 0.2),
    "Exeter": (50.718, -3.534, 0.1),
    "Dundee": (56.462, -2.971, 0.2),
    "Inverness": (57.478, -4.225, 0.1),
}
"""Latitude, longitude and millions of people, roughly: the places of a world without a file of postcodes."""

Cells = Sequence[str]
Random = np.random.Generator
Places = tuple[NDArray[np.float64], NDArray[np.float64], list[str], NDArray[np.float64]]


def write_world(folder: Path, *, mentors: int, young_people: int, seed: int, outcodes: Path | None = None) -> None:
    """Write `mentors.csv`, `young_people.csv` and `sites.csv` into a folder; the same seed writes the same files.

    `outcodes` is a CSV with latitude, longitude and county of every outward postcode, if there is one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    places = _outcode_places(outcodes) if outcodes and outcodes.exists() else _city_places()
    sites = min(6000, max(1, young_people // 50))
    _write(folder / "sites.csv", ("site", "latitude", "longitude", "area"), _sites(rng, places, sites))
    header = "mentor,latitude,longitude,reach_km,channel,capacity,slots,languages,sectors,interests,born,background"
    _write(folder / "mentors.csv", (*header.split(","), "gender", "qualities"), _mentors(rng, places, mentors))
    header = "young_person,site,channel,slots,languages,aspirations,interests,matters_most,mentor_gender"
    extra = ("mentor_qualities", "waiting_days", "born", "background", "earlier")
    _write(folder / "young_people.csv", (*header.split(","), *extra), _young_people(rng, young_people, sites, mentors))


def _write(path: Path, header: Sequence[str], blocks: Iterator[Sequence[Cells]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for block in blocks:
            writer.writerows(zip(*block, strict=True))


def _blocks(size: int) -> Iterator[range]:
    return (range(first, min(size, first + 50_000)) for first in range(0, size, 50_000))


def _sites(rng: Random, places: Places, size: int) -> Iterator[Sequence[Cells]]:
    for block in _blocks(size):
        which, latitude, longitude = _somewhere(rng, places, len(block), power=0.8)
        yield [f"s{i}" for i in block], _degrees(latitude), _degrees(longitude), [places[2][row] for row in which]


def _mentors(rng: Random, places: Places, size: int) -> Iterator[Sequence[Cells]]:
    for block in _blocks(size):
        n = len(block)
        _, latitude, longitude = _somewhere(rng, places, n, power=1.1)
        reach = rng.choice([5, 10, 15, 20, 30, 40], n, p=[0.2, 0.25, 0.2, 0.15, 0.12, 0.08])
        capacity = rng.choice([1, 2, 3], n, p=[0.72, 0.2, 0.08])
        yield (
            [f"m{i}" for i in block],
            _degrees(latitude),
            _degrees(longitude),
            _numbers(reach),
            _picked(rng, ("either", "face_to_face", "online"), n, (0.4, 0.5, 0.1)),
            _numbers(capacity),
            _slots(rng, n, 0.25),
            _languages(rng, n),
            _lists(rng, SECTORS, n, 1, 3),
            _lists(rng, INTERESTS, n, 2, 6),
            _numbers(rng.integers(1945, 2001, n)),
            _picked(rng, BACKGROUNDS, n, (0.55, 0.2, 0.15, 0.1)),
            _picked(rng, ("woman", "man", "non-binary"), n, (0.56, 0.43, 0.01)),
            _rare(rng, QUALITIES, n, 0.15),
        )


def _young_people(rng: Random, size: int, sites: int, mentors: int) -> Iterator[Sequence[Cells]]:
    popular = rng.pareto(2.5, sites) + 0.3
    popular /= popular.sum()
    for block in _blocks(size):
        n = len(block)
        earlier = ["" if who >= mentors else f"m{who}" for who in rng.integers(0, 50 * max(1, mentors), n)]
        yield (
            [f"y{i}" for i in block],
            [f"s{i}" for i in rng.choice(sites, n, p=popular)],
            _picked(rng, ("either", "face_to_face", "online"), n, (0.25, 0.7, 0.05)),
            _slots(rng, n, 0.3),
            _languages(rng, n),
            _lists(rng, SECTORS, n, 1, 3),
            _lists(rng, INTERESTS, n, 2, 5),
            _picked(rng, MATTERS, n, (1 / 7,) * 7),
            _picked(rng, ("", "woman", "man"), n, (0.89, 0.08, 0.03)),
            _rare(rng, QUALITIES, n, 0.03),
            _numbers(rng.geometric(1 / 90, n)),
            _numbers(rng.integers(2001, 2013, n)),
            _picked(rng, BACKGROUNDS, n, (0.5, 0.25, 0.15, 0.1)),
            earlier,
        )


def _outcode_places(path: Path) -> Places:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["latitude"] and row["longitude"]]
    latitude = np.array([float(row["latitude"]) for row in rows])
    longitude = np.array([float(row["longitude"]) for row in rows])
    return latitude, longitude, [row["county"] or row["place"] for row in rows], _crowding(latitude, longitude)


def _crowding(latitude: NDArray[np.float64], longitude: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weigh each postcode by how many others are near: outward codes are small where people are many."""
    from scipy.spatial import cKDTree

    flat = np.column_stack([latitude, longitude * np.cos(np.radians(latitude))])
    near = cKDTree(flat).query_ball_point(flat, 0.1, return_length=True)
    return np.asarray(np.sqrt(near), dtype=np.float64)


def _city_places() -> Places:
    values = np.array(list(CITIES.values()))
    return values[:, 0], values[:, 1], list(CITIES), values[:, 2]


def _somewhere(
    rng: Random, places: Places, size: int, power: float
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Draw places with a chance of weight ** power, each a few kilometres off; few named places are spread wider."""
    latitude, longitude, _, weight = places
    chance = weight**power / (weight**power).sum()
    which = rng.choice(len(latitude), size, p=chance)
    spread = 0.02 if len(latitude) > 500 else 0.12
    return which, latitude[which] + rng.normal(0, spread, size), longitude[which] + rng.normal(0, 1.6 * spread, size)


def _picked(rng: Random, words: Sequence[str], size: int, chances: Sequence[float]) -> Cells:
    return [words[i] for i in rng.choice(len(words), size, p=chances)]


def _rare(rng: Random, words: Sequence[str], size: int, chance: float) -> Cells:
    return [words[i] if i < len(words) else "" for i in rng.integers(0, int(len(words) / chance), size)]


def _lists(rng: Random, words: Sequence[str], size: int, least: int, most: int) -> Cells:
    """Draw `least` to `most` words, early ones likelier; now and then the same word twice, which counts once."""
    many = rng.integers(least, most + 1, size)
    drawn = (len(words) * rng.random((size, most)) ** 1.4).astype(int)
    return [
        ";".join(sorted({words[i] for i in row[:count]}))
        for row, count in zip(drawn.tolist(), many.tolist(), strict=True)
    ]


def _languages(rng: Random, size: int) -> Cells:
    second = rng.integers(1, 5 * len(LANGUAGES), size)
    only = rng.random(size) < 0.08
    return [
        "english" if i >= len(LANGUAGES) else LANGUAGES[i] if alone else f"english;{LANGUAGES[i]}"
        for i, alone in zip(second.tolist(), only.tolist(), strict=True)
    ]


def _slots(rng: Random, size: int, chance: float) -> Cells:
    words = [f"{day}-{part}" for day in DAY_NAMES for part in PART_NAMES]
    often = np.array([0.3, 0.5, 2.2] * 5 + [1.2, 1.2, 0.5] * 2) * chance
    free = rng.random((size, len(words))) < often
    free[np.arange(size), rng.integers(0, len(words), size)] = True
    columns = [np.flatnonzero(row).tolist() for row in free]
    return [";".join([words[i] for i in row]) for row in columns]


def _numbers(values: NDArray[np.int64]) -> Cells:
    return [str(value) for value in values.tolist()]


def _degrees(values: NDArray[np.float64]) -> Cells:
    return [f"{value:.5f}" for value in values.tolist()]
