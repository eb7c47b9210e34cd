"""A CSV file read column by column; whatever is wrong with it is told by file, row and column."""

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pairing.errors import BadFile, BadProblem

CHUNK = 20_000


class Chunk:
    """Some rows of a file, by column. `first` is the row number of the first of them; the header is row 1."""

    def __init__(self, path: Path, first: int, columns: dict[str, Sequence[str]]) -> None:
        self._path = path
        self._first = first
        self._columns = columns
        self.size = len(next(iter(columns.values())))

    def text(self, name: str) -> Sequence[str]:
        """Return the cells as they are; empty ones where the file has no such column."""
        return self._columns.get(name) or ("",) * self.size

    def ids(self, name: str) -> Sequence[str]:
        """Return cells of which none may be empty."""
        cells = self.text(name)
        if not all(cells):
            raise self.bad(name, cells.index(""), "is empty")
        return cells

    def numbers(self, name: str, least: float, most: float, *, empty: float | None = None) -> NDArray[np.float64]:
        """Return finite numbers from `least` to `most`; an empty cell means `empty` unless that is None."""
        cells = self.text(name)
        if empty is not None:
            cells = [cell or repr(empty) for cell in cells]
        try:
            values = np.array(cells, dtype=np.float64)
        except ValueError:
            row = next(row for row, cell in enumerate(cells) if not _is_number(cell))
            raise self.bad(name, row, f"{cells[row]!r} is not a number") from None
        fine = (values >= least) & (values <= most)
        if empty is not None and np.isnan(empty):
            fine |= np.array([cell == "nan" for cell in cells]) & np.array([not cell for cell in self.text(name)])
        if not fine.all():
            row = int(np.argmin(fine))
            raise self.bad(name, row, f"{cells[row]!r} is not a number from {least:g} to {most:g}")
        return values

    def wholes(self, name: str, least: int, most: int, *, empty: int | None = None) -> NDArray[np.int64]:
        """Return whole numbers from `least` to `most`; an empty cell means `empty` unless that is None."""
        values = self.numbers(name, least, most, empty=empty)
        whole = values == np.floor(values)
        if not whole.all():
            row = int(np.argmin(whole))
            raise self.bad(name, row, f"{self.text(name)[row]!r} is not a whole number")
        return values.astype(np.int64)

    def each(self, name: str, meaning: Callable[[str], int], memory: dict[str, int]) -> NDArray[np.int64]:
        """Return what each cell means; `memory` keeps what was worked out before.

        `meaning` raises ValueError with a reason for a cell that means nothing.
        """
        cells = self.text(name)
        for cell in set(cells).difference(memory):
            try:
                memory[cell] = meaning(cell)
            except BadProblem as problem:
                raise self.bad(name, cells.index(cell), problem.reason) from None
            except ValueError as reason:
                raise self.bad(name, cells.index(cell), str(reason)) from None
        return np.array([memory[cell] for cell in cells], dtype=np.int64)

    def bad(self, column: str, row: int, reason: str) -> BadFile:
        """Return the complaint about the cell in a row of this chunk, counted from 0."""
        return BadFile(self._path.name, self._first + row, column, reason)


def chunks(path: Path, required: Sequence[str], optional: Sequence[str] = ()) -> Iterator[Chunk]:
    """Read a CSV file (UTF-8, comma, first row names the columns) some rows at a time; other columns are left alone.

    :raises BadFile: the file is missing, is not UTF-8, lacks a column, or has a row of another length.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _chunks(path, csv.reader(file, strict=True), required, optional)
    except FileNotFoundError:
        raise BadFile(path.name, 0, "", "is not there") from None
    except UnicodeDecodeError as error:
        raise BadFile(path.name, 0, "", f"is not UTF-8 text (byte {error.start} of a block)") from None


def _chunks(path: Path, rows: Iterator[list[str]], required: Sequence[str], optional: Sequence[str]) -> Iterator[Chunk]:
    header = next(rows, None)
    if not header:
        raise BadFile(path.name, 1, "", "the first row must name the columns")
    for name in required:
        if name not in header:
            raise BadFile(path.name, 1, name, "this column is missing")
    if len(set(header)) < len(header):
        raise BadFile(path.name, 1, "", "two columns have the same name")
    wanted = [name for name in (*required, *optional) if name in header]
    first = 2
    while block := _block(path, rows, first):
        for row, cells in enumerate(block):
            if len(cells) != len(header):
                raise BadFile(
                    path.name, first + row, "", f"has {len(cells)} cells where the first row has {len(header)}"
                )
        columns = list(zip(*block, strict=True))
        yield Chunk(path, first, {name: columns[header.index(name)] for name in wanted})
        first += len(block)


def _block(path: Path, rows: Iterator[list[str]], first: int) -> list[list[str]]:
    try:
        return list(islice(rows, CHUNK))
    except csv.Error as error:
        raise BadFile(path.name, first, "", f"cannot be read from about here on: {error}") from None


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
