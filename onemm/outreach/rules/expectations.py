"""What is said honestly before someone applies, and what they say yes to. Versioned: the answers name the version they
were given to.

Source: the Elements of Effective Practice for Mentoring, B.1.1 ("realistically portrays the benefits, practices,
supports and challenges of mentoring"): unfulfilled expectations are among the best-known reasons for matches that end
early.
"""

from collections.abc import Mapping
from dataclasses import dataclass

VERSION = "2026-11"
KEPT_AS = "expectations"
"""Under this name the answers wait in a visitor's session until they apply."""


@dataclass(frozen=True)
class Expectation:
    """One honest statement, in the first person of whoever says yes to it, and what lies behind it."""

    name: str
    words: str
    why: str


EXPECTATIONS = (
    Expectation(
        "return",
        "I will come back, month after month, even when it is dull.",
        "A match that breaks off without a word can do more harm than none.",
    ),
    Expectation(
        "absent",
        "Some hours will not happen, and nobody may tell me why.",
        "Exams, buses, shyness. It is seldom about you; you tell the coordinator and try again.",
    ),
    Expectation(
        "slow",
        "It may take three or four hours before we really talk.",
        "Many young people have learned that adults leave. Trust comes from returning.",
    ),
    Expectation(
        "lead",
        "The young person decides what we work on.",
        "You listen, ask and open doors. You do not teach, rescue or recruit.",
    ),
    Expectation(
        "checks",
        "I will be checked, and asked for two references, like everybody.",
        "It takes about three weeks. A record does not rule you out; a person weighs it with you.",
    ),
    Expectation(
        "secrets",
        "I keep no secrets about harm, and give out no phone number or account.",
        "If somebody is being hurt you pass it on the same day, and you say that you will.",
    ),
    Expectation(
        "thanks", "I may never see what came of it.", "What you said in March may matter in three years' time."
    ),
)


def is_accepted(answers: Mapping[str, object]) -> bool:
    """Say whether every statement of this version was said yes to."""
    return all(answers.get(expectation.name) is True for expectation in EXPECTATIONS)


def kept_answers(answers: Mapping[str, object]) -> dict[str, bool]:
    """Return the answers to the statements of this version, and nothing else that a form may carry."""
    return {expectation.name: answers.get(expectation.name) is True for expectation in EXPECTATIONS}
