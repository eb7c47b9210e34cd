"""How a course is doing: who stops where, which questions are hard or tell nothing; and nothing about fewer than
five.
"""

import pytest

from onemm.learning.actions import read_unit, take_quiz
from onemm.learning.models import QuizAttempt
from onemm.learning.queries import figures_of
from onemm.learning.rules.items import item_figures
from onemm.people.actions.people import add_person
from onemm.people.models import Person
from tests.factories.learning import ESSENTIALS, do_unit, right_answers, the_course, walk_through


def people(count: int) -> list[Person]:
    return [
        add_person(first_name=f"P{number}", last_name="X", email=f"p{number}@example.org", by=None)
        for number in range(count)
    ]


@pytest.mark.django_db
def test_counts_under_five_are_hidden() -> None:
    for person in people(4):
        do_unit(person)
        walk_through(person, "a-gift")
    figures = figures_of(the_course())
    first, gift = figures.units[0], next(one for one in figures.scenarios if one.scenario.slug == "a-gift")
    assert (figures.began, figures.passed, first.read, first.done, first.stopped, gift.walks, gift.competent) == (
        None,
    ) * 7
    assert {one.figures.verdict for one in figures.questions} == {"too few"}
    assert all(one.figures.share_right is None and not one.favourite_wrong for one in figures.questions)


@pytest.mark.django_db
def test_five_are_shown_but_not_one_who_stopped_among_them() -> None:
    everybody = people(7)
    for person in everybody[:6]:
        do_unit(person)
    read_unit(person=everybody[6], course=ESSENTIALS, unit="your-role")
    first = figures_of(the_course()).units[0]
    assert (first.read, first.done, first.stopped) == (7, 6, None)


@pytest.mark.django_db
def test_drop_out_is_the_share_of_readers_who_did_not_do_it() -> None:
    everybody = people(12)
    for person in everybody[:6]:
        do_unit(person)
        walk_through(person, "a-gift", points=3)
    for person in everybody[6:]:
        read_unit(person=person, course=ESSENTIALS, unit="your-role")
        walk_through(person, "a-gift", points=0)
    figures = figures_of(the_course())
    assert figures.units[0].stopped == 0.5
    gift = next(one for one in figures.scenarios if one.scenario.slug == "a-gift")
    assert (gift.walks, gift.competent) == (12, 0.5)


@pytest.mark.django_db
def test_a_hard_question_comes_to_the_top_with_its_favourite_wrong_answer_and_only_first_tries_count() -> None:
    for person in people(6):
        read_unit(person=person, course=ESSENTIALS, unit="your-role")
        take_quiz(person=person, course=ESSENTIALS, unit="your-role", answers=right_answers(wrong=1))
        take_quiz(person=person, course=ESSENTIALS, unit="your-role", answers=right_answers())
    figures = figures_of(the_course())
    assert [one.question.key for one in figures.to_look_at] == ["number"]
    hard = figures.to_look_at[0]
    assert (hard.figures.share_right, hard.figures.answers, hard.figures.discrimination) == (0, 6, None)
    assert hard.favourite_wrong == hard.question.choices[0].text
    QuizAttempt.objects.update(version="older")
    assert not figures_of(the_course()).to_look_at


def test_a_question_that_tells_nobody_apart_is_called_unreliable() -> None:
    # Twenty know the other three and twenty do not; the item goes against them.
    tries = [{"q": "no"}] * 20 + [{"q": "yes"}] * 20
    against = item_figures("q", "yes", tries, [3] * 20 + [1] * 20)
    assert against.verdict == "unreliable"
    assert against.discrimination == pytest.approx(-1)
    assert against.favourite_wrong == "no"
    along = item_figures("q", "yes", tries, [0] * 20 + [4] * 20)
    assert (along.verdict, along.discrimination) == ("sound", pytest.approx(1))
    assert item_figures("q", "yes", tries[:20], [3] * 20).verdict == "hard"
    # No relation at all, but too few answers to be sure of it: chance is not blamed.
    by_chance = item_figures("q", "yes", [{"q": "yes"}, {"q": "no"}] * 16, [2, 1, 3, 2] * 8)
    assert (by_chance.discrimination, by_chance.verdict) == (pytest.approx(0), "sound")
    assert item_figures("q", "yes", [{"other": "x"}] * 9, [1] * 9).verdict == "too few"
