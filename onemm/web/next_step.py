"""The one next step that every signed-in home opens with (DESIGN, section 5): its shape, and how its day is said."""

from dataclasses import dataclass
from datetime import datetime

from django.template.defaultfilters import date as date_in_words
from django.utils import timezone


@dataclass(frozen=True)
class NextStep:
    """One thing to do: what, why, and the way to it.

    Without an address there is nothing to press, only to know. `aside_url` puts it aside.
    """

    title: str
    text: str
    url: str = ""
    label: str = ""
    eyebrow: str = "Next"
    aside_url: str = ""


@dataclass(frozen=True)
class Button:
    """One button of a panel: a link, or a form of its own where pressing it does something (`posts`)."""

    label: str
    url: str
    kind: str = "gold"
    posts: bool = False


@dataclass(frozen=True)
class Panel:
    """The deep panel with the one thing to do now, or with who it is that has to do something."""

    title: str
    words: str
    buttons: tuple[Button, ...] = ()
    small: str = ""
    eyebrow: str = "Next"
    level: int = 1
    also: tuple[str, ...] = ()
    aside: str = ""
    """A drawing beside it."""

    @property
    def links(self) -> tuple[Button, ...]:
        return tuple(button for button in self.buttons if not button.posts)

    @property
    def forms(self) -> tuple[Button, ...]:
        return tuple(button for button in self.buttons if button.posts)


def when_in_words(at: datetime) -> str:
    """“Thursday 3 December at 17:30”, where the programme runs."""
    return date_in_words(timezone.localtime(at), r"l j F \a\t H:i")


def weekday(at: datetime) -> str:
    """“Thursday”."""
    return date_in_words(timezone.localtime(at), "l")
