"""How often an e-mail is tried, and how long we wait in between."""

from datetime import timedelta

MOST_TRIES = 5
ONE_TRY = timedelta(minutes=2)
"""How long one try may take. After that, whoever had it is taken for dead, and someone else may try."""


def wait_after(tries: int) -> timedelta:
    """Return how long to wait after so many failed tries: 2, 4, 8, 16 minutes, so that a mail server has time to come
    back.
    """
    return timedelta(minutes=2**tries)
