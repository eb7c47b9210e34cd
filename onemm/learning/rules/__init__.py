"""Courses, scenarios and the rules of learning, with no rows."""

from onemm.learning.rules.courses import Choice, Course, Evidence, Question, Unit, faults_in
from onemm.learning.rules.reading import CURRICULUM, CourseIsBroken, read_course, read_curriculum
from onemm.learning.rules.scenarios import Ending, Option, Scenario, Step, faults_in_scenario
from onemm.learning.rules.walking import Taken, Walk, walk

__all__ = [
    "CURRICULUM",
    "Choice",
    "Course",
    "CourseIsBroken",
    "Ending",
    "Evidence",
    "Option",
    "Question",
    "Scenario",
    "Step",
    "Taken",
    "Unit",
    "Walk",
    "faults_in",
    "faults_in_scenario",
    "read_course",
    "read_curriculum",
    "walk",
]
