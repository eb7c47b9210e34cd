"""Approving many pairs with one press: asked one after the other in the background, each in a transaction of its
own.
"""

from collections.abc import Iterable

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.errors import Refused
from onemm.lib.lifecycle import move
from onemm.lib.tasks import enqueue, task
from onemm.matching.actions.deciding import approve_proposal
from onemm.matching.models import BulkApproval, Proposal, Round
from onemm.matching.refusals import NobodyToApprove, PairsAreBeingAsked
from onemm.matching.rules import LONGEST_ROUND
from onemm.people.models import Person

State = BulkApproval.State


@task
def approve_many(*, bulk_id: int, **_: object) -> None:
    """Ask the pairs of one bulk approval.

    Run again after a dead worker it goes on; run again after it is over it does nothing.
    """
    while approve_next(bulk_id=bulk_id):
        pass


@transaction.atomic
def approve_in_background(*, round: Round, proposals: Iterable[Proposal], by: Person) -> BulkApproval:  # noqa: A002  it is what it is called
    """Ask for many approvals at once. Every pair is looked at again when its turn comes, and one that is refused holds
    up no other.

    :raises NobodyToApprove: there are no proposals, or none of this round.
    :raises PairsAreBeingAsked: an earlier press is not over, and still goes on.
    """
    round = Round.objects.select_for_update(no_key=True).get(pk=round.pk)  # noqa: A001  the same, held
    for other in BulkApproval.objects.select_for_update().open().filter(round=round):
        if now() - other.moved_at < LONGEST_ROUND:
            raise PairsAreBeingAsked
        move(other, State.STOPPED)
        other.save(update_fields=["state"])
        audit.record("bulk_approval:stopped", subject=other, by=by)
    chosen = [one.public_id for one in proposals if one.round_id == round.pk]
    if not chosen:
        raise NobodyToApprove
    bulk = BulkApproval.objects.create(round=round, proposals=chosen, asked_by=by)
    audit.record("bulk_approval:asked", subject=bulk, by=by, round=round.public_id, proposals=len(chosen))
    enqueue(approve_many, bulk_id=bulk.pk)
    return bulk


@transaction.atomic
def approve_next(*, bulk_id: int) -> bool:
    """Deal with the next pair, and say whether there may be another.

    The pair and the count move together or not at all.
    """
    bulk = _held(bulk_id)
    if bulk.state not in {State.WAITING, State.RUNNING}:
        return False
    move(bulk, State.RUNNING)
    public_id = bulk.proposals[bulk.done]
    try:
        approve_proposal(
            proposal=Proposal.objects.select_related("enrolment").get(public_id=public_id, round=bulk.round_id),
            by=bulk.asked_by,
        )
    except Refused as refusal:
        bulk.refused = [*bulk.refused, [public_id, str(refusal)]]
    else:
        bulk.offered += 1
    bulk.done += 1
    bulk.moved_at = now()
    if bulk.done == len(bulk.proposals):
        move(bulk, State.OVER)
        audit.record(
            "bulk_approval:over", subject=bulk, by=bulk.asked_by, offered=bulk.offered, refused=len(bulk.refused)
        )
    bulk.save(update_fields=["state", "done", "offered", "refused", "moved_at"])
    return bulk.state == State.RUNNING


def _held(bulk_id: int) -> BulkApproval:
    """Return it as it is now, held: of two workers the second waits, and then goes on with the next pair."""
    return BulkApproval.objects.select_for_update(of=("self",)).select_related("asked_by").get(pk=bulk_id)
