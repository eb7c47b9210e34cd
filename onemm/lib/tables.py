"""Tables from elsewhere, read forgivingly and refused by row; tables to elsewhere, safe to open.

`read_csv` takes the bytes of a CSV file in any encoding that offices produce (UTF-8 with or without mark, UTF-16,
Windows-1252), finds the separator, and matches headings whatever their case, spaces or underscores.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onemm.lib.refusals import UnreadableTable

LARGEST = 20 * 1024 * 1024
"""Bytes. A hundred thousand people fit in this; anything larger is a mistake or an attack."""

TellProgress = Callable[[int, int], None]
"""How a long import says how far it is: so much done, of so much."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Row:
    """One line of a table: its number as a spreadsheet shows it, and its cells by canonical heading."""

    number: int
    cells: dict[str, str]


@dataclass
class ImportReport:
    """What an import did. `read` is always the sum of the other four."""

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    reasons: list[tuple[int, str]] = field(default_factory=list)
    """(row number, why) for each refused row."""

    def refuse(self, number: int, why: str) -> None:
        self.refused += 1
        self.reasons.append((number, why))

    def counts(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in ("read", "added", "changed", "unchanged", "refused")}


def read_csv(
    content: bytes, *, needs: Sequence[str], may_have: Sequence[str] = (), largest: int = LARGEST
) -> Iterator[Row]:
    """Yield the rows of a CSV file under the names in `needs` and `may_have`; other columns are left out.

    :raises UnreadableTable: too large, not text, empty, or a needed column is missing.
    """
    if len(content) > largest:
        raise UnreadableTable(f"The file is larger than {largest // 1024 // 1024} MB. Send it in parts.")
    text = decode(content)
    if "\0" in text:
        raise UnreadableTable("This is not a text file. Save it as CSV and try again.")
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        yield from _rows(lines, [*needs], [*may_have])
    except csv.Error as problem:
        raise UnreadableTable(f"Line {lines.line_num} cannot be read as CSV: {problem}.") from problem


def _rows(lines: "csv._reader", needs: list[str], may_have: list[str]) -> Iterator[Row]:  # type: ignore[name-defined]  # the stub's own name
    heading = next((line for line in lines if any(cell.strip() for cell in line)), None)
    if heading is None:
        raise UnreadableTable("The file is empty.")
    places = {_canonical(cell): at for at, cell in reversed(list(enumerate(heading)))}
    missing = [name for name in needs if _canonical(name) not in places]
    if missing:
        raise UnreadableTable("The first row must name its columns. Missing: " + ", ".join(missing) + ".")
    wanted = {name: places[_canonical(name)] for name in [*needs, *may_have] if _canonical(name) in places}
    for line in lines:
        if any(cell.strip() for cell in line):
            cells = {name: line[at].strip() if at < len(line) else "" for name, at in wanted.items()}
            yield Row(lines.line_num, cells)


def decode(content: bytes) -> str:
    """Return text from bytes in UTF-8, UTF-16 or, failing those, Windows-1252, which office programs still write."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def write_csv(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return CSV text in which no cell can start a formula in a spreadsheet (ASVS 5.0, 1.2.10)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_defused(cell) for cell in heading])
    writer.writerows([_defused(cell) for cell in row] for row in rows)
    return out.getvalue()


def starts_a_formula(cell: str) -> bool:
    """Say whether a spreadsheet would take this cell for a formula: such a cell is refused where a name or an address
    is asked for.
    """
    return cell.startswith(_FORMULA)


def _defused(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return "'" + text if text.startswith(_FORMULA) and not isinstance(cell, int | float) else text


def _canonical(heading: str) -> str:
    return "".join(letter for letter in heading.casefold() if letter.isalnum())


def _separator(text: str) -> str:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    return max(",;\t|", key=first.count)
