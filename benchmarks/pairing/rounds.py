"""A round of one programme against a national pool: `python -m benchmarks.pairing.rounds [MENTORS] [YOUNG_PEOPLE]`.

Makes a database of its own (in memory, or a test database where `DATABASE_URL` says), fills it with invented people by
copying a few hundred of them about the country, and prints one line of JSON: CPU seconds of this process for each step
of a round's task and of a preview, wall seconds of reading (the database works in a process of its own), and peak
memory.
"""

import json
import os
import random
import resource
import sys
from collections.abc import Callable, Mapping
from time import perf_counter, process_time
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onemm.config.settings_test")

import django

django.setup()

from django.db import connection  # noqa: E402  # Django must be set up first
from django.db.models import Max, Model  # noqa: E402  # Django must be set up first
from django.test.utils import setup_databases, teardown_databases  # noqa: E402  # Django must be set up first

from onemm.jobs.actions import finish_job  # noqa: E402  # Django must be set up first
from onemm.jobs.models import Job  # noqa: E402  # as above
from onemm.learning.models import CoursePass  # noqa: E402  # as above
from onemm.matching.actions import ask_for_round  # noqa: E402  # Django must be set up first
from onemm.matching.models import Round  # noqa: E402  # Django must be set up first
from onemm.matching.problem import gather, preview_of, trying  # noqa: E402  # Django must be set up first
from onemm.matching.rules import usual_choices  # noqa: E402  # Django must be set up first
from onemm.mentors.models import MentorProfile  # noqa: E402  # Django must be set up first
from onemm.people.models import Person  # noqa: E402  # Django must be set up first
from onemm.people.vocabulary import Background, Interest, Sector  # noqa: E402  # Django must be set up first
from onemm.recruitment.models import Application, Check  # noqa: E402  # Django must be set up first
from tests.cast import Cast  # noqa: E402  # Django must be set up first
from tests.factories.mentoring import a_ready_mentor, enrol  # noqa: E402  # Django must be set up first

PATTERNS = 400
"""Different mentors, of whom the others are copies at other places."""


def fill(cast: Cast, mentors: int, young_people: int) -> None:
    """Make ready mentors all over the country, and young people with consent in one programme."""
    chance = random.Random(1)  # noqa: S311  # invented people need no strong randomness
    for number in range(PATTERNS):
        person = Person.objects.create_user(
            email=f"pattern{number}@example.org",
            first_name="Mo",
            last_name="X",
            born=f"{chance.randint(1950, 1998)}-03-01",
        )
        a_ready_mentor(cast, person, capacity=chance.choice([1, 1, 1, 2]))
        MentorProfile.objects.filter(person=person).update(
            half_days=_half_days(chance, 5),
            sectors=chance.sample(Sector.values, 2),
            interests=chance.sample(Interest.values, 4),
            background=chance.sample(Background.values, 1),
            languages=["en"],
            gender=chance.choice(["woman", "man"]),
            online=chance.random() < 0.5,
            reach_km=chance.choice([5, 10, 20, 40]),
            in_person=True,
        )
    for number in range(young_people):
        enrolment = enrol(
            cast,
            f"B{number}",
            first_name=f"Kit{number}",
            half_days=_half_days(chance, 4),
            aspirations=chance.sample(Sector.values, 2),
            interests=chance.sample(Interest.values, 3),
            languages=["en"],
            channel=chance.choice(["either", "face_to_face"]),
        )
        type(enrolment).objects.filter(pk=enrolment.pk).update(background=chance.sample(Background.values, 1))
    copies(mentors - PATTERNS)  # last, since a database that numbers rows itself does not see these numbers


def _half_days(chance: random.Random, many: int) -> int:
    return sum(1 << number for number in chance.sample(range(21), many))


