"""Tables: each column named once, and one drawing for all of them.

A table is declared beside the page that shows it. `EMPLOYERS.drawn(rows, request.GET)` makes what `ui/table.html`
prints: one page of the rows, in the order that was asked for, under the filter that was asked for. `csv_of` makes a
file of all of them by the same rules.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict

from onemm.lib.tables import write_csv
from onemm.people.models import Person
from onemm.web.actions import note_export
from onemm.web.cells import Number, Part, Text, TickCell
from onemm.web.downloads import csv_download
from onemm.web.drawn_tables import Bulk, DrawnCell, DrawnFilter, DrawnRow, DrawnTable, Empty, Head, Pages
from onemm.web.filters import Filter
from onemm.web.paging import COUNTED_UP_TO, Slice, slice_of_list, slice_of_queryset
from onemm.web.refusals import TooManyForAFile

Row = TypeVar("Row")
Cell = Part | str | int | float | None
Rows = QuerySet[Any] | Sequence[Any]
A_PAGE = 50
MOST_IN_A_FILE = 20_000
"""Rows that a request writes into a file while someone waits."""
SORT, AFTER, BEFORE, FILE = "sort", "after", "before", "file"
ARROWS = {"none": "chevrons-up-down", "ascending": "arrow-up", "descending": "arrow-down"}


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: what it is called, and what each row says there.

    `cell` returns a part (`onemm.web.cells`), several of them, or a plain value. `sort` is the name under which the
    column sorts, as it stands in the address, and `by` the fields that do it (`-` for descending; a list has one
    function instead); the table's own order is what nobody asked for. A column that is `number` stands on the right;
    the one that is `heading` names the row. `unseen` keeps the name for screen readers. `kind` is a CSS class.
    """

    name: str
    cell: Callable[[Row], Cell | tuple[Cell, ...]]
    sort: str = field(default="", kw_only=True)
    by: tuple[str, ...] | Callable[[Row], Any] = field(default=(), kw_only=True)
    number: bool = field(default=False, kw_only=True)
    heading: bool = field(default=False, kw_only=True)
    unseen: bool = field(default=False, kw_only=True)
    kind: str = field(default="", kw_only=True)
    in_file: Callable[[Row], object] | None = field(default=None, kw_only=True)
    """What a file says instead of the words of the parts."""

    @property
    def css(self) -> str:
        return " ".join(filter(None, ["number" if self.number else "", self.kind]))

    def parts(self, row: Row) -> tuple[Part, ...]:
        cell = self.cell(row)
        return tuple(_part(each) for each in (cell if isinstance(cell, tuple) else (cell,)))

    def plain(self, row: Row) -> object:
        """Return what a file says here: a single figure as it is, several parts as words in a row."""
        if self.in_file is not None:
            return self.in_file(row)
        parts = [part.plain for part in self.parts(row)]
        return parts[0] if len(parts) == 1 else "; ".join(str(words) for words in parts if words not in {"", None})


