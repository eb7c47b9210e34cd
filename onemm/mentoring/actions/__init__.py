"""Everything that changes enrolments, matches, sessions and pulses."""

from onemm.mentoring.actions.enrolling import change_enrolment, enrol_young_person, leave_programme
from onemm.mentoring.actions.importing import import_young_people
from onemm.mentoring.actions.introducing import agree, introduce
from onemm.mentoring.actions.losing_touch import say_lost_touch
from onemm.mentoring.actions.meeting import call_off_session, give_pulse, log_session, plan_session
from onemm.mentoring.actions.pausing import end_match, pause_match, pause_matches_of, resume_match, resume_matches_of

__all__ = [
    "agree",
    "call_off_session",
    "change_enrolment",
    "end_match",
    "enrol_young_person",
    "give_pulse",
    "import_young_people",
    "introduce",
    "leave_programme",
    "log_session",
    "pause_match",
    "pause_matches_of",
    "plan_session",
    "resume_match",
    "resume_matches_of",
    "say_lost_touch",
]