def copies(many: int) -> None:
    """Copy the patterns in the database itself: a million rows in each table of what makes someone ready."""
    people = {"id": "{first} + n", "public_id": "'b' || n", "email": "'copy' || n || '@example.org'"}
    first_person, first_application = _next(Person), _next(Application)
    scattered = {
        "latitude": "50.5 + ((n % 5000) * 7919 % 5000) / 1000.0",
        "longitude": "-4.5 + ((n % 5500) * 104729 % 5500) / 1000.0",
    }
    _copy(
        Person, many, {name: sql.format(first=first_person) for name, sql in people.items()}, "email LIKE 'pattern%%'"
    )
    _copy(
        Application,
        many,
        {"id": f"{first_application} + n", "public_id": "'b' || n", "person_id": f"{first_person} + n"},
    )
    _copy(
        Check,
        many,
        {"application_id": f"{first_application} + n", "public_id": "'b' || n", "certificate_number": "'b' || n"},
    )
    _copy(MentorProfile, many, {"person_id": f"{first_person} + n", **scattered})
    for course in CoursePass.objects.values_list("course", flat=True).distinct():
        _copy(
            CoursePass,
            many,
            {"person_id": f"{first_person} + n", "public_id": f"'{course[:3]}' || n"},
            f"course = '{course}'",
        )


def _next(model: type[Model]) -> int:
    return int(model.objects.aggregate(last=Max("pk"))["last"] or 0) + 1  # type: ignore[attr-defined]  # every model of ours has it


def _copy(model: type[Model], many: int, changed: Mapping[str, str], where: str = "1 = 1") -> None:
    columns = [field.column for field in model._meta.concrete_fields if field.column != "id" or "id" in changed]
    known = [column for column in changed if column in columns]
    selected = ", ".join(changed[column] if column in known else f't."{column}"' for column in columns)
    table, quoted = model._meta.db_table, ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET statement_timeout = 0")
        cursor.execute(
            f"WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {many}), "  # noqa: S608  # names and numbers of our own
            f'u AS (SELECT p.*, ROW_NUMBER() OVER (ORDER BY p.id) - 1 AS place FROM "{table}" p WHERE {where} LIMIT '
            f"{PATTERNS}) "
            f'INSERT INTO "{table}" ({quoted}) SELECT {selected} FROM s JOIN u t ON t.place = s.n % {PATTERNS}'.replace(
                "%%", "%"
            )
        )
        if connection.vendor == "postgresql":
            cursor.execute(f'ANALYZE "{table}"')
            cursor.execute("RESET statement_timeout")


def main() -> None:
    mentors, young_people = (
        (int(argument) for argument in (*sys.argv[1:], "100000", "100")[:2])
        if len(sys.argv) != 2
        else (int(sys.argv[1]), 100)
    )
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        cast = Cast()
        fill(cast, mentors, young_people)
        sys.stdout.write(json.dumps(measured(cast, mentors, young_people)) + "\n")
    finally:
        teardown_databases(databases, verbosity=0)


def measured(cast: Cast, mentors: int, young_people: int) -> dict[str, Any]:
    """Run a round and a preview, and say what they took."""
    before = _peak()
    told: dict[str, Any] = {
        "mentors": mentors,
        "young_people": young_people,
        "database": connection.vendor,
        "memory_before_mb": before,
    }
    timed(told, "read", lambda: gather(cast.programme, usual_choices()))
    told["memory_read_mb"] = _peak()
    asked = ask_for_round(programme=cast.programme, by=cast.sam)
    timed(told, "round", lambda: finish_job(job=Job.objects.get(subject=asked.public_id)))
    asked.refresh_from_db()
    told |= {
        "state": asked.state,
        "problem": asked.problem,
        "matched": asked.matched,
        "gap": asked.bound - asked.total,
        "memory_round_mb": _peak(),
    }
    trying.MOST_TRIED = 10**9
    Round.objects.update(state=Round.State.FAILED)
    timed(told, "preview", lambda: preview_of(cast.programme, usual_choices(), {**usual_choices(), "bridging": 5}))
    near = gather(cast.programme, usual_choices(), near=True)
    return told | {"in_sight": len(near.problem.mentors), "peak_memory_mb": _peak()}


def timed(told: dict[str, Any], name: str, work: Callable[[], Any]) -> None:
    wall, cpu = perf_counter(), process_time()
    work()
    told |= {f"{name}_cpu": round(process_time() - cpu, 2), f"{name}_wall": round(perf_counter() - wall, 2)}


def _peak() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
