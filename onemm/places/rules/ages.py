"""Whom programmes are for."""

YOUNGEST, OLDEST = 14, 25
"""Ages of young people, in years."""
