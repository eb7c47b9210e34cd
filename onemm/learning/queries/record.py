"""The ledger of learning hours, and tries at questions as they can be read back."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Sum

from onemm.learning.models import CoursePass, QuizAttempt, ScenarioRun, UnitCompletion, UnitReading
from onemm.learning.queries.courses import course_called, courses_of, language_of, unit_at
from onemm.learning.rules import Choice, Course, Unit, UnitQuestion
from onemm.learning.rules.courses import TRIES
from onemm.people.models import Person
from onemm.workshops.queries import attended_by, minutes_in_workshops


@dataclass(frozen=True)
class LearningEntry:
    """One line of the ledger: a unit done or a scenario walked, with its minutes and version; or a course passed."""

    title: str
    course: str
    version: str
    minutes: int
    at: datetime


@dataclass(frozen=True)
class AnswerGiven:
    """A question as someone answered it."""

    question: UnitQuestion
    choice: Choice | None

    @property
    def is_right(self) -> bool:
        return self.choice is not None and self.choice.is_right


def minutes_learned(person: Person) -> int:
    """Return the minutes of every unit done and every scenario walked, each counted once, and of every workshop they
    were at.
    """
    units = UnitCompletion.objects.filter(person=person).aggregate(all=Sum("minutes"))["all"] or 0
    practised = ScenarioRun.objects.filter(person=person).aggregate(all=Sum("minutes"))["all"] or 0
    return units + practised + minutes_in_workshops(person)


def learning_record_of(person: Person) -> tuple[LearningEntry, ...]:
    """Return what someone has learned, newest first. A unit that has since been withdrawn stays under its old name."""
    courses = {course.slug: course for course in courses_of(person)}
    entries = [
        LearningEntry(
            _title(courses, completion.course, completion.unit),
            _course_title(courses, completion.course),
            completion.version,
            completion.minutes,
            completion.completed_at,
        )
        for completion in UnitCompletion.objects.filter(person=person)
    ]
    entries += [
        LearningEntry(
            _title(courses, run.course, run.scenario),
            _course_title(courses, run.course),
            run.version,
            run.minutes,
            run.finished_at,
        )
        for run in ScenarioRun.objects.filter(person=person, minutes__gt=0)
        if run.finished_at is not None
    ]
    entries += [
        LearningEntry(
            f"{_course_title(courses, course_pass.course)}: passed",
            _course_title(courses, course_pass.course),
            course_pass.version,
            0,
            course_pass.passed_at,
        )
        for course_pass in CoursePass.objects.filter(person=person)
    ]
    entries += [
        LearningEntry(workshop.title, "Workshop", "", workshop.minutes, workshop.at) for workshop in attended_by(person)
    ]
    return tuple(sorted(entries, key=lambda entry: entry.at, reverse=True))


def last_try(person: Person, course: str, unit: str) -> QuizAttempt | None:
    attempt = QuizAttempt.objects.filter(person=person, course=course, unit=unit).order_by("-taken_at", "-pk").first()
    if attempt is not None:
        attempt.person = person  # the same object, which knows its language already
    return attempt


def reading_of(person: Person, course: str, unit: str) -> UnitReading | None:
    return UnitReading.objects.filter(person=person, course=course, unit=unit).first()


def tries_left(reading: UnitReading) -> int:
    """Return how many tries there are before the unit must be read again."""
    tries = QuizAttempt.objects.filter(
        person=reading.person_id, course=reading.course, unit=reading.unit, taken_at__gte=reading.read_at
    )
    return max(TRIES - sum(not attempt.is_passed for attempt in tries), 0)


def answers_in(attempt: QuizAttempt) -> tuple[AnswerGiven, ...]:
    """Return the questions of a try with what was answered, as they were asked; as they are now, where that is no
    longer kept.
    """
    language = language_of(attempt.person)
    unit = unit_at(attempt.course, attempt.unit, attempt.version, language) or _unit(
        attempt.course, attempt.unit, attempt.person
    )
    questions = unit.questions if unit else ()
    return tuple(
        AnswerGiven(question, question.choice(attempt.answers.get(question.key, ""))) for question in questions
    )


def questions_for(person: Person, course: str, unit: Unit) -> tuple[UnitQuestion, ...]:
    """Return the questions of a unit, as someone has it in hand, with their choices in an order that differs from
    person to person and from try to try.
    """
    tries = QuizAttempt.objects.filter(person=person, course=course, unit=unit.slug).count()
    chance = random.Random(f"{person.pk}/{course}/{unit.slug}/{tries}")  # noqa: S311 - variety, not secrecy
    return tuple(
        replace(question, choices=tuple(chance.sample(question.choices, len(question.choices))))
        for question in unit.questions
    )


def _unit(course: str, unit: str, person: Person) -> Unit | None:
    taught_course = course_called(course, person)
    return taught_course.unit(unit) if taught_course else None


def _course_title(courses: Mapping[str, Course], slug: str) -> str:
    return courses[slug].title if slug in courses else slug


def _title(courses: Mapping[str, Course], course_slug: str, slug: str) -> str:
    course = courses.get(course_slug)
    part = (course.unit(slug) or course.scenario(slug)) if course else None
    return part.title if part else slug
