"""How long an offer stands, how long a round may take, and how far it has come."""

from datetime import timedelta

OFFER_STANDS_FOR = timedelta(days=14)
"""Two weeks to answer; after that both are free for somebody else."""
LONGEST_ROUND = timedelta(minutes=15)
"""A round that has run for longer is not running any more: its worker died too often."""

STAGES = (
    (90, "Writing it all down"),
    (70, "Working out who was left out, and why"),
    (30, "Finding the best pairs"),
    (1, "Reading who waits and who is ready"),
)
"""From how many hundredths on a round is at which stage, the last first."""


def stage_at(done: int) -> str:
    """Return in words what a round is doing when so many hundredths are done."""
    return next((words for least, words in STAGES if done >= least), "Waiting for its turn")
