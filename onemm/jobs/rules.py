"""How long a job's turn, its silence and its patience are."""

from datetime import timedelta

LONGEST_TURN = 20.0
"""Seconds. The queue ends a task after sixty; a job that needs longer asks for another turn well before."""
GIVE_WAY = 0.05
"""Seconds between two parts of a job, or as long as the part took where that is shorter, so that whoever waits for the
database has their turn: SQLite serves nobody in order, and a job that began its next part at once could keep a concern
waiting for long.
"""
STALLED_AFTER = timedelta(seconds=90)
"""A job that has not moved for so long has no worker: no task lives longer than sixty seconds."""
MOST_STARTS = 3
"""A job that a worker began so many times without moving it once is given up: it ends whoever works on it."""
