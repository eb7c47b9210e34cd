from onemm.recruitment.models.appeal import Appeal, AppealQuerySet
from onemm.recruitment.models.application import Application, ApplicationQuerySet
from onemm.recruitment.models.booking import InterviewBooking, InterviewBookingQuerySet
from onemm.recruitment.models.check import Check, CheckQuerySet
from onemm.recruitment.models.check_route import CheckRoute
from onemm.recruitment.models.decision import Decision
from onemm.recruitment.models.disclosure import Disclosure, Opinion
from onemm.recruitment.models.likeness import Likeness, LikenessQuerySet, Trace
from onemm.recruitment.models.referee import Referee, RefereeQuerySet
from onemm.recruitment.models.screening import Interview, Reference
from onemm.recruitment.models.slot import Slot, SlotQuerySet
from onemm.recruitment.models.telephone import Telephone, TelephoneQuerySet

__all__ = [
    "Appeal",
    "AppealQuerySet",
    "Application",
    "ApplicationQuerySet",
    "Check",
    "CheckQuerySet",
    "CheckRoute",
    "Decision",
    "Disclosure",
    "Interview",
    "InterviewBooking",
    "InterviewBookingQuerySet",
    "Likeness",
    "LikenessQuerySet",
    "Opinion",
    "Referee",
    "RefereeQuerySet",
    "Reference",
    "Slot",
    "SlotQuerySet",
    "Telephone",
    "TelephoneQuerySet",
    "Trace",
]
