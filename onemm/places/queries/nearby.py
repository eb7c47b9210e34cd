"""What is near a point: the box by the index, the circle by arithmetic, the same on both databases."""

from dataclasses import dataclass

from django.db import models

from onemm.lib.geo import Point, box_around, kilometres_between
from onemm.places.models import Site

FIRST_RADIUS_KM = 5.0
WIDER = 8.0
"""Each ring is so many times as wide as the one before: 5 and 40 km.

A full answer in town costs one look, in the hills two.
"""


@dataclass(frozen=True)
class SiteNearby:
    """A site and how far it is, in kilometres as the crow flies."""

    site: Site
    km: float


def sites_near(point: Point, km: float, limit: int = 50) -> tuple[SiteNearby, ...]:
    """Return the sites within a distance, nearest first."""
    near = nearest(Site.objects.all(), point, km, limit)
    sites = Site.objects.select_related("organisation").in_bulk([pk for pk, _ in near])
    return tuple(SiteNearby(sites[pk], away) for pk, away in near if pk in sites)


def nearest(rows: "models.QuerySet[models.Model]", point: Point, km: float, limit: int) -> list[tuple[int, float]]:
    """Return (primary key, kilometres) of the rows within a distance, nearest first; rows have `latitude` and
    `longitude`.

    Widens the circle until it holds enough. Every row inside a circle is inside its box, so a full circle holds the
    nearest.
    """
    for radius in _radii(km):
        distances = _within(rows, point, radius)
        if len(distances) >= limit:
            break
    return distances[:limit]


def _radii(km: float) -> list[float]:
    radii = [FIRST_RADIUS_KM]
    while radii[-1] < km:
        radii.append(radii[-1] * WIDER)
    return [*radii[:-1], km]


def _within(rows: "models.QuerySet[models.Model]", point: Point, km: float) -> list[tuple[int, float]]:
    box = box_around(point, km)
    candidates = rows.filter(latitude__range=(box.south, box.north), longitude__range=(box.west, box.east)).order_by()
    distances = (
        (pk, kilometres_between(point, Point(lat, lon)))
        for pk, lat, lon in candidates.values_list("pk", "latitude", "longitude")
    )
    return sorted(((pk, km_away) for pk, km_away in distances if km_away <= km), key=lambda pair: (pair[1], pair[0]))
