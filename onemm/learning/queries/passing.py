"""Who has passed, and what someone still needs to."""

from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from onemm.learning.models import CoursePass, ScenarioRun, UnitCompletion
from onemm.learning.queries.courses import shipped_courses
from onemm.learning.rules import Course
from onemm.people.models import Person


@dataclass(frozen=True)
class PassStanding:
    """What there is towards a pass: competence (every unit, enough scenarios walked well) and hours.

    Both are needed.
    """

    units_left: int
    scenarios_left: int
    minutes: int
    minutes_left: int

    @property
    def is_enough(self) -> bool:
        return not (self.units_left or self.scenarios_left or self.minutes_left)


def pass_standing_of(person: Person, course: Course) -> PassStanding:
    """Return how far someone is from a pass. Three queries."""
    done = UnitCompletion.objects.filter(person=person, course=course.slug)
    units = dict(done.values_list("unit", "minutes"))
    runs = ScenarioRun.objects.filter(person=person, course=course.slug)
    walked_well = set(runs.competent().order_by().values_list("scenario", flat=True).distinct())
    minutes = sum(units.values()) + (runs.aggregate(all=Sum("minutes"))["all"] or 0)
    return PassStanding(
        units_left=sum(unit.slug not in units for unit in course.units),
        scenarios_left=scenarios_left(course, walked_well),
        minutes=minutes,
        minutes_left=max(course.minutes_needed - minutes, 0),
    )


def scenarios_left(course: Course, walked_well: set[str]) -> int:
    """Return how many scenarios are still to be walked well: enough of them, and those that every course asks for."""
    known = walked_well & {scenario.slug for scenario in course.scenarios}
    return max(course.scenarios_needed - len(known), len(set(course.must) - known))


def passes_wanted() -> list[str]:
    """Return the names of the courses that every mentor must pass: shipped ones alone, so that nobody is unready
    overnight by a new course.
    """
    return [course.slug for course in shipped_courses() if course.required and course.audience == "mentor"]


def trained_people() -> QuerySet[CoursePass, int]:
    """Return the ids of people who have passed every course required of mentors, for use inside other queries.

    One plain condition a course and no grouping: a grouped part cannot be asked about one person, so a database that
    misjudges its size works it out again for each row outside.
    """
    required = passes_wanted()
    passes = CoursePass.objects.order_by()
    whole = passes.filter(course__in=required[:1])
    for slug in required[1:]:
        whole = whole.filter(person__in=passes.filter(course=slug).values("person"))
    return whole.values_list("person", flat=True)


def is_trained(person: Person) -> bool:
    return trained_people().filter(person=person).exists()
