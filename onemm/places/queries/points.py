"""Where a postcode is: from the whole postcodes that were imported, else from the built-in table of outward codes."""

import csv
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from onemm.lib.geo import BadPostcode, Point, outcode_of, tidy_postcode
from onemm.places.models import Postcode

OUTCODES = Path(__file__).parent.parent / "data" / "outcodes.csv"
AT_ONCE = 5_000
"""Postcodes asked for in one query; well below what either database takes as parameters."""


def locate(postcode: str) -> Point | None:
    """Return where a postcode is, however it was typed.

    A postcode that was imported is exact; any other is the middle of its outward code. `None`: not a postcode, or in a
    part that the built-in table leaves out (Northern Ireland, the islands).
    """
    try:
        tidy = tidy_postcode(postcode)
    except BadPostcode:
        return None
    return points_of([tidy]).get(tidy)


def points_of(postcodes: Iterable[str]) -> dict[str, Point]:
    """Return the points of many tidy postcodes; those that nobody can place are left out."""
    wanted = sorted(set(postcodes))
    points: dict[str, Point] = {}
    whole = [postcode for postcode in wanted if " " in postcode]
    for start in range(0, len(whole), AT_ONCE):
        rows = Postcode.objects.filter(pk__in=whole[start : start + AT_ONCE])
        points.update(
            (postcode, Point(lat, lon)) for postcode, lat, lon in rows.values_list("postcode", "latitude", "longitude")
        )
    built_in = outcodes()
    for postcode in wanted:
        if postcode not in points and (point := built_in.get(outcode_of(postcode))) is not None:
            points[postcode] = point
    return points


@lru_cache(maxsize=1)
def outcodes() -> Mapping[str, Point]:
    """Return the built-in table, read once."""
    with OUTCODES.open(encoding="ascii", newline="") as file:
        return {row["outcode"]: Point(float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(file)}
