"""How a unit or a scenario must be written, beyond holding together: length, plain words, and feedback that says why.

Reading ease is the Flesch-Kincaid grade (Kincaid and others, 1975), an American school grade: 7 is a reader of about
twelve, 5 of ten or eleven. It was made for English, so other languages are not measured; who translates keeps the words
plain by ear.
"""

import re
from collections.abc import Iterator

from onemm.learning.rules.courses import Unit, UnitQuestion
from onemm.learning.rules.scenarios import Scenario
from onemm.publishing.rules.languages import ENGLISH

HARDEST = {"young": 5.0}
HARDEST_FOR_ADULTS = 7.0
SLOWEST, QUICKEST = 85, 130
"""Words a minute, questions and feedback included: slow reading, with time to think."""
FEWEST_QUESTIONS, MOST_QUESTIONS = 2, 5
CHOICES = 3
FEWEST_WORDS = 8
"""Words in a piece of feedback: fewer cannot give a reason."""


def reading_grade(html: str) -> float:
    """Return the Flesch-Kincaid grade of a unit's running text; tables and pictures are left out."""
    text = re.sub(r"(?s)<(table|figure)\b.*?</\1>", " ", html)
    text = re.sub(r"<[^>]+>", " ", re.sub(r"</(p|li|h\d)>", ". ", text))
    sentences = [sentence for sentence in re.split(r"[.!?:;]+", text) if len(re.findall(r"[A-Za-z]", sentence)) > 1]
    words = re.findall(r"[A-Za-zÀ-ž]+(?:’[a-z]+)?", text)
    if not sentences or not words:
        return 0.0
    syllables = sum(max(len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower()))), 1) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def words_a_minute(unit: Unit) -> float:
    """Return how quickly someone must read to be done in the minutes given."""
    questions = " ".join(
        f"{question.text} " + " ".join(f"{choice.text} {choice.feedback}" for choice in question.choices)
        for question in unit.questions
    )
    return (unit.words + len(questions.split())) / unit.minutes


def hardest_for(audience: str) -> float:
    return HARDEST.get(audience, HARDEST_FOR_ADULTS)


def plain_faults_in_unit(unit: Unit, *, audience: str) -> Iterator[str]:
    """Yield, in words for its editor, what is not written as a unit should be."""
    if unit.minutes > 0 and not SLOWEST <= (pace := words_a_minute(unit)) <= QUICKEST:
        fitting = round((pace * unit.minutes) / ((SLOWEST + QUICKEST) / 2)) or 1
        yield f"says {unit.minutes} minutes, but its words, questions included, take about {fitting}"
    if unit.language == ENGLISH and (grade := reading_grade(unit.html)) > hardest_for(audience):
        yield (
            f"is too hard to read: grade {grade:.1f}, and {hardest_for(audience):.0f} is the most. "
            "Use shorter sentences and shorter words"
        )
    if not FEWEST_QUESTIONS <= len(unit.questions) <= MOST_QUESTIONS:
        yield f"has {len(unit.questions)} questions; {FEWEST_QUESTIONS} to {MOST_QUESTIONS} are asked"
    if (unit.review_by - unit.reviewed_on).days > 366:
        yield "is due for review more than a year after it was reviewed"
    for question in unit.questions:
        yield from (f"question “{question.text}” {fault}" for fault in _faults_in_feedback(question))


def plain_faults_in_scenario(scenario: Scenario) -> Iterator[str]:
    """Yield, in words for its editor, what is not written as a scenario should be."""
    feedback = [option.feedback for step in scenario.steps for option in step.options]
    if len(set(feedback)) < len(feedback):
        yield "says the same about two options: each has reasoning of its own"
    if scenario.language == ENGLISH and any(len(words.split()) < FEWEST_WORDS for words in feedback):
        yield f"has feedback of fewer than {FEWEST_WORDS} words: say why"
    if scenario.steps and not any(option.points == 0 for step in scenario.steps for option in step.options):
        yield "offers nothing that could do harm, so nobody can learn what that would be"
    if (scenario.review_by - scenario.reviewed_on).days > 366:
        yield "is due for review more than a year after it was reviewed"
    if not scenario.details:
        yield "has no details, so it is the same every time"


def _faults_in_feedback(question: UnitQuestion) -> Iterator[str]:
    feedback = [choice.feedback for choice in question.choices]
    if len(feedback) != CHOICES:
        yield f"has {len(feedback)} choices; {CHOICES} are offered"
    if len(set(feedback)) < len(feedback):
        yield "says the same about two choices"
    if any(len(words.split()) < FEWEST_WORDS for words in feedback):
        yield f"has feedback of fewer than {FEWEST_WORDS} words: say why, kindly"
