"""What the mentor and the young person say, each for themselves."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.matching.actions.deciding import end_proposal
from onemm.matching.actions.emails import write_accepted, write_mentor_said_no, write_young_person_said_no
from onemm.matching.actions.guards import lock_proposal, refuse_unsafe
from onemm.matching.actions.waits import note_what_a_proposal_waits_for
from onemm.matching.models import Proposal
from onemm.matching.refusals import AlreadyAnswered, NotYourProposal, ProposalIsOver
from onemm.people.models import Person

NO_REASON = "I would rather not"


@transaction.atomic
def answer_as_mentor(*, proposal: Proposal, by: Person, yes: bool, reason: str = "") -> None:
    """Keep the mentor's own yes or no. The first no ends it, and the young person is told without blame.

    :raises NotYourProposal: someone else was asked.
    :raises ProposalIsOver: it was declined or has lapsed, or they have met.
    :raises AlreadyAnswered: a second yes.
    :raises Refused: a yes, but the two may not meet; see `guards.refuse_unsafe`.
    """
    proposal = _open_for(proposal, by, asked=proposal.mentor_id)
    if yes:
        _say_yes(proposal, by, field="mentor_yes_at")
    else:
        _say_no(proposal, by, reason)
        write_mentor_said_no(proposal)


@transaction.atomic
def answer_as_young_person(*, proposal: Proposal, by: Person, yes: bool, reason: str = "") -> None:
    """Keep the young person's own yes or no. Their no is final and needs no reason.

    Raises what `answer_as_mentor` does.
    """
    proposal = _open_for(proposal, by, asked=proposal.enrolment.person_id)
    if yes:
        _say_yes(proposal, by, field="young_person_yes_at")
    else:
        _say_no(proposal, by, reason)
        write_young_person_said_no(proposal)


def _open_for(proposal: Proposal, by: Person, *, asked: int) -> Proposal:
    if by.pk != asked:
        raise NotYourProposal
    proposal = lock_proposal(proposal)
    if proposal.state not in {Proposal.State.OFFERED, Proposal.State.ACCEPTED} or proposal.match_id is not None:
        raise ProposalIsOver
    return proposal


def _say_yes(proposal: Proposal, by: Person, *, field: str) -> None:
    if getattr(proposal, field) is not None:
        raise AlreadyAnswered
    refuse_unsafe(proposal)
    setattr(proposal, field, now())
    audit.record("proposal:agreed", subject=proposal, by=by)
    if proposal.mentor_yes_at is not None and proposal.young_person_yes_at is not None:
        move(proposal, Proposal.State.ACCEPTED)
        audit.record("proposal:accepted", subject=proposal, by=by)
        write_accepted(proposal)
    proposal.save(update_fields=["state", field])
    note_what_a_proposal_waits_for(proposal)


def _say_no(proposal: Proposal, by: Person, reason: str) -> None:
    end_proposal(proposal, Proposal.State.DECLINED, by=by, reason=reason.strip() or NO_REASON)
    audit.record("proposal:declined", subject=proposal, by=by)
