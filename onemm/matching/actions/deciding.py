"""What a coordinator decides about a proposal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.errors import Refused
from onemm.lib.lifecycle import can_move, move
from onemm.matching.actions.emails import write_lapsed, write_offer
from onemm.matching.actions.guards import lock_proposal, lock_proposal_alone, refuse_unsafe
from onemm.matching.actions.waits import note_what_a_proposal_waits_for
from onemm.matching.models import Proposal
from onemm.matching.queries import reasons_of
from onemm.matching.refusals import ADeclineHasAReason, DecidedBefore, NotBothHaveSaidYes
from onemm.mentoring.actions import introduce
from onemm.mentoring.models import Match
from onemm.people.models import Person

DECIDED = {
    Proposal.State.OFFERED: "They had been asked already.",
    Proposal.State.ACCEPTED: "They had both said yes already.",
    Proposal.State.DECLINED: "Somebody had decided against this pair already.",
}
"""What whoever approves a pair hears when it was decided before; the rest has been overtaken."""


@dataclass(frozen=True)
class Approvals:
    """What came of approving several at once: how many were offered, and which were refused and why."""

    offered: int
    refused: tuple[tuple[Proposal, str], ...]


@transaction.atomic
def approve_proposal(*, proposal: Proposal, by: Person) -> None:
    """Approve a pair and ask both people.

    :raises DecidedBefore: someone was quicker, and it says how.
    :raises Refused: the two may not meet, or one has no room any more; see `guards.refuse_unsafe`.
    """
    proposal = lock_proposal(proposal)
    if not can_move(proposal, Proposal.State.APPROVED):
        raise DecidedBefore(DECIDED.get(Proposal.State(proposal.state), ""))
    move(proposal, Proposal.State.APPROVED)
    refuse_unsafe(proposal)
    proposal.approved_at, proposal.approved_by = now(), by
    audit.record("proposal:approved", subject=proposal, by=by)
    move(proposal, Proposal.State.OFFERED)
    proposal.offered_at = now()
    proposal.save(update_fields=["state", "approved_at", "approved_by", "offered_at"])
    note_what_a_proposal_waits_for(proposal)
    audit.record("proposal:offered", subject=proposal, by=by)
    write_offer(proposal)


def approve_proposals(*, proposals: Iterable[Proposal], by: Person) -> Approvals:
    """Approve several, each by itself: one that is refused holds up no other."""
    offered, refused = 0, []
    for proposal in proposals:
        try:
            approve_proposal(proposal=proposal, by=by)
        except Refused as refusal:
            refused.append((proposal, str(refusal)))
        else:
            offered += 1
    return Approvals(offered, tuple(refused))


@transaction.atomic
def decline_proposal(*, proposal: Proposal, by: Person, reason: str) -> None:
    """Decide against a pair, with why. They are not proposed to each other again. Whoever was asked already is told
    kindly.

    :raises ADeclineHasAReason: there are no words.
    :raises MoveRefused: it is over, or they have met.
    """
    if not reason.strip():
        raise ADeclineHasAReason(field="reason")
    proposal = lock_proposal(proposal)
    was_offered = proposal.offered_at is not None
    end_proposal(proposal, Proposal.State.DECLINED, by=by, reason=reason)
    audit.record("proposal:declined", subject=proposal, by=by)
    if was_offered:
        write_lapsed(proposal)


@transaction.atomic
def introduce_pair(*, proposal: Proposal, by: Person, on: date, words: str = "") -> Match:
    """Record that the two were brought together, and so begin their match.

    :raises NotBothHaveSaidYes: or they have been introduced before.
    :raises Refused: anything that `mentoring.actions.introduce` finds, under lock.
    """
    proposal = lock_proposal(proposal)
    if proposal.state != Proposal.State.ACCEPTED or proposal.match_id is not None:
        raise NotBothHaveSaidYes
    match = introduce(
        enrolment=proposal.enrolment, mentor=proposal.mentor, on=on, words=words, by=by, reasons=reasons_of(proposal)
    )
    proposal.match = match
    proposal.save(update_fields=["match"])
    note_what_a_proposal_waits_for(proposal)
    audit.record("proposal:introduced", subject=proposal, by=by)
    return match


@transaction.atomic
def lapse_proposal(*, proposal: Proposal, reason: str) -> None:
    """Let a proposal go because time or a change has overtaken it. Whoever was asked is told, without the reason.

    :raises MoveRefused: it is over.
    """
    _lapse(lock_proposal(proposal), reason)


@transaction.atomic
def lapse_if_unanswered(*, proposal: Proposal, reason: str) -> None:
    """Let an offer go, unless both have answered or it has ended in the meantime."""
    proposal = lock_proposal(proposal)
    if proposal.state == Proposal.State.OFFERED:
        _lapse(proposal, reason)


@transaction.atomic
def lapse_proposals_of(*, person_id: int, reason: str) -> None:
    """Let go every open proposal of a person who may not meet anyone now. The caller holds that person's row."""
    open_proposals = Proposal.objects.filter(state=Proposal.State.SUGGESTED) | Proposal.objects.live()
    proposals = open_proposals.filter(mentor=person_id) | open_proposals.filter(enrolment__person=person_id)
    for number in sorted(proposals.values_list("pk", flat=True)):
        proposal = lock_proposal_alone(number)
        if can_move(proposal, Proposal.State.LAPSED) and proposal.match_id is None:
            _lapse(proposal, reason)


def _lapse(proposal: Proposal, reason: str) -> None:
    was_offered = proposal.offered_at is not None
    end_proposal(proposal, Proposal.State.LAPSED, by=None, reason=reason)
    audit.record("proposal:lapsed", subject=proposal, by=None)
    if was_offered:
        write_lapsed(proposal)


def end_proposal(proposal: Proposal, state: str, *, by: Person | None, reason: str) -> None:
    """Close a proposal whose row is held. One that led to a match is settled, and stays as it is."""
    if proposal.match_id is not None:
        raise NotBothHaveSaidYes("They have been introduced, so this is a pair now. End it on their page.")
    move(proposal, state)
    proposal.over_at, proposal.over_by, proposal.over_reason = now(), by, reason.strip()[:300]
    proposal.save(update_fields=["state", "over_at", "over_by", "over_reason"])
    note_what_a_proposal_waits_for(proposal)
