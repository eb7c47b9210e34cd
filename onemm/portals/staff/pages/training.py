"""How the courses are doing: what to look at first, then unit by unit, scenario by scenario, question by question."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from onemm.learning.queries.figures import CourseFigures, QuestionFigures, ScenarioFigures, UnitFigures
from onemm.learning.rules import Course
from onemm.learning.rules.items import ItemVerdict
from onemm.lib.disclosure import TOO_FEW_TO_SAY, UNDER
from onemm.portals.staff.pages.shares import count, decimal
from onemm.portals.staff.pages.tabs import Tab
from onemm.web.cells import NOTHING, Part, Small, Tag, Text
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.tables import Column, Table
from onemm.web.templatetags.ui_figures import percent


@dataclass(frozen=True)
class Count:
    """A big number and what it counts."""

    number: str
    caption: str


@dataclass(frozen=True)
class ToLookAt:
    """A question that an editor should look at, and why."""

    question: str
    tag: Tag
    words: str


@dataclass(frozen=True)
class TrainingPage:
    """One course in figures."""

    title: str
    lede: str
    after_url: str
    tabs: tuple[Tab, ...]
    counts: tuple[Count, ...]
    to_look_at: tuple[ToLookAt, ...]
    units: DrawnTable
    scenarios: DrawnTable | None
    questions: DrawnTable


def training_page(figures: CourseFigures, courses: Sequence[Course]) -> TrainingPage:
    return TrainingPage(
        title=figures.course.title,
        lede="Who goes on and who stops, which questions are hard, and which tell us nothing. Counts under five are "
        "not shown.",
        after_url=reverse("staff:after_training"),
        tabs=tuple(Tab(course.title, f"?course={course.slug}", course == figures.course) for course in courses),
        counts=(
            Count(count(figures.began), "people have begun"),
            Count(count(figures.passed), "have passed"),
            Count(str(len(figures.to_look_at)), "questions to look at"),
        ),
        to_look_at=tuple(_to_look_at(question) for question in figures.to_look_at),
        units=UNITS.drawn(figures.units, {}),
        scenarios=SCENARIOS.drawn(figures.scenarios, {}) if figures.scenarios else None,
        questions=QUESTIONS.drawn(figures.questions, {}),
    )


def _to_look_at(question: QuestionFigures) -> ToLookAt:
    words = "Those who do well elsewhere do no better here."
    if question.figures.verdict == ItemVerdict.HARD:
        words = f"Only {percent(question.figures.share_right)} get it right at the first try."
    if question.favourite_wrong:
        words = f"{words} The favourite wrong answer: “{question.favourite_wrong}”"
    return ToLookAt(question.question.text, Tag.of(question.figures.verdict), words)


def _verdict(question: QuestionFigures) -> Part:
    """Return what its figures say; only what an editor should look at is marked."""
    verdict = question.figures.verdict
    return Text(str(verdict.label)) if verdict.tone == "plain" else Tag.of(verdict)


def _answers(question: QuestionFigures) -> str:
    return UNDER if question.figures.share_right is None else str(question.figures.answers)


NONE = Empty(title="Nothing yet", text="Figures show here once there is something to count.")
UNITS: Table[UnitFigures] = Table(
    caption="Unit by unit",
    noun="",
    dense=True,
    columns=(
        Column("Unit", lambda unit: unit.unit.title),
        Column("Read it", lambda unit: count(unit.read), number=True),
        Column("Did it", lambda unit: count(unit.done), number=True),
        Column("Stopped there", lambda unit: percent(unit.stopped) or TOO_FEW_TO_SAY, number=True),
    ),
    empty=NONE,
)
SCENARIOS: Table[ScenarioFigures] = Table(
    caption="Scenarios",
    noun="",
    dense=True,
    columns=(
        Column("Scenario", lambda scenario: scenario.scenario.title),
        Column("Walks", lambda scenario: count(scenario.walks), number=True),
        Column("Walked well", lambda scenario: percent(scenario.competent) or TOO_FEW_TO_SAY, number=True),
    ),
    empty=NONE,
)
QUESTIONS: Table[QuestionFigures] = Table(
    caption="Question by question, at the first try",
    noun="",
    dense=True,
    size=500,
    columns=(
        Column("Question", lambda question: (Text(question.question.text), Small(question.unit.title))),
        Column("Answers", _answers, number=True),
        Column("Right", lambda question: percent(question.figures.share_right) or NOTHING, number=True),
        Column(
            "Tells apart",
            lambda question: decimal(question.figures.discrimination, 2, otherwise=NOTHING),
            number=True,
        ),
        Column("Verdict", _verdict),
    ),
    empty=NONE,
)
"""All on one page: a course has as many questions as its units."""
