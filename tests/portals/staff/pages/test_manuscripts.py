"""How a manuscript stands says what can be done with it; each part of it reads as an editor knows it."""

from collections.abc import Callable, Iterator

import pytest
from django.http import QueryDict

from onemm.learning.queries.checks import preview_scenario, preview_unit
from onemm.learning.queries.record import AnswerGiven
from onemm.learning.rules import walk
from onemm.people.models import Person
from onemm.portals.staff.forms.writing import SendBack
from onemm.portals.staff.pages.manuscript import ManuscriptPage, manuscript_page
from onemm.portals.staff.pages.manuscript_forms import HistoryPage, history_page, manuscript_form_page, part_form_page
from onemm.portals.staff.pages.manuscript_reviews import look_over_page, preview_page, walk_preview_page
from onemm.portals.staff.pages.manuscript_sections import Section, place_name, places_beside, sections_of
from onemm.publishing import actions
from onemm.publishing.models import Manuscript
from onemm.web.cells import SendCell
from onemm.web.questions import Questions
from tests.factories.learning import ESSENTIALS
from tests.factories.publishing import a_scenario_written, a_unit_written, published, save

Change = Callable[[Manuscript, Person, Person], object]
CAN = ("about_url", "send_url", "drop_url")


def sent(unit: Manuscript, edith: Person, _: Person) -> Manuscript:
    return actions.send_to_colleagues(manuscript=unit, by=edith)


def sent_back(unit: Manuscript, edith: Person, ravi: Person) -> Manuscript:
    return actions.send_back(manuscript=sent(unit, edith, ravi), why="Shorter.", by=ravi)


STANDS: list[tuple[Change, str, bool, set[str]]] = [
    (lambda unit, edith, ravi: unit, "", False, set(CAN)),
    (sent, "", True, set()),
    (sent_back, "Sent back", False, set(CAN)),
    (lambda unit, edith, ravi: published(unit, sent_by=edith, by=ravi), "Published", False, set()),
    (lambda unit, edith, _: actions.drop_manuscript(manuscript=unit, by=edith), "Given up", False, set()),
]


@pytest.mark.parametrize(("change", "notice", "is_waiting", "can"), STANDS)
def test_what_can_be_done_follows_from_how_it_stands(
    edith: Person, ravi: Person, change: Change, notice: str, is_waiting: bool, can: set[str]
) -> None:
    unit = a_unit_written(by=edith)
    change(unit, edith, ravi)
    page = manuscript_page(Manuscript.objects.get())
    assert (page.notice.title if page.notice else "") == notice
    assert (page.waiting is not None) is is_waiting
    assert {name for name in CAN if getattr(page, name)} == can
    cards = [card for section in page.sections for card in section.cards]
    assert all((card.ways is not None) is bool(can) for card in cards)
    assert all(bool(section.adds) is bool(can) for section in page.sections)


def facts_of(page: ManuscriptPage) -> dict[str, str]:
    return {fact.label: fact.words for fact in page.facts}


def test_what_is_missing_is_said_and_nobody_is_asked_yet(edith: Person) -> None:
    page = manuscript_page(actions.begin_manuscript(kind="unit", title="Bare", course=ESSENTIALS, by=edith))
    assert "Has nothing to read yet" in page.faults
    assert page.send_url == ""
    facts = facts_of(page)
    assert (facts["In a sentence or two"], facts["Something to think about"]) == ("Nothing yet", "Nothing yet")
    assert facts["Version"] == "A new one: its meaning has changed"


def test_a_translation_stands_for_a_version_and_runs_its_own_way(edith: Person) -> None:
    manuscript = actions.translate(kind="unit", course=ESSENTIALS, slug="your-role", language="ur", by=edith)
    page = manuscript_page(manuscript)
    assert (page.language, page.direction) == ("ur", "rtl")
    assert facts_of(page)["Language"] == "Urdu"
    assert facts_of(page)["Version"].startswith(f"Stands for version {manuscript.same_meaning_as}:")
    (notice,) = manuscript_form_page(manuscript, SendBack(), "What it is").notices
    assert notice.title == "Urdu"


def test_a_course_has_nothing_to_preview_and_no_parts(edith: Person) -> None:
    page = manuscript_page(actions.begin_manuscript(kind="course", title="Mentoring online", by=edith))
    assert (page.preview_url, page.sections, page.eyebrow) == ("", (), "mentoring-online")
    assert list(facts_of(page)) == ["In a sentence or two"]


def section_of(manuscript: Manuscript, name: str) -> Section:
    return next(section for section in sections_of(manuscript) if section.name == name)


def read(section: Section) -> Iterator[list[str]]:
    """Each card as words: its eyebrow, its paragraphs, its lines."""
    for card in section.cards:
        paragraphs = [f"{paragraph.bold}{paragraph.words}" for paragraph in card.says.paragraphs]
        lines = [
            " ".join(filter(None, [line.words, line.small, line.tag.word if line.tag else ""]))
            for line in card.says.lines
        ]
        yield list(filter(None, [card.says.eyebrow, *paragraphs, *lines]))


def test_the_parts_of_a_unit_read_as_an_editor_knows_them(edith: Person) -> None:
    unit = a_unit_written(by=edith)
    save(unit, "block", {"kind": "picture", "file": "", "words": "", "caption": ""}, by=edith)
    unit.refresh_from_db()
    text, picture = read(section_of(unit, "block"))
    assert text[0] == "1. Text"
    assert text[1].startswith("Being late You are on the bus")
    assert text[1].endswith(" …")
    assert picture == ["2. Picture", "Without words yet"]
    first, _ = read(section_of(unit, "question"))
    assert first[:2] == ["Question 1", "You are late. What do you do?"]
    assert [line.endswith(" Right") for line in first[2:]] == [False, True, False]
    (evidence,) = section_of(unit, "evidence").cards
    assert [paragraph.is_written for paragraph in evidence.says.paragraphs] == [True, False]
    adds = section_of(unit, "block").adds
    assert [add.words for add in adds] == ["Add text", "Add picture", "Add sound", "Add film"]


