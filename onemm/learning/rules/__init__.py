"""Courses, scenarios and the rules of learning, with no rows."""

from onemm.learning.rules.courses import Choice, Course, Evidence, Unit, UnitQuestion, faults_in
from onemm.learning.rules.reading import CURRICULUM, CourseIsBroken, read_course, read_curriculum
from onemm.learning.rules.scenarios import Ending, Option, Scenario, ScenarioStep, faults_in_scenario
from onemm.learning.rules.walking import Taken, Walk, walk

__all__ = [
    "CURRICULUM",
    "Choice",
    "Course",
    "CourseIsBroken",
    "Ending",
    "Evidence",
    "Option",
    "Scenario",
    "ScenarioStep",
    "Taken",
    "Unit",
    "UnitQuestion",
    "Walk",
    "faults_in",
    "faults_in_scenario",
    "read_course",
    "read_curriculum",
    "walk",
]
