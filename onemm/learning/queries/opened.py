"""A unit as someone has it open: its place in the course, its questions, and what came of them."""

from dataclasses import dataclass

from onemm.learning.models import QuizAttempt
from onemm.learning.queries.audiences import audience_for
from onemm.learning.queries.progress import CourseProgress, UnitProgress, progress_in
from onemm.learning.queries.record import AnswerGiven, answers_in, last_try, questions_for, reading_of, tries_left
from onemm.learning.rules import Unit, UnitQuestion
from onemm.people.models import Person


@dataclass(frozen=True)
class OpenUnit:
    """A unit that someone has before them, and how far they have come in its course."""

    person: Person
    progress: CourseProgress
    part: UnitProgress

    @property
    def unit(self) -> Unit:
        return self.part.unit

    @property
    def number(self) -> int:
        return self.progress.units.index(self.part) + 1


@dataclass(frozen=True)
class Asked:
    """What is asked after a unit, and the answers kept so far.

    Nothing is asked until it is read, or when no try is left.
    """

    is_read: bool
    tries_left: int = 0
    questions: tuple[UnitQuestion, ...] = ()
    answers: dict[str, str] | None = None


@dataclass(frozen=True)
class Judged:
    """The last try at a unit, its answers told apart, and how many tries there are before it must be read again."""

    attempt: QuizAttempt
    tries_left: int
    wrong: tuple[AnswerGiven, ...]
    right: tuple[AnswerGiven, ...]


def opened(person: Person, course: str, unit: str, *, audience: str | None = None) -> OpenUnit | None:
    """Return a unit of an audience's course, or `None` when there is none such for them.

    Without an audience: whichever they belong to.
    """
    audience = audience or audience_for(person, course)
    progress = progress_in(person, course, audience=audience) if audience else None
    part = (
        next((unit_progress for unit_progress in progress.units if unit_progress.unit.slug == unit), None)
        if progress
        else None
    )
    return OpenUnit(person, progress, part) if progress and part else None


def asked_after(opened: OpenUnit) -> Asked:
    course, unit = opened.progress.course.slug, opened.unit
    reading = reading_of(opened.person, course, unit.slug)
    left = tries_left(reading) if reading else 0
    if reading is None or not left:
        return Asked(is_read=reading is not None)
    return Asked(True, left, questions_for(opened.person, course, unit), reading.answers)


def judged_in(opened: OpenUnit) -> Judged | None:
    """Return what came of the last try, or `None` when there was none."""
    course, unit = opened.progress.course.slug, opened.unit.slug
    attempt, reading = last_try(opened.person, course, unit), reading_of(opened.person, course, unit)
    if attempt is None or reading is None:
        return None
    answers = answers_in(attempt)
    return Judged(
        attempt,
        tries_left(reading),
        tuple(answer for answer in answers if not answer.is_right),
        tuple(answer for answer in answers if answer.is_right),
    )
