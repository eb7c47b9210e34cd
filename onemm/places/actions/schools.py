"""Reading the government's schools register."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import transaction

from onemm.audit import actions as audit
from onemm.audit.actions import Actor
from onemm.lib.geo import BadPostcode, tidy_postcode
from onemm.lib.tables import ImportReport, Row, TellProgress, read_csv
from onemm.places.models import School
from onemm.places.queries import points_of
from onemm.places.rules.register import ALL_OTHERS, NEEDED, BadLine, school_in

LARGEST = 200 * 1024 * 1024
"""Bytes. The whole register with all its columns is about 65 MB."""
AT_ONCE = 500
COLUMNS = tuple(field.attname for field in School._meta.concrete_fields)


def import_schools(
    *,
    by: Actor | None,
    path: Path | str | None = None,
    content: bytes | None = None,
    progress: TellProgress | None = None,
) -> ImportReport:
    """Read the register from a file or its bytes: new lines are added, different ones changed, bad ones refused with a
    reason.

    Closed schools are kept with their status. `progress(done, total)` is called as rows are written. A second run with
    the same file changes nothing.

    :raises UnreadableTable: the file as a whole is not a register.
    """
    if content is None:
        content = Path(path or "").read_bytes()
    report = ImportReport()
    schools = _placed(_good_lines(read_csv(content, needs=NEEDED, may_have=ALL_OTHERS, largest=LARGEST), report))
    _write(schools, report, by, progress)
    return report


def _good_lines(rows: Iterable[Row], report: ImportReport) -> list[dict[str, Any]]:
    first_seen: dict[int, int] = {}
    good = []
    for row in rows:
        report.read += 1
        try:
            school = school_in(row.cells)
            if school["urn"] in first_seen:
                raise BadLine(f"The reference number {school['urn']} stands on row {first_seen[school['urn']]} too.")
            school["postcode"] = _whole_postcode(row.cells["Postcode"])
        except BadLine as problem:
            report.refuse(row.number, str(problem))
            continue
        first_seen[school["urn"]] = row.number
        good.append(school)
    return good


def _whole_postcode(cell: str) -> str:
    if not cell:
        raise BadLine("The school has no postcode.")
    try:
        postcode = tidy_postcode(cell)
    except BadPostcode as problem:
        raise BadLine(f"The postcode “{cell[:20]}” is not one.") from problem
    if " " not in postcode:
        raise BadLine(f"The postcode “{cell[:20]}” is not whole.")
    return postcode


def _placed(schools: list[dict[str, Any]]) -> list[dict[str, Any]]:
    points = points_of(school["postcode"] for school in schools)
    for school in schools:
        point = points.get(school["postcode"])
        school["latitude"], school["longitude"] = point or (None, None)
    return schools


@transaction.atomic
def _write(
    schools: list[dict[str, Any]], report: ImportReport, by: Actor | None, progress: TellProgress | None
) -> None:
    schools_before = {columns[0]: columns for columns in School.objects.values_list(*COLUMNS)}
    different = []
    for school in schools:
        before = schools_before.get(school["urn"])
        if before == tuple(school[column] for column in COLUMNS):
            report.unchanged += 1
            continue
        report.added, report.changed = (
            (report.added + 1, report.changed) if before is None else (report.added, report.changed + 1)
        )
        different.append(School(**school))
    for start in range(0, len(different), AT_ONCE):
        School.objects.bulk_create(
            different[start : start + AT_ONCE], update_conflicts=True, unique_fields=["urn"], update_fields=COLUMNS[1:]
        )
        if progress:
            progress(min(start + AT_ONCE, len(different)), len(different))
    audit.record("register:imported", subject=School(), by=by, **report.counts())
