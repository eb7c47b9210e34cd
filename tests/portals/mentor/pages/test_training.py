"""A mentor's training, from the first unit to the certificate."""

from collections.abc import Callable

import pytest
from django.http import QueryDict

from onemm.learning import queries
from onemm.learning.actions import begin_scenario, read_unit, take_quiz
from onemm.people.models import Person
from onemm.portals.mentor.onward import onward_in
from onemm.portals.mentor.pages.practice import scenario_page
from onemm.portals.mentor.pages.training import TaughtCourse, TrainingPage, training_page
from onemm.web.cells import Tag, Text
from onemm.web.drawn_tables import DrawnRow
from onemm.web.lessons import answers_page, links_of, questions_page
from onemm.web.questions import Questions
from tests.cast import Cast
from tests.factories.learning import (
    ESSENTIALS,
    do_every_unit,
    do_unit,
    pass_the_course,
    right_answers,
    the_course,
    walk_through,
)

Situation = Callable[[Person], object]


def new(_person: Person) -> None:
    """Nothing has been read."""


def read(person: Person) -> None:
    read_unit(person=person, course=ESSENTIALS, unit="your-role")


def begun(person: Person) -> None:
    begin_scenario(person=person, course=ESSENTIALS, scenario="a-secret")


def walked_badly(person: Person) -> None:
    walk_through(person, points=0)


def page_of(cast: Cast) -> TrainingPage:
    return training_page(cast.amina, QueryDict())


def essentials(cast: Cast) -> TaughtCourse:
    return next(course for course in page_of(cast).courses if course.title == the_course().title)


def state_of(row: DrawnRow) -> tuple[str, str]:
    (part,) = row.cells[-1].parts
    assert isinstance(part, Tag | Text)
    return str(part.plain), row.tone


@pytest.mark.parametrize(
    ("situation", "state"),
    [(new, ("Not read yet", "")), (read, ("Questions left", "")), (do_unit, ("Done", "good"))],
)
def test_each_unit_says_how_far_it_has_come(cast: Cast, situation: Situation, state: tuple[str, str]) -> None:
    situation(cast.amina)
    assert state_of(essentials(cast).units.rows[0]) == state


@pytest.mark.parametrize(
    ("situation", "states"),
    [
        (new, {("Asked of everybody", ""), ("Not walked yet", "")}),
        (begun, {("Begun", "")}),
        (walked_badly, {("Worth another walk", "")}),
        (walk_through, {("Walked well", "good")}),
    ],
)
def test_each_scenario_says_how_it_was_walked(cast: Cast, situation: Situation, states: set[tuple[str, str]]) -> None:
    situation(cast.amina)
    practice = essentials(cast).practice
    assert practice is not None
    assert states <= {state_of(row) for row in practice.scenarios.rows}


@pytest.mark.parametrize(
    ("situation", "tag", "words"),
    [
        (new, "Required", "Every mentor takes this before they meet anybody. 0 of 10 units done"),
        (do_every_unit, "Required", "Every mentor takes this before they meet anybody. 10 of 10 units done"),
        (pass_the_course, "Passed", "on "),
    ],
)
def test_a_course_says_what_is_asked_until_it_is_passed(cast: Cast, situation: Situation, tag: str, words: str) -> None:
    situation(cast.amina)
    course, is_passed = essentials(cast), tag == "Passed"
    assert course.tag.word == tag
    assert course.words.startswith(words)
    assert bool(course.certificate_url) == is_passed
    assert (page_of(cast).current is None) == is_passed


def test_the_record_says_what_a_pass_still_asks_for(cast: Cast) -> None:
    assert page_of(cast).record is None
    do_unit(cast.amina)
    record = page_of(cast).record
    assert record is not None
    assert record.words.startswith("of learning so far; a pass needs ")
    assert len(record.entries.rows) == 1


@pytest.mark.parametrize(
    ("situation", "label", "words"),
    [
        (new, "Begin", "Every mentor walks this one."),
        (begun, "Go on with it", "Every mentor walks this one."),
        (walked_badly, "Begin", "You have walked this 1 time."),
        (walk_through, "Begin", "You may walk it again"),
    ],
)
def test_a_scenario_says_where_somebody_stands_with_it(
    cast: Cast, situation: Situation, label: str, words: str
) -> None:
    situation(cast.amina)
    progress = queries.progress_in(cast.amina, ESSENTIALS)
    assert progress is not None
    page = scenario_page(next(practised for practised in progress.scenarios if practised.is_must))
    assert page.label == label
    assert page.words.startswith(words)


@pytest.mark.parametrize(
    ("tries", "title", "label", "words"),
    [
        ([0], "", "Read this unit", "4 of 4 right: “"),
        ([3], "Not quite yet", "Try again", "1 of 4 right; you need 3. Read what is said below"),
        ([3, 3], "Not quite yet", "Read the unit again", "1 of 4 right; you need 3. Read the unit once more."),
        ([0, 3], "", "Read this unit", "1 of 4 right this time. You had done this unit before"),
    ],
)
def test_after_a_try_the_page_leads_on(cast: Cast, tries: list[int], title: str, label: str, words: str) -> None:
    read(cast.amina)
    for wrong in tries:
        take_quiz(person=cast.amina, course=ESSENTIALS, unit="your-role", answers=right_answers(wrong=wrong))
    opened = queries.opened(cast.amina, ESSENTIALS, "your-role", audience="mentor")
    assert opened is not None
    judged = queries.judged_in(opened)
    assert judged is not None
    page = answers_page(opened, links_of(opened, portal="mentor", back_label="Your training"), judged, onward_in)
    assert page.onward.label == label
    assert page.onward.text.startswith(words)
    assert (page.onward.title == "Not quite yet") == bool(title)
    assert bool(page.stop_url) == (not title)


@pytest.mark.parametrize(("tries_left", "words"), [(2, "3 of 4 are needed."), (1, "This is the second try.")])
def test_the_second_try_is_said_to_be_the_last(cast: Cast, tries_left: int, words: str) -> None:
    opened = queries.opened(cast.amina, ESSENTIALS, "your-role", audience="mentor")
    assert opened is not None
    links = links_of(opened, portal="mentor", back_label="Your training")
    page = questions_page(opened, links, Questions(questions=()), tries_left=tries_left)
    assert page.words.startswith(words)
