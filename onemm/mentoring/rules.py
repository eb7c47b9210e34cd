"""Rules of mentoring that need no rows: sizes of an hour, the agreement in its wording, what counts as a contact
detail.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

MINUTES_IN_A_DOT = 60
"""One dot of the year's arc is an hour given, however many meetings it took."""
SHORTEST, LONGEST = 5, 480
"""Minutes that a session can have lasted."""
LONG_WITHOUT_MEETING = 35
"""Days. An hour a month leaves at most five weeks between two meetings; after that someone should ask."""
LONG_TO_AGREE = 7
"""Days between the introduction and both having agreed, after which someone should ask."""
MONTHS_A_PULSE_SPEAKS_FOR = 3
"""Its own month and the two after it; then it says nothing of how it is now."""
LOW_PULSE, STEEP_FALL = 4, 3
"""A pulse this low, or fallen this far since the one before, wants a call."""

AGREEMENT_WORDING = "2026-1"

LIST_OF_YOUNG_PEOPLE = "list of young people"
"""What the job that takes in a partner's list is called."""


@dataclass(frozen=True)
class ConsentGiven:
    """What a partner knows of a consent: who said yes (`guardian` or `self`), the guardian's name, and the day."""

    given_by: str
    given_on: date
    guardian_name: str = ""


class Wishes(TypedDict, total=False):
    """What a young person hopes for and when they can meet; whatever is left out stays as it is."""

    channel: str
    half_days: int
    languages: list[str]
    aspirations: list[str]
    interests: list[str]
    matters_most: str
    wants_gender: str
    background: list[str]
    hopes: str


MATTERS_MOST = {
    "aspiration": "Someone from the kind of work I want to do",
    "interests": "Someone who likes what I like",
    "availability": "Someone who is free when I am",
    "closeness": "Someone near me",
    "bridging": "Someone quite different from me",
}
"""What a young person may say matters most; the names are those of the pairing engine's components."""


@dataclass(frozen=True)
class Clause:
    """One promise of the mentoring agreement, as each side reads it."""

    title: str
    to_mentor: str
    to_young_person: str


AGREEMENT: tuple[Clause, ...] = (
    Clause(
        "An hour a month",
        "I will meet {other} for about an hour, once a month, for up to a year. If I cannot come I say so as early as "
        "I can, and we choose another day.",
        "I will meet {other} for about an hour, once a month, for up to a year. If I cannot come I say so as early as "
        "I can, and we choose another day.",
    ),
    Clause(
        "In sight of the coordinator",
        "Every meeting is planned here, at a place that the coordinator knows, and written down afterwards. We do not "
        "meet anywhere else or at any other time.",
        "Every meeting is planned here, at a place that my coordinator knows. We do not meet anywhere else or at any "
        "other time.",
    ),
    Clause(
        "No private contact",
        "I do not give or ask for phone numbers, home addresses, e-mail addresses or social media names, and I do not "
        "give money or lend it. "
        "If {other} sends me any of these, I tell the coordinator.",
        "I do not give {other} my phone number, home address, e-mail address or social media names, and I do not ask "
        "for theirs. "
        "If {other} asks, I can say no, and I tell my coordinator.",
    ),
    Clause(
        "What we say stays between us, except safety",
        "I keep what {other} tells me to myself. I never promise to keep a secret about safety: if I am worried that "
        "somebody is or could be hurt, "
        "I tell the safeguarding lead the same day, through “Worried about something?” on any page.",
        "{other} keeps what I say to themselves. If I say something that makes them worried that somebody is or could "
        "be hurt, "
        "they must pass it on, so that I get help. I can tell “Worried about something?” on any page myself, at any "
        "time.",
    ),
    Clause(
        "It is your year",
        "{other} chooses what we work on. I listen, ask, share what I know and open doors. I am not a teacher, "
        "parent, counsellor or employer.",
        "I choose what we work on. {other} listens, asks, shares what they know and helps me open doors.",
    ),
    Clause(
        "Respect",
        "I treat {other} fairly, whatever our age, faith, background or views, and I say sorry when I get something "
        "wrong.",
        "We treat one another fairly, whatever our age, faith, background or views.",
    ),
    Clause(
        "A good ending",
        "Either of us can stop, for any reason, by telling the coordinator. We do not just disappear: we have a "
        "closing talk, together or each with the coordinator.",
        "I can stop at any time, for any reason, by telling my coordinator. It is not my fault. We have a closing "
        "talk if I want one.",
    ),
)

_ADDRESS = re.compile(r"\S+@\S+\.\S+")
_HANDLE = re.compile(r"(?:^|[\s(:,;])@\w{2,}")
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\b(?:wa\.me|t\.me|discord\.gg|instagram\.com|snapchat\.com|tiktok\.com)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"(?:\+|\b)\d(?:[\s().-]{0,2}\d){8,}")


def has_contact_details(words: str) -> bool:
    """Say whether words hold a phone number (nine digits or more), an e-mail address, a handle or a link."""
    return any(pattern.search(words) for pattern in (_ADDRESS, _HANDLE, _LINK, _NUMBER))


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def months_on(month: date, number: int) -> date:
    """Return the first day of the month so many months later."""
    years, left = divmod(month.month - 1 + number, 12)
    return date(month.year + years, left + 1, 1)
