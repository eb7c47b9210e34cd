"""Learning: reading a unit, and answering its questions."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.learning.actions.parts import course_and_unit
from onemm.learning.actions.passing import pass_if_enough
from onemm.learning.actions.suggesting import settle
from onemm.learning.models import QuizAttempt, UnitCompletion, UnitReading
from onemm.learning.queries import tries_left, unit_at, unit_in_hand
from onemm.learning.refusals import QuestionIsUnanswered, ReadItAgainFirst, ReadItFirst
from onemm.learning.rules import Course, Unit
from onemm.lib.clock import now
from onemm.people.models import Person


@transaction.atomic
def read_unit(*, person: Person, course: str, unit: str, version: str = "") -> UnitReading:
    """Record that someone has read a unit, which opens its questions. Read again, the tries are counted anew.

    `version` is the one that was on the page; when a newer one came out while they read, they are asked about what they
    read.

    :raises CourseIsUnknown: there is no such unit.
    """
    taught_course, part = course_and_unit(course, unit, person=person)
    if version not in {"", part.version}:
        part = unit_at(taught_course.slug, part.slug, version, part.language) or part
    reading, new = UnitReading.objects.get_or_create(
        person=person, course=taught_course.slug, unit=part.slug, defaults={"version": part.version}
    )
    if not new:
        reading.version, reading.read_at = part.version, now()
        reading.save(update_fields=["version", "read_at"])
    audit.record(
        "unit:read", subject=reading, by=person, course=taught_course.slug, unit=part.slug, version=part.version
    )
    return reading


@transaction.atomic
def keep_answers(*, person: Person, course: str, unit: str, answers: dict[str, str]) -> UnitReading:
    """Keep what someone has chosen so far, to go on another time. Answers that the unit does not offer are left out.

    :raises CourseIsUnknown: there is no such unit.
    :raises ReadItFirst: it has not been read.
    """
    taught_course, part = course_and_unit(course, unit, person=person)
    reading = _reading(person, taught_course, part)
    part = unit_in_hand(person, taught_course.slug, part, part.language)
    reading.answers = {
        question.key: answers[question.key]
        for question in part.questions
        if question.choice(answers.get(question.key, ""))
    }
    reading.save(update_fields=["answers"])
    audit.record("answers:kept", subject=reading, by=person, course=taught_course.slug, unit=part.slug)
    return reading


@transaction.atomic
def take_quiz(*, person: Person, course: str, unit: str, answers: dict[str, str]) -> QuizAttempt:
    """Score a unit's questions, one answer (the key of a choice) for each. Enough right answers complete the unit,
    once.

    :raises CourseIsUnknown: there is no such unit.
    :raises ReadItFirst: it has not been read.
    :raises ReadItAgainFirst: two tries since it was read have fallen short.
    :raises QuestionIsUnanswered: a question has no answer, or one that it does not offer; `field` is the question.
    """
    taught_course, part = course_and_unit(course, unit, person=person)
    reading = _reading(person, taught_course, part)
    if reading.version != part.version:
        part = unit_in_hand(person, taught_course.slug, part, part.language)
    if tries_left(reading) == 0:
        raise ReadItAgainFirst
    given, score = _scored(part, answers)
    attempt = QuizAttempt.objects.create(
        person=person,
        course=taught_course.slug,
        unit=part.slug,
        version=part.version,
        answers=given,
        score=score,
        out_of=len(part.questions),
        pass_mark=part.pass_mark,
    )
    if reading.answers:
        reading.answers = {}
        reading.save(update_fields=["answers"])
    audit.record(
        "quiz:taken", subject=attempt, by=person, course=taught_course.slug, unit=part.slug, passed=attempt.is_passed
    )
    if attempt.is_passed:
        _complete(person, taught_course, part)
    return attempt


def _reading(person: Person, course: Course, unit: Unit) -> UnitReading:
    """Return the reading, locked: two tries at once are counted one after the other."""
    reading = UnitReading.objects.select_for_update().filter(person=person, course=course.slug, unit=unit.slug).first()
    if reading is None:
        raise ReadItFirst
    return reading


def _scored(unit: Unit, answers: dict[str, str]) -> tuple[dict[str, str], int]:
    given: dict[str, str] = {}
    score = 0
    for question in unit.questions:
        choice = question.choice(answers.get(question.key, ""))
        if choice is None:
            raise QuestionIsUnanswered(field=question.key)
        given[question.key] = choice.key
        score += choice.is_right
    return given, score


def _complete(person: Person, course: Course, unit: Unit) -> None:
    completion, new = UnitCompletion.objects.get_or_create(
        person=person, course=course.slug, unit=unit.slug, defaults={"version": unit.version, "minutes": unit.minutes}
    )
    if not new and completion.version == unit.version:
        return
    if not new:
        completion.version = unit.version
        completion.save(update_fields=["version"])
    audit.record(
        "unit:completed", subject=completion, by=person, course=course.slug, unit=unit.slug, version=unit.version
    )
    if unit.moment:
        settle(person=person, moment=unit.moment, by=person)
    pass_if_enough(person=person, course=course)
