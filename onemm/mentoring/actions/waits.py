"""Saying on the worklist what a pair waits for."""

from onemm.mentoring.models import Match
from onemm.mentoring.todos import todos_of
from onemm.worklist.actions import Outcome, sync


def note_what_a_pair_waits_for(match: Match) -> None:
    """Say it for a match whose row is held. What is open when it ends or pauses is no longer wanted."""
    stands_still = match.state in {Match.State.PAUSED, Match.State.ENDED}
    sync(subject=match, todos=todos_of(match), outcome=Outcome.DROPPED if stands_still else Outcome.DONE)
