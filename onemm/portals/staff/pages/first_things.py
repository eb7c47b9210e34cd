"""What somebody does first on a page, and the buttons that lead there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Button:
    """A link that looks like a button."""

    words: str
    url: str
    kind: str = "gold"


@dataclass(frozen=True)
class FirstThing:
    """What `staff/_first.html` prints on top of a page."""

    eyebrow: str
    title: str
    words: str
    buttons: tuple[Button, ...]
