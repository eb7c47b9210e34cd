"""What a course is made of, and what must hold for it to be one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onemm.learning.rules.scenarios import Scenario, faults_in_scenario
from onemm.publishing.rules.languages import direction_of

AUDIENCES = ("mentor", "young", "coordinator")
STANDINGS = ("required", "recommended", "just-in-time")
MOMENTS = ("first-match", "first-silence", "nearing-goodbye")
"""What may happen to a mentor that calls for a unit of its own."""
TRIES = 2
"""Tries that may fall short before a unit asks to be read again.

Our own choice: a pause to read beats a third guess.
"""
GRADES = {
    "strong": "Strong: many studies taken together",
    "fair": "Fair: one good study",
    "limited": "Limited: small, or a programme’s own figures",
    "practice": "Practice wisdom: taught widely, not tested on its own",
    "rule": "A rule: law, guidance or this programme’s own",
}
"""How far a claim can be leant on, in words that a reader can use."""


@dataclass(frozen=True)
class Choice:
    """One answer to a question, and what to think about if it is chosen."""

    key: str
    text: str
    is_right: bool
    feedback: str


@dataclass(frozen=True)
class UnitQuestion:
    """One question of a quiz: exactly one of its choices is right."""

    key: str
    text: str
    choices: tuple[Choice, ...]

    @property
    def right(self) -> Choice:
        return next(choice for choice in self.choices if choice.is_right)

    def choice(self, key: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.key == key), None)


@dataclass(frozen=True)
class Evidence:
    """What a unit claims, where that comes from, and how far it can be leant on (a key of `GRADES`)."""

    says: str
    source: str
    grade: str

    @property
    def grade_in_words(self) -> str:
        return GRADES[self.grade]


@dataclass(frozen=True)
class Unit:
    """One sitting: reading, then its own questions. `html` is safe: raw HTML in the Markdown is shown as text, never
    obeyed.

    `moment` names what calls for it, when it belongs to a just-in-time course.
    """

    slug: str
    title: str
    summary: str
    version: str
    minutes: int
    pass_mark: int
    reviewed_on: date
    review_by: date
    html: str
    words: int
    reflection: str
    evidence: tuple[Evidence, ...]
    questions: tuple[UnitQuestion, ...]
    moment: str = ""
    language: str = "en"

    @property
    def direction(self) -> str:
        return direction_of(self.language)


@dataclass(frozen=True)
class Course:
    """Units in order, and scenarios to practise on. `standing`: a required one is asked of everyone it is for.

    To pass: every unit, `minutes_needed` of learning, and `scenarios_needed` scenarios walked well, those in `must`
    among them.
    """

    slug: str
    title: str
    summary: str
    audience: str
    standing: str
    version: str
    minutes_needed: int
    scenarios_needed: int
    must: tuple[str, ...]
    units: tuple[Unit, ...]
    scenarios: tuple[Scenario, ...]

    @property
    def required(self) -> bool:
        return self.standing == "required"

    @property
    def is_just_in_time(self) -> bool:
        return self.standing == "just-in-time"

    @property
    def minutes(self) -> int:
        """What it takes to pass: the units, and as many scenarios as are needed."""
        shortest = sorted(scenario.minutes for scenario in self.scenarios)[: self.scenarios_needed]
        return sum(unit.minutes for unit in self.units) + sum(shortest)

    @property
    def questions(self) -> tuple[UnitQuestion, ...]:
        return tuple(question for unit in self.units for question in unit.questions)

    def unit(self, slug: str) -> Unit | None:
        return next((unit for unit in self.units if unit.slug == slug), None)

    def scenario(self, slug: str) -> Scenario | None:
        return next((scenario for scenario in self.scenarios if scenario.slug == slug), None)


def faults_in(course: Course) -> list[str]:
    """Return what does not hold together, in words. An empty list: all is well."""
    slugs, scenarios = [unit.slug for unit in course.units], [scenario.slug for scenario in course.scenarios]
    checks = [
        (course.audience in AUDIENCES, f"its audience is none of {', '.join(AUDIENCES)}"),
        (course.standing in STANDINGS, f"its standing is none of {', '.join(STANDINGS)}"),
        (bool(slugs), "it has no units"),
        (len(set(slugs)) == len(slugs), "two units share a name"),
        (course.scenarios_needed <= len(scenarios), "it needs more scenarios than it has"),
        (set(course.must) <= set(scenarios), "it asks for a scenario that it does not have"),
        (course.minutes_needed <= course.minutes, "it needs more minutes than it holds"),
    ]
    faults = [fault for holds, fault in checks if not holds]
    faults += [
        f"unit {unit.slug} {fault}"
        for unit in course.units
        for fault in faults_in_unit(unit, is_just_in_time=course.is_just_in_time)
    ]
    return faults + [
        f"scenario {scenario.slug} {fault}" for scenario in course.scenarios for fault in faults_in_scenario(scenario)
    ]


def faults_in_unit(unit: Unit, *, is_just_in_time: bool = False) -> Iterator[str]:
    """Yield what does not hold together in one unit of a course."""
    keys = [question.key for question in unit.questions]
    checks = [
        (unit.minutes > 0, "takes no time"),
        (bool(unit.evidence), "does not say what it rests on"),
        (
            all(evidence.says and evidence.source and evidence.grade in GRADES for evidence in unit.evidence),
            "has evidence without a source or a known grade",
        ),
        (bool(unit.reflection), "leaves nothing to think about"),
        (unit.review_by > unit.reviewed_on, "is due for review before it was reviewed"),
        (len(set(keys)) == len(keys), "has two questions of one name"),
        (0 < unit.pass_mark <= len(keys), "has a pass mark that does not fit the number of questions"),
        (
            (unit.moment in MOMENTS) if is_just_in_time else not unit.moment,
            "has no known moment, or one outside a just-in-time course",
        ),
    ]
    yield from (fault for holds, fault in checks if not holds)
    for question in unit.questions:
        yield from (f"question {question.key} {fault}" for fault in _faults_in_question(question))


def _faults_in_question(question: UnitQuestion) -> list[str]:
    keys = [choice.key for choice in question.choices]
    checks = [
        (len(keys) >= 2 and len(set(keys)) == len(keys), "needs two or more different choices"),
        (sum(choice.is_right for choice in question.choices) == 1, "needs one right choice"),
        (all(choice.feedback for choice in question.choices), "leaves a choice without a word on the reasoning"),
    ]
    return [fault for holds, fault in checks if not holds]
