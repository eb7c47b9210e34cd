"""The courses as they are written, read once."""

from functools import lru_cache

from onemm.training.rules import Course, Unit, read_curriculum


@lru_cache(maxsize=1)
def courses() -> tuple[Course, ...]:
    """Return every course, read and checked once."""
    return read_curriculum()


def course_called(slug: str) -> Course | None:
    return next((course for course in courses() if course.slug == slug), None)


def courses_for(audience: str) -> tuple[Course, ...]:
    """Return the courses of an audience: the required ones first, those for a certain moment last."""
    mine = [course for course in courses() if course.audience == audience]
    return tuple(sorted(mine, key=lambda course: (not course.required, course.is_just_in_time)))


def unit_for(moment: str) -> tuple[Course, Unit] | None:
    """Return the unit that a moment calls for, with its course; `None` when none is written."""
    return next(((course, unit) for course in courses() for unit in course.units if moment and unit.moment == moment), None)
