"""Who may apply: four questions, and a kind answer to each "no".

Source: the programme's own rule (DESIGN section 1): professionals, working or retired, aged 25 or over, who give one
hour, once a month, for up to a year; professional meaning five years of work, or two years after graduating.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onemm.lib.clock import age_on

VERSION = "2026-11"
YOUNGEST = 25
OLDEST = 110
"""Nobody older than this has applied to anything; a year of birth before it is a slip of the finger."""

KEPT_AS = "eligibility"
"""Under this name a visitor's answers wait in their session until they have signed in."""

WORK_ENOUGH = frozenset({"five_years", "two_after_study"})


@dataclass(frozen=True)
class Question:
    """One question, the answers it offers, and what we say to someone whose answer means "not yet"."""

    name: str
    words: str
    hint: str
    answers: tuple[tuple[str, str], ...]
    good: frozenset[str]
    reason: str
    instead: str


@dataclass(frozen=True)
class Eligibility:
    """Whether someone may apply, and otherwise the questions that stand in the way."""

    version: str
    in_the_way: tuple[Question, ...]

    @property
    def is_met(self) -> bool:
        return not self.in_the_way


YES = frozenset({"yes"})
YES_OR_NO = (("yes", "Yes"), ("no", "No"))

QUESTIONS = (
    Question(
        "age",
        f"Are you {YOUNGEST} or over?",
        "There is no upper limit. Many of our best mentors have retired.",
        YES_OR_NO,
        YES,
        f"Mentors are {YOUNGEST} or over, because young people told us they want somebody some way further along.",
        f"Come back when you are {YOUNGEST}. Until then, from 14 on, you could have a mentor yourself. Ask your "
        "school, college or "
        "youth club whether they work with us.",
    ),
    Question(
        "work",
        "How much of working life have you seen?",
        "Paid or unpaid, for others or for yourself. Raising a family counts.",
        (
            ("five_years", "Five years of work or more (also if you have stopped or retired)"),
            ("two_after_study", "Two years or more since I finished a degree or an apprenticeship"),
            ("less", "Less than that"),
        ),
        WORK_ENOUGH,
        "Mentors have worked for five years, or for two years after a degree or an apprenticeship.",
        "Come back when you have. Until then your local youth club or charity would be glad of a helping hand, and it "
        "is good practice.",
    ),
    Question(
        "hour",
        "Can you give one hour a month, for up to a year?",
        "At a time that suits you both. Most people miss one or two.",
        YES_OR_NO,
        YES,
        "A young person needs to know that you will come back. A short match that breaks off can do harm, so we ask "
        "for the year.",
        "You can still help for a single day: schools welcome people who talk about their work. Or ask your employer "
        "to give you the "
        "hour: our page for employers says how.",
    ),
    Question(
        "home",
        "Do you live in the UK?",
        "England, Scotland, Wales or Northern Ireland.",
        YES_OR_NO,
        YES,
        "We can only make the safety checks we need for people who live in the UK.",
        "If you are moving here, come back when you have a UK address.",
    ),
)


def eligibility_of(answers: Mapping[str, object]) -> Eligibility:
    """Weigh the answers, by question name. A question left open stands in the way like a "no"."""
    in_the_way = tuple(question for question in QUESTIONS if str(answers.get(question.name, "")) not in question.good)
    return Eligibility(VERSION, in_the_way)


def is_old_enough(born: date | None, day: date) -> bool:
    """Say whether someone is old enough to mentor on a day."""
    return born is not None and YOUNGEST <= age_on(born, day) <= OLDEST
