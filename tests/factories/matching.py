"""Rounds and proposals at every stage, made by the same actions that people use."""

from collections.abc import Mapping

from onemm.lib.clock import today
from onemm.lib.tasks import run_waiting
from onemm.matching.actions import (
    answer_as_mentor,
    answer_as_young_person,
    approve_proposal,
    ask_for_round,
    introduce_pair,
)
from onemm.matching.models import Proposal, Round
from onemm.mentoring.models import Match
from onemm.mentors.models import MentorProfile
from tests.cast import Cast
from tests.factories.mentoring import a_ready_mentor, theos_place

EVENINGS = sum(1 << (day * 3 + 2) for day in range(5))


def a_pair_that_fits(cast: Cast) -> None:
    """Amina is ready and Theo waits; both like maps and are free in the evening, and she does what he hopes to do."""
    a_ready_mentor(cast)
    MentorProfile.objects.filter(person=cast.amina).update(
        half_days=EVENINGS, sectors=["engineering"], interests=["maps", "cricket"], reach_km=20
    )
    place = theos_place(cast)
    place.half_days, place.aspirations, place.interests = EVENINGS, ["engineering"], ["maps"]
    place.save()


def a_round(cast: Cast, weights: Mapping[str, int] | None = None) -> Round:
    """Sam has run a round over whoever is there."""
    asked = ask_for_round(programme=cast.programme, by=cast.sam, weights=weights)
    run_waiting()
    asked.refresh_from_db()
    return asked


def a_suggested_pair(cast: Cast) -> Proposal:
    a_pair_that_fits(cast)
    return a_round(cast).proposals.get()


def an_offered_pair(cast: Cast) -> Proposal:
    proposal = a_suggested_pair(cast)
    approve_proposal(proposal=proposal, by=cast.sam)
    return fresh(proposal)


def an_accepted_pair(cast: Cast) -> Proposal:
    proposal = an_offered_pair(cast)
    answer_as_mentor(proposal=proposal, by=cast.amina, yes=True)
    answer_as_young_person(proposal=proposal, by=cast.theo, yes=True)
    return fresh(proposal)


def a_match_from_a_proposal(cast: Cast) -> Match:
    return introduce_pair(proposal=an_accepted_pair(cast), by=cast.sam, on=today(), words="They talked about bridges.")


def fresh(proposal: Proposal) -> Proposal:
    return Proposal.objects.select_related("enrolment__person", "mentor").get(pk=proposal.pk)
