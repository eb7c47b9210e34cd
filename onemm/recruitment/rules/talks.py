"""When a talk may be."""

from datetime import time, timedelta

EARLIEST, LATEST = time(7, 0), time(21, 0)
"""Talks begin between these, by the clock on the wall. No hour that the clocks skip or repeat lies between them."""
LEAST_NOTICE = timedelta(hours=4)
MOST_AT_ONCE = 16
