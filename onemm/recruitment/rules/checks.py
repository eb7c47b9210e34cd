"""Which criminal-record check the work calls for, and how long one lasts.

A suggestion for a person to review, not legal advice. It rests on five things: the nation, the age of the young people,
how often, whether someone of staff supervises, and the channel. Sources: the Rehabilitation of Offenders Act 1974
(Exceptions) Order 1975 and the Police Act 1997 (Criminal Records) Regulations 2002 for what may be asked; the
Safeguarding Vulnerable Groups Act 2006, Schedule 4, for regulated activity; the Protection of Vulnerable Groups
(Scotland) Act 2007; the Safeguarding Vulnerable Groups (Northern Ireland) Order 2007. The law moves (Scotland's did in
April 2025, and Parliament has been asked to end the exemption for supervised work in England and Wales): after
`REVIEW_ON` every page that shows an advice says that it must be looked at again.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

VERSION = "2026-11"
REVIEW_ON = date(2027, 4, 1)
ADULT = 18
OFTEN = 4
"""On four days or more in any thirty: the period condition of regulated activity."""
YEARS_VALID = 3
"""How long we rely on a check. The law sets no term; three years is what mentoring charities commonly accept."""


class Nation(StrEnum):
    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


_AREAS = {
    Nation.SCOTLAND: "AB DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE",
    Nation.WALES: "CF LD LL NP SA",
    Nation.NORTHERN_IRELAND: "BT",
}
_NATION_OF = {letters: nation for nation, areas in _AREAS.items() for letters in areas.split()}
ISLANDS_OUTSIDE_THE_UK = frozenset({"GY", "IM", "JE"})


class Channel(StrEnum):
    FACE_TO_FACE = "face_to_face"
    ONLINE = "online"


@dataclass(frozen=True)
class Work:
    """What the mentor will do: where, with whom, beside whom, how often (days in any thirty; 0 for once or twice a
    year), and how.
    """

    nation: Nation
    youngest: int = 14
    supervised: bool = True
    days_in_30: int = 1
    channel: Channel = Channel.FACE_TO_FACE


@dataclass(frozen=True)
class Advice:
    """The level that the work calls for, why, where that is written, and until when we trust it."""

    level: str
    reason: str
    clause: str
    review_on: date = REVIEW_ON

    def is_stale_on(self, day: date) -> bool:
        return day >= self.review_on


def letters_of(postcode: str) -> str:
    """Return the postcode area, the letters at its start: `OL` of `OL1 1UL`."""
    return postcode[:2] if postcode[:2].isalpha() else postcode[:1]


def nation_of(postcode: str) -> Nation | None:
    """Return the nation by the postcode's letters, or `None` outside the UK.

    Border areas count as where most homes are.
    """
    letters = letters_of(postcode)
    if letters in ISLANDS_OUTSIDE_THE_UK:
        return None
    return _NATION_OF.get(letters, Nation.ENGLAND)


def advice_for(work: Work) -> Advice:
    """Suggest the level for this work."""
    if work.youngest >= ADULT:
        return Advice(
            "basic",
            "Everyone they would meet is 18 or over, so only a basic check may be asked for.",
            "Police Act 1997, section 112; the Exceptions Order covers work with children",
        )
    if work.days_in_30 < 1:
        return Advice(
            "basic",
            "Once or twice a year is not often enough to count as work with children, so only a basic check may be "
            "asked for.",
            "Police Act 1997 (Criminal Records) Regulations 2002, regulation 5C; Safeguarding Vulnerable Groups Act "
            "2006, Schedule 4, paragraph 10",
        )
    return {Nation.SCOTLAND: _in_scotland, Nation.NORTHERN_IRELAND: _in_northern_ireland}.get(
        work.nation, _in_england_or_wales
    )(work)


def _in_scotland(_: Work) -> Advice:
    return Advice(
        "pvg",
        "In Scotland, mentoring under 18s is a regulated role, and whoever does it must be a member of the PVG "
        "scheme, supervised or not.",
        "Protection of Vulnerable Groups (Scotland) Act 2007, as amended by the Disclosure (Scotland) Act 2020",
    )


def _in_northern_ireland(work: Work) -> Advice:
    more = (
        " Often and unsupervised, it is regulated activity: ask for the barred list on the same form."
        if is_regulated(work)
        else ""
    )
    return Advice(
        "accessni",
        "In Northern Ireland, work with under 18s calls for an enhanced AccessNI check." + more,
        "Safeguarding Vulnerable Groups (Northern Ireland) Order 2007, Schedule 2; Police Act 1997, section 113B",
    )


def _in_england_or_wales(work: Work) -> Advice:
    if is_regulated(work):
        return Advice(
            "enhanced_barred",
            f"On {OFTEN} days in thirty or more and unsupervised, {_how(work)} is regulated activity with children.",
            "Safeguarding Vulnerable Groups Act 2006, Schedule 4, paragraphs 1, 2 and 10; Police Act 1997, section "
            "113BA",
        )
    why = "with a coordinator who can look in" if work.supervised else "though nobody of staff is beside them"
    return Advice(
        "enhanced",
        f"On fewer than {OFTEN} days in thirty, or supervised day to day, {_how(work)} ({why}) is below regulated "
        "activity: "
        "an enhanced check without the barred list. Asking for the barred list would be unlawful.",
        "Safeguarding Vulnerable Groups Act 2006, Schedule 4, paragraphs 1, 2 and 10; Exceptions Order 1975, Schedule "
        "1; Police Act 1997, section 113B",
    )


def _how(work: Work) -> str:
    return "mentoring under 18s online" if work.channel is Channel.ONLINE else "mentoring under 18s face to face"


def is_regulated(work: Work) -> bool:
    """Say whether advising or guiding under 18s this often, unsupervised, is regulated activity."""
    return work.youngest < ADULT and not work.supervised and work.days_in_30 >= OFTEN


def lawful_levels(work: Work) -> frozenset[str]:
    """Return what may be asked for: what the work calls for, and always a basic check, which anyone may be asked
    for.
    """
    return frozenset({"basic", advice_for(work).level})


MENTORING = Work(Nation.ENGLAND)
"""An hour a month, supervised, with young people from 14 on: the work that approval is for. Which level counts for it
is the same in all four nations; which one is asked for is not.
"""


def needs_more_than_basic(work: Work) -> bool:
    """Say whether a basic check is too little for the work."""
    return advice_for(work).level != "basic"


def check_counts_for(work: Work, day: date, *, level: str, cleared: bool, expires_on: date | None) -> bool:
    """Say whether a check counts for the work on a day: clear or accepted, not run out, and at a level that is enough.

    The one rule for what approval needs, what is waited for, who is cleared and what lists say.
    """
    is_enough = level != "basic" or not needs_more_than_basic(work)
    return cleared and is_enough and expires_on is not None and expires_on > day


CONTENT_KEPT_DAYS = 180
"""What a check showed is kept no longer than six months (code of practice of the Disclosure and Barring Service)."""
WARNED_BEFORE = (90, 30, 7)
"""Days before a check runs out on which we write, once each."""


def warning_due(days_left: int) -> int | None:
    """Return which warning is due with so many days left: the nearest one only, and none on the day itself."""
    return min((day for day in WARNED_BEFORE if 0 < days_left <= day), default=None)


def expiry_of(issued_on: date) -> date:
    """Return the day from which a check no longer counts. One issued on 29 February lasts until 1 March."""
    try:
        return issued_on.replace(year=issued_on.year + YEARS_VALID)
    except ValueError:
        return date(issued_on.year + YEARS_VALID, 3, 1)
