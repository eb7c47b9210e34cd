"""The government's schools register, line by line, under any of the headings it has been published with.

Headings: EduBase (until 2018) and Get Information About Schools (since): both name the same columns.
"""

from collections.abc import Mapping
from typing import Any

LARGEST_URN = 9_999_999
OLDEST_AGE = 99

NEEDED = ("URN", "Establishment name", "Postcode")
OTHERS: Mapping[str, tuple[str, ...]] = {
    "street": ("Street",),
    "locality": ("Locality",),
    "town": ("Town",),
    "county": ("County", "County (name)"),
    "kind": ("Type of establishment", "TypeOfEstablishment (name)"),
    "phase": ("Phase of education", "PhaseOfEducation (name)"),
    "lowest_age": ("Statutory lowest age", "StatutoryLowAge"),
    "highest_age": ("Statutory highest age", "StatutoryHighAge"),
    "status": ("Establishment status", "EstablishmentStatus (name)"),
    "local_authority": ("Local authority (name)", "LA (name)"),
    "region": ("Region", "GOR (name)"),
}
ALL_OTHERS = tuple(heading for headings in OTHERS.values() for heading in headings)
LONGEST = {
    "name": 200,
    "street": 200,
    "locality": 200,
    "town": 120,
    "county": 120,
    "kind": 120,
    "phase": 60,
    "status": 60,
    "local_authority": 120,
    "region": 60,
}


class BadLine(ValueError):
    """A line of the register that cannot be used; the message says why."""


def school_in(cells: Mapping[str, str]) -> dict[str, Any]:
    """Return one line of the register under our own names, without its postcode and point.

    :raises BadLine: no proper reference number, no name, or an age that is not one.
    """
    urn, name = cells["URN"], cells["Establishment name"]
    if not (urn.isascii() and urn.isdigit() and 0 < int(urn) <= LARGEST_URN):
        raise BadLine(f"The reference number (URN) “{urn[:20]}” is not a number.")
    if not name:
        raise BadLine("The school has no name.")
    school: dict[str, Any] = {"urn": int(urn), "name": name[: LONGEST["name"]]}
    for field, headings in OTHERS.items():
        cell = next((cells[heading] for heading in headings if cells.get(heading)), "")
        school[field] = _age(cell) if field.endswith("_age") else cell[: LONGEST[field]]
    # A list without the column is a list of open schools.
    school["status"] = school["status"] or "Open"
    return school


def _age(cell: str) -> int | None:
    if not cell:
        return None
    if not (cell.isascii() and cell.isdigit() and int(cell) <= OLDEST_AGE):
        raise BadLine(f"The age “{cell[:20]}” is not a number of years.")
    return int(cell)
