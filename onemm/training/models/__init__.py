"""The rows of learning: what was read and answered, practised, suggested, passed, and certified."""

from onemm.training.editing.models import Edition, LessonFile, LessonLanguage, Manuscript, Revision
from onemm.training.models.credential import Credential
from onemm.training.models.learning import CoursePass, QuizAttempt, UnitCompletion, UnitReading
from onemm.training.models.practice import ScenarioRun
from onemm.training.models.suggestion import Suggestion
from onemm.training.workshops.models import Booking, Opinion, Seat, Workshop

__all__ = [
    "Booking",
    "CoursePass",
    "Credential",
    "Edition",
    "LessonFile",
    "LessonLanguage",
    "Manuscript",
    "Opinion",
    "QuizAttempt",
    "Revision",
    "ScenarioRun",
    "Seat",
    "Suggestion",
    "UnitCompletion",
    "UnitReading",
    "Workshop",
]
