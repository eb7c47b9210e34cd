"""Moments in a match for which a mentor is offered a short unit: the beginning, a first silence, the goodbye drawing
near.
"""

from datetime import timedelta

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from onemm.learning.actions import settle, suggest_unit
from onemm.lib.clock import now, today
from onemm.mentoring.models import Match
from onemm.mentoring.rules import MINUTES_IN_A_DOT

SILENCE = timedelta(days=31)
"""A month without an hour, and none planned."""
HOURS_BEFORE_GOODBYE = 3
LONG_MATCH = timedelta(days=270)
"""Nine months, after which a goodbye is near whatever number of hours was given."""


def offer_for_first_match(match: Match) -> None:
    suggest_unit(person=match.mentor, moment="first-match")


def offer_for_silence(match: Match) -> None:
    suggest_unit(person=match.mentor, moment="first-silence")


def after_an_hour(match: Match) -> None:
    """An hour was held: the moments before it are over. Few hours left, and it is time to think of the goodbye."""
    for moment in ("first-match", "first-silence"):
        settle(person=match.mentor, moment=moment, by=None)
    held = Match.objects.with_progress().get(pk=match.pk).held_minutes // MINUTES_IN_A_DOT  # type: ignore[attr-defined]  # annotated
    if held >= match.hours_planned - HOURS_BEFORE_GOODBYE:
        suggest_unit(person=match.mentor, moment="nearing-goodbye")


def offer_where_due() -> int:
    """Look through the active matches for silences and goodbyes that nobody has been offered a unit for; return how
    many were.
    """
    active = Match.objects.filter(state=Match.State.ACTIVE).with_progress().select_related("mentor")
    quiet = active.annotate(since=Coalesce("last_met", "active_from")).filter(since__lt=now() - SILENCE, next_at=None)  # type: ignore[misc]  # annotated
    few_left = Q(held_minutes__gte=(F("hours_planned") - HOURS_BEFORE_GOODBYE) * MINUTES_IN_A_DOT)
    ending = active.filter(few_left | Q(introduced_on__lt=today() - LONG_MATCH))
    offered = 0
    for moment, matches in (("first-silence", quiet), ("nearing-goodbye", ending)):
        for match in matches.exclude(mentor__units_suggested__moment=moment).order_by("pk"):
            offered += suggest_unit(person=match.mentor, moment=moment) is not None
    return offered
