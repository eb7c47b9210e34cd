"""A proposal: decided by a coordinator, answered by both, and let go when anything stands in the way."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.lib.clock import now, today
from onemm.lib.errors import MoveRefused, Refused
from onemm.matching import actions, queries, refusals
from onemm.matching.actions.answering import NO_REASON
from onemm.matching.models import Proposal
from onemm.matching.tasks import lapse_stale_proposals
from onemm.mentoring.models import Enrolment
from onemm.mentoring.refusals import ConsentDoesNotStand, ContactIsPaused, HasLeftTheProgramme, MentorIsNotReady
from onemm.notifications.models import Letter
from onemm.people.actions.consents import withdraw_consent
from onemm.people.models import Consent
from onemm.recruitment.models import Check
from onemm.safeguarding.actions import impose_restriction
from onemm.safeguarding.models import Restriction
from tests.factories.matching import (
    a_match_from_a_proposal,
    a_suggested_pair,
    an_accepted_pair,
    an_offered_pair,
    fresh,
)
from tests.factories.mentoring import enrol


def subjects(person):
    return list(
        Letter.objects.filter(to=person, kind__startswith="proposal").order_by("pk").values_list("subject", flat=True)
    )


def test_approving_asks_both_with_the_reasons_and_no_figure(cast):
    proposal = an_offered_pair(cast)
    assert (proposal.state, proposal.approved_by) == ("offered", cast.sam)
    assert subjects(cast.amina) == ["Would you like to meet Theo?"]
    assert subjects(cast.theo) == ["We have found a mentor you may like: Amina"]
    for letter in Letter.objects.filter(kind="proposal:offered"):
        assert str(proposal.score) not in letter.body
        assert "Yusuf" not in letter.body
    assert "- You work in engineering, which is what Theo hopes to do" in Letter.objects.get(to=cast.amina).body
    assert "- Amina works in engineering, which is what you hope to do" in Letter.objects.get(to=cast.theo).body
    assert Letter.objects.get(to=cast.theo).link == f"/young/proposals/{proposal.public_id}/"
    with pytest.raises(MoveRefused):
        actions.approve_proposal(proposal=proposal, by=cast.sam)


def restrict_mentor(cast, proposal):
    Restriction.objects.create(person=cast.amina, imposed_by=cast.noor, reason="x")


def restrict_young_person(cast, proposal):
    Restriction.objects.create(person=cast.theo, imposed_by=cast.noor, reason="x")


def let_check_run_out(cast, proposal):
    Check.objects.update(expires_on=today())


def take_consent_back(cast, proposal):
    Consent.objects.update(withdrawn_at=now())


def leave(cast, proposal):
    Enrolment.objects.update(left_at=now())


def fill_the_mentor(cast, proposal):
    other = enrol(cast)
    Proposal.objects.create(
        round=proposal.round,
        enrolment=other,
        mentor=cast.amina,
        score=1,
        state="offered",
        approved_by=cast.sam,
        offered_at=now(),
    )


def ask_about_another(cast, proposal):
    Proposal.objects.create(
        round=proposal.round,
        enrolment=proposal.enrolment,
        mentor=cast.other_mentor,
        score=1,
        state="approved",
        approved_by=cast.sam,
    )


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (restrict_mentor, ContactIsPaused),
        (restrict_young_person, ContactIsPaused),
        (let_check_run_out, MentorIsNotReady),
        (take_consent_back, ConsentDoesNotStand),
        (leave, HasLeftTheProgramme),
        (fill_the_mentor, refusals.MentorHasNoRoom),
        (ask_about_another, refusals.HasAProposalAlready),
    ],
)
def test_approving_asks_everything_again(cast, change, refusal):
    proposal = a_suggested_pair(cast)
    change(cast, proposal)
    with pytest.raises(refusal):
        actions.approve_proposal(proposal=proposal, by=cast.sam)
    assert fresh(proposal).state == "suggested"
    assert not subjects(cast.theo)


@pytest.mark.parametrize(
    "change", [restrict_mentor, restrict_young_person, let_check_run_out, take_consent_back, leave]
)
def test_a_yes_asks_everything_again_and_a_no_never_does(cast, change):
    proposal = an_offered_pair(cast)
    change(cast, proposal)
    with pytest.raises(Refused):
        actions.answer_as_mentor(proposal=proposal, by=cast.amina, yes=True)
    with pytest.raises(Refused):
        actions.answer_as_young_person(proposal=proposal, by=cast.theo, yes=True)
    actions.answer_as_young_person(proposal=proposal, by=cast.theo, yes=False)
    assert fresh(proposal).state == "declined"


def test_a_match_made_elsewhere_stops_the_proposal(cast):
    from onemm.mentoring.actions import introduce
    from onemm.mentoring.refusals import AlreadyHasAMentor
    from tests.factories.mentoring import a_ready_mentor

    proposal = an_offered_pair(cast)
    introduce(enrolment=proposal.enrolment, mentor=a_ready_mentor(cast, cast.other_mentor), on=today(), by=cast.sam)
    with pytest.raises(AlreadyHasAMentor):
        actions.answer_as_mentor(proposal=proposal, by=cast.amina, yes=True)


def test_two_yeses_make_it_accepted_and_ask_the_coordinator_to_bring_them_together(cast):
    proposal = an_offered_pair(cast)
    actions.answer_as_young_person(proposal=proposal, by=cast.theo, yes=True)
    assert fresh(proposal).state == "offered"
    with pytest.raises(refusals.AlreadyAnswered):
        actions.answer_as_young_person(proposal=proposal, by=cast.theo, yes=True)
    actions.answer_as_mentor(proposal=proposal, by=cast.amina, yes=True)

    assert fresh(proposal).state == "accepted"
    assert queries.to_introduce(cast.sam).get() == proposal
    assert not queries.to_introduce(cast.lou).exists()
    assert not queries.to_introduce(cast.amina).exists()
    letter = Letter.objects.get(to=cast.sam, kind="proposal:accepted")
    assert letter.link == f"/partner/proposals/{proposal.public_id}/introduction/"
    assert subjects(cast.theo)[-1] == "You and Amina both said yes"


def test_the_mentors_no_ends_it_and_the_young_person_is_told_without_blame(cast):
    proposal = an_offered_pair(cast)
    actions.answer_as_mentor(proposal=proposal, by=cast.amina, yes=False, reason="I know his family.")
    proposal = fresh(proposal)
    assert (proposal.state, proposal.over_by, proposal.over_reason) == ("declined", cast.amina, "I know his family.")
    letter = Letter.objects.get(to=cast.theo, kind="proposal:over")
    assert "not about you" in letter.body
    assert "family" not in letter.body
    with pytest.raises(refusals.ProposalIsOver):
        actions.answer_as_young_person(proposal=proposal, by=cast.theo, yes=True)


def test_the_young_persons_no_needs_no_reason_even_after_both_said_yes(cast):
    proposal = an_accepted_pair(cast)
    actions.answer_as_young_person(proposal=proposal, by=cast.theo, yes=False)
    proposal = fresh(proposal)
    assert (proposal.state, proposal.over_reason) == ("declined", NO_REASON)
    assert subjects(cast.amina)[-1] == "Theo will not be matched with you"


@pytest.mark.parametrize("answer", [actions.answer_as_mentor, actions.answer_as_young_person])
@pytest.mark.parametrize("name", ["sam", "lena"])
def test_nobody_answers_for_somebody_else(cast, answer, name):
    proposal = an_offered_pair(cast)
    with pytest.raises(refusals.NotYourProposal):
        answer(proposal=proposal, by=getattr(cast, name), yes=True)


def test_what_has_not_been_offered_cannot_be_answered(cast):
    with pytest.raises(refusals.ProposalIsOver):
        actions.answer_as_mentor(proposal=a_suggested_pair(cast), by=cast.amina, yes=True)


def test_the_coordinators_no_has_a_reason_and_tells_nobody_who_was_not_asked(cast):
    proposal = a_suggested_pair(cast)
    with pytest.raises(refusals.ADeclineHasAReason):
        actions.decline_proposal(proposal=proposal, by=cast.sam, reason="")
    actions.decline_proposal(proposal=proposal, by=cast.sam, reason="They are neighbours.")
    assert fresh(proposal).over_reason == "They are neighbours."
    assert subjects(cast.theo) == []
    with pytest.raises(MoveRefused):
        actions.decline_proposal(proposal=proposal, by=cast.sam, reason="Again")


def test_an_offer_taken_back_is_told_to_both(cast):
    actions.decline_proposal(proposal=an_offered_pair(cast), by=cast.sam, reason="They are neighbours.")
    assert subjects(cast.theo)[-1] == "You and Amina: this will not go ahead"
    assert not Letter.objects.filter(body__contains="neighbours").exists()


def test_introducing_begins_the_match_with_the_reasons(cast):
    match = a_match_from_a_proposal(cast)
    assert (match.state, match.introduced_by, match.proposal.state) == ("introduced", cast.sam, "accepted")
    assert match.reasons[0] == "Amina works in engineering, which is what Theo hopes to do"
    assert not queries.to_introduce(cast.sam).exists()
    assert not Proposal.objects.live().exists()
    with pytest.raises(refusals.NotBothHaveSaidYes):
        actions.introduce_pair(proposal=match.proposal, by=cast.sam, on=today())
    with pytest.raises(refusals.NotBothHaveSaidYes):
        actions.lapse_proposal(proposal=match.proposal, reason="x")


def test_nobody_is_introduced_before_both_said_yes(cast):
    with pytest.raises(refusals.NotBothHaveSaidYes):
        actions.introduce_pair(proposal=an_offered_pair(cast), by=cast.sam, on=today())


def test_introducing_asks_everything_again(cast):
    proposal = an_accepted_pair(cast)
    restrict_mentor(cast, proposal)
    with pytest.raises(ContactIsPaused):
        actions.introduce_pair(proposal=proposal, by=cast.sam, on=today())


def test_an_offer_lapses_after_two_weeks_and_both_are_told(cast):
    proposal = an_offered_pair(cast)
    with time_machine.travel(now() + timedelta(days=13)):
        lapse_stale_proposals()
    assert fresh(proposal).state == "offered"
    with time_machine.travel(now() + timedelta(days=15)):
        lapse_stale_proposals()
        lapse_stale_proposals()
    assert fresh(proposal).state == "lapsed"
    assert len(subjects(cast.theo)) == len(subjects(cast.amina)) == 2


def test_an_offer_that_was_answered_in_the_meantime_does_not_lapse(cast):
    proposal = an_accepted_pair(cast)
    actions.lapse_if_unanswered(proposal=proposal, reason="x")
    assert fresh(proposal).state == "accepted"


@pytest.mark.parametrize("name", ["amina", "theo"])
@pytest.mark.parametrize("stage", [a_suggested_pair, an_offered_pair, an_accepted_pair])
def test_a_restriction_lets_go_of_every_proposal_and_says_nothing_of_why(cast, name, stage):
    proposal = stage(cast)
    impose_restriction(person=getattr(cast, name), by=cast.noor, reason="Serious.")
    assert fresh(proposal).state == "lapsed"
    assert not Letter.objects.filter(body__icontains="restrict").exists()
    assert not Letter.objects.filter(body__contains="Serious").exists()


def test_withdrawn_consent_lets_go_of_every_proposal(cast):
    proposal = an_offered_pair(cast)
    withdraw_consent(consent=Consent.objects.get(), by=cast.sam)
    assert fresh(proposal).state == "lapsed"


def test_a_pair_that_has_met_is_left_to_mentoring(cast):
    match = a_match_from_a_proposal(cast)
    impose_restriction(person=cast.amina, by=cast.noor, reason="x")
    match.refresh_from_db()
    assert (match.state, match.proposal.state) == ("paused", "accepted")


def test_approving_several_keeps_the_good_ones(cast):
    proposal = a_suggested_pair(cast)
    fill_the_mentor(cast, proposal)
    again = a_suggested = Proposal.objects.create(
        round=proposal.round, enrolment=proposal.enrolment, mentor=cast.other_mentor, score=5
    )
    outcome = actions.approve_proposals(proposals=[proposal, again], by=cast.sam)
    assert outcome.offered == 0
    assert [one for one, _ in outcome.refused] == [proposal, a_suggested]
    Proposal.objects.filter(state="offered").update(state="lapsed")
    assert actions.approve_proposals(proposals=[again, proposal], by=cast.sam).offered == 1


def test_both_see_it_only_once_it_is_offered_and_strangers_never(cast):
    proposal = a_suggested_pair(cast)
    see = {
        name: Proposal.objects.visible_to(getattr(cast, name)).exists()
        for name in ("amina", "theo", "sam", "lou", "lena", "ada")
    }
    assert see == {"amina": False, "theo": False, "sam": True, "lou": False, "lena": False, "ada": False}
    actions.approve_proposal(proposal=proposal, by=cast.sam)
    assert queries.offered_to(cast.amina).get() == queries.offered_to(cast.theo).get() == proposal
    assert not Proposal.objects.visible_to(cast.lena).exists()


def test_every_step_is_in_the_log(cast):
    a_match_from_a_proposal(cast)
    events = list(Entry.objects.filter(event__startswith="proposal:").values_list("event", flat=True).order_by("pk"))
    assert events == [
        "proposal:approved",
        "proposal:offered",
        "proposal:agreed",
        "proposal:agreed",
        "proposal:accepted",
        "proposal:introduced",
    ]


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"score": 1001}, "a_score_is_from_0_to_1000"),
        ({"state": "accepted", "approved": True}, "an_accepted_proposal_has_both_yeses"),
        ({"state": "approved"}, "a_person_approves_every_proposal"),
        ({"state": "declined"}, "a_declined_proposal_has_a_reason"),
    ],
)
def test_the_database_refuses(cast, changes, constraint):
    proposal = a_suggested_pair(cast)
    if changes.pop("approved", False):
        changes["approved_by"] = cast.sam
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(**changes)


def test_the_database_refuses_a_pair_twice_and_two_live_proposals(cast):
    proposal = an_offered_pair(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.create(round=proposal.round, enrolment=proposal.enrolment, mentor=cast.amina, score=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        ask_about_another(cast, proposal)
