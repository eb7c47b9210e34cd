"""What stands on top of a mentor's page with one young person: the first thing there is to do, as on the home."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from onemm.mentoring.models import Match
from onemm.mentoring.queries import Glance, NextThing
from onemm.web import drawings
from onemm.web.cells import When
from onemm.web.next_step import Button, Panel, hour_in_words, when_in_words


@dataclass(frozen=True)
class _Pair:
    """One match as this reader sees it."""

    match: Match
    glance: Glance
    hours: int

    @property
    def name(self) -> str:
        return str(self.match.young_person.first_name)

    def panel(self, title: str, words: str, *buttons: Button, eyebrow: str = "") -> Panel:
        eyebrow = eyebrow or f"You and {self.name}"
        return Panel(title, words, buttons, eyebrow=eyebrow, aside=_year(self.match, self.hours))

    def button(self, label: str, page: str) -> Button:
        return Button(label, reverse(f"mentor:{page}", args=[self.match.public_id]))


def pair_panel(match: Match, glance: Glance | None, *, hours: int) -> Panel:
    """Return it. Without a glance the match has ended."""
    if glance is not None:
        return PANELS[glance.next_things[0]](_Pair(match, glance, hours))
    words = "Your time together has ended. Thank you for the hours you gave."
    title = f"You and {match.young_person.first_name}"
    return Panel(title, words, eyebrow="Your year together", aside=_year(match, hours))


def _year(match: Match, hours: int) -> str:
    return drawings.year_arc(hours, match.hours_planned, "hours given")


def _paused(pair: _Pair) -> Panel:
    words = "Please do not meet until your coordinator says so. They will be in touch."
    return pair.panel("Paused for now", words)


def _agree(pair: _Pair) -> Panel:
    words = "Seven short promises. When you both say yes, your year begins."
    return pair.panel("Read the agreement", words, pair.button("Read and agree", "agreement"))


def _other_agrees(pair: _Pair) -> Panel:
    return pair.panel(
        f"{pair.name} is reading the agreement",
        "We will write to you as soon as they have said yes too.",
        eyebrow="Next",
    )


def _write_down(pair: _Pair) -> Panel:
    session = pair.glance.unlogged
    if session is None:
        raise LookupError("nothing is to be written down")
    met = Button("Write it down", reverse("mentor:log_session", args=[session.public_id]))
    return pair.panel(
        "Did you meet?",
        "Write it down in half a minute. It fills the next dot.",
        met,
        eyebrow=When(session.at, "l j F").words,
    )


def _meet(pair: _Pair) -> Panel:
    session = pair.glance.next
    if session is None:
        raise LookupError("no hour is planned")
    asks = NextThing.SAY in pair.glance.next_things
    buttons = (pair.button("Say how it is going", "pulse"),) if asks else ()
    words = hour_in_words(pair.name, session.where, session.purpose)
    return pair.panel(when_in_words(session.at), words, *buttons, eyebrow="Your next hour")


def _say(pair: _Pair) -> Panel:
    words = "One number a month tells your coordinator when to help."
    return pair.panel(f"How is it going with {pair.name}?", words, pair.button("Say how it is going", "pulse"))


def _plan(pair: _Pair) -> Panel:
    words = "A date in the diary is what keeps a year going."
    return pair.panel("Choose a day for your next hour", words, pair.button("Plan a session", "plan"))


PANELS: dict[NextThing, Callable[[_Pair], Panel]] = {
    NextThing.PAUSED: _paused,
    NextThing.AGREE: _agree,
    NextThing.OTHER_AGREES: _other_agrees,
    NextThing.WRITE_DOWN: _write_down,
    NextThing.MEET: _meet,
    NextThing.SAY: _say,
    NextThing.PLAN: _plan,
}
