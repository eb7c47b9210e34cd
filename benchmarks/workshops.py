"""Training near home at the size of the country: the nearest workshops among 100,000, and 10,000 people planned over
200 venues.

    python -m benchmarks.workshops [workshops] [people] [venues]

Makes its own database in memory, so it touches nothing. What is nearest is held against a walk through every row, or
the benchmark stops. The plan is printed with the gap that its solver proved, against the plainest peer: the fullest
venue first, again and again.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Sequence
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onemm.config.settings_test")

import django

django.setup()

from django.test.utils import setup_databases, teardown_databases  # noqa: E402  # Django must be set up first

from onemm.lib.clock import now  # noqa: E402  # Django must be set up first
from onemm.lib.geo import Point, kilometres_between  # noqa: E402  # Django must be set up first
from onemm.people.actions.roles import grant_role  # noqa: E402  # Django must be set up first
from onemm.people.models import Person  # noqa: E402  # Django must be set up first
from onemm.people.roles import Role  # noqa: E402  # Django must be set up first
from onemm.places.queries.points import outcodes  # noqa: E402  # Django must be set up first
from onemm.workshops.models import Workshop  # noqa: E402  # Django must be set up first
from onemm.workshops.planner import Learner, Limits, Venue, plan_workshops  # noqa: E402  # Django must be set up first
from onemm.workshops.queries import found_workshops  # noqa: E402  # Django must be set up first

PLACES = ("M1", "B1", "CF10", "E1", "IV27")
TIMES, KM, LIMIT = 9, 60.0, 50
WORKSHOPS, SEATS = 150, 30


def somewhere(chance: random.Random) -> Point:
    """Return a point within a few kilometres of a random district: thick in town, thin in the hills."""
    lat, lon = chance.choice(list(outcodes().values()))
    return Point(lat + chance.gauss(0, 0.02), lon + chance.gauss(0, 0.03))


def scatter(number: int, trainer: Person) -> None:
    chance = random.Random(1)  # noqa: S311  # scattered dots need no strong randomness
    rows = (
        Workshop(
            title=f"Workshop {at}",
            covers="Listening",
            channel="face_to_face",
            venue="A hall",
            postcode="AA1 1AA",
            latitude=point.latitude,
            longitude=point.longitude,
            trainer=trainer,
            starts_at=now() + timedelta(days=1 + at % 60),
            minutes=120,
        )
        for at, point in enumerate(somewhere(chance) for _ in range(number))
    )
    Workshop.objects.bulk_create(rows, batch_size=1_000)


def by_walking(point: Point) -> list[int]:
    rows = Workshop.objects.order_by().values_list("pk", "latitude", "longitude")
    away = sorted((kilometres_between(point, Point(lat or 0, lon or 0)), pk) for pk, lat, lon in rows)
    return [pk for km, pk in away if km <= KM][:LIMIT]


def by_search(person: Person, point: Point) -> list[int]:
    return [one.workshop.pk for one in found_workshops(person, point=point, km=KM, limit=LIMIT)]


def nearest_workshops(number: int) -> None:
    before = setup_databases(verbosity=0, interactive=False)
    try:
        tom, amina = (Person.objects.create_user(f"{name}@example.org", first_name=name) for name in ("tom", "amina"))
        grant_role(person=tom, role=Role.TRAINER, by=None)
        grant_role(person=amina, role=Role.MENTOR, by=None)
        scatter(number, tom)
        sys.stdout.write(
            f"{number} workshops, {LIMIT} nearest within {KM:.0f} km with seats and bookings, median of {TIMES}\n"
        )
        for name in PLACES:
            point = outcodes()[name]
            if by_search(amina, point) != by_walking(point):
                sys.exit(f"{name}: the two searches disagree")
            spent = []
            for _ in range(TIMES):
                began = time.perf_counter()
                by_search(amina, point)
                spent.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            by_walking(point)
            walk = (time.perf_counter() - began) * 1000
            sys.stdout.write(
                f"{name:5} search {statistics.median(spent):7.1f} ms   walk {walk:7.1f} ms   ratio "
                f"{walk / statistics.median(spent):6.1f}\n"
            )
    finally:
        teardown_databases(before, verbosity=0)


def fullest_first(learners: Sequence[Learner], venues: Sequence[Venue]) -> int:
    """The peer: hold a workshop where the most people still without a seat could come, and again, until all are
    held.
    """
    left, seated = list(learners), 0
    near = {
        one.key: [at for at, venue in enumerate(venues) if kilometres_between(one.point, venue.point) <= one.reach_km]
        for one in learners
    }
    for _ in range(WORKSHOPS):
        counts = [0] * len(venues)
        for one in left:
            for at in near[one.key]:
                counts[at] += 1
        best = max(range(len(venues)), key=counts.__getitem__)
        here = {one.key for one in [one for one in left if best in near[one.key]][:SEATS]}
        left, seated = [one for one in left if one.key not in here], seated + len(here)
    return seated


def a_plan(people: int, places: int) -> None:
    chance = random.Random(2)  # noqa: S311  # as above
    middles = [somewhere(chance) for _ in range(60)]

    def near(spread: float) -> Point:
        at = chance.choice(middles)
        return Point(at.latitude + chance.gauss(0, spread), at.longitude + chance.gauss(0, spread * 1.6))

    learners = [
        Learner(
            n, near(0.12), chance.choice([3.2, 8.0, 8.0, 16.1, 32.2]), chance.getrandbits(21), chance.random() < 0.3
        )
        for n in range(people)
    ]
    venues = [Venue(n, f"Hall {n}", "AA1 1AA", near(0.1)) for n in range(places)]
    plan = plan_workshops(learners, venues, Limits(WORKSHOPS, SEATS))
    peer = fullest_first(learners, venues)
    sys.stdout.write(
        f"{people} people x {places} venues, {WORKSHOPS} workshops of {SEATS}: {plan.reached} seated in "
        f"{plan.seconds:.1f} s, proven gap {plan.gap:.3%}; "
        f"{plan.out_of_reach} out of every reach; fullest first seats {peer} ({plan.reached / peer:.3f} times)\n"
    )


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    a_plan(*(given[1:3] if len(given) > 2 else (10_000, 200)))
    nearest_workshops(given[0] if given else 100_000)
