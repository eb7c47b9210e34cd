"""States with their tone: the word for a state stands beside it, and so does the colour that it is told in.

    class State(Toned):
        OPEN = "open", "wait", "Open"
        CLOSED = "closed", "Closed"

A state is its value, its tone (plain when none is given) and its word. Whoever shows one asks it for both.
"""

from typing import Literal, Self

from django.db import models

Tone = Literal["good", "wait", "late", "plain"]
"""Well, someone's turn, too late or wrong, or nothing to look out for."""


class Toned(models.TextChoices):
    """Choices of which each says how good its news is."""

    tone: Tone

    def __new__(cls, value: str, tone: Tone = "plain") -> Self:
        state = str.__new__(cls, value)
        state._value_ = value
        state.tone = tone
        return state
