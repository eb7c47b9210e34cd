"""Many pairs approved with one press: asked in the background, each once, and one that is refused holds up no other."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.lib.clock import now
from onemm.lib.tasks import run_waiting
from onemm.matching import actions, queries, refusals
from onemm.matching.models import BulkApproval, Proposal
from onemm.mentors.models import MentorProfile
from onemm.notifications.models import Letter
from onemm.people.models import Person
from onemm.safeguarding.models import Restriction
from tests.factories.matching import EVENINGS, a_pair_that_fits, a_round
from tests.factories.mentoring import a_ready_mentor, enrol


def a_round_of_three(cast):
    a_pair_that_fits(cast)
    for number in range(2):
        person = Person.objects.create_user(
            email=f"m{number}@example.org", first_name=f"Mo{number}", last_name="X", born=cast.amina.born
        )
        a_ready_mentor(cast, person)
        enrol(cast, f"R{number}", first_name=f"Kit{number}", half_days=EVENINGS, languages=["en"])
    MentorProfile.objects.update(half_days=EVENINGS)
    run = a_round(cast)
    assert run.matched == 3
    return run


def approve_all(cast, run):
    return actions.approve_in_background(round=run, proposals=run.proposals.order_by("pk"), by=cast.sam)


def test_all_are_asked_once_by_whoever_pressed(cast):
    run = a_round_of_three(cast)
    bulk = approve_all(cast, run)
    assert (queries.asking_in(run).is_running, queries.asking_in(run).total) == (True, 3)
    assert not Proposal.objects.live().exists()
    run_waiting()
    actions.approve_many(bulk_id=bulk.pk)
    bulk.refresh_from_db()
    assert (bulk.state, bulk.done, bulk.offered, bulk.refused) == ("over", 3, 3, [])
    assert set(run.proposals.values_list("state", "approved_by")) == {("offered", cast.sam.pk)}
    assert Letter.objects.filter(kind="proposal:offered").count() == 6
    assert list(
        Entry.objects.filter(event__startswith="bulk_approval").values_list("event", flat=True).order_by("pk")
    ) == ["bulk_approval:asked", "bulk_approval:over"]


def test_one_that_is_refused_holds_up_no_other_and_is_told_by_name(cast):
    run = a_round_of_three(cast)
    Restriction.objects.create(person=cast.theo, imposed_by=cast.noor, reason="Secret.")
    approve_all(cast, run)
    run_waiting()
    asking = queries.asking_in(run)
    assert (asking.bulk.offered, asking.bulk.done, asking.is_running) == (2, 3, False)
    ((names, why),) = asking.refused
    assert names.startswith("Theo and ")
    assert "Secret" not in why


def test_after_a_dead_worker_it_goes_on_where_it_stood(cast):
    run = a_round_of_three(cast)
    bulk = approve_all(cast, run)
    assert actions.approve_next(bulk_id=bulk.pk)
    bulk.refresh_from_db()
    assert (bulk.state, bulk.done, Proposal.objects.live().count()) == ("running", 1, 1)
    run_waiting()
    assert Letter.objects.filter(kind="proposal:offered").count() == 6


def test_a_worker_that_dies_between_two_steps_leaves_neither(cast, monkeypatch):
    """The pair and the count are one transaction: without it the pair would be asked and not counted."""
    run = a_round_of_three(cast)
    bulk = approve_all(cast, run)

    def die(self, *args, **kwargs):
        raise SystemExit

    monkeypatch.setattr(BulkApproval, "save", die)
    with pytest.raises(SystemExit):
        actions.approve_next(bulk_id=bulk.pk)
    assert not Proposal.objects.live().exists()
    assert not Letter.objects.filter(kind="proposal:offered").exists()


def test_one_press_at_a_time_unless_the_other_is_long_dead(cast):
    run = a_round_of_three(cast)
    first = approve_all(cast, run)
    with pytest.raises(refusals.PairsAreBeingAsked):
        approve_all(cast, run)
    with time_machine.travel(now() + timedelta(minutes=20)):
        approve_all(cast, run)
    first.refresh_from_db()
    assert first.state == "stopped"
    assert queries.asking_in(run).bulk != first
    assert not actions.approve_next(bulk_id=first.pk)


def test_one_that_has_not_moved_for_long_is_said_to_have_stopped_so_that_somebody_can_press_again(cast):
    run = a_round_of_three(cast)
    bulk = approve_all(cast, run)
    actions.approve_next(bulk_id=bulk.pk)
    assert not queries.asking_in(run).has_stopped
    with time_machine.travel(now() + timedelta(minutes=20)):
        asking = queries.asking_in(run)
        assert (asking.is_running, asking.has_stopped) == (False, True)
        run_waiting()
    asking = queries.asking_in(run)
    assert (asking.bulk.offered, asking.is_running, asking.has_stopped) == (3, False, False)


@pytest.mark.parametrize(
    ("decided", "words"),
    [
        ("offered", "They had been asked already."),
        ("declined", "had decided against this pair"),
        ("lapsed", "does not stand any more"),
    ],
)
def test_whoever_was_decided_by_hand_meanwhile_is_told_of_in_words(cast, decided, words):
    run = a_round_of_three(cast)
    bulk = approve_all(cast, run)
    proposal = Proposal.objects.select_related("enrolment").get(public_id=bulk.proposals[0])
    {
        "offered": lambda: actions.approve_proposal(proposal=proposal, by=cast.priya),
        "declined": lambda: actions.decline_proposal(proposal=proposal, by=cast.priya, reason="They are neighbours."),
        "lapsed": lambda: actions.lapse_proposal(proposal=proposal, reason="A newer round took its place."),
    }[decided]()
    run_waiting()
    asking = queries.asking_in(run)
    ((_, why),) = asking.refused
    assert words in why
    assert (asking.bulk.offered, asking.bulk.done) == (2, 3)


def test_nobody_and_pairs_of_another_round_are_refused(cast):
    run = a_round_of_three(cast)
    with pytest.raises(refusals.NobodyToApprove):
        actions.approve_in_background(round=run, proposals=[], by=cast.sam)
    other = a_round(cast)
    with pytest.raises(refusals.NobodyToApprove):
        actions.approve_in_background(round=other, proposals=run.proposals.all(), by=cast.sam)
    assert not BulkApproval.objects.exists()


def test_only_whoever_runs_the_round_sees_it(cast):
    bulk = approve_all(cast, a_round_of_three(cast))
    assert BulkApproval.objects.visible_to(cast.sam).get() == bulk
    for name in ("lou", "amina", "lena", "theo"):
        assert not BulkApproval.objects.visible_to(getattr(cast, name)).exists()


def test_the_database_refuses_two_at_once_and_more_offered_than_done(cast):
    run = a_round_of_three(cast)
    approve_all(cast, run)
    with pytest.raises(IntegrityError), transaction.atomic():
        BulkApproval.objects.create(round=run, asked_by=cast.sam)
    with pytest.raises(IntegrityError, match="no_more_are_offered_than_are_dealt_with"), transaction.atomic():
        BulkApproval.objects.create(round=run, asked_by=cast.sam, state="over", done=1, offered=2)
