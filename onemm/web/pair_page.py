"""The page of a pair as either of the two sees it: the year, what is next, the hours, and what can be said."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.template.defaultfilters import date as date_in_words
from django.urls import reverse
from django.utils import timezone

from onemm.web.next_step import NextStep

SESSIONS_SHOWN = 30


class SessionLike(Protocol):
    """An hour of the two: planned, held or called off."""

    public_id: str
    at: dt.datetime
    minutes: int | None
    words: str
    where: str

    @property
    def is_planned(self) -> bool: ...
    @property
    def is_held(self) -> bool: ...
    def get_channel_display(self) -> str: ...


@dataclass(frozen=True)
class Hour:
    """One hour in the list. One that is planned can be called off, and written down where the reader does that."""

    title: str
    when: str
    kind: str = "plain"
    text: str = ""
    call_off_url: str = ""
    log_url: str = ""


@dataclass(frozen=True)
class Panel:
    """What is next. Its button leads on: never to the page that it stands on."""

    title: str
    text: str
    eyebrow: str = "Next"
    url: str = ""
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class PairPage:
    """What both sides see. Without an address, there is nothing to press: the pair is over."""

    name: str
    hours: int
    hours_planned: int
    panel: Panel
    sessions: tuple[Hour, ...]
    agreement_url: str
    lost_touch_url: str = ""


@dataclass(frozen=True)
class Way:
    """A link in words."""

    words: str
    url: str


def panel_of(steps: Sequence[NextStep], page: str, *, otherwise: Panel) -> Panel:
    """Return the first of the steps as a panel on this page.

    A step that leads here has said what it had to say; the button is then that of the next thing to do.
    """
    if not steps:
        return otherwise
    first = steps[0]
    to_do = next((step for step in steps if step.url not in {"", page}), None)
    button = to_do if first.url and to_do else None
    return Panel(
        title=first.title,
        text=first.text,
        eyebrow=first.eyebrow,
        url=button.url if button else "",
        label=button.label if button else "",
    )


def hours_of(sessions: Iterable[SessionLike], *, portal: str, log_route: str = "") -> tuple[Hour, ...]:
    """Return the hours as they are listed; `log_route` names the page that writes down a planned one."""
    return tuple(_hour(session, portal, log_route) for session in sessions)


def _hour(session: SessionLike, portal: str, log_route: str) -> Hour:
    at = timezone.localtime(session.at)
    if session.is_held:
        return Hour(f"{session.minutes} minutes", date_in_words(at, "j F Y"), "good", session.words)
    if not session.is_planned:
        return Hour("Called off", date_in_words(at, "j F Y"))
    place = f", {session.where}" if session.where else ""
    return Hour(
        date_in_words(at, "l j F"),
        "Planned",
        "next",
        f"{date_in_words(at, 'H:i')}, {session.get_channel_display().lower()}{place}",
        call_off_url=reverse(f"{portal}:call_off", args=[session.public_id]),
        log_url=reverse(log_route, args=[session.public_id]) if log_route else "",
    )
