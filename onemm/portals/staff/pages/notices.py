"""A paragraph that must not be missed, where a page decides whether it stands there and what it says."""

from dataclasses import dataclass

from onemm.lib.states import Tone


@dataclass(frozen=True)
class Notice:
    """Its title, its paragraphs, and a last one in small type."""

    title: str
    words: tuple[str, ...]
    small: str = ""
    tone: Tone = "plain"
