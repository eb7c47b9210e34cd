"""What must be true before an application is approved. Versioned: a decision names the version it was made by.

Source: safer recruitment as NSPCC, CPSU and NCVO describe it (specific written references, an interview, the right
check, a code of conduct, a recorded decision), and the Elements of Effective Practice for Mentoring, B.2.2 to B.2.5.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onemm.lib.clock import age_on
from onemm.recruitment.rules.eligibility import YOUNGEST

VERSION = "2026-11"
REFERENCES_NEEDED = 2
LEAST_IN_EACH_PART = 2
LEAST_IN_ALL = 10


@dataclass(frozen=True)
class Facts:
    """What screening gathered, as plain values."""

    good_referees: int
    warned_against: bool
    scores: Sequence[int]
    """The four parts of the interview, or none when it was not held."""
    check_is_valid: bool
    conduct_agreed: bool
    born: date | None
    on: date


@dataclass(frozen=True)
class Criterion:
    """One thing that must be true, whether it is, and what is there."""

    slug: str
    words: str
    is_met: bool
    note: str


def criteria(facts: Facts) -> tuple[Criterion, ...]:
    """Weigh every criterion of this version, in the order people read them."""
    return (_references(facts), _interview(facts), _check(facts), _conduct(facts), _age(facts))


def _references(facts: Facts) -> Criterion:
    note = f"{facts.good_referees} of {REFERENCES_NEEDED}"
    if facts.warned_against:
        note = "Somebody does not recommend them"
    met = facts.good_referees >= REFERENCES_NEEDED and not facts.warned_against
    return Criterion(
        "references", "Two people recommend them without reservation, and nobody advises against", met, note
    )


def _interview(facts: Facts) -> Criterion:
    words = f"The interview scored {LEAST_IN_EACH_PART} or more in every part, and {LEAST_IN_ALL} or more in all"
    if not facts.scores:
        return Criterion("interview", words, is_met=False, note="Not held yet")
    met = min(facts.scores) >= LEAST_IN_EACH_PART and sum(facts.scores) >= LEAST_IN_ALL
    return Criterion("interview", words, met, f"{sum(facts.scores)} in all, lowest part {min(facts.scores)}")


def _check(facts: Facts) -> Criterion:
    note = "Valid today" if facts.check_is_valid else "None is valid today"
    return Criterion(
        "check", "A check is valid today, at the level that work with under 18s needs", facts.check_is_valid, note
    )


def _conduct(facts: Facts) -> Criterion:
    note = "Agreed" if facts.conduct_agreed else "Not agreed"
    return Criterion("conduct", "They have agreed to the code of conduct", facts.conduct_agreed, note)


def _age(facts: Facts) -> Criterion:
    words = f"They are {YOUNGEST} or over today"
    if facts.born is None:
        return Criterion("age", words, is_met=False, note="Date of birth not known")
    age = age_on(facts.born, facts.on)
    return Criterion("age", words, age >= YOUNGEST, f"{age} years old")
