"""What the pages of courses and units print, the same behind every door.

What training knows of a course, a unit or a try comes as it is (`learning.queries`): the design system lies beneath it
and knows no courses.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from onemm.web.cells import LinkCell, Number, Part, Small, Tag, Text, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.next_step import NextStep
from onemm.web.questions import Questions
from onemm.web.tables import Column, Table

GOES_ON = "Stop whenever you like: it goes on from here."


@dataclass(frozen=True)
class Language:
    """A language that a course can be had in."""

    code: str
    name: str
    is_chosen: bool


@dataclass(frozen=True)
class Record:
    """What someone has learned so far: how long, in a sentence, and line by line."""

    minutes: str
    words: str
    entries: DrawnTable


@dataclass(frozen=True)
class CourseSection:
    """A course: what it is about, and its units."""

    title: str
    words: str
    units: DrawnTable


@dataclass(frozen=True, kw_only=True)
class CoursesPage:
    """All courses of one door. `onward` is the one next step, with how many parts are done; without it all of them are.

    `record` is the ledger of learning hours where the portal shows one.
    """

    title: str
    eyebrow: str
    onward: NextStep | None
    done: int
    total: int
    languages: tuple[Language, ...]
    courses: tuple[CourseSection, ...]
    has_record: bool
    record: Record | None


@dataclass(frozen=True)
class UnitLinks:
    """The ways from a unit: back to the list, and to its text and its questions."""

    back: str
    back_label: str
    unit: str
    questions: str


@dataclass(frozen=True)
class UnitPage:
    """A unit to read."""

    unit: Any
    course: str
    links: UnitLinks
    kept_url: str
    number: int
    total: int
    has_changed: bool
    words: str


@dataclass(frozen=True)
class QuestionsPage:
    """The questions after a unit."""

    unit: Any
    links: UnitLinks
    words: str
    form: Questions


@dataclass(frozen=True)
class AnswersPage:
    """What came of a try: how it went and the one next step, then every answer. `stop_url` leads back to the list."""

    title: str
    unit: Any
    links: UnitLinks
    onward: NextStep
    stop_url: str
    wrong: Sequence[Any]
    right: Sequence[Any]


def courses_page(
    person: Any,
    *,
    portal: str,
    title: str,
    eyebrow: str,
    courses: Sequence[Any],
    queries: Any,
    onward: Callable[[Any], NextStep],
    invitation: str = "",
    ledger: Sequence[Any] | None = None,
    address: QueryDict | Mapping[str, str] | None = None,
) -> CoursesPage:
    """Return the list of courses that are units alone. With a `ledger` the learning record stands below."""
    current = next((progress for progress in courses if not progress.is_passed), None)
    return CoursesPage(
        title=title,
        eyebrow=eyebrow,
        onward=onward(current) if current else None,
        done=current.units_done if current else 0,
        total=len(current.units) if current else 0,
        languages=languages_of(person, queries),
        courses=tuple(_section(portal, progress, invitation) for progress in courses),
        has_record=ledger is not None,
        record=record_of(ledger, current, address or {}) if ledger else None,
    )


def languages_of(person: Any, queries: Any) -> tuple[Language, ...]:
    """Return what can be chosen; nothing where there is only one."""
    chosen, languages = queries.language_of(person), queries.languages_for(person)
    if len(languages) < 2:
        return ()
    return tuple(Language(code, name, code == chosen) for code, name in languages)


def record_of(entries: Sequence[Any], current: Any | None, address: QueryDict | Mapping[str, str]) -> Record | None:
    """Return the ledger of learning hours, and what a pass of the current course still asks of them."""
    if not entries:
        return None
    words = "of learning so far."
    if current and not current.is_passed and current.course.minutes_needed:
        words = (
            f"of learning so far; a pass needs {current.course.minutes_needed} in “{current.course.title}”, of which "
            f"you have {current.minutes}."
        )
    return Record(f"{sum(entry.minutes for entry in entries)} minutes", words, RECORD.drawn(entries, address))


def units_table(portal: str, progress: Any) -> DrawnTable:
    """Return a course unit by unit, with how far someone has come in each."""

    def name(part: Any) -> tuple[Part, ...]:
        url = reverse(f"{portal}:unit", args=[progress.course.slug, part.unit.slug])
        return LinkCell(part.unit.title, url), Small(part.unit.summary)

    table: Table[Any] = Table(
        caption=f"{progress.course.title}, unit by unit",
        caption_unseen=True,
        noun="",
        columns=(
            Column("Unit", name),
            Column("Time", lambda part: f"{part.unit.minutes} minutes"),
            Column("State", _standing),
        ),
        tone=lambda part: "good" if part.is_done else "",
        empty=Empty(title="Nothing here yet", text="Its units appear as they are written."),
    )
    return table.drawn(progress.units, {})


def links_of(opened: Any, *, portal: str, back_label: str) -> UnitLinks:
    at = [opened.progress.course.slug, opened.unit.slug]
    return UnitLinks(
        reverse(f"{portal}:training"),
        back_label,
        reverse(f"{portal}:unit", args=at),
        reverse(f"{portal}:questions", args=at),
    )


def unit_page(opened: Any, links: UnitLinks) -> UnitPage:
    unit, course = opened.unit, opened.progress.course
    return UnitPage(
        unit=unit,
        course=course.title,
        links=links,
        kept_url=reverse("public:kept_unit", args=[course.slug, unit.slug]),
        number=opened.number,
        total=len(opened.progress.units),
        has_changed=opened.part.has_changed,
        words=f"You have done this unit. Its {unit.minutes} minutes are in your learning record. You can take the "
        "questions again if you like."
        if opened.part.is_done
        else f"Next: {len(unit.questions)} short questions. You need {unit.pass_mark} right, and you see at once why.",
    )


def questions_page(opened: Any, links: UnitLinks, form: Questions, *, tries_left: int) -> QuestionsPage:
    unit = opened.unit
    words = (
        "This is the second try. If it falls short, read the unit once more, and the questions open again."
        if tries_left == 1
        else f"{unit.pass_mark} of {len(unit.questions)} are needed. After two tries that fall short, the unit asks to "
        "be read again."
    )
    return QuestionsPage(unit, links, words, form)


def answers_page(opened: Any, links: UnitLinks, judged: Any, onward: Callable[[Any], NextStep]) -> AnswersPage:
    unit, attempt = opened.unit, judged.attempt
    score = f"{attempt.score} of {attempt.out_of}"
    is_done = attempt.is_passed or opened.part.is_done
    step = _on_a_pass(opened, attempt, score, onward) if is_done else _again(unit, judged, score, links)
    return AnswersPage(
        title=f"{score}: {unit.title}",
        unit=unit,
        links=links,
        onward=step,
        stop_url=links.back if is_done and step.url != links.back else "",
        wrong=judged.wrong,
        right=judged.right,
    )


def _section(portal: str, progress: Any, invitation: str) -> CourseSection:
    left = "" if progress.is_passed else f"About {progress.minutes_left} minutes are left. {GOES_ON}"
    words = " ".join(filter(None, [progress.course.summary, invitation, left]))
    return CourseSection(progress.course.title, words, units_table(portal, progress))


def _standing(part: Any) -> Part:
    if part.has_changed:
        return Tag("Done, since changed", "wait")
    if part.is_done:
        return Tag("Done", "good")
    return Tag("Questions left", "wait") if part.is_read else Text("Not read yet")


def _on_a_pass(opened: Any, attempt: Any, score: str, onward: Callable[[Any], NextStep]) -> NextStep:
    """Return the next step of the course, after what came of this try."""
    unit, step = opened.unit, onward(opened.progress)
    told = (
        f"{score} right: “{unit.title}” is done, and {unit.minutes} minutes are in your learning record."
        if attempt.is_passed
        else f"{score} right this time. You had done this unit before, and that stays."
    )
    return NextStep(step.title, f"{told} {step.text}", step.url, step.label, step.eyebrow)


def _again(unit: Any, judged: Any, score: str, links: UnitLinks) -> NextStep:
    told = f"{score} right; you need {judged.attempt.pass_mark}."
    if judged.tries_left:
        text = f"{told} Read what is said below, and have another go."
        return NextStep("Not quite yet", text, links.questions, "Try again", unit.title)
    text = f"{told} Read the unit once more. Then the questions open again."
    return NextStep("Not quite yet", text, links.unit, "Read the unit again", unit.title)


RECORD: Table[Any] = Table(
    caption="What you have learned, newest first",
    caption_unseen=True,
    dense=True,
    noun="",
    columns=(
        Column("What", lambda entry: (Text(entry.title), Small(f"{entry.course}, version {entry.version}"))),
        Column("When", lambda entry: When(entry.at)),
        Column("Minutes", lambda entry: Number(entry.minutes or None), number=True),
    ),
    empty=Empty(title="Nothing yet", text="Each unit you finish is written down here, with its minutes."),
    prefix="record",
)
