"""A mentor's training: the next part of it, every course, and what they have learned."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from onemm.learning import queries
from onemm.learning.queries import CourseProgress, ScenarioProgress
from onemm.people.models import Person
from onemm.portals.mentor.onward import onward_in
from onemm.web.cells import LinkCell, Part, Small, Tag, Text, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.lessons import GOES_ON, CourseSection, Language, Record, languages_of, record_of, units_table
from onemm.web.next_step import NextStep
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class Current:
    """The course that is asked of every mentor, while it is under way."""

    onward: NextStep
    done: int
    total: int
    words: str


@dataclass(frozen=True)
class Practice:
    """The scenarios of a course."""

    words: str
    scenarios: DrawnTable


@dataclass(frozen=True)
class TaughtCourse:
    """A course, how far someone has come in it, its units and its practice."""

    title: str
    summary: str
    tag: Tag
    words: str
    certificate_url: str
    units: DrawnTable
    practice: Practice | None


@dataclass(frozen=True)
class TrainingPage:
    """The next part first; without a current course all that is asked has been done."""

    current: Current | None
    languages: tuple[Language, ...]
    courses: tuple[TaughtCourse, ...]
    moments: tuple[CourseSection, ...]
    record: Record | None


def training_page(person: Person, address: QueryDict) -> TrainingPage:
    courses = queries.training_of(person)
    current = next((course for course in courses if course.course.required and not course.is_passed), None)
    return TrainingPage(
        current=_current(current) if current else None,
        languages=languages_of(person, queries),
        courses=tuple(_taught(course) for course in courses if not course.course.is_just_in_time),
        moments=tuple(
            CourseSection(course.course.title, course.course.summary, units_table("mentor", course))
            for course in courses
            if course.course.is_just_in_time
        ),
        record=record_of(queries.learning_record_of(person), current, address),
    )


def _current(progress: CourseProgress) -> Current:
    words = f"About {progress.minutes_left} minutes are left in all. {GOES_ON}"
    return Current(onward_in(progress), progress.units_done, len(progress.units), words)


def _taught(progress: CourseProgress) -> TaughtCourse:
    tag, words = _standing(progress)
    course, has_certificate = progress.course, progress.is_passed and progress.course.required
    return TaughtCourse(
        title=course.title,
        summary=course.summary,
        tag=tag,
        words=words,
        certificate_url=reverse("mentor:certificate", args=[course.slug]) if has_certificate else "",
        units=units_table("mentor", progress),
        practice=_practice(progress) if progress.scenarios else None,
    )


def _standing(progress: CourseProgress) -> tuple[Tag, str]:
    if progress.passed_at is not None:
        return Tag("Passed", "good"), f"on {When(progress.passed_at).words}."
    far = f"{progress.units_done} of {len(progress.units)} units done · about {progress.minutes_left} minutes left"
    if progress.course.required:
        return Tag("Required", "wait"), f"Every mentor takes this before they meet anybody. {far}"
    return Tag("Recommended"), far


def _practice(progress: CourseProgress) -> Practice:
    words = (
        "Each is different every time. Walk them again whenever you like."
        if progress.is_passed
        else f"To pass, walk {progress.course.scenarios_needed} of them well, and one of those is asked of everybody. "
        "Each is different every time."
    )

    def name(scenario: ScenarioProgress) -> tuple[Part, ...]:
        url = reverse("mentor:practice", args=[progress.course.slug, scenario.scenario.slug])
        return LinkCell(scenario.scenario.title, url), Small(scenario.scenario.summary)

    table: Table[ScenarioProgress] = Table(
        caption="Scenarios",
        caption_unseen=True,
        noun="",
        columns=(
            Column("Scenario", name),
            Column("Time", lambda scenario: f"{scenario.scenario.minutes} minutes"),
            Column("State", _walked),
        ),
        tone=lambda scenario: "good" if scenario.is_competent else "",
        empty=Empty(title="Nothing here yet", text="Scenarios appear as they are written."),
    )
    return Practice(words, table.drawn(progress.scenarios, {}))


def _walked(scenario: ScenarioProgress) -> Part:
    if scenario.is_competent:
        return Tag("Walked well", "good")
    if scenario.open_run:
        return Tag("Begun", "wait")
    if scenario.finished:
        return Text("Worth another walk")
    return Text("Asked of everybody" if scenario.is_must else "Not walked yet")
