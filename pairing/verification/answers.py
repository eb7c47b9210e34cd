"""An independent checker: it reads input and output afresh, shares no scoring with the engine, and trusts nothing.

Scores are worked out here once more, from the description in docs/how-to/pair-two-files.md, in plain Python.
"""

import csv
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pairing.files.weights import shares_from
from pairing.verification.certificate import most_and_bound

COMMON_TONGUES = {"en", "eng", "english"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checker found: complaints (none means all is well), and the totals as it makes them.

    `most` is the greatest number that could be matched and `bound` what no set of as many pairs can exceed, each None
    where it was not worked out.
    """

    complaints: tuple[str, ...]
    matched: int
    total: int
    most: int | None = None
    bound: int | None = None

    @property
    def proven(self) -> bool:
        """Nothing is wrong, nobody more could be matched, and no total could be greater."""
        return not self.complaints and self.matched == self.most and self.total == self.bound


def verify_edges(edges: Path, capacities: Path | None, out: Path) -> Verdict:
    """Check the answer to a bare problem, and prove or bound it from the two files alone."""
    score = {(row["left"], row["right"]): int(row["score"]) for row in _rows(edges)}
    places = {row["right"]: int(row["capacity"]) for row in _rows(capacities)} if capacities else {}
    pairs = [(row["left"], row["right"], int(row["score"])) for row in _rows(out)]
    complaints = [f"{left} is matched twice" for left, many in Counter(pair[0] for pair in pairs).items() if many > 1]
    for right, many in Counter(pair[1] for pair in pairs).items():
        if many > places.get(right, 1):
            complaints.append(f"{right} has {many} and takes {places.get(right, 1)}")
    for left, right, points in pairs:
        if score.get((left, right)) != points:
            complaints.append(f"{left} and {right}: {points} is not the score of any edge of theirs")
    total = sum(pair[2] for pair in pairs)
    if complaints:
        return Verdict(tuple(complaints), len(pairs), total)
    most, bound = most_and_bound(score, places, {left: right for left, right, _ in pairs})
    return Verdict((), len(pairs), total, most, bound)


def verify_pairs(folder: Path, pairs: Path, *, weights: Path | None = None, prove: bool = False) -> Verdict:
    """Check `pairs.csv` against the folder it was made from: limits, capacity, scores and distances of every pair.

    `prove` also looks at all young people with all mentors, online ones included, which takes a while beyond a few
    thousand, and works out the most that could be matched and the bound.
    """
    share = shares_from(weights)
    sites = {row["site"]: row for row in _rows(folder / "sites.csv")}
    mentors = {row["mentor"]: _Person(row, row) for row in _rows(folder / "mentors.csv")}
    people = {row["young_person"]: _Person(row, sites[row["site"]]) for row in _rows(folder / "young_people.csv")}
    complaints: list[str] = []
    seen: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    chosen: dict[str, str] = {}
    total = 0
    for row in _rows(pairs):
        young, mentor = people.get(row["young_person"]), mentors.get(row["mentor"])
        name = f"{row['young_person']} with {row['mentor']}"
        if young is None or mentor is None:
            complaints.append(f"{name}: one of them is not in the folder")
            continue
        seen[young.row["young_person"]] += 1
        taken[mentor.row["mentor"]] += 1
        chosen[row["young_person"]] = row["mentor"]
        complaints += [f"{name}: {words}" for words in _complaints_of(young, mentor, row, share)]
        total += int(row["score"])
    complaints += [f"{id_} is paired {many} times" for id_, many in seen.items() if many > 1]
    complaints += [
        f"{id_} has {many} and takes {mentors[id_].row['capacity']}"
        for id_, many in taken.items()
        if many > int(mentors[id_].row["capacity"])
    ]
    if complaints or not prove:
        return Verdict(tuple(complaints), sum(seen.values()), total)
    scores = {
        (y, m): score_of(young, mentor, share)
        for y, young in people.items()
        for m, mentor in mentors.items()
        if not broken_limits(young, mentor)
    }
    places = {id_: int(mentor.row["capacity"]) for id_, mentor in mentors.items()}
    most, bound = most_and_bound(scores, places, chosen)
    return Verdict((), sum(seen.values()), total, most, bound)


class _Person:
    """A row with its lists taken apart once."""

    def __init__(self, row: dict[str, str], place: dict[str, str]) -> None:
        self.row = row
        self.lists = {name: set(filter(None, cell.split(";"))) for name, cell in row.items() if name != "gender"}
        self.latitude = math.radians(float(place["latitude"])) if place["latitude"] else math.nan
        self.longitude = math.radians(float(place["longitude"])) if place["longitude"] else math.nan

    def words(self, name: str) -> set[str]:
        return self.lists.get(name, set())


def kilometres(place: _Person, other_place: _Person) -> float:
    """Great-circle distance (spherical law of haversines, mean radius 6371.0088 km); NaN when a place is not known."""
    half = (place.latitude - other_place.latitude) / 2, (place.longitude - other_place.longitude) / 2
    h = math.sin(half[0]) ** 2 + math.cos(place.latitude) * math.cos(other_place.latitude) * math.sin(half[1]) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


def _visits(young: _Person, mentor: _Person) -> bool:
    both = all(person.row["channel"] in {"face_to_face", "either"} for person in (young, mentor))
    return both and kilometres(young, mentor) <= float(mentor.row["reach_km"] or 0) + 1e-6


def broken_limits(young: _Person, mentor: _Person) -> list[str]:
    """Return the limits that forbid a pair, in words."""
    asked = young.words("mentor_qualities") | young.words("mentor_gender")
    has = mentor.words("qualities") | {mentor.row.get("gender", "")}
    online = all(person.row["channel"] in {"online", "either"} for person in (young, mentor))
    barred = young.words("earlier") | young.words("excluded")
    limits = {
        "no place": int(mentor.row["capacity"]) == 0,
        "no way to meet": not online and not _visits(young, mentor),
        "no common half-day": not young.words("slots") & mentor.words("slots"),
        "no common language": not young.words("languages") & mentor.words("languages"),
        "a limit of the young person": not asked <= has,
        "excluded or met before": mentor.row["mentor"] in barred
        or young.row["young_person"] in mentor.words("excluded"),
    }
    return [words for words, broken in limits.items() if broken]


def score_of(young: _Person, mentor: _Person, share: dict[str, int]) -> int:
    """Return the score of a pair, from 0 to 1000."""
    sectors = len(young.words("aspirations") & mentor.words("sectors"))
    interests = len(young.words("interests") & mentor.words("interests"))
    free = len(young.words("slots") & mentor.words("slots"))
    distance = kilometres(young, mentor)
    tenths = 0 if math.isnan(distance) else math.floor(distance * 10 + 0.5)
    part = {
        "aspiration": _of_named((0, 70, 90, 100), sectors, len(young.words("aspirations"))),
        "interests": _of_named((0, 50, 80, 100), interests, len(young.words("interests"))),
        "availability": min(100, 25 * free),
        "closeness": max(0, 100 - tenths // 4) if _visits(young, mentor) else 50,
        "waiting": min(100, 100 * int(young.row.get("waiting_days") or 0) // 180),
    }
    tongues = {
        word for word in young.words("languages") & mentor.words("languages") if word.casefold() not in COMMON_TONGUES
    }
    part_200 = {name: 2 * value for name, value in part.items()}
    part_200["bridging"] = min(2, sectors + interests + bool(tongues)) * _apart(young, mentor, tenths)
    named = young.row.get("matters_most", "")
    extra = [named] * 4 if named else ["aspiration", "interests", "availability", "closeness"]
    total = sum(4 * share[name] * value for name, value in part_200.items())
    return (total + sum(share["matters_most"] * part_200[name] for name in extra)) // 800


def _of_named(table: tuple[int, ...], shared: int, named: int) -> int:
    return 100 if named and shared == named else table[min(3, shared)]


def _apart(young: _Person, mentor: _Person, tenths: int) -> int:
    young_background, mentor_background = young.words("background"), mentor.words("background")
    apart = 50 if young_background and mentor_background and not young_background & mentor_background else 0
    if int(young.row.get("born") or 0) and int(mentor.row.get("born") or 0):
        apart += min(25, max(0, int(young.row["born"]) - int(mentor.row["born"]) - 15))
    return apart + min(25, max(0, (tenths - 30) // 4)) if apart else 0


def _complaints_of(young: _Person, mentor: _Person, row: dict[str, str], share: dict[str, int]) -> list[str]:
    complaints = broken_limits(young, mentor)
    score = score_of(young, mentor, share)
    if abs(score - int(row["score"])) > 0:
        complaints.append(f"the score is {score}, not {row['score']}")
    distance = kilometres(young, mentor)
    if row["distance_km"] and abs(distance - float(row["distance_km"])) > 0.0501:
        complaints.append(f"they are {distance:.2f} km apart, not {row['distance_km']}")
    return complaints


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)
