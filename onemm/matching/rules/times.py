"""How long an offer stands."""

from datetime import timedelta

OFFER_STANDS_FOR = timedelta(days=14)
"""Two weeks to answer; after that both are free for someone else."""
