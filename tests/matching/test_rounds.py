"""A round: asked for by a coordinator, solved by the worker, kept whole or not at all."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django_q.models import OrmQ

from onemm.lib.clock import now
from onemm.lib.tasks import run_waiting
from onemm.matching import actions, queries, refusals
from onemm.matching.actions import rounds
from onemm.matching.models import Proposal, Round
from onemm.matching.problem import problem_of
from onemm.matching.rules import usual_choices
from onemm.mentoring.actions import end_match
from onemm.mentoring.refusals import ProgrammeIsClosed
from onemm.mentors.models import MentorProfile
from onemm.people.actions.consents import withdraw_consent
from onemm.people.models import Consent, Guardianship
from onemm.safeguarding.actions import impose_restriction
from tests.factories.matching import (
    a_match_from_a_proposal,
    a_pair_that_fits,
    a_round,
    a_suggested_pair,
    an_offered_pair,
)
from tests.factories.mentoring import a_ready_mentor, enrol


def ask(cast, **changes):
    return actions.ask_for_round(
        programme=cast.programme, by=cast.sam, weights=changes.pop("weights", usual_choices()), **changes
    )


def test_a_round_proposes_the_pair_with_named_reasons(cast):
    proposal = a_suggested_pair(cast)

    asked = proposal.round
    assert (asked.state, asked.done, asked.young_people, asked.mentors, asked.matched) == ("proposed", 100, 1, 1, 1)
    assert (proposal.mentor, proposal.enrolment.person, proposal.state) == (cast.amina, cast.theo, "suggested")
    assert {part.name for part in queries.components_of(proposal)} >= {"aspiration", "interests", "availability"}
    assert queries.reasons_of(proposal)[0] == "Amina works in engineering, which is what Theo hopes to do"
    assert queries.certificate_of(asked) == queries.Certificate(matched=1, young_people=1, mentors=1, gap=0.0)


def test_run_again_after_it_is_done_it_changes_nothing(cast):
    asked = a_suggested_pair(cast).round
    actions.run_round(round_id=asked.pk)
    assert Proposal.objects.count() == 1


def test_run_again_after_a_dead_worker_it_starts_over(cast):
    a_pair_that_fits(cast)
    asked = ask(cast)
    Round.objects.filter(pk=asked.pk).update(state="running", done=70)
    run_waiting()
    asked.refresh_from_db()
    assert (asked.state, asked.proposals.count()) == ("proposed", 1)


def test_of_two_workers_on_one_round_one_keeps_its_proposals(cast, monkeypatch):
    a_pair_that_fits(cast)
    asked, solve = ask(cast), rounds.propose

    def solve_while_another_finishes(problem):
        monkeypatch.setattr(rounds, "propose", solve)
        actions.propose_pairs(round_id=asked.pk)
        return solve(problem)

    monkeypatch.setattr(rounds, "propose", solve_while_another_finishes)
    actions.propose_pairs(round_id=asked.pk)
    assert asked.proposals.count() == 1


def test_a_record_that_cannot_be_used_fails_the_round_with_what_is_wrong(cast):
    a_pair_that_fits(cast)
    cast.amina.born = cast.amina.born.replace(year=1700)
    cast.amina.save()
    asked = a_round(cast)
    assert asked.state == "failed"
    assert "born" in asked.problem


def test_whatever_goes_wrong_the_coordinator_is_told_and_nothing_is_kept(cast, monkeypatch, caplog):
    a_pair_that_fits(cast)
    monkeypatch.setattr(rounds, "propose", lambda problem: 1 / 0)
    asked = a_round(cast)
    assert (asked.state, asked.proposals.count()) == ("failed", 0)
    assert "run the round again" in asked.problem
    assert "ZeroDivisionError" in caplog.text
    monkeypatch.undo()
    assert a_round(cast).state == "proposed"


def test_one_round_at_a_time_unless_the_other_is_long_dead(cast):
    a_pair_that_fits(cast)
    first = ask(cast)
    with pytest.raises(refusals.ARoundIsRunning):
        ask(cast)
    with time_machine.travel(now() + timedelta(minutes=20)):
        ask(cast)
    first.refresh_from_db()
    assert first.state == "failed"


def test_a_round_that_cannot_be_is_refused(cast):
    with pytest.raises(refusals.NobodyIsWaiting):
        ask(cast)
    a_pair_that_fits(cast)
    with pytest.raises(refusals.NothingMatters):
        ask(cast, weights=dict.fromkeys(usual_choices(), 0))
    with pytest.raises(refusals.NothingMatters):
        ask(cast, weights={"aspiration": 2})
    cast.programme.closed_at = now()
    cast.programme.save()
    with pytest.raises(ProgrammeIsClosed):
        ask(cast)
    assert OrmQ.objects.count() == 0


def test_young_people_without_consent_or_under_restriction_are_left_out(cast):
    a_pair_that_fits(cast)
    kofi = enrol(cast)
    impose_restriction(person=cast.theo, by=cast.noor, reason="x")
    assert list(queries.waiting_young_people(cast.programme)) == [kofi]
    withdraw_consent(consent=Consent.objects.get(young_person=kofi.person), by=cast.sam)
    assert not queries.waiting_young_people(cast.programme).exists()


def test_people_who_are_spoken_for_are_left_out(cast):
    """Amina has one place; it is held by an offer, and then by a match."""
    proposal = an_offered_pair(cast)
    enrol(cast)
    assert list(problem_of(proposal.round).mentors) == []
    assert [one.person for one in queries.waiting_young_people(cast.programme)] != [cast.theo]


def test_a_mentor_with_room_for_two_keeps_one_place_while_an_offer_stands(cast):
    proposal = an_offered_pair(cast)
    MentorProfile.objects.update(capacity=2)
    assert [mentor.capacity for mentor in problem_of(proposal.round).mentors] == [1]


def test_a_declined_pair_and_a_guardian_and_a_former_mentor_are_kept_apart(cast):
    proposal = a_suggested_pair(cast)
    actions.decline_proposal(proposal=proposal, by=cast.sam, reason="They are neighbours.")
    Guardianship.objects.create(guardian=cast.grace, young_person=cast.theo)
    (young_person,) = problem_of(proposal.round).young_people
    assert young_person.excluded == {cast.theo.public_id, cast.amina.public_id, cast.grace.public_id}
    again = a_round(cast)
    assert (again.matched, again.proposals.count()) == (0, 0)


def test_a_former_mentor_is_known_to_the_engine(cast):
    match = a_match_from_a_proposal(cast)
    end_match(match=match, by=cast.sam, ending="planned", reason="A good year.", closing_talk_held=True)
    (young_person,) = problem_of(match.proposal.round).young_people
    assert young_person.earlier == {cast.amina.public_id}


def test_whoever_is_left_out_is_told_why(cast):
    a_pair_that_fits(cast)
    far = enrol(cast, wants_gender="man")
    asked = a_round(cast)
    (left,) = queries.unmatched_in(asked)
    assert (left.enrolment, asked.matched) == (far, 1)
    assert [(limit.words, limit.people, limit.alone) for limit in left.removed] == [
        ("1 mentor is never free at the same time", 1, 0),
        ("1 mentor is not of the gender asked for", 1, 0),
    ]
    assert "nearest mentor" in left.change


def test_a_mentor_without_a_point_can_be_met_online_only(cast):
    a_pair_that_fits(cast)
    MentorProfile.objects.update(latitude=None, longitude=None)
    proposal = a_round(cast).proposals.get()
    assert proposal.distance_km is None


def test_channels_of_programme_and_young_person_are_both_kept(cast):
    a_pair_that_fits(cast)
    cast.programme.channel = "face_to_face"
    cast.programme.save()
    (young_person,) = problem_of(ask(cast)).young_people
    assert (young_person.in_person, young_person.online) == (True, False)


def test_a_newer_round_takes_the_place_of_what_nobody_decided(cast):
    proposal = a_suggested_pair(cast)
    a_ready_mentor(cast, cast.other_mentor)
    newer = a_round(cast)
    proposal.refresh_from_db()
    assert (proposal.state, newer.proposals.count()) == ("lapsed", 1)


def test_a_choice_of_more_counts_double_and_leaving_out_counts_nothing(cast):
    a_pair_that_fits(cast)
    asked = ask(cast, weights={**usual_choices(), "aspiration": 3, "waiting": 0, "closeness": 1})
    weights = problem_of(asked).weights
    assert (weights.aspiration, weights.waiting, weights.closeness, weights.interests) == (60, 0, 5, 15)


def test_lou_sees_no_round_of_another_partner(cast):
    asked = a_suggested_pair(cast).round
    assert queries.rounds_of(cast.sam).get() == asked
    assert not queries.rounds_of(cast.lou).exists()
    assert not queries.rounds_of(cast.amina).exists()


def test_the_database_refuses_two_running_rounds_and_more_than_a_hundred(cast):
    Round.objects.create(programme=cast.programme, asked_by=cast.sam)
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.create(programme=cast.programme, asked_by=cast.sam)
    with pytest.raises(IntegrityError, match="a_round_is_at_most_wholly_done"), transaction.atomic():
        Round.objects.create(programme=cast.programme, asked_by=cast.sam, state="failed", done=101)
