"""Who must agree before a young person is mentored, and whether what was recorded will do.

Source: DESIGN section 6. Under 16 the guardian consents; at 16 and 17 young people consent themselves and the partner
is told; from 18 they consent themselves. That consent is given by someone who understands what it is for, and is kept
fresh: UK GDPR article 7, and the Information Commissioner's guidance on consent ("refresh it at appropriate
intervals"); we ask for twelve months at most between the day it was given and the day it is recorded.
"""

from dataclasses import dataclass
from datetime import date

from onemm.lib.clock import age_on

CONSENT_WORDING = "2026-1"
"""The version of the words that people say yes to, kept with every consent."""
GUARDIAN, OWN = "guardian", "self"
CONSENTS_ALONE_FROM = 16
ADULT_FROM = 18


@dataclass(frozen=True)
class ConsentProblem:
    """What is wrong with a consent, and the field of the form that says it."""

    message: str
    field: str


def who_consents(age: int) -> str:
    """Return who must agree at an age in whole years: the guardian, or the young person."""
    return GUARDIAN if age < CONSENTS_ALONE_FROM else OWN


def partner_is_told(age: int) -> bool:
    """Say whether the partner must be told of a consent that a young person of this age gave."""
    return CONSENTS_ALONE_FROM <= age < ADULT_FROM


def oldest_consent(today: date) -> date:
    """Return the first day on which a consent could have been given to be recorded today: a year ago."""
    try:
        return today.replace(year=today.year - 1)
    except ValueError:  # 29 February
        return today.replace(year=today.year - 1, day=28)


def consent_problem(
    *, born: date, given_by: str, guardian_name: str, given_on: date, today: date
) -> ConsentProblem | None:
    """Return what is wrong with a consent, or `None` when it will do today."""
    if given_on > today:
        return ConsentProblem("The day of the consent is still to come. Give the day it was given.", "consent_date")
    if given_on < oldest_consent(today):
        return ConsentProblem(
            "This consent is more than 12 months old. Ask again, and give the new date.", "consent_date"
        )
    if who_consents(age_on(born, today)) != given_by:
        return _wrong_person(given_by)
    if who_consents(age_on(born, given_on)) != given_by:
        return ConsentProblem("They were under 16 on that day. Ask them again, now that they are 16.", "consent_date")
    if given_by == GUARDIAN and not guardian_name.strip():
        return ConsentProblem("Give the name of the parent or guardian who said yes.", "guardian_name")
    return None


def _wrong_person(given_by: str) -> ConsentProblem:
    if given_by == OWN:
        return ConsentProblem("They are under 16, so a parent or guardian must say yes.", "consent_by")
    return ConsentProblem(
        "From 16, young people say yes themselves. Ask them, and record their own consent.", "consent_by"
    )
