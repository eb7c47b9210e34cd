"""What people do, and how long it takes them, each with where the number comes from.

Where the field publishes nothing we say "assumed" and why; `docs/recruitment-simulated.md` shows what changes when we
are wrong.
"""

import math
from dataclasses import dataclass, field, fields
from itertools import pairwise
from random import Random
from typing import Any

LETTERS = (
    "Timing of answers to e-mailed surveys of businesses (masterilo.ru/a-232817): 12 % of all answers come within the "
    "hour, 30 % by the end of the "
    "first day, 42 % by the third, 60 % by the seventh, before anyone is reminded; we take those 60 % as the whole "
    "of one letter"
)
NO_SHOWS = (
    "Base rate assumed for people who chose the time themselves; the factor is that of a randomised trial of reminders "
    "(Youssef 2014, East Mediterr Health J 20(5): 26.3 % against 39.8 %), and reviews agree on the direction (McLean "
    "and others 2016)"
)
CHECKS = (
    "Answer to a question in Parliament of 19 October 2023 (no. 202710): in 2022-23 enhanced checks took 10.7 days in "
    "the mean, and 78.4 % "
    "came within 14 days. The log-normal that has both: median 6.0, spread 1.07"
)
WAITING = (
    "Assumed. Sources agree on the direction alone (Helpforce: three to six months from interest to start, and "
    "attrition; Michigan State "
    "University Extension: the longer the wait, the more go elsewhere), none gives a rate"
)


@dataclass(frozen=True)
class Delay:
    """How long something takes, in days: log-normal, by its median and the standard deviation of its logarithm."""

    median: float
    spread: float

    def drawn(self, chance: Random) -> float:
        return chance.lognormvariate(math.log(self.median), self.spread)

    def __str__(self) -> str:
        return f"median {self.median:g} days, spread {self.spread:g}"


@dataclass(frozen=True)
class Measured:
    """How long something takes, in days, as it was measured: points of (days, share done by then), with straight lines
    between.
    """

    points: tuple[tuple[float, float], ...]

    def drawn(self, chance: Random) -> float:
        share = chance.random()
        for (day, done), (later, more) in pairwise(self.points):
            if share <= more:
                return day + (later - day) * (share - done) / (more - done)
        return self.points[-1][0]

    def __str__(self) -> str:
        return ", ".join(
            f"{share:.0%} by {'the first hour' if day < 1 else f'day {day:g}'}" for day, share in self.points[1:]
        )


def assumed(value: Any, what: str, source: str) -> Any:
    """Return a field with its default, which never changes, what it stands for, and where it comes from."""
    return field(default=value, metadata={"what": what, "source": source})


@dataclass(frozen=True)
class Assumptions:
    """Everything that the simulated year takes for given."""

    form_at_once: float = assumed(
        0.62,
        "Send the application in one sitting",
        "Assumed: six steps of ten minutes in all (recruitment.rules.steps)",
    )
    form_never: float = assumed(
        0.12,
        "Begin it and never send it",
        "Assumed: a short form; whoever means never to send it is not moved by a reminder",
    )
    form_later: Delay = assumed(
        Delay(3, 1),
        "The others come back after",
        "Assumed: a few evenings later, or on one of the platform's reminders",
    )  # frozen
    letter: Measured = assumed(
        Measured(((0, 0), (1 / 24, 0.2), (1, 0.5), (3, 0.7), (7, 1))), "Whoever acts on a letter does so after", LETTERS
    )  # frozen
    goes_on: float = assumed(
        0.5,
        "Do at once what the page after sending asks for: names, a time to talk, the form for the check",
        "Assumed: they are sitting there; the others act on a letter",
    )
    applicant_acts: tuple[float, ...] = assumed(
        (0.8, 0.5, 0.4, 0.3),
        "Applicants who act on the first letter, the second, and so on",
        "Assumed: they want to, and are busy",
    )
    names_a_third: float = assumed(
        0.75,
        "Name a third person who can speak for them, when two will do",
        "Assumed: the page says why, and that it may be left",
    )
    referee_acts: tuple[float, ...] = assumed(
        (0.55, 0.35, 0.3, 0.25),
        "Referees who answer the first letter, of the silent the second, and so on",
        "Assumed. A referee's silence after the first letter is called the biggest delay (Zipline, reference check "
        "playbook); each reminder "
        "brings a new wave of answers, about as large as the day's before (LearningBridge 2012)",
    )
    referee_cannot: float = assumed(
        0.05,
        "Referees who say no, or whose address is wrong",
        "Assumed: wrong details are a frequent reason for delay (Zipline)",
    )
    evening_suits: float = assumed(0.5, "An evening with free times suits an applicant", "Assumed: one of two")
    talk_missed: float = assumed(0.15, "Do not come to the talk, when nobody reminds them", NO_SHOWS)
    reminded_factor: float = assumed(0.66, "That share when reminded the day before, times", NO_SHOWS)
    letters_to_agree: float = assumed(
        1.5,
        "Letters to and fro to agree on a time, beyond the first (mean), where none are offered",
        "Assumed: diaries of two people who work",
    )
    check: Delay = assumed(Delay(6.05, 1.068), "The check, from the form to the certificate", CHECKS)
    shown: Delay = assumed(
        Delay(2, 0.8),
        "From the certificate to our seeing the original",
        "Assumed: second-class post, then a visit or a video call",
    )  # frozen
    check_shows: float = assumed(
        0.03,
        "Checks that show something to weigh",
        "Assumed: few; two people weigh it, and it takes what our rule allows",
    )
    declined: float = assumed(0.05, "Declined", "Assumed: few who come so far are turned away")
    course: Delay = assumed(
        Delay(4, 0.9), "The course, from the first unit to the pass", "Assumed: two or three evenings within a week"
    )  # frozen
    leaves_in_touch: float = assumed(0.004, "Leave, each day, within a week of hearing from us", WAITING)
    leaves_in_silence: float = assumed(0.012, "Leave, each day, when they have heard nothing for a week", WAITING)
    looks_daily: float = assumed(
        0.5,
        "With the list: a thing is done on the first working morning, or else on the next, with a chance of",
        "Assumed; never later than the rule's limit",
    )
    asks_at_once: float = assumed(
        0.7,
        "With the platform, staff who have read an application ask for its check in the same sitting",
        "Assumed: the page that follows offers it first, as what takes longest",
    )
    by_hand_every: float = assumed(
        28, "Without the list: days between two looks at everything that is silent", "Assumed: once a month"
    )
    applicants_for_one: float = assumed(
        350, "Applicants a year for each member of staff", "Assumed: about a third of their time"
    )


MINUTES = {
    "read": 15,
    "ask": 5,
    "hand_over": 10,
    "talk": 60,
    "missed": 15,
    "record": 10,
    "weigh": 60,
    "decide": 20,
    "by_hand": 10,
    "one_click": 1,
    "agree": 10,
    "letter": 10,
}
"""Minutes of staff time for each thing done. Assumed; a talk is half an hour and half an hour of notes. `one_click` is
a reminder with the platform, `by_hand` one without, `letter` writing to a referee by hand.
"""


def rows_of(assumptions: Assumptions) -> list[tuple[str, str, str]]:
    """Return each assumption as (what, value, source)."""
    return [
        (assumption.metadata["what"], _in_words(getattr(assumptions, assumption.name)), assumption.metadata["source"])
        for assumption in fields(assumptions)
    ]


def _in_words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(f"{share:.0%}" for share in value)
    if isinstance(value, float) and value < 1:
        return f"{value:.1%}"
    return f"{value}" if isinstance(value, Delay | Measured) else f"{value:g}"
