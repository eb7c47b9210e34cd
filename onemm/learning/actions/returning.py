"""Answers that were given without a connection, and arrive when there is one again."""

from dataclasses import dataclass

from django.db import transaction

from onemm.audit import actions as audit
from onemm.learning.actions.learning import read_unit, take_quiz
from onemm.learning.actions.parts import course_and_unit
from onemm.learning.models import QuizAttempt, UnitCompletion
from onemm.learning.queries import audience_for, reading_of, unit_at, unit_in_hand
from onemm.learning.refusals import CourseIsUnknown, UnitHasChanged
from onemm.learning.rules import Unit
from onemm.people.models import Person


@dataclass(frozen=True)
class Returned:
    """The try that came of it; `was_done`: the unit had been done elsewhere before these answers arrived."""

    attempt: QuizAttempt
    was_done: bool


@transaction.atomic
def take_returned_answers(*, person: Person, course: str, unit: str, version: str, answers: dict[str, str]) -> Returned:
    """Judge answers that were given on a kept page: text and questions of one version, read without a line.

    The text stood above the questions, so a unit that was never opened is read with them; two tries that fell short ask
    for another reading here as everywhere. Answers given elsewhere meanwhile stay beside these, and hours count once.
    Whoever calls sees to it that one sending arrives once.

    :raises CourseIsUnknown: there is no such unit for them.
    :raises UnitHasChanged: the phone had a text that is kept nowhere, or another one than they have begun since;
    nothing is counted. :raises ReadItAgainFirst, QuestionIsUnanswered: as with any try.
    """
    if audience_for(person, course) is None:
        raise CourseIsUnknown
    taught_course, part = course_and_unit(course, unit, person=person)
    # Locked, so that two phones of one person come one after the other; other rows that name the person are not held up
    # by it.
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    was_done = UnitCompletion.objects.filter(person=person, course=taught_course.slug, unit=part.slug).exists()
    is_begun = reading_of(person, taught_course.slug, part.slug) is not None
    held = (
        unit_in_hand(person, taught_course.slug, part, part.language)
        if is_begun
        else _at(taught_course.slug, part, version)
    )
    if held is None or held.version != version:
        raise UnitHasChanged
    if not is_begun:
        read_unit(person=person, course=taught_course.slug, unit=part.slug, version=version)
    attempt = take_quiz(person=person, course=taught_course.slug, unit=part.slug, answers=answers)
    audit.record(
        "answers:returned", subject=attempt, by=person, course=taught_course.slug, unit=part.slug, was_done=was_done
    )
    return Returned(attempt, was_done)


def _at(course: str, unit: Unit, version: str) -> Unit | None:
    """Return the unit as it is or as it once was: whoever took it along before a newer edition is judged by what they
    read.
    """
    return unit if version == unit.version else unit_at(course, unit.slug, version, unit.language)
