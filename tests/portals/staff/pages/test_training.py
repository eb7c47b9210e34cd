"""An editor sees first which questions to look at and why; counts and shares of few are never told."""

import pytest

from onemm.learning.queries.figures import CourseFigures, QuestionFigures, UnitFigures
from onemm.learning.rules.items import ItemFigures, ItemVerdict
from onemm.lib.statistics import Estimate
from onemm.portals.staff.pages.after_training import after_training_page
from onemm.portals.staff.pages.training import TrainingPage, training_page
from onemm.reporting.after_training import Lasting
from tests.factories.learning import the_course


def page_of(verdict: ItemVerdict, *, share: float | None = 0.3, wrong: str = "") -> TrainingPage:
    course = the_course()
    unit = course.units[0]
    question = unit.questions[0]
    figures = QuestionFigures(unit, question, ItemFigures(question.key, 40, share, 0.104, wrong, verdict))
    units = (UnitFigures(unit, 6, None, None),)
    return training_page(CourseFigures(course, None, 6, units, (figures,), ()), (course,))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("verdict", "words", "cell"),
    [
        (ItemVerdict.UNRELIABLE, "Those who do well elsewhere do no better here.", "Unreliable"),
        (ItemVerdict.HARD, "Only 30% get it right at the first try.", "Hard"),
        (ItemVerdict.SOUND, None, "Sound"),
        (ItemVerdict.NOT_KNOWN, None, "Too few"),
    ],
)
def test_what_to_look_at_says_why(verdict: ItemVerdict, words: str | None, cell: str) -> None:
    page = page_of(verdict)
    assert [question.words for question in page.to_look_at] == ([words] if words else [])
    assert page.questions.rows[0].cells[4].parts[0].plain == cell


@pytest.mark.django_db
def test_the_favourite_wrong_answer_is_said() -> None:
    question = the_course().units[0].questions[0]
    choice = question.choices[0]
    (to_look_at,) = page_of(ItemVerdict.HARD, wrong=choice.key).to_look_at
    assert to_look_at.words.endswith(f"The favourite wrong answer: “{choice.text}”")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("share", "cells"), [(0.3, ["40", "30%", "0.10"]), (0.0, ["40", "0%", "0.10"]), (None, ["under 5", "–", "0.10"])]
)
def test_a_question_of_few_shows_no_figures(share: float | None, cells: list[str]) -> None:
    row = page_of(ItemVerdict.SOUND, share=share).questions.rows[0]
    assert [cell.parts[0].plain for cell in row.cells[1:4]] == cells


@pytest.mark.django_db
def test_counts_under_five_are_said_as_such() -> None:
    page = page_of(ItemVerdict.SOUND)
    assert [count.number for count in page.counts] == ["under 5", "6", "0"]
    assert [cell.parts[0].plain for cell in page.units.rows[0].cells[1:]] == ["6", "under 5", "too few"]


@pytest.mark.parametrize(
    ("estimate", "words"), [(Estimate(0.5, 0.2, 0.8, 6), ["50%", "(20% to 80%)"]), (None, ["too few"])]
)
def test_a_share_stands_with_its_interval_or_is_not_told(estimate: Estimate | None, words: list[str]) -> None:
    page = after_training_page([Lasting("Online", 6, estimate, None, None, None)], [], [], sees_everywhere=True)
    assert [part.plain for part in page.lasting.rows[0].cells[2].parts] == words
    assert (page.whose, page.seats.empty.title) == ("Everywhere.", "No area yet")
