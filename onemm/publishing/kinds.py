"""What can be written here, and what its owner knows of it.

Publishing keeps manuscripts, their revisions and their editions, and sees to it that two people looked. What a text
must be before anyone reads it is known above: the context that owns a kind of text registers it when it starts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onemm.publishing.models import Manuscript

Body = dict[str, Any]


@dataclass(frozen=True)
class Shipped:
    """A text as the platform ships it: its body and the version of its meaning."""

    body: Body
    version: str


@dataclass(frozen=True)
class TextKind:
    """One kind of text, as the context that owns it registers it.

    `empty` returns the body of a new text with this title, begun on this day. `shipped` returns what the platform ships
    under a course and a short name. `faults` says what must be put right before a manuscript may be published, in words
    for its editor, and `faults_without` how a course would break without a text. `has_course` says whether a course is
    taught already, and `is_taken` whether a shipped text has a name.
    """

    name: str
    empty: Callable[[str, date], Body]
    shipped: Callable[[str, str], Shipped | None]
    faults: Callable[["Manuscript"], list[str]]
    faults_without: Callable[[str, str], list[str]]
    has_course: Callable[[str], bool]
    is_taken: Callable[[str, str], bool]


_KINDS: dict[str, TextKind] = {}


def register(kind: TextKind) -> None:
    """Make a kind of text known.

    :raises ValueError: another one of this name is known already.
    """
    if _KINDS.setdefault(kind.name, kind) is not kind:
        raise ValueError(f"{kind.name} is registered twice")


def kind_called(name: str) -> TextKind:
    """Return a kind of text by its name.

    :raises LookupError: nobody registered it.
    """
    return _KINDS[name]


def kinds() -> tuple[TextKind, ...]:
    """Return every kind of text."""
    return tuple(_KINDS.values())
