"""What is shipped: whole, sized as promised, plainly written, and saying what it rests on."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from onemm.learning.queries import shipped_courses
from onemm.learning.rules import CURRICULUM, Course, CourseIsBroken, Unit, read_course
from onemm.learning.rules.courses import GRADES, MOMENTS
from onemm.learning.rules.plainness import (
    QUICKEST,
    SLOWEST,
    hardest_for,
    plain_faults_in_unit,
    reading_grade,
    words_a_minute,
)
from tests.factories.learning import ESSENTIALS, shipped_course

UNITS = [(course, unit) for course in shipped_courses() for unit in course.units]
names = pytest.mark.parametrize(("course", "unit"), UNITS, ids=lambda one: one.slug)

BREAKS = {
    "it has no units": ("course.toml", r"(?s)units = \[.*?\]", "units = []"),
    "two units share a name": ("course.toml", '"listening"', '"your-role"'),
    "its audience is none of": ("course.toml", 'audience = "mentor"', 'audience = "cats"'),
    "its standing is none of": ("course.toml", 'standing = "required"', 'standing = "perhaps"'),
    "more scenarios than it has": ("course.toml", "scenarios_needed = 3", "scenarios_needed = 30"),
    "a scenario that it does not have": ("course.toml", '"a-secret"', '"a-mystery"'),
    "more minutes than it holds": ("course.toml", "minutes_needed = 120", "minutes_needed = 900"),
    "takes no time": ("your-role.toml", r"minutes = \d+", "minutes = 0"),
    "does not say what it rests on": (
        "your-role.toml",
        r"(?s)\[\[evidence\]\].*?(?=\[\[question\]\])",
        "evidence = []\n",
    ),
    "evidence without a source or a known grade": ("your-role.toml", 'grade = "fair"', 'grade = "excellent"'),
    "nothing to think about": ("your-role.toml", 'reflection = ".*"', 'reflection = ""'),
    "due for review before": ("your-role.toml", "review_by = 2027", "review_by = 2025"),
    "two questions of one name": ("your-role.toml", 'key = "story"', 'key = "number"'),
    "a pass mark that does not fit": ("your-role.toml", "pass_mark = 3", "pass_mark = 9"),
    "no known moment": ("your-role.toml", "pass_mark = 3", 'pass_mark = 3\nmoment = "first-match"'),
    "two or more different choices": ("your-role.toml", 'key = "explain"', 'key = "give"'),
    "one right choice": ("your-role.toml", "right = true, ", ""),
    "a word on the reasoning": ("your-role.toml", 'feedback = "Yes. Warm[^"]*"', 'feedback = ""'),
    "KeyError": ("your-role.toml", r'version = "2026-2"\n', ""),
    "FileNotFoundError": ("course.toml", '"listening"', '"not-written"'),
    "TOMLDecodeError": ("your-role.toml", "title = ", "title "),
    "has no words for those who cannot see it": ("your-role.md", r"!\[[^\]]*\]", "![]"),
    "is not the name of a drawing": ("your-role.md", r"\(in-the-open.svg\)", "(../../secret.svg)"),
    "stands alone in its paragraph": ("your-role.md", r"!\[", "See ![x"),
    "holds more than shapes and words": ("in-the-open.svg", "</svg>", "<script>alert(1)</script></svg>"),
    "onload": ("in-the-open.svg", "<svg ", '<svg onload="alert(1)" '),
    "in-the-open.svg: mismatched tag": ("in-the-open.svg", "</svg>", "</sv>"),
}


@pytest.mark.parametrize("fault", BREAKS)
def test_a_course_that_does_not_hold_together_is_refused_with_the_reason(fault: str, tmp_path: Path) -> None:
    folder = tmp_path / ESSENTIALS
    shutil.copytree(CURRICULUM / ESSENTIALS, folder)
    read_course(folder)
    name, pattern, instead = BREAKS[fault]
    source = (folder / name).read_text(encoding="utf-8")
    broken = re.sub(pattern, instead, source, count=1)
    assert broken != source
    (folder / name).write_text(broken, encoding="utf-8")
    with pytest.raises(CourseIsBroken, match=re.escape(fault)):
        read_course(folder)


def test_the_courses_are_as_many_and_as_long_as_promised() -> None:
    essentials = shipped_course()
    assert [course.slug for course in shipped_courses() if course.required] == [ESSENTIALS]
    assert len(essentials.units) >= 10
    assert sum(unit.minutes for unit in essentials.units) >= 120
    assert (essentials.minutes_needed, essentials.scenarios_needed, essentials.must) == (120, 3, ("a-secret",))
    assert len(essentials.scenarios) >= 8
    assert [len(course.units) for course in shipped_courses() if course.audience in {"young", "coordinator"}] == [4, 4]


def test_every_moment_has_its_unit() -> None:
    assert {unit.moment for _, unit in UNITS if unit.moment} == set(MOMENTS)


@names
def test_the_minutes_fit_the_words(course: Course, unit: Unit) -> None:
    assert SLOWEST <= words_a_minute(unit) <= QUICKEST


@names
def test_it_is_written_for_a_reader_of_twelve(course: Course, unit: Unit) -> None:
    assert 0 < reading_grade(unit.html) <= hardest_for(course.audience) == (5 if course.audience == "young" else 7)


@names
def test_what_is_shipped_keeps_the_rules_that_editors_are_held_to(course: Course, unit: Unit) -> None:
    assert not list(plain_faults_in_unit(unit, audience=course.audience))


@names
def test_every_unit_asks_answers_and_says_what_it_rests_on(course: Course, unit: Unit) -> None:
    assert 2 <= len(unit.questions) <= 5
    assert unit.evidence
    assert all(one.grade_in_words == GRADES[one.grade] for one in unit.evidence)
    assert unit.review_by <= date(unit.reviewed_on.year + 1, unit.reviewed_on.month, unit.reviewed_on.day)
    assert 'role="img" aria-label="' in unit.html
    for question in unit.questions:
        feedback = [choice.feedback for choice in question.choices]
        assert len(set(feedback)) == len(feedback) == 3
        assert all(len(words.split()) >= 8 for words in feedback), question.key


def test_every_unit_for_mentors_shows_how_it_sounds() -> None:
    assert all("<blockquote>" in unit.html for unit in shipped_course().units)


def test_the_right_answer_is_not_always_in_the_same_place() -> None:
    for course in shipped_courses():
        places = {question.choices.index(question.right) for question in course.questions}
        assert len(places) == (2 if course.is_just_in_time else 3), course.slug


@pytest.mark.parametrize("slug", ["making-the-most", "mentoring-essentials"])
def test_the_safety_units_say_what_to_do(slug: str) -> None:
    unit = shipped_course(slug).unit("keeping-safe" if slug == ESSENTIALS else "okay-and-not-okay")
    assert unit is not None
    for words in ("999", "Worried about something?", "0800 1111", "safeguarding lead"):
        assert words in unit.html
    assert unit.pass_mark == len(unit.questions)


def test_raw_html_in_a_unit_is_shown_and_never_obeyed(tmp_path: Path) -> None:
    folder = tmp_path / ESSENTIALS
    shutil.copytree(CURRICULUM / ESSENTIALS, folder)
    (folder / "listening.md").write_text("<script>alert(1)</script> [x](javascript:alert(1))", encoding="utf-8")
    unit = read_course(folder).unit("listening")
    assert unit is not None
    assert "<script" not in unit.html
    assert 'href="javascript' not in unit.html
