"""Saying on the worklist what a proposal and its round wait for."""

from collections.abc import Iterable

from onemm.matching.models import Proposal, Round
from onemm.matching.todos import todos_of_proposal, todos_of_round
from onemm.worklist.actions import Outcome, sync


def note_what_a_proposal_waits_for(proposal: Proposal) -> None:
    """Say it for a proposal whose row is held, and for its round."""
    over = proposal.state in {Proposal.State.DECLINED, Proposal.State.LAPSED}
    sync(subject=proposal, todos=todos_of_proposal(proposal), outcome=Outcome.DROPPED if over else Outcome.DONE)
    note_what_rounds_wait_for([proposal.round_id])


def note_what_rounds_wait_for(numbers: Iterable[int]) -> None:
    """Say it for rounds of which a suggestion was decided or overtaken.

    Each row is held: of two who decide the last two suggestions at once, the second sees what the first did.
    """
    rounds = Round.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=list(numbers)).order_by("pk")
    for run in rounds.select_related("programme"):
        sync(subject=run, todos=todos_of_round(run))
