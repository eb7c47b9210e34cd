"""What screens, reports and other contexts want to know about mentoring."""

from onemm.mentoring.queries.attention import Attention, Reason, pairs_needing_attention
from onemm.mentoring.queries.consent import has_consent, standing_consent_of
from onemm.mentoring.queries.glance import Glance, NextThing, glance_of, glances_of
from onemm.mentoring.queries.progress import (
    Progress,
    PulseLine,
    agreed_by,
    match_of,
    progress_of,
    pulse_this_month,
    pulses_of,
    unlogged_of,
    upcoming_of,
)
from onemm.mentoring.queries.readiness import Readiness, readiness_of, ready_mentors
from onemm.mentoring.queries.staff import coordinators_of, looks_after
from onemm.mentoring.queries.this_month import ThisMonth, this_month_of
from onemm.mentoring.queries.young_people import STANDINGS, programmes_to_fill, young_people_of

__all__ = [
    "STANDINGS",
    "Attention",
    "Glance",
    "NextThing",
    "Progress",
    "PulseLine",
    "Readiness",
    "Reason",
    "ThisMonth",
    "agreed_by",
    "coordinators_of",
    "glance_of",
    "glances_of",
    "has_consent",
    "looks_after",
    "match_of",
    "pairs_needing_attention",
    "programmes_to_fill",
    "progress_of",
    "pulse_this_month",
    "pulses_of",
    "readiness_of",
    "ready_mentors",
    "standing_consent_of",
    "this_month_of",
    "unlogged_of",
    "upcoming_of",
    "young_people_of",
]
