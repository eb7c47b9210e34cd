"""An editor's desk opens with what only they can do; what is taught says what can be done with it."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.http import QueryDict

from onemm.lib.clock import today
from onemm.people.models import Person
from onemm.portals.staff.forms.writing import Translate
from onemm.portals.staff.pages.taught import TaughtPage, taught_page
from onemm.portals.staff.pages.writing import DeskPage, desk_page
from onemm.publishing import actions, queries
from onemm.web.drawn_tables import DrawnTable
from tests.factories.learning import ESSENTIALS
from tests.factories.publishing import a_translation, a_unit_written, published


def desk_of(person: Person) -> DeskPage:
    return desk_page(person, QueryDict())


def words_of(table: DrawnTable | None) -> list[list[object]]:
    assert table is not None
    return [[part.plain for cell in row.cells for part in cell.parts][:3] for row in table.rows]


def taught(reader: Person, kind: str = "unit", course: str = ESSENTIALS, unit: str = "your-role") -> TaughtPage:
    now = queries.taught_now(kind, course, "" if kind == "course" else unit)
    assert now is not None
    return taught_page(reader, now, Translate(), QueryDict(), kind=kind, course=course, unit=unit)


def test_with_nothing_to_do_the_desk_says_so(ravi: Person) -> None:
    page = desk_of(ravi)
    assert (page.first, page.to_look_at, page.written, page.lists) == (None, None, None, ())


def test_what_waits_is_first_for_a_colleague_and_in_the_list_for_its_author(edith: Person, ravi: Person) -> None:
    for title in ("When you are late", "When you are early"):
        actions.send_to_colleagues(manuscript=a_unit_written(by=edith, title=title), by=edith)
    page = desk_of(ravi)
    assert page.first is not None
    assert (page.first.eyebrow, page.first.title) == ("Waits for your eyes", "When you are early")
    assert page.first.words.startswith("Edith asks somebody to look over this unit.")
    assert page.to_look_at is not None
    assert [(line.words, line.after) for line in page.to_look_at.lines] == [("When you are late", ", from Edith")]
    assert page.written is None
    own = desk_of(edith)
    assert own.first is None
    assert words_of(own.written)[0] == ["When you are early", "Unit, sent by Edith", "Waits for somebody else"]


def test_what_is_overdue_is_first_where_nothing_waits(ravi: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("onemm.learning.queries.desk"), "today", lambda: today() + timedelta(days=800))
    page = desk_of(ravi)
    assert page.first is not None
    assert page.first.eyebrow == "Due for review"
    assert [lines.heading for lines in page.lists] == ["Also due for review"]
    assert {row.tone for shelf in page.shelves for row in shelf.rows} == {"late"}


def test_a_translation_says_its_language_and_what_was_sent_back_says_so(edith: Person, ravi: Person) -> None:
    actions.translate(kind="unit", course=ESSENTIALS, slug="your-role", language="cy", by=edith)
    unit = actions.send_to_colleagues(manuscript=a_unit_written(by=edith), by=edith)
    actions.send_back(manuscript=unit, why="Shorter.", by=ravi)
    table = desk_of(ravi).written
    assert [cells[1:] for cells in words_of(table)] == [
        ["Unit, begun by Edith", "Sent back"],
        ["Unit, Welsh, begun by Edith", "Being written"],
    ]
    assert table is not None
    assert [row.tone for row in table.rows] == ["wait", ""]


def test_what_is_taught_as_it_came_can_be_changed_and_not_taken_out(edith: Person) -> None:
    page = taught(edith)
    assert page.version.endswith(", as it came with the platform")
    assert (page.may_change, page.withdraw_url, page.editions) == (True, "", None)
    actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=edith)
    page = taught(edith)
    assert not page.may_change
    assert [manuscript.tag.word for manuscript in page.open] == ["Being written"]


def test_a_course_has_no_languages_and_no_day_of_review(edith: Person, ravi: Person) -> None:
    course = actions.begin_manuscript(kind="course", title="Mentoring online", by=edith)
    values = {"title": "Mentoring online", "summary": "Screens.", "audience": "mentor"}
    actions.save_about(manuscript=course, revision=course.revision, values=values, by=edith)
    published(course, sent_by=edith, by=ravi)
    page = taught(edith, kind="course", course=course.course, unit="course")
    assert (page.languages, page.review_by, page.withdraw_url) == (None, "", "")
    assert [lines.heading for lines in desk_of(edith).lists] == ["Courses without a unit yet"]


@pytest.mark.parametrize(("is_changed", "tag", "may_correct"), [(False, "Up to date", True), (True, "Behind", False)])
def test_a_translation_is_corrected_while_it_is_up_to_date(
    edith: Person, ravi: Person, is_changed: bool, tag: str, may_correct: bool
) -> None:
    published(a_translation("cy", by=edith), sent_by=edith, by=ravi)
    if is_changed:
        published(actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=edith), sent_by=edith, by=ravi)
    page = taught(edith)
    assert page.languages is not None
    (translation,) = page.languages.translations
    assert translation.name == "Welsh"
    assert translation.tag.word.startswith(tag)
    assert translation.may_correct is may_correct
    assert bool(page.withdraw_url) is is_changed