def test_the_parts_of_a_scenario_say_where_they_lead(edith: Person) -> None:
    manuscript = a_scenario_written(by=edith)
    (moment,) = read(section_of(manuscript, "step"))
    assert moment[0] == "Moment 1"
    assert moment[2] == "Do a for {name} (3 points; leads to: Ending: On time)"
    assert list(read(section_of(manuscript, "detail"))) == [["name: Kai, Mina"]]
    (detail,) = section_of(manuscript, "detail").cards
    assert detail.ways is not None
    assert detail.ways.called == "detail name"


def test_a_place_is_called_by_its_number_or_its_words(edith: Person) -> None:
    manuscript = a_scenario_written(by=edith)
    moment = manuscript.body["step"][0]["key"]
    manuscript.body["ending"].append({"key": "ending-9", "title": "", "text": ""})
    assert place_name(manuscript, moment) == "Moment 1"
    assert place_name(manuscript, "ending-9") == "Ending: still to be written"
    assert place_name(manuscript, "") == "Nowhere yet"
    assert [name for _, name in places_beside(manuscript, moment)] == [
        "Ending: On time",
        "Ending: Too late",
        "Ending: still to be written",
    ]


@pytest.mark.parametrize(
    ("part", "kind", "kept", "title", "has_file"),
    [
        ("block", "film", {"file": "abc"}, "Film", True),
        ("block", "text", {}, "Text", False),
        ("detail", "text", {}, "A detail that changes", False),
    ],
)
def test_the_form_of_a_part_is_called_by_what_it_changes(
    edith: Person, part: str, kind: str, kept: dict[str, str], title: str, has_file: bool
) -> None:
    page = part_form_page(a_unit_written(by=edith), SendBack(), part, kept, kind)
    assert (page.title, page.has_file, page.notices) == (title, has_file, ())


def test_a_form_says_that_nobody_is_writing(edith: Person, ravi: Person) -> None:
    page = manuscript_form_page(sent(a_unit_written(by=edith), edith, ravi), SendBack(), "What it is")
    assert [notice.title for notice in page.notices] == ["This is not being written"]


def brought_back(page: HistoryPage) -> list[bool]:
    return [isinstance(row.cells[-1].parts[0], SendCell) for row in page.table.rows]


def test_a_revision_comes_back_unless_it_is_the_last_or_nobody_is_writing(edith: Person, ravi: Person) -> None:
    unit = a_unit_written(by=edith)
    page = history_page(unit, before=2, after=3, address=QueryDict())
    assert page.comparison is not None
    assert page.comparison.heading == "From 2 to 3"
    assert brought_back(page) == [False, True, True, True, True, True]
    assert [choice.number for choice in page.choices if choice.is_before or choice.is_after] == [3, 2]
    waiting = sent(unit, edith, ravi)
    page = history_page(waiting, before=1, after=77, address=QueryDict())
    assert page.comparison is None
    assert not any(brought_back(page))


def test_only_a_second_pair_of_eyes_may_publish_and_only_what_is_whole(edith: Person, ravi: Person) -> None:
    unit = sent(a_unit_written(by=edith), edith, ravi)
    own, other = (look_over_page(reader, unit, SendBack()) for reader in (edith, ravi))
    assert (own.may_publish, own.notice is not None) == (False, True)
    assert (other.may_publish, other.notice, other.heading) == (True, None, "All of it is new")
    unit.body["block"] = []
    broken = look_over_page(ravi, unit, SendBack())
    assert "Has nothing to read yet" in broken.faults
    assert not broken.may_publish


def test_a_change_is_compared_with_the_version_that_is_taught(edith: Person, ravi: Person) -> None:
    manuscript = sent(actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=edith), edith, ravi)
    page = look_over_page(ravi, manuscript, SendBack())
    assert page.heading.startswith("What changes, against version ")
    assert not any(line.is_gone or line.is_new for line in page.lines)


def test_a_preview_says_how_the_answers_did(edith: Person) -> None:
    manuscript = a_unit_written(by=edith)
    unit = preview_unit(manuscript)
    form = Questions(None, questions=unit.questions)
    assert preview_page(manuscript, unit, form, []).answered is None
    given = [AnswerGiven(question, question.choice("b")) for question in unit.questions]
    answered = preview_page(manuscript, unit, form, given).answered
    assert answered is not None
    assert (answered.score, len(answered.right), len(answered.wrong)) == ("1 of 2 right", 1, 1)


@pytest.mark.parametrize(
    ("chosen", "heading", "words"),
    [([], "The moment", ""), (["a"], "On time", "Walked well"), (["c"], "Too late", "Worth another walk")],
)
def test_a_walk_is_told_at_its_moment_or_its_ending(edith: Person, chosen: list[str], heading: str, words: str) -> None:
    manuscript = a_scenario_written(by=edith)
    went = walk(preview_scenario(manuscript), seed=1, chosen=chosen)
    page = walk_preview_page(manuscript, went, None, seed=1, chosen=chosen)
    assert page.heading == heading
    assert (page.walked.tag.word if page.walked else "") == words
    assert (page.last is not None) is bool(chosen)
