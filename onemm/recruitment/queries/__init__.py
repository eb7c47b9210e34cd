"""What a screen or another context wants to know about applications."""

from onemm.recruitment.queries.answers import Answered, answers_given, answers_of
from onemm.recruitment.queries.applications import (
    OVERDUE_AFTER_DAYS,
    Queue,
    application_of,
    applications_listed,
    approved_people,
    is_checked,
    queue_of,
    waiting_applications,
)
from onemm.recruitment.queries.checks import (
    CheckAdvice,
    check_advice_for,
    check_routes,
    current_check_of,
    form_waiting_for,
    running_out,
)
from onemm.recruitment.queries.criteria import CriteriaReport, criteria_of
from onemm.recruitment.queries.decisions import appeal_of, decision_of, may_appeal
from onemm.recruitment.queries.likenesses import grounds_in_words
from onemm.recruitment.queries.progress import Progress, Stage, StepDone, progress_of
from onemm.recruitment.queries.records import earlier_of, gather, interview_of, profile_of, whole_applications
from onemm.recruitment.queries.referees import Named, Speaking, names_are_wanted, referee_of_link, speaking_for
from onemm.recruitment.queries.screeners import screeners_of
from onemm.recruitment.queries.talks import Talk, appointment_of, interviews_of, talk_of, talks_on, when_in_words
from onemm.recruitment.queries.timeline import Happened, timeline_of
from onemm.recruitment.queries.waits import (
    Times,
    Wait,
    expected_for,
    next_step_from,
    usual_times,
    waits_of,
)

__all__ = [
    "OVERDUE_AFTER_DAYS",
    "Answered",
    "CheckAdvice",
    "CriteriaReport",
    "Happened",
    "Named",
    "Progress",
    "Queue",
    "Speaking",
    "Stage",
    "StepDone",
    "Talk",
    "Times",
    "Wait",
    "answers_given",
    "answers_of",
    "appeal_of",
    "application_of",
    "applications_listed",
    "appointment_of",
    "approved_people",
    "check_advice_for",
    "check_routes",
    "criteria_of",
    "current_check_of",
    "decision_of",
    "earlier_of",
    "expected_for",
    "form_waiting_for",
    "gather",
    "grounds_in_words",
    "interview_of",
    "interviews_of",
    "is_checked",
    "may_appeal",
    "names_are_wanted",
    "next_step_from",
    "profile_of",
    "progress_of",
    "queue_of",
    "referee_of_link",
    "running_out",
    "screeners_of",
    "speaking_for",
    "talk_of",
    "talks_on",
    "timeline_of",
    "usual_times",
    "waiting_applications",
    "waits_of",
    "when_in_words",
    "whole_applications",
]
