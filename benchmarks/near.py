"""How fast “near me” is at 50,000 sites, against a walk through every row in the same run.

    python -m benchmarks.near [sites]

Makes its own database in memory, so it touches nothing. Prints the median of nine searches from each of five places,
and the ratio of the plain full scan to the search by box: both find the same sites, or the benchmark stops.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onemm.config.settings_test")

import django

django.setup()

from django.test.utils import setup_databases, teardown_databases  # noqa: E402  # Django must be set up first

from onemm.lib.geo import Point, kilometres_between  # noqa: E402  # Django must be set up first
from onemm.places.models import Organisation, Site  # noqa: E402  # Django must be set up first
from onemm.places.queries import sites_near  # noqa: E402  # Django must be set up first
from onemm.places.queries.points import outcodes  # noqa: E402  # Django must be set up first

PLACES = ("M1", "B1", "CF10", "E1", "IV27")
TIMES, KM, LIMIT = 9, 60.0, 50


def scatter(number: int) -> None:
    """Put sites within a few kilometres of random districts: thick in town, thin in the hills, as schools are."""
    chance = random.Random(1)  # noqa: S311  # scattered dots need no strong randomness
    owner = Organisation.objects.create(kind="partner", name="Everybody")
    middles = list(outcodes().values())
    Site.objects.bulk_create(
        (
            Site(
                organisation=owner,
                name=f"Site {at}",
                postcode="AA1 1AA",
                latitude=lat + chance.gauss(0, 0.02),
                longitude=lon + chance.gauss(0, 0.03),
            )
            for at, (lat, lon) in enumerate(chance.choice(middles) for _ in range(number))
        ),
        batch_size=1_000,
    )


def by_walking(point: Point) -> list[int]:
    rows = Site.objects.order_by().values_list("pk", "latitude", "longitude")
    away = sorted((kilometres_between(point, Point(lat, lon)), pk) for pk, lat, lon in rows)
    return [pk for km, pk in away if km <= KM][:LIMIT]


def by_box(point: Point) -> list[int]:
    return [near.site.pk for near in sites_near(point, KM, LIMIT)]


def milliseconds(search: Callable[[Point], list[int]], point: Point, times: int) -> float:
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        search(point)
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent)


def main(number: int) -> None:
    before = setup_databases(verbosity=0, interactive=False)
    try:
        scatter(number)
        sys.stdout.write(f"{number} sites, {LIMIT} nearest within {KM:.0f} km, median of {TIMES}\n")
        for name in PLACES:
            point = outcodes()[name]
            if by_box(point) != by_walking(point):
                sys.exit(f"{name}: the two searches disagree")
            box, walk = milliseconds(by_box, point, TIMES), milliseconds(by_walking, point, 3)
            sys.stdout.write(f"{name:5} by box {box:7.1f} ms   by walking {walk:7.1f} ms   ratio {walk / box:6.1f}\n")
    finally:
        teardown_databases(before, verbosity=0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
