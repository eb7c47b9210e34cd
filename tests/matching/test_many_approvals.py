"""Many pairs approved with one press: asked in the background, each once, and one that is refused holds up no other."""

import pytest

from onemm.audit.models import Entry
from onemm.jobs.actions import run_job, running, stop_job, take_step
from onemm.jobs.models import Job
from onemm.lib.tasks import run_waiting
from onemm.matching import actions, queries, refusals
from onemm.matching.models import Proposal
from onemm.mentors.models import MentorProfile
from onemm.notifications.models import Email
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
    job = approve_all(cast, run)
    assert (queries.asking_in(run).is_running, job.total) == (True, 3)
    assert not Proposal.objects.live().exists()
    run_waiting()
    run_job(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.done, job.counts, queries.asking_in(run).refused) == ("done", 3, {"offered": 3}, ())
    assert set(run.proposals.values_list("state", "approved_by")) == {("offered", cast.sam.pk)}
    assert Email.objects.filter(kind__startswith="proposal.offered").count() == 6
    assert list(
        Entry.objects.filter(event__startswith="bulk_approval").values_list("event", flat=True).order_by("pk")
    ) == ["bulk_approval:asked", "bulk_approval:over"]


def test_one_that_is_refused_holds_up_no_other_and_is_told_by_name(cast):
    run = a_round_of_three(cast)
    Restriction.objects.create(person=cast.theo, imposed_by=cast.noor, reason="Secret.")
    approve_all(cast, run)
    run_waiting()
    asking = queries.asking_in(run)
    assert (asking.offered, asking.job.done, asking.is_running) == (2, 3, False)
    ((names, why),) = asking.refused
    assert names.startswith("Theo and ")
    assert "Secret" not in why


def test_after_a_dead_worker_it_goes_on_where_it_stood(cast):
    run = a_round_of_three(cast)
    job = approve_all(cast, run)
    running._begin(job.pk)
    assert take_step(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.done, Proposal.objects.live().count()) == ("running", 1, 1)
    run_waiting()
    assert Email.objects.filter(kind__startswith="proposal.offered").count() == 6


def test_a_worker_that_dies_between_two_steps_leaves_neither(cast, monkeypatch):
    """The pair and the count are one transaction: without it the pair would be asked and not counted."""
    run = a_round_of_three(cast)
    job = approve_all(cast, run)
    running._begin(job.pk)

    def die(self, *args, **kwargs):
        raise SystemExit

    monkeypatch.setattr(Job, "save", die)
    with pytest.raises(SystemExit):
        take_step(job_id=job.pk)
    assert not Proposal.objects.live().exists()
    assert not Email.objects.filter(kind__startswith="proposal.offered").exists()


def test_one_press_at_a_time_until_it_is_over_or_somebody_stops_it(cast):
    run = a_round_of_three(cast)
    first = approve_all(cast, run)
    with pytest.raises(refusals.PairsAreBeingAsked):
        approve_all(cast, run)
    running._begin(first.pk)
    take_step(job_id=first.pk)
    stop_job(job=first, by=cast.sam)
    run_waiting()
    asking = queries.asking_in(run)
    assert (asking.is_running, asking.has_stopped, asking.offered) == (False, True, 1)
    approve_all(cast, run)
    run_waiting()
    assert (queries.asking_in(run).offered, Proposal.objects.live().count()) == (2, 3)


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
    job = approve_all(cast, run)
    first = job.rows.first().cells["proposal"]
    proposal = Proposal.objects.select_related("enrolment").get(public_id=first)
    {
        "offered": lambda: actions.approve_proposal(proposal=proposal, by=cast.priya),
        "declined": lambda: actions.decline_proposal(proposal=proposal, by=cast.priya, reason="They are neighbours."),
        "lapsed": lambda: actions.lapse_proposal(proposal=proposal, reason="A newer round took its place."),
    }[decided]()
    run_waiting()
    asking = queries.asking_in(run)
    ((_, why),) = asking.refused
    assert words in why
    assert (asking.offered, asking.job.done) == (2, 3)


def test_nobody_and_pairs_of_another_round_are_refused(cast):
    run = a_round_of_three(cast)
    with pytest.raises(refusals.NobodyToApprove):
        actions.approve_in_background(round=run, proposals=[], by=cast.sam)
    other = a_round(cast)
    with pytest.raises(refusals.NobodyToApprove):
        actions.approve_in_background(round=other, proposals=run.proposals.all(), by=cast.sam)
    assert not Job.objects.of("approvals", run.public_id).exists()


def test_only_whoever_runs_the_round_sees_it(cast):
    job = approve_all(cast, a_round_of_three(cast))
    assert Job.objects.visible_to(cast.sam).of("approvals", job.subject).get() == job
    for name in ("lou", "amina", "lena", "theo"):
        assert not Job.objects.visible_to(getattr(cast, name)).exists()
