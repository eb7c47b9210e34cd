"""The questions we ask, as published, in code: what is asked is part of the measure.

One question for now. Its wording follows 1MM's own evaluation, which reports that the share of young people who felt
sure of getting the experience they need rose from 29 % to 70 %; "sure" is the upper two of five answers, as there.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Instrument:
    """One question with its five answers, from the lowest; `sure_from` is the first answer that counts as sure."""

    name: str
    version: str
    question: str
    answers: tuple[tuple[int, str], ...]
    sure_from: int
    source: str


EXPERIENCE = Instrument(
    name="experience",
    version="2026-11",
    question="How sure are you that you can get the experience you need for the work you would like to do?",
    answers=((1, "Not at all sure"), (2, "Not very sure"), (3, "In between"), (4, "Quite sure"), (5, "Very sure")),
    sure_from=4,
    source="After the confidence question of One Million Mentors’ own evaluation.",
)
