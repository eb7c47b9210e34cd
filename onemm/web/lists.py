"""What became of a list that someone sent, as parts of a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class RefusedRows:
    """The first refused rows with their reasons (`ui/refused_rows.html`), and how many more there are."""

    rows: tuple[tuple[int, str], ...]
    more: str


@dataclass(frozen=True)
class SentList:
    """A list that was sent before, and what became of it (`ui/sent_lists.html`)."""

    url: str
    sent_at: datetime
    by: str
    about: str
    words: str
    tag: str
    tone: str


def first_refused(reasons: Sequence[tuple[int, str]], refused: int) -> RefusedRows:
    more = f"The first {len(reasons)} of {refused}. The download has them all." if refused > len(reasons) else ""
    return RefusedRows(tuple(reasons), more)


def in_words(rows: int, refused: int) -> str:
    """Say in a few words what became of a list."""
    counted = f"{rows:,} {'row' if rows == 1 else 'rows'}"
    return f"{counted}, {refused:,} refused" if refused else counted
