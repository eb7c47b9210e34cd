"""What a card says can be done about a pair, for each state it can be in."""

from dataclasses import asdict

import pytest
from django.urls import reverse

from onemm.lib.clock import now
from onemm.matching.models import Proposal
from onemm.portals.partner.pages.pair_cards import what_to_do
from tests.factories.matching import a_suggested_pair

State = Proposal.State


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.SUGGESTED, {"tick", "decline_url"}),
        (State.OFFERED, {"tag", "since", "take_back_url"}),
        (State.ACCEPTED, {"tag", "introduce_url"}),
        (State.DECLINED, {"tag", "reason"}),
        (State.LAPSED, {"tag"}),
    ],
)
def test_each_state_has_its_own_choices_and_words(cast, state, said):
    proposal = a_suggested_pair(cast)
    proposal.state, proposal.offered_at, proposal.over_reason, proposal.over_by = state, now(), "They moved.", cast.sam
    do = what_to_do(proposal, cast.sam)
    assert {name for name, value in asdict(do).items() if value and name != "tone"} == said
    if do.tag:
        assert (do.tag, do.tone) == (state.label, state.tone)


def test_nobody_decides_about_themselves(cast):
    do = what_to_do(a_suggested_pair(cast), cast.amina)
    assert (do.tick, do.note) == ("", "This is you. A colleague decides about it.")


def test_the_reason_of_one_of_the_two_is_not_told(cast):
    proposal = a_suggested_pair(cast)
    proposal.state, proposal.over_reason, proposal.over_by = State.DECLINED, "Too loud.", cast.amina
    assert what_to_do(proposal, cast.sam).reason == ""


def test_who_said_yes_is_told_by_name(cast):
    proposal = a_suggested_pair(cast)
    proposal.state, proposal.offered_at, proposal.mentor_yes_at = State.OFFERED, now(), now()
    do = what_to_do(proposal, cast.sam)
    assert do.answers == "Amina said yes."
    assert do.take_back_url == reverse("partner:proposal_decline", args=[proposal.public_id])
