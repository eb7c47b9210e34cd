"""Approving many pairs with one press: asked one after the other in the background, each in a transaction of its
own.
"""

from collections.abc import Iterable

from django.db import transaction

from onemm.audit import actions as audit
from onemm.jobs.actions import deal_with_rows, start_job
from onemm.jobs.models import Job, JobRow
from onemm.jobs.refusals import JobIsRunning
from onemm.jobs.registry import NewRow, Step
from onemm.matching.actions.deciding import approve_proposal
from onemm.matching.models import Proposal, Round
from onemm.matching.refusals import NobodyToApprove, PairsAreBeingAsked
from onemm.matching.rules.jobs import APPROVALS
from onemm.people.models import Person


@transaction.atomic
def approve_in_background(*, round: Round, proposals: Iterable[Proposal], by: Person) -> Job:  # noqa: A002  it is what it is called
    """Ask for many approvals at once. Every pair is looked at again when its turn comes, and one that is refused holds
    up no other.

    :raises NobodyToApprove: there are no proposals, or none of this round.
    :raises PairsAreBeingAsked: an earlier press is not over.
    """
    chosen = [proposal.public_id for proposal in proposals if proposal.round_id == round.pk]
    if not chosen:
        raise NobodyToApprove
    try:
        job = start_job(
            kind=APPROVALS,
            by=by,
            subject=round.public_id,
            organisation=round.programme.organisation,
            rows=[NewRow(number, {"proposal": public_id}) for number, public_id in enumerate(chosen, start=1)],
            alone_as=f"approvals in {round.public_id}",
        )
    except JobIsRunning as running:
        raise PairsAreBeingAsked from running
    audit.record("bulk_approval:asked", subject=round, by=by, proposals=len(chosen))
    return job


def approve_next(job: Job, _: None) -> Step:
    """Ask the next pair, in the transaction that counts it: one alone, so that no more people are held than its two."""

    def approve(row: JobRow) -> str:
        proposals = Proposal.objects.select_related("enrolment")
        approve_proposal(
            proposal=proposals.get(public_id=row.cells["proposal"], round__public_id=job.subject), by=job.asked_by
        )
        return "offered"

    step = deal_with_rows(job, approve, at_once=1)
    if step.is_last:
        run = Round.objects.get(public_id=job.subject)
        audit.record("bulk_approval:over", subject=run, by=job.asked_by, **job.counts_with(step.outcomes))
    return step
