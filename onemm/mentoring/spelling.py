"""How offices write things in a spreadsheet, turned into values: dates, names of half-days, lists, who consented."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from onemm.lib.tables import Row
from onemm.mentoring.refusals import Misspelt
from onemm.mentoring.rules import MATTERS_MOST, ConsentGiven, Wishes
from onemm.people.rules import GUARDIAN, OWN
from onemm.people.vocabulary import DAYS, PARTS, Gender, Interest, Language, Sector, bits_of
from onemm.places.models import Channel

_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
_DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d", "%Y-%m-%d %H:%M:%S")
_CONSENT = {
    GUARDIAN: GUARDIAN,
    "parent": GUARDIAN,
    "carer": GUARDIAN,
    "parent or guardian": GUARDIAN,
    "parent/guardian": GUARDIAN,
    OWN: OWN,
    "own": OWN,
    "themselves": OWN,
    "young person": OWN,
    "the young person": OWN,
}
_LONGEST = {"reference": 40, "first_name": 80, "guardian_name": 120, "hopes": 4000}


@dataclass(frozen=True)
class Candidate:
    """One row, understood."""

    reference: str
    first_name: str
    last_initial: str
    born: date
    consent: ConsentGiven
    wishes: Wishes


def candidate_from(row: Row) -> Candidate:
    """Read one row.

    :raises Misspelt: with the first thing that is wrong.
    """
    cells = dict(row.cells)
    for name, cell in cells.items():
        _refuse_cell(name, cell)
    for name in ("reference", "first_name", "birth_date", "consent_by", "consent_date"):
        if not cells[name]:
            raise Misspelt(
                "There is no consent in this row." if name.startswith("consent") else f"{_heading(name)} is empty."
            )
    # More than an initial is more than the task needs: only the first letter is kept.
    initial = cells["last_initial"].strip(" .")[:1].upper()
    given_by = _CONSENT.get(cells["consent_by"].casefold())
    if given_by is None:
        raise Misspelt("Consent by: write “guardian” or “self”.")
    consent = ConsentGiven(given_by, date_from(cells["consent_date"], "Consent date"), cells["guardian_name"])
    born = date_from(cells["birth_date"], "Birth date")
    return Candidate(cells["reference"], cells["first_name"], initial, born, consent, wishes_from(cells))


def wishes_from(cells: Mapping[str, str]) -> Wishes:
    """Read the wishes that a row names; an empty cell says nothing, and so changes nothing."""
    wishes: dict[str, object] = {}
    for name, (field, read) in _WISHES.items():
        if cells.get(name):
            wishes[field] = read(cells[name])
    return wishes  # type: ignore[return-value]  # the table below holds the fields and types of Wishes


def date_from(cell: str, what: str) -> date:
    """:raises Misspelt: not a day of the calendar, or a year of two digits, which could be either century."""
    for shape in _DATES:
        try:
            day = datetime.strptime(cell, shape).date()  # noqa: DTZ007  # a birthday has no time zone
        except ValueError:
            continue
        if day.year >= 1900:
            return day
    raise Misspelt(f"{what}: “{cell[:30]}” is not a date. Write it like 27/03/2008.")


def half_days_from(cell: str) -> int:
    """Read “Mon evening; Tue afternoon; Saturday” into a 21-bit number; a day alone is all three parts of it.

    :raises Misspelt: not a day, or not a part of one.
    """
    half_days: list[int] = []
    for piece in _pieces(cell):
        words = piece.casefold().split()
        day = next(
            (
                at
                for at, name in enumerate(DAYS)
                if len(words[0]) >= 3 and name.casefold().startswith(words[0].rstrip("s."))
            ),
            None,
        )
        parts = [at for at, name in enumerate(PARTS) if len(words) == 1 or name == words[1].rstrip("s")]
        if day is None or not parts or len(words) > 2:
            raise Misspelt(f"Free: “{piece[:30]}” is not a half-day. Write it like “Mon evening; Tue afternoon”.")
        half_days += [day * 3 + part for part in parts]
    return bits_of(half_days)


def _pieces(cell: str) -> list[str]:
    return [piece.strip() for piece in re.split(r"[;,\n]", cell) if piece.strip()]


def _choice(what: str, choices: Iterable[tuple[str, str]], cell: str) -> str:
    wanted = cell.strip().casefold()
    for value, label in choices:
        if value and wanted in (value.casefold(), str(label).casefold()):
            return value
    raise Misspelt(f"{what}: “{cell[:30]}” is not on the list.")


def _choices(what: str, choices: Iterable[tuple[str, str]], cell: str) -> list[str]:
    known = list(choices)
    try:
        return [_choice(what, known, cell)]  # some labels hold a comma of their own
    except Misspelt:
        pieces = [piece.strip() for piece in cell.split(";") if piece.strip()] if ";" in cell else _pieces(cell)
        return sorted({_choice(what, known, piece) for piece in pieces})


def _refuse_cell(name: str, cell: str) -> None:
    if cell.startswith(_FORMULA):
        raise Misspelt(f"{_heading(name)} starts like a spreadsheet formula (= + - @). Take that sign away.")
    if name in _LONGEST and len(cell) > _LONGEST[name]:
        raise Misspelt(f"{_heading(name)} is longer than {_LONGEST[name]} letters.")


def _heading(name: str) -> str:
    return name.replace("_", " ").capitalize()


_WISHES: dict[str, tuple[str, Callable[[str], object]]] = {
    "languages": ("languages", partial(_choices, "Languages", Language.choices)),
    "aspirations": ("aspirations", partial(_choices, "Aspirations", Sector.choices)),
    "interests": ("interests", partial(_choices, "Interests", Interest.choices)),
    "free": ("half_days", half_days_from),
    "channel": ("channel", partial(_choice, "Channel", Channel.choices)),
    "wants_gender": ("wants_gender", partial(_choice, "Wants gender", Gender.choices)),
    "matters_most": ("matters_most", partial(_choice, "Matters most", tuple(MATTERS_MOST.items()))),
    "hopes": ("hopes", str),
}
