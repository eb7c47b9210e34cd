"""Learning as tests need it, made through the actions."""

from onemm.learning.actions import begin_scenario, choose, read_unit, take_quiz
from onemm.learning.models import Credential, QuizAttempt, ScenarioRun
from onemm.learning.queries import course_called, shipped_courses, walk_of
from onemm.learning.rules import Course, ScenarioStep
from onemm.people.models import Person

ESSENTIALS = "mentoring-essentials"


def the_course(slug: str = ESSENTIALS) -> Course:
    course = course_called(slug)
    assert course is not None
    return course


def shipped_course(slug: str = ESSENTIALS) -> Course:
    """The course as it comes with the platform; needs no database."""
    return next(course for course in shipped_courses() if course.slug == slug)


def right_answers(unit: str = "your-role", *, wrong: int = 0, course: str = ESSENTIALS) -> dict[str, str]:
    """Answers to a unit's questions, of which the first so many are wrong."""
    part = the_course(course).unit(unit)
    assert part is not None
    answers = {}
    for at, question in enumerate(part.questions):
        other = next(choice for choice in question.choices if not choice.is_right)
        answers[question.key] = (other if at < wrong else question.right).key
    return answers


def do_unit(person: Person, unit: str = "your-role", *, course: str = ESSENTIALS) -> QuizAttempt:
    read_unit(person=person, course=course, unit=unit)
    return take_quiz(person=person, course=course, unit=unit, answers=right_answers(unit, course=course))


def do_every_unit(person: Person, *, course: str = ESSENTIALS) -> None:
    for unit in the_course(course).units:
        do_unit(person, unit.slug, course=course)


def walk_through(person: Person, scenario: str = "a-secret", *, points: int = 3) -> ScenarioRun:
    """Walk to an ending, always taking the option nearest to so many points."""
    run = begin_scenario(person=person, course=ESSENTIALS, scenario=scenario)
    went = walk_of(run)
    while went is not None and isinstance(went.here, ScenarioStep):
        option = min(went.here.options, key=lambda one: abs(one.points - points))
        went = choose(run=run, option=option.key, by=person)
    run.refresh_from_db()
    return run


def pass_the_course(person: Person) -> Credential:
    """Do every unit, and walk three scenarios well: after this someone is trained."""
    do_every_unit(person)
    for scenario in ("a-secret", "a-gift", "your-number"):
        walk_through(person, scenario)
    return Credential.objects.get(person=person, course=ESSENTIALS)
