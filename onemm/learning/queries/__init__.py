"""What there is to learn, who has learned what, and how well the material teaches."""

from onemm.learning.queries.audiences import audience_for
from onemm.learning.queries.courses import (
    course_called,
    courses,
    courses_for,
    courses_of,
    file_address,
    language_of,
    languages_for,
    scenario_at,
    shipped_courses,
    unit_at,
    unit_for,
)
from onemm.learning.queries.credentials import badge_of, checked_badge, credential_of
from onemm.learning.queries.figures import CourseFigures, figures_of
from onemm.learning.queries.opened import Asked, Judged, OpenUnit, asked_after, judged_in, opened
from onemm.learning.queries.passing import PassStanding, is_trained, pass_standing_of, passes_wanted, trained_people
from onemm.learning.queries.progress import (
    CourseProgress,
    ScenarioProgress,
    UnitProgress,
    progress_in,
    training_of,
    unit_in_hand,
)
from onemm.learning.queries.record import (
    AnswerGiven,
    answers_in,
    last_try,
    learning_record_of,
    minutes_learned,
    questions_for,
    reading_of,
    tries_left,
)
from onemm.learning.queries.suggesting import Suggested, units_suggested_to
from onemm.learning.queries.walks import walk_of

__all__ = [
    "AnswerGiven",
    "Asked",
    "CourseFigures",
    "CourseProgress",
    "Judged",
    "OpenUnit",
    "PassStanding",
    "ScenarioProgress",
    "Suggested",
    "UnitProgress",
    "answers_in",
    "asked_after",
    "audience_for",
    "badge_of",
    "checked_badge",
    "course_called",
    "courses",
    "courses_for",
    "courses_of",
    "credential_of",
    "figures_of",
    "file_address",
    "is_trained",
    "judged_in",
    "language_of",
    "languages_for",
    "last_try",
    "learning_record_of",
    "minutes_learned",
    "opened",
    "pass_standing_of",
    "passes_wanted",
    "progress_in",
    "questions_for",
    "reading_of",
    "scenario_at",
    "shipped_courses",
    "trained_people",
    "training_of",
    "tries_left",
    "unit_at",
    "unit_for",
    "unit_in_hand",
    "units_suggested_to",
    "walk_of",
]
