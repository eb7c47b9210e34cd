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
from onemm.mentoring.queries.young_people import (
    LEFT,
    STANDINGS,
    in_standing,
    programmes_to_fill,
    put_forward_for,
    young_people_of,
)

__all__ = [
    "LEFT",
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
    "in_standing",
    "looks_after",
    "match_of",
    "pairs_needing_attention",
    "programmes_to_fill",
    "progress_of",
    "pulse_this_month",
    "pulses_of",
    "put_forward_for",
    "readiness_of",
    "ready_mentors",
    "standing_consent_of",
    "this_month_of",
    "unlogged_of",
    "upcoming_of",
    "young_people_of",
]
