"""The application in small steps: one small group of questions each, in the order they are asked."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One page of questions. `minutes` is what it takes most people."""

    slug: str
    title: str
    text: str
    minutes: int


ABOUT_YOU, WHERE, WHEN, HOW, BRING, WHY = "about_you", "where", "when", "how", "what_you_bring", "why"

STEPS = (
    Step(ABOUT_YOU, "About you", "Your name, and when you were born.", 1),
    Step(WHERE, "Where you live", "Your postcode, so that we can look for somebody near you.", 1),
    Step(WHEN, "When you are free", "The parts of the week that usually suit you.", 1),
    Step(HOW, "How you would like to meet", "In person or online, and how far you would travel.", 1),
    Step(BRING, "What you bring", "Your work, your languages, what you enjoy.", 3),
    Step(WHY, "Why you want to mentor", "A few words of your own, and what we ask you to promise.", 3),
)
BY_SLUG = {step.slug: step for step in STEPS}

KEPT_UP_TO_DATE = frozenset({WHEN, HOW, BRING})
"""What a mentor may go on changing after the application is sent: life changes, and matching should know."""

REACHES_IN_MILES = (2, 5, 10, 20)
MOST_AT_ONCE = 3


def missing_from(done: list[str]) -> tuple[Step, ...]:
    """Return the steps that are not done, in order."""
    return tuple(step for step in STEPS if step.slug not in done)


def minutes_left(done: list[str]) -> int:
    """Return how long the rest takes most people, in minutes."""
    return sum(step.minutes for step in missing_from(done))
