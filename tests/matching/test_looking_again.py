"""After a no: a round is repaired without moving anyone who was asked; or one is chosen by hand from the best five."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.lib.clock import now
from onemm.lib.tasks import run_waiting
from onemm.matching import actions, queries, refusals
from onemm.matching.actions import rounds
from onemm.matching.models import Proposal, Round
from onemm.matching.problem import best_for, reasons_in
from onemm.mentoring.models import Enrolment
from onemm.mentoring.refusals import ContactIsPaused, ProgrammeIsClosed
from onemm.mentors.models import MentorProfile
from onemm.notifications.models import Email
from onemm.people.actions.consents import withdraw_consent
from onemm.people.models import Consent, Person
from onemm.safeguarding.models import Restriction
from tests.factories.matching import (
    EVENINGS,
    a_pair_that_fits,
    a_round,
    a_suggested_pair,
    an_accepted_pair,
    an_offered_pair,
    fresh,
)
from tests.factories.mentoring import a_ready_mentor, enrol


def more_mentors(cast, many, **changes):
    people = [
        Person.objects.create_user(email=f"m{number}@example.org", first_name=f"Mo{number}") for number in range(many)
    ]
    for person in people:
        a_ready_mentor(cast, person)
    MentorProfile.objects.filter(person__in=people).update(**({"half_days": EVENINGS, "reach_km": 20} | changes))
    return people


def a_round_of_three(cast):
    """Theo and two more, each with a proposal; Theo's has been offered and accepted, one is undecided, one will be
    declined.
    """
    a_pair_that_fits(cast)
    more_mentors(cast, 3)
    for number in range(2):
        enrol(cast, f"R{number}", first_name=f"Kit{number}", half_days=EVENINGS)
    return a_round(cast)


def accept(proposal):
    actions.approve_proposal(proposal=proposal, by=proposal.round.asked_by)
    actions.answer_as_mentor(proposal=proposal, by=proposal.mentor, yes=True)
    actions.answer_as_young_person(proposal=proposal, by=proposal.enrolment.person, yes=True)


def repair(cast, run):
    repaired = actions.repair_round(round=run, by=cast.sam)
    run_waiting()
    repaired.refresh_from_db()
    return repaired


def test_a_repair_finds_somebody_else_and_moves_nobody_who_accepted_or_was_asked(cast):
    run = a_round_of_three(cast)
    accepted, offered, declined = run.proposals.select_related(
        "mentor", "enrolment__person", "round__asked_by"
    ).order_by("pk")
    accept(accepted)
    actions.approve_proposal(proposal=offered, by=cast.sam)
    actions.decline_proposal(proposal=declined, by=cast.sam, reason="They are neighbours.")
    assert list(queries.to_look_again_for(run)) == [declined.enrolment]

    repaired = repair(cast, run)
    (found,) = repaired.proposals.all()
    assert (repaired.kind, repaired.repairs, repaired.state) == ("repair", run, "proposed")
    assert found.enrolment == declined.enrolment
    assert found.mentor not in (accepted.mentor, offered.mentor, declined.mentor)
    assert [fresh(one).state for one in (accepted, offered)] == ["accepted", "offered"]
    assert not queries.to_look_again_for(run).exists(), "they have been looked at"
    with pytest.raises(refusals.NobodyHasLostAnybody):
        actions.repair_round(round=run, by=cast.sam)


def test_what_nobody_has_decided_may_change_in_a_repair(cast):
    run = a_round_of_three(cast)
    declined, *undecided = run.proposals.order_by("pk")
    actions.decline_proposal(proposal=declined, by=cast.sam, reason="They are neighbours.")
    repaired = repair(cast, run)
    assert {fresh(one).state for one in undecided} == {"lapsed"}
    assert repaired.matched == 3


def test_a_repair_goes_by_the_weights_of_its_round(cast):
    run = a_round_of_three(cast)
    actions.decline_proposal(proposal=run.proposals.first(), by=cast.sam, reason="x")
    actions.set_weights(programme=cast.programme, by=cast.sam, choices={**run.weights, "bridging": 5}, instead_of=0)
    repaired = repair(cast, run)
    assert (repaired.weights, repaired.weighting) == (run.weights, None)


def test_whoever_is_asked_while_the_engine_works_is_suggested_nobody_else(cast, monkeypatch):
    run = a_round_of_three(cast)
    declined, other, third = run.proposals.order_by("pk")
    actions.decline_proposal(proposal=declined, by=cast.sam, reason="They are neighbours.")
    solve = rounds.propose

    def solve_while_sam_approves(problem):
        actions.approve_proposal(proposal=other, by=cast.sam)
        return solve(problem)

    monkeypatch.setattr(rounds, "propose", solve_while_sam_approves)
    repaired = repair(cast, run)
    assert fresh(other).state == "offered"
    assert {proposal.enrolment for proposal in repaired.proposals.all()} == {declined.enrolment, third.enrolment}
    assert repaired.matched == 2


@pytest.mark.parametrize("answer", [actions.answer_as_mentor, actions.answer_as_young_person])
def test_whoever_was_told_no_is_looked_again_for(cast, answer):
    proposal = an_offered_pair(cast)
    answer(proposal=proposal, by=cast.amina if answer is actions.answer_as_mentor else cast.theo, yes=False)
    assert queries.to_look_again_for(proposal.round).get() == proposal.enrolment


def test_whoever_waits_no_more_is_not_looked_again_for(cast):
    proposal = an_offered_pair(cast)
    actions.lapse_proposal(proposal=proposal, reason="Two weeks went by.")
    assert queries.to_look_again_for(proposal.round).exists()
    withdraw_consent(consent=Consent.objects.get(), by=cast.sam)
    assert not queries.to_look_again_for(proposal.round).exists()


def test_whom_a_later_round_could_not_pair_either_is_not_offered_a_repair_for_ever(cast):
    run = a_suggested_pair(cast).round
    actions.decline_proposal(proposal=run.proposals.get(), by=cast.sam, reason="They are neighbours.")
    repaired = repair(cast, run)
    assert repaired.matched == 0
    assert not queries.to_look_again_for(run).exists()
    assert not queries.to_look_again_for(repaired).exists()


def test_a_no_that_comes_after_a_later_round_is_looked_again_for(cast):
    proposal = an_offered_pair(cast)
    enrol(cast, half_days=EVENINGS)
    a_round(cast)
    actions.answer_as_young_person(proposal=proposal, by=cast.theo, yes=False)
    assert queries.to_look_again_for(proposal.round).get() == proposal.enrolment


def test_what_a_newer_round_overtook_was_not_lost(cast):
    older = a_suggested_pair(cast).round
    a_round(cast)
    assert not queries.to_look_again_for(older).exists()


def test_a_repair_that_cannot_be_is_refused(cast):
    run = a_suggested_pair(cast).round
    with pytest.raises(refusals.NobodyHasLostAnybody):
        actions.repair_round(round=run, by=cast.sam)
    actions.decline_proposal(proposal=run.proposals.get(), by=cast.sam, reason="x")
    actions.ask_for_round(programme=cast.programme, by=cast.sam)
    with pytest.raises(refusals.ARoundIsRunning):
        actions.repair_round(round=run, by=cast.sam)
    cast.programme.closed_at = now()
    cast.programme.save()
    run.programme.refresh_from_db()
    with pytest.raises(ProgrammeIsClosed):
        actions.repair_round(round=run, by=cast.sam)


def test_the_database_refuses_a_repair_of_nothing(cast):
    with pytest.raises(IntegrityError, match="a_repair_says_which_round_it_repairs"), transaction.atomic():
        Round.objects.create(programme=cast.programme, asked_by=cast.sam, kind="repair")


def test_the_best_five_come_best_first_with_reasons(cast):
    a_pair_that_fits(cast)
    more_mentors(cast, 6)
    best = best_for(Enrolment.objects.get())
    scores = [pair.score for pair in best.pairs]
    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)
    assert best.people[best.pairs[0].mentor] == cast.amina
    assert reasons_in(best, best.pairs[0])[0] == "Amina works in engineering, which is what Theo hopes to do"


def test_whoever_does_not_wait_has_no_best(cast):
    assert best_for(an_accepted_pair(cast).enrolment) is None


def choose(cast, mentor):
    return actions.propose_by_hand(
        enrolment=Enrolment.objects.get(person=cast.theo), mentor=mentor.public_id, by=cast.sam
    )


def test_choosing_by_hand_asks_both_and_overtakes_what_was_suggested(cast):
    suggested = a_suggested_pair(cast)
    (other,) = more_mentors(cast, 1)
    proposal = choose(cast, other)
    assert (proposal.state, proposal.mentor, proposal.approved_by, proposal.round.kind) == (
        "offered",
        other,
        cast.sam,
        "one",
    )
    assert (proposal.round.matched, proposal.round.state) == (1, "proposed")
    assert fresh(suggested).state == "lapsed"
    assert set(Email.objects.filter(kind__startswith="proposal.offered").values_list("to", flat=True)) == {
        other.pk,
        cast.theo.pk,
    }
    assert Entry.objects.filter(event="proposal:chosen").count() == 1


def test_whoever_does_not_fit_is_not_asked_by_hand(cast):
    a_pair_that_fits(cast)
    MentorProfile.objects.update(half_days=1)
    for mentor in (cast.amina, cast.lena):
        with pytest.raises(refusals.DoesNotFit):
            choose(cast, mentor)
    assert not Round.objects.exists()


def test_choosing_by_hand_asks_everything_again_and_keeps_nothing_when_refused(cast):
    a_pair_that_fits(cast)
    enrolment = Enrolment.objects.get()
    Proposal.objects.create(
        round=Round.objects.create(programme=cast.programme, asked_by=cast.sam, state="failed"),
        enrolment=enrol(cast),
        mentor=cast.amina,
        score=1,
    )
    Restriction.objects.create(person=cast.theo, imposed_by=cast.noor, reason="x")
    with pytest.raises(refusals.NobodyIsWaiting):
        choose(cast, cast.amina)
    enrolment.programme.closed_at = now() - timedelta(days=1)
    with pytest.raises(ProgrammeIsClosed):
        actions.propose_by_hand(enrolment=enrolment, mentor=cast.amina.public_id, by=cast.sam)
    assert Round.objects.count() == 1


def test_a_refusal_at_the_last_moment_leaves_no_round_behind(cast, monkeypatch):
    a_pair_that_fits(cast)

    def refuse(**_):
        raise ContactIsPaused

    monkeypatch.setattr("onemm.matching.actions.by_hand.approve_proposal", refuse)
    with pytest.raises(ContactIsPaused):
        choose(cast, cast.amina)
    assert not Round.objects.exists()
    assert not Proposal.objects.exists()
