from onemm.mentoring.models.enrolment import Enrolment, EnrolmentQuerySet
from onemm.mentoring.models.match import Agreement, Match, MatchQuerySet
from onemm.mentoring.models.meeting import Pulse, Session, SessionQuerySet

__all__ = [
    "Agreement",
    "Enrolment",
    "EnrolmentQuerySet",
    "Match",
    "MatchQuerySet",
    "Pulse",
    "Session",
    "SessionQuerySet",
]
