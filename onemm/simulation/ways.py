"""The two ways to run the same year: what the platform does by itself, and a mailbox with a list in a drawer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from itertools import chain, count, islice
from random import Random

from onemm.recruitment.rules.criteria import REFERENCES_NEEDED
from onemm.recruitment.rules.references import CHASED_ON, NAMED_AT_ONCE
from onemm.recruitment.rules.waits import DRAFT_REMINDED_ON, LIMITS, REMINDED_ON
from onemm.simulation.assumptions import Assumptions

WEEK, WORKING_DAYS = 7, 5
BEGINS, ENDS = 9 / 24, 17 / 24
"""A working day of staff. Days are counted from a Monday at midnight, in fractions."""
CHASED_AT = time(8, 30).hour / 24 + time(8, 30).minute / 1440
"""When the platform's chasers go out (`config.schedule`)."""


def is_working(day: int) -> bool:
    return day % WEEK < WORKING_DAYS


def next_morning(moment: float) -> float:
    """Return when the next working day after this moment begins for staff."""
    day = int(moment) + (moment % 1 >= BEGINS)
    while not is_working(day):
        day += 1
    return day + BEGINS


@dataclass(frozen=True)
class Way:
    """How the year is run: steps side by side or in a queue, with the platform's chasers and its list of what is
    overdue or without.

    `chases_applicants`: the platform writes again to applicants by itself, on its days, and only then staff, in one
    click; otherwise staff alone, when a wait has taken longer than its limit. `form_at_once`: whoever asks for the
    check sends its form in the same sitting. `spare_referees`: how many more than are needed are named and written to
    from the start. `check_from_sending`: the form for the check is on the page after sending, before anyone has read
    the application. `reminds_of_drafts`: the platform writes to those who have begun and stopped.
    """

    name: str
    side_by_side: bool
    chases: bool
    chases_applicants: bool = False
    form_at_once: bool = False
    spare_referees: int = 0
    check_from_sending: bool = False
    reminds_of_drafts: bool = False

    def turn(self, kind: str, moment: float, desk_day: int, chance: Random, assumptions: Assumptions) -> float:
        """Return when someone of staff gets round to a thing that came up at a moment.

        With the list, on one of the next working mornings and at the latest when our own limit for it is reached, where
        it stands on top in red. Without it, on the weekday on which its owner goes through their mailbox.
        """
        morning = next_morning(moment)
        if not self.chases:
            while int(morning) % WEEK != desk_day:
                morning = next_morning(morning)
            return morning
        latest = next_morning(moment + LIMITS[kind] - 1)
        while morning < latest and chance.random() >= assumptions.looks_daily:
            morning = next_morning(morning)
        return morning

    def reminders(self, kind: str, sent: float, desk_day: int, assumptions: Assumptions) -> Iterator[float]:
        """Return when an applicant is written to again about what only they can do."""
        if not self.chases:
            return by_hand(sent, desk_day, assumptions)
        if self.chases_applicants:
            by_staff = (next_morning(sent + REMINDED_ON[-1] + number * LIMITS[kind]) for number in count(1))
            return chain((int(sent) + day + CHASED_AT for day in REMINDED_ON), by_staff)
        return (next_morning(sent + number * LIMITS[kind]) for number in count(1))

    def draft_reminders(self, left: float) -> list[float]:
        """Return when someone who has stopped half-way is told that it is kept: on the platform's days."""
        return [int(left) + day + CHASED_AT for day in DRAFT_REMINDED_ON] if self.reminds_of_drafts else []

    def chasers(self, sent: float, desk_day: int, assumptions: Assumptions) -> list[float]:
        """Return when a referee is written to again: on the platform's days, or twice by hand."""
        if self.chases:
            return [int(sent) + day + CHASED_AT for day in CHASED_ON]
        return list(islice(by_hand(sent, desk_day, assumptions), 2))


def by_hand(sent: float, desk_day: int, assumptions: Assumptions) -> Iterator[float]:
    """Yield when someone, looking through everything that is silent, writes again of their own accord."""
    for number in count(1):
        yield next_desk_day(sent + number * assumptions.by_hand_every, desk_day)


def next_desk_day(moment: float, desk_day: int) -> float:
    morning = next_morning(moment)
    while int(morning) % WEEK != desk_day:
        morning = next_morning(morning)
    return morning


ON = Way(
    "on",
    side_by_side=True,
    chases=True,
    chases_applicants=True,
    form_at_once=True,
    spare_referees=NAMED_AT_ONCE - REFERENCES_NEEDED,
    check_from_sending=True,
    reminds_of_drafts=True,
)
"""As the platform is, where the safeguarding leads have set check routes that ask on sending
(`recruitment.models.CheckRoute`).
"""
OFF = Way("off", side_by_side=False, chases=False)
