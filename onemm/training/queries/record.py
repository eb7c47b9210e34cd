"""The ledger of learning hours, and tries at questions as they can be read back."""

import random
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Sum

from onemm.people.models import Person
from onemm.training.models import CoursePass, QuizAttempt, ScenarioRun, UnitCompletion, UnitReading
from onemm.training.queries.courses import course_called
from onemm.training.rules import Choice, Question
from onemm.training.rules.courses import TRIES
from onemm.training.workshops.queries import attended_by, minutes_in_workshops


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
    """A question as somebody answered it."""

    question: Question
    choice: Choice | None

    @property
    def is_right(self) -> bool:
        return self.choice is not None and self.choice.is_right


def minutes_learned(person: Person) -> int:
    """Return the minutes of every unit done and every scenario walked, each counted once, and of every workshop they were at."""
    units = UnitCompletion.objects.filter(person=person).aggregate(all=Sum("minutes"))["all"] or 0
    practised = ScenarioRun.objects.filter(person=person).aggregate(all=Sum("minutes"))["all"] or 0
    return units + practised + minutes_in_workshops(person)


def learning_record_of(person: Person) -> tuple[LearningEntry, ...]:
    """Return what somebody has learned, newest first. A unit that has since been withdrawn stays under its old name."""
    entries = [
        LearningEntry(_title(row.course, row.unit), _course_title(row.course), row.version, row.minutes, row.completed_at)
        for row in UnitCompletion.objects.filter(person=person)
    ]
    entries += [
        LearningEntry(_title(run.course, run.scenario), _course_title(run.course), run.version, run.minutes, run.finished_at)
        for run in ScenarioRun.objects.filter(person=person, minutes__gt=0)
        if run.finished_at is not None
    ]
    entries += [
        LearningEntry(f"{_course_title(row.course)}: passed", _course_title(row.course), row.version, 0, row.passed_at)
        for row in CoursePass.objects.filter(person=person)
    ]
    entries += [LearningEntry(one.title, "Workshop", "", one.minutes, one.at) for one in attended_by(person)]
    return tuple(sorted(entries, key=lambda entry: entry.at, reverse=True))


def last_try(person: Person, course: str, unit: str) -> QuizAttempt | None:
    return QuizAttempt.objects.filter(person=person, course=course, unit=unit).order_by("-taken_at", "-pk").first()


def reading_of(person: Person, course: str, unit: str) -> UnitReading | None:
    return UnitReading.objects.filter(person=person, course=course, unit=unit).first()


def tries_left(reading: UnitReading) -> int:
    """Return how many tries there are before the unit must be read again."""
    tries = QuizAttempt.objects.filter(
        person=reading.person_id, course=reading.course, unit=reading.unit, taken_at__gte=reading.read_at
    )
    return max(TRIES - sum(not attempt.is_passed for attempt in tries), 0)


def answers_in(attempt: QuizAttempt) -> tuple[AnswerGiven, ...]:
    """Return the questions of a try with what was answered, in the order of the unit as it is now."""
    course = course_called(attempt.course)
    unit = course.unit(attempt.unit) if course else None
    questions = unit.questions if unit else ()
    return tuple(AnswerGiven(question, question.choice(attempt.answers.get(question.key, ""))) for question in questions)


def questions_for(person: Person, course: str, unit: str) -> tuple[Question, ...]:
    """Return a unit's questions with their choices in an order that differs from person to person and from try to try."""
    found = course_called(course)
    part = found.unit(unit) if found else None
    tries = QuizAttempt.objects.filter(person=person, course=course, unit=unit).count()
    chance = random.Random(f"{person.pk}/{course}/{unit}/{tries}")  # noqa: S311 - variety, not secrecy
    return tuple(replace(question, choices=tuple(chance.sample(question.choices, len(question.choices)))) for question in (part.questions if part else ()))


def _course_title(slug: str) -> str:
    course = course_called(slug)
    return course.title if course else slug


def _title(course_slug: str, slug: str) -> str:
    course = course_called(course_slug)
    part = (course.unit(slug) or course.scenario(slug)) if course else None
    return part.title if part else slug
