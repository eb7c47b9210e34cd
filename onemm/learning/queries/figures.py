"""How a course is doing: who goes on and who stops, which questions are hard, which tell nothing.

Small counts are never shown.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from onemm.learning.models import CoursePass, QuizAttempt, ScenarioRun, UnitCompletion, UnitReading
from onemm.learning.rules import Course, Scenario, Unit, UnitQuestion
from onemm.learning.rules.items import ItemFigures, ItemVerdict, item_figures
from onemm.lib.disclosure import is_few, shown

NEWEST = 20_000
"""First tries are taken from so many of the newest tries: enough for any figure here, and quick however many mentors
there are.
"""


@dataclass(frozen=True)
class UnitFigures:
    """A unit: how many read it, how many of those did it, and the share who stopped there. `None`: fewer than five."""

    unit: Unit
    read: int | None
    done: int | None
    stopped: float | None


@dataclass(frozen=True)
class QuestionFigures:
    """A question with its unit and its figures; the favourite wrong answer in words."""

    unit: Unit
    question: UnitQuestion
    figures: ItemFigures

    @property
    def favourite_wrong(self) -> str:
        choice = self.question.choice(self.figures.favourite_wrong)
        return choice.text if choice else ""


@dataclass(frozen=True)
class ScenarioFigures:
    """A scenario: how many walks were finished, and the share walked well. `None`: fewer than five."""

    scenario: Scenario
    walks: int | None
    competent: float | None


@dataclass(frozen=True)
class CourseFigures:
    """All of it, for one course."""

    course: Course
    began: int | None
    passed: int | None
    units: tuple[UnitFigures, ...]
    questions: tuple[QuestionFigures, ...]
    scenarios: tuple[ScenarioFigures, ...]

    @property
    def to_look_at(self) -> tuple[QuestionFigures, ...]:
        """The questions that an editor should look at: the unreliable and the hard."""
        return tuple(
            question
            for question in self.questions
            if question.figures.verdict in (ItemVerdict.UNRELIABLE, ItemVerdict.HARD)
        )


def figures_of(course: Course) -> CourseFigures:
    """Return how a course is doing. Six queries."""
    read, done = _people(UnitReading.objects.all(), course), _people(UnitCompletion.objects.all(), course)
    walks = {
        name: (every, well)
        for name, every, well in ScenarioRun.objects.filter(course=course.slug, finished_at__isnull=False)
        .order_by()
        .values_list("scenario")
        .annotate(every=Count("pk"), well=Count("pk", filter=Q(is_competent=True)))
    }
    return CourseFigures(
        course=course,
        began=shown(UnitReading.objects.filter(course=course.slug).values("person").distinct().count()),
        passed=shown(CoursePass.objects.filter(course=course.slug).count()),
        units=tuple(_unit(unit, read.get(unit.slug, 0), done.get(unit.slug, 0)) for unit in course.units),
        questions=_questions(course),
        scenarios=tuple(_scenario(scenario, *walks.get(scenario.slug, (0, 0))) for scenario in course.scenarios),
    )


def _people(rows_of: QuerySet[Any], course: Course) -> dict[str, int]:
    rows = rows_of.filter(course=course.slug).order_by().values_list("unit").annotate(people=Count("pk"))
    return {unit: int(people) for unit, people in rows}


def _unit(unit: Unit, read: int, done: int) -> UnitFigures:
    # Nobody may be found by taking one figure from another: where few stopped, only that few did is said.
    stopped = max(read - done, 0)
    return UnitFigures(
        unit,
        shown(read),
        shown(done),
        shown(stopped / read, of=read) if read and not is_few(stopped) else None,
    )


def _scenario(scenario: Scenario, every: int, well: int) -> ScenarioFigures:
    return ScenarioFigures(scenario, shown(every), shown(well / every, of=every) if every else None)


def _questions(course: Course) -> tuple[QuestionFigures, ...]:
    newest = QuizAttempt.objects.filter(course=course.slug).exclude(unit="").order_by("-taken_at", "-pk")
    tries: dict[str, dict[int, tuple[dict[str, str], int]]] = defaultdict(dict)
    # From the newest back, so that the first try of each person is what stays.
    for person, unit, version, answers, score in newest.values_list("person", "unit", "version", "answers", "score")[
        :NEWEST
    ]:
        part = course.unit(unit)
        if part is not None and part.version == version:
            tries[unit][person] = (answers, score)
    all_figures = []
    for unit_ in course.units:
        first = list(tries[unit_.slug].values())
        for question in unit_.questions:
            figures = item_figures(
                question.key, question.right.key, [answers for answers, _ in first], [score for _, score in first]
            )
            all_figures.append(QuestionFigures(unit_, question, figures))
    return tuple(all_figures)
