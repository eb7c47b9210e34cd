"""The other packages of this kind on the same people: `python -m benchmarks.pairing --peers`, where they are installed.

Both are on the Python registry: `uv pip install --group peers`. They know neither distance nor times nor languages, so
our scores and limits are handed to them in a table, for nothing; ours has to work them out within its time. One town,
one place with each mentor.

- mentor-match scores every pair in Python and then runs Munkres' algorithm: the greatest sum. A bonus on every pair
makes the most
  matched come first, as with us, so the sums must be the same.
- mentormatch runs deferred acceptance: each young person's mentors who suit, best score first.
"""

import csv
import json
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import numpy as np

from pairing import Weights, fit, pair_population, pool_of, problem_of, read_population, write_world

BONUS = 2001
MENTOR_MATCH_SIZES, MENTORMATCH_SIZES = (250, 500, 1000), (1000, 4000)
OLDHAM = (53.5409, -2.1114)


def main() -> None:
    """Write one line of JSON for each size and package, or say that one is not installed."""
    for package, module, sizes, run in (
        ("mentor-match", "matching", MENTOR_MATCH_SIZES, by_mentor_match),
        ("mentormatch", "mentormatch", MENTORMATCH_SIZES, by_mentormatch),
    ):
        if not find_spec(module):
            sys.stdout.write(f"{package} is not installed\n")
            continue
        for size in sizes:
            sys.stdout.write(json.dumps({"package": package, "people": size, **compared(size, run)}) + "\n")
            sys.stdout.flush()


def compared(size: int, run: Any) -> dict[str, Any]:
    """Pair the same town by us and by them; `value` counts a bonus for each pair."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        one_town(folder, size)
        population = read_population(folder)
    table = scores(population)
    pair_population(population, Weights(), profile="certified")
    started = process_time()
    ours = pair_population(population, Weights(), profile="certified").certified
    our_seconds = process_time() - started
    seconds, chosen = run(table)
    points = table[chosen[:, 0], chosen[:, 1]]
    return {
        "ours": our_seconds,
        "theirs": seconds,
        "ratio": seconds / our_seconds,
        "our_matched": ours.matched,
        "our_total": ours.total,
        "their_matched": int((points >= 0).sum()),
        "their_total": int(points[points >= 0].sum()),
        "same_value": bool(ours.total + BONUS * ours.matched == int((points[points >= 0] + BONUS).sum())),
    }


def one_town(folder: Path, size: int) -> None:
    """Write a world of one town in which every mentor has one place."""
    write_world(folder, mentors=size, young_people=size, seed=1)
    rng = np.random.default_rng(1)
    for name in ("mentors.csv", "sites.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            row["latitude"] = f"{OLDHAM[0] + rng.normal(0, 0.05):.5f}"
            row["longitude"] = f"{OLDHAM[1] + rng.normal(0, 0.08):.5f}"
            if "capacity" in row:
                row["capacity"] = "1"
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def scores(population: Any) -> Any:
    """Return int [young people, mentors], -1 where a limit forbids."""
    problem = problem_of(population, Weights())
    pool = pool_of(problem.mentors)
    fits = (fit(pool, person, problem.weights) for person in problem.young_people)
    return np.array([np.where(person_fits.possible, person_fits.score, -1) for person_fits in fits])


def by_mentor_match(table: Any) -> tuple[float, Any]:
    """Return CPU seconds and the pairs (young person, mentor)."""
    from matching.mentee import Mentee
    from matching.mentor import Mentor
    from matching.process import process_data
    from matching.rules.rule import Disqualify, Rule

    class OurScore(Rule):
        def apply(self, match_object: Any) -> int:
            return int(lookup[match_object.mentee.grade][match_object.mentor.grade]) + BONUS

    lookup = table.tolist()
    mentees = [Mentee(grade=row, email=f"y{row}") for row in range(table.shape[0])]
    mentors = [Mentor(grade=row, email=f"m{row}") for row in range(table.shape[1])]
    forbidden = Disqualify(lambda match: lookup[match.mentee.grade][match.mentor.grade] < 0)
    started = process_time()
    process_data(mentors, mentees, [[OurScore(), forbidden]])
    seconds = process_time() - started
    return seconds, np.array([(mentee.grade, theirs.grade) for mentee in mentees for theirs in mentee.mentors]).reshape(
        -1, 2
    )


def by_mentormatch(table: Any) -> tuple[float, Any]:
    """Return CPU seconds and the pairs (young person, mentor)."""
    from mentormatch.api.app.setup_app_context import Context
    from mentormatch.utils import ApplicantType, PairType

    def person(wwid: int, **more: Any) -> dict[str, Any]:
        alike = dict.fromkeys(("last_name", "first_name", "location", "gender", "function"), "x")
        lists = {
            name: []
            for name in ("skills", "preference_yes", "preference_no", "preference_maybe", "preferred_functions")
        }
        return {"wwid": wwid, "position_level": 3, "years_total": 5, **alike, **lists, **more}

    people, mentors = table.shape
    order = np.argsort(-table, axis=1, kind="stable")
    wishes = [[int(row) for row in order[person_] if table[person_, row] >= 0] for person_ in range(people)]
    theirs = [person(row, max_mentee_count=1) for row in range(mentors)]
    ours = [person(mentors + row, favor=0, preferred_wwids=wishes[row]) for row in range(people)]
    started = process_time()
    context = Context(theirs, ours)
    for kind in (ApplicantType.MENTOR, ApplicantType.MENTEE):
        context.get_applicants(kind).assemble_applicant_objects()
    context.get_matcher(PairType.PREFERRED).execute()
    seconds = process_time() - started
    paired = [
        (mentee.wwid - mentors, pair.mentor.wwid)
        for mentee in context.get_applicants(ApplicantType.MENTEE)
        for pair in mentee.yield_pairs
    ]
    return seconds, np.array(paired).reshape(-1, 2)
