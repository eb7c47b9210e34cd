"""The kinds of e-mail: each declared once, by the context that writes it, in its module `email_kinds`.

A kind is named `subject.what_happened`, with `_for_…` behind it where someone else reads the same news in other words.
Its words are the template of that name, in `templates/email` beside the declaration.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from onemm.notifications.readers import Reader

NAME = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*")


SAMPLE_ID = "abcdefghjkmn"


@dataclass(frozen=True)
class Kind:
    """What every e-mail of one kind has in common."""

    name: str
    readers: tuple[Reader, ...]
    when: str
    """The occasion in a sentence, for whoever looks through the kinds."""
    samples: Sequence[Mapping[str, object]] = ({},)
    """The values that its words need, as examples: one set for each way in which it may read."""
    link: str = ""
    """The name of the page that it leads to; empty for none."""
    has_id: bool = False
    """Whether that page is about one thing, whose public id is given when it is written."""
    occasion: tuple[str, ...] = ()
    """What tells one occasion from the next: written once for each, to each reader. Empty: each call writes one."""
    secret: bool = False
    """It holds a code or a link that opens something: its words go once it is sent, and staff never see them."""
    is_greeted: bool = True
    folder: Path = field(default=Path(), compare=False)

    @property
    def values(self) -> frozenset[str]:
        """The names of the values that its words need."""
        return frozenset(self.samples[0])

    @property
    def template(self) -> Path:
        """Where its words are."""
        return self.folder / f"{self.name}.txt"


class KindIsUnknown(LookupError):
    """No context has declared a kind of this name."""


_kinds: dict[str, Kind] = {}


def declare_kinds(module: str, *kinds: Kind) -> None:
    """Declare the kinds of a context, whose module is given as `__name__`.

    :raises ValueError: a name is taken or not in the one grammar, or the samples do not all give the same values.
    """
    folder = Path(str(sys.modules[module].__file__)).parent / "templates" / "email"
    for kind in kinds:
        known = _kinds.get(kind.name)
        if not NAME.fullmatch(kind.name) or not kind.readers or (known is not None and known.folder != folder):
            raise ValueError(f"{kind.name!r} is taken, badly named, or read by nobody")
        if any(frozenset(sample) != kind.values for sample in kind.samples):
            raise ValueError(f"the samples of {kind.name} give different values")
        _kinds[kind.name] = replace(kind, folder=folder)


def kind_called(name: str) -> Kind:
    """Return a kind.

    :raises KindIsUnknown: nobody has declared it.
    """
    try:
        return _kinds[name]
    except KeyError:
        raise KindIsUnknown(name) from None


def all_kinds() -> Iterator[Kind]:
    """Yield every kind, by name."""
    yield from (kind for _, kind in sorted(_kinds.items()))
