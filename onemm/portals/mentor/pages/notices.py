"""A notice on a mentor's page."""

from dataclasses import dataclass

from onemm.lib.states import Tone


@dataclass(frozen=True)
class Notice:
    """How it stands, in a word and a sentence, and perhaps a link."""

    tone: Tone
    title: str
    words: str
    label: str = ""
    url: str = ""
