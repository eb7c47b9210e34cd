"""The rows of learning: what was read and answered, practised, suggested, passed, and certified."""

from onemm.learning.models.credential import Credential
from onemm.learning.models.language import LessonLanguage
from onemm.learning.models.learning import CoursePass, QuizAttempt, UnitCompletion, UnitReading
from onemm.learning.models.practice import ScenarioRun
from onemm.learning.models.suggestion import Suggestion

__all__ = [
    "CoursePass",
    "Credential",
    "LessonLanguage",
    "QuizAttempt",
    "ScenarioRun",
    "Suggestion",
    "UnitCompletion",
    "UnitReading",
]