@dataclass(frozen=True, kw_only=True)
class Table(Generic[Row]):
    """How a list is shown.

    `order` is the one that nobody asked for: fields, or a function where the rows are a list (nothing: as they stand).
    `noun` is what the rows are, in the plural, and they are counted; without one they are not, as long as one page
    holds them. `tone` colours a row's edge. `empty` stands where there is nothing,
    `none_found` where the filter left nothing. `file` is the name of the file that the list can be had as (nothing: it
    cannot); one with people in it is `personal`, and the log keeps who took it. Of two tables on one page, the second
    has a `prefix`. `loaded` makes of one page of rows what the columns read, so that what they need is asked for all of
    them at once. `tick` is the box before each row, drawn where the reader may do something to many at once.
    """

    caption: str
    columns: tuple[Column[Row], ...]
    empty: Empty
    none_found: Empty | None = None
    order: tuple[str, ...] = ()
    noun: str = "results"
    loaded: Callable[[list[Any]], Sequence[Row]] | None = None
    tone: Callable[[Row], str] | None = None
    tick: Callable[[Row], TickCell] | None = None
    caption_unseen: bool = False
    dense: bool = False
    size: int = A_PAGE
    file: str = ""
    personal: bool = True
    prefix: str = ""

    def drawn(
        self,
        rows: Rows,
        asked: QueryDict | Mapping[str, str],
        *,
        filter: Filter | None = None,  # noqa: A002 - what it is
        bulk: Bulk | None = None,
    ) -> DrawnTable:
        """Return one page of the rows, as the address asks for it. Whatever it asks in vain is left out."""
        query = _copy(asked)
        sort = self._sort(query.get(self._name(SORT), ""))
        page = self._slice(filter.narrowed(rows) if filter else rows, sort, query)
        shown = self._loaded(page)
        is_asked = bool(filter and filter.is_asked)
        columns = self._columns(bulk)
        heading = next((column for column in self.columns if column.heading), self.columns[0])
        to_file = {self._name(FILE): "csv"}
        return DrawnTable(
            caption=self.caption,
            caption_unseen=self.caption_unseen,
            dense=self.dense,
            heads=tuple(self._head(column, sort, query) for column in columns),
            rows=tuple(self._row(row, columns, heading) for row in shown),
            empty=self.none_found or self.empty if is_asked else self.empty,
            pages=self._pages(page, query),
            filter=DrawnFilter(filter, self._name(SORT), sort, is_asked)
            if filter and (page.rows or is_asked)
            else None,
            file_url=_address(query, to_file, without=self._places()) if self.file and page.rows else "",
            bulk=bulk if page.rows else None,
        )

    def csv_of(
        self,
        rows: Rows,
        asked: QueryDict | Mapping[str, str],
        *,
        filter: Filter | None = None,  # noqa: A002 - what it is
    ) -> tuple[str, int]:
        """Return all rows as CSV, in the same order and under the same filter, and how many they are.

        :raises TooManyForAFile: more than `MOST_IN_A_FILE`.
        """
        sort = self._sort(asked.get(self._name(SORT), ""))
        columns = [column for column in self.columns if not column.unseen]
        page = self._slice(filter.narrowed(rows) if filter else rows, sort, QueryDict(), size=MOST_IN_A_FILE)
        if page.after:
            raise TooManyForAFile(f"This is more than {MOST_IN_A_FILE:,} rows. Ask for fewer, and take them in parts.")
        lines = [[column.plain(row) for column in columns] for row in self._loaded(page)]
        return write_csv([column.name for column in columns], lines), len(lines)

    def wants_file(self, asked: Mapping[str, str]) -> bool:
        return bool(self.file) and asked.get(self._name(FILE)) == "csv"

    def _name(self, name: str) -> str:
        return f"{self.prefix}-{name}" if self.prefix else name

    def _places(self) -> tuple[str, ...]:
        return self._name(AFTER), self._name(BEFORE)

    def _sort(self, wanted: str) -> str:
        """Return the order asked for, if a column declares it."""
        return wanted if any(column.sort == wanted.removeprefix("-") for column in self.columns if column.sort) else ""

    def _slice(self, rows: Rows, sort: str, query: QueryDict, *, size: int = 0) -> Slice[Any]:
        by, descending = self._order(sort)
        after, before = (query.get(name, "") for name in self._places())
        if isinstance(rows, QuerySet):
            if callable(by):
                raise TypeError("a column over a queryset sorts by fields")
            names = tuple(_turned(name) if descending else name for name in by)
            return slice_of_queryset(rows, names, after=after, before=before, size=size or self.size)
        if by and not callable(by):
            raise TypeError("a column over a list sorts by a function")
        key = by if callable(by) else None
        return slice_of_list(rows, key, descending=descending, after=after, before=before, size=size or self.size)

    def _order(self, sort: str) -> tuple[tuple[str, ...] | Callable[[Row], Any], bool]:
        column = next((column for column in self.columns if sort and column.sort == sort.removeprefix("-")), None)
        if column is None:
            return self.order, False
        return column.by or (column.sort,), sort.startswith("-")

    def _head(self, column: Column[Row], sort: str, query: QueryDict) -> Head:
        if not column.sort:
            return Head(column.name, column.css, column.unseen)
        order = {column.sort: "ascending", f"-{column.sort}": "descending"}.get(sort, "none")
        to = f"-{column.sort}" if order == "ascending" else column.sort
        url = _address(query, {self._name(SORT): to}, without=self._places())
        return Head(column.name, column.css, column.unseen, order, url, ARROWS[order])

    def _loaded(self, page: Slice[Any]) -> Sequence[Row]:
        return self.loaded(page.rows) if self.loaded else page.rows

    def _columns(self, bulk: Bulk | None) -> tuple[Column[Row], ...]:
        if bulk is None or self.tick is None:
            return self.columns
        return (Column("Choose", self.tick, unseen=True, kind="tick-cell"), *self.columns)

    def _row(self, row: Row, columns: Sequence[Column[Row]], heading: Column[Row]) -> DrawnRow:
        return DrawnRow(
            tuple(_drawn(column, column.parts(row), is_heading=column is heading) for column in columns),
            self.tone(row) if self.tone else "",
        )

    def _pages(self, page: Slice[Any], query: QueryDict) -> Pages | None:
        if not page.rows or not (self.noun or self.file or page.before or page.after):
            return None
        after, before = self._places()
        total = f"more than {COUNTED_UP_TO:,}" if page.total is None else f"{page.total:,}"
        return Pages(
            f"{page.position + 1} to {page.last} of {total} {self.noun}".strip(),
            before=_address(query, {before: page.before}, without=(after,)) if page.before else "",
            after=_address(query, {after: page.after}, without=(before,)) if page.after else "",
        )


def csv_answer(
    request: HttpRequest,
    table: Table[Row],
    rows: Rows,
    *,
    filter: Filter | None = None,  # noqa: A002
) -> HttpResponse | None:
    """Answer with the list as a file where the address asks for one. Who took a file of people is kept in the log."""
    if not table.wants_file(request.GET):
        return None
    text, count = table.csv_of(rows, request.GET, filter=filter)
    if table.personal and isinstance(request.user, Person):
        note_export(by=request.user, name=table.file, rows=count)
    return csv_download(text, f"{table.file}.csv")


def _part(value: Cell) -> Part:
    if value is None or isinstance(value, str):
        return Text(value or "")
    return Number(value) if isinstance(value, int | float) else value


def _drawn(column: Column[Any], parts: tuple[Part, ...], *, is_heading: bool) -> DrawnCell:
    """Return a cell. One that says nothing is left out of a phone's card."""
    says_nothing = all(isinstance(part, Text) and not part.words for part in parts)
    css = " ".join(filter(None, [column.css, "blank" if says_nothing else ""]))
    return DrawnCell("" if column.unseen else column.name, css, parts, is_heading)


def _turned(name: str) -> str:
    return name.removeprefix("-") if name.startswith("-") else f"-{name}"


def _copy(asked: QueryDict | Mapping[str, str]) -> QueryDict:
    if isinstance(asked, QueryDict):
        return asked.copy()
    query = QueryDict(mutable=True)
    query.update(dict(asked))
    return query


def _address(query: QueryDict, changes: Mapping[str, str], *, without: Sequence[str] = ()) -> str:
    changed = query.copy()
    for name in without:
        changed.pop(name, None)
    for name, value in changes.items():
        changed[name] = value
    return f"?{changed.urlencode()}"
