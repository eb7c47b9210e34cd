"""What the templates of a table print (`ui/table.html` and its parts)."""

from dataclasses import dataclass

from onemm.web.cells import Part
from onemm.web.filters import Filter


@dataclass(frozen=True, kw_only=True)
class Empty:
    """What stands where no row does: why, and perhaps the way on."""

    title: str
    text: str
    label: str = ""
    url: str = ""


@dataclass(frozen=True)
class Head:
    """A column's heading as drawn. With an address it sorts."""

    name: str
    css: str
    unseen: bool = False
    order: str = ""
    url: str = ""
    arrow: str = ""


@dataclass(frozen=True)
class DrawnCell:
    """A cell with the name of its column, which a phone shows beside it."""

    name: str
    css: str
    parts: tuple[Part, ...]
    is_heading: bool = False


@dataclass(frozen=True)
class DrawnRow:
    """A row; `tone` is late, wait or good where its edge says so."""

    cells: tuple[DrawnCell, ...]
    tone: str = ""


@dataclass(frozen=True)
class Pages:
    """Which part of the list this is, and the way to the rest."""

    words: str
    before: str = ""
    after: str = ""

    @property
    def has_more(self) -> bool:
        return bool(self.before or self.after)


@dataclass(frozen=True)
class DrawnFilter:
    """The form above a list; it keeps the order, and offers to clear what was asked."""

    form: Filter
    sort_name: str
    sort: str
    is_asked: bool


@dataclass(frozen=True)
class BulkButton:
    """One thing that can be done to every row that is ticked."""

    words: str
    kind: str = "quiet"
    name: str = ""
    value: str = ""


@dataclass(frozen=True)
class Bulk:
    """What can be done to many rows at once, and where the form goes (nothing: this page)."""

    buttons: tuple[BulkButton, ...]
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class DrawnTable:
    """What `ui/table.html` prints."""

    caption: str
    caption_unseen: bool
    dense: bool
    heads: tuple[Head, ...]
    rows: tuple[DrawnRow, ...]
    empty: Empty
    pages: Pages | None = None
    filter: DrawnFilter | None = None
    file_url: str = ""
    bulk: Bulk | None = None
