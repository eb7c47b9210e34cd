"""Distances on the ground, postcodes as people type them, and boxes that an index can use."""

import math
import re
import unicodedata
from typing import NamedTuple

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG), kilometres."""
KM_PER_MILE = 1.609344

_POSTCODE = re.compile(r"^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$")
_OUTCODE = re.compile(r"^[A-Z]{1,2}\d[A-Z\d]?$")


class BadPostcode(ValueError):
    """What was typed is not the shape of a UK postcode."""


class Point(NamedTuple):
    """A place in degrees, WGS 84."""

    latitude: float
    longitude: float


class Box(NamedTuple):
    """The smallest box of latitudes and longitudes that holds a circle."""

    south: float
    north: float
    west: float
    east: float


def tidy_postcode(typed: str) -> str:
    """Return `OL1 1UL` from `ol11ul`, ` OL1  1ul ` or `OL1-1UL`; an outward code alone stays as it is (`OL1`).

    Shape after the Post Office's own description (BS 7666): outward code, space, digit and two letters.

    :raises BadPostcode: it has another shape.
    """
    squeezed = re.sub(r"[^A-Z0-9]", "", unicodedata.normalize("NFKC", typed).upper())
    whole = _POSTCODE.match(squeezed)
    if whole:
        return f"{whole.group(1)} {whole.group(2)}"
    if _OUTCODE.match(squeezed):
        return squeezed
    raise BadPostcode(typed)


def outcode_of(postcode: str) -> str:
    """Return the outward half of a tidy postcode."""
    return postcode.split(" ", 1)[0]


def kilometres_between(a: Point, b: Point) -> float:
    """Great-circle distance in kilometres (haversine formula)."""
    lat1, lat2 = math.radians(a.latitude), math.radians(b.latitude)
    dlat, dlon = lat2 - lat1, math.radians(b.longitude - a.longitude)
    h = math.sin(dlat / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(dlon / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(h))


def box_around(centre: Point, kilometres: float) -> Box:
    """Return a box holding every point within the distance; it does not cross the poles or the 180th meridian."""
    dlat = math.degrees(kilometres / EARTH_KM)
    dlon = dlat / max(math.cos(math.radians(centre.latitude)), 0.01)
    return Box(centre.latitude - dlat, centre.latitude + dlat, centre.longitude - dlon, centre.longitude + dlon)


def miles(kilometres: float) -> float:
    return kilometres / KM_PER_MILE
