"""What stands in a cell of a table: small typed parts, each with its own template and its plain text for a file."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Protocol

from django.template.defaultfilters import date as date_in_words
from django.utils import timezone

from onemm.lib.states import Tone, Toned
from onemm.web.dates import ago

DAY = "j F Y"
NOTHING = "–"


class Part(Protocol):
    """One part of a cell. Its template finds it as `part`; `plain` is what a file says in its place."""

    template: ClassVar[str]

    @property
    def plain(self) -> object: ...


@dataclass(frozen=True)
class Text:
    """Words; `nowrap` keeps them on one line."""

    words: str
    nowrap: bool = False
    template: ClassVar[str] = "ui/cells/text.html"

    @property
    def plain(self) -> str:
        return self.words


@dataclass(frozen=True)
class Small:
    """A remark in small type, on a line of its own; with `links`, the addresses in it lead there."""

    words: str
    links: bool = False
    template: ClassVar[str] = "ui/cells/small.html"

    @property
    def plain(self) -> str:
        return self.words


@dataclass(frozen=True)
class LinkCell:
    """Words that lead somewhere. Without an address they are words alone.

    `unseen` says the rest to those who cannot see beside what it stands.
    """

    words: str
    url: str
    unseen: str = ""
    template: ClassVar[str] = "ui/cells/link.html"

    @property
    def plain(self) -> str:
        return self.words


@dataclass(frozen=True)
class ButtonCell:
    """A link that looks like a button."""

    words: str
    url: str
    kind: str = "quiet"
    template: ClassVar[str] = "ui/cells/button.html"

    @property
    def plain(self) -> str:
        return ""


@dataclass(frozen=True)
class SendCell:
    """A form of one button: what it sends besides its token, and where to (nothing: this page).

    `unseen` says which row it is of, for those who cannot see it.
    """

    words: str
    url: str = ""
    values: tuple[tuple[str, str], ...] = ()
    kind: str = "quiet"
    unseen: str = ""
    template: ClassVar[str] = "ui/cells/send.html"

    @property
    def plain(self) -> str:
        return ""


@dataclass(frozen=True)
class ConfirmCell:
    """A button that first says what will follow, and then holds the form that does it."""

    label: str
    words: str
    send: SendCell
    template: ClassVar[str] = "ui/cells/confirm.html"

    @property
    def plain(self) -> str:
        return ""


@dataclass(frozen=True)
class Beside:
    """Several parts on one line, as far as there is room."""

    parts: tuple[Part, ...]
    template: ClassVar[str] = "ui/cells/beside.html"

    @property
    def plain(self) -> str:
        return "; ".join(str(part.plain) for part in self.parts if part.plain not in {"", None})


@dataclass(frozen=True)
class TickCell:
    """A box to tick, for what is done to many rows at once. `label` says which row, for those who cannot see it."""

    value: str
    label: str
    name: str = "chosen"
    template: ClassVar[str] = "ui/cells/tick.html"

    @property
    def plain(self) -> str:
        return ""


@dataclass(frozen=True)
class Tag:
    """A small word of state in its tone."""

    word: str
    tone: Tone = "plain"
    template: ClassVar[str] = "ui/cells/tag.html"

    @classmethod
    def of(cls, state: Toned) -> "Tag":
        """Return a state as it says itself."""
        return cls(str(state.label), state.tone)

    @property
    def plain(self) -> str:
        return self.word


@dataclass(frozen=True)
class When:
    """A day or a moment where the programme runs; `shape` is Django's date format, or "ago" for how long since."""

    at: dt.date | dt.datetime | None
    shape: str = DAY
    otherwise: str = ""
    template: ClassVar[str] = "ui/cells/text.html"

    @property
    def words(self) -> str:
        if self.at is None:
            return self.otherwise
        if self.shape == "ago":
            return ago(self.at)
        return date_in_words(_local(self.at), self.shape)

    @property
    def nowrap(self) -> bool:
        return False

    @property
    def plain(self) -> str:
        """Return the day or the moment as spreadsheets read it."""
        if self.at is None:
            return ""
        local = _local(self.at)
        return f"{local:%Y-%m-%d %H:%M}" if isinstance(local, dt.datetime) else local.isoformat()


@dataclass(frozen=True)
class Number:
    """A count or a measure; `otherwise` stands where there is none, or where it is too small to be shown."""

    value: float | None
    decimals: int = 0
    otherwise: str = NOTHING
    template: ClassVar[str] = "ui/cells/text.html"

    @property
    def words(self) -> str:
        return self.otherwise if self.value is None else f"{self.value:,.{self.decimals}f}"

    @property
    def nowrap(self) -> bool:
        return False

    @property
    def plain(self) -> object:
        """Return the figure itself; where it is not told, the words that say so."""
        return self.value if self.value is not None else self.otherwise.strip(NOTHING)


def _local(at: dt.date | dt.datetime) -> dt.date | dt.datetime:
    return timezone.localtime(at) if isinstance(at, dt.datetime) and timezone.is_aware(at) else at
