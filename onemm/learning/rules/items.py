"""How well a question tells apart those who know from those who do not: the classical figures.

`discrimination` is the corrected item-total correlation (the item against the score on the other questions); see Ebel
and Frisbie, Essentials of Educational Measurement, 5th edition, chapter 13, for the bounds.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation

from onemm.lib.disclosure import is_enough
from onemm.lib.states import Toned
from onemm.lib.statistics import Z

ANSWERS_FOR_RELIABILITY = 30
HARD = 0.5
WEAK = 0.1
"""Below this a question does not tell people apart; said only when the whole 95 % interval lies below, so that chance
is not blamed.
"""


class ItemVerdict(Toned):
    """What its figures say of a question."""

    UNRELIABLE = "unreliable", "late", "Unreliable"
    HARD = "hard", "wait", "Hard"
    NOT_KNOWN = "too few", "Too few"
    SOUND = "sound", "Sound"


@dataclass(frozen=True)
class ItemFigures:
    """A question by its first tries: how many, the share right, discrimination (`None` when it cannot be worked out),
    the favourite wrong answer.
    """

    key: str
    answers: int
    share_right: float | None
    discrimination: float | None
    favourite_wrong: str
    verdict: ItemVerdict


def item_figures(key: str, right: str, tries: Sequence[Mapping[str, str]], scores: Sequence[int]) -> ItemFigures:
    """Return the figures of one question. `tries` are first tries at its unit, each with its score beside it."""
    given = [(answers[key], score) for answers, score in zip(tries, scores, strict=True) if key in answers]
    if not is_enough(len(given)):
        return ItemFigures(key, len(given), None, None, "", ItemVerdict.NOT_KNOWN)
    marks = [float(answer == right) for answer, _ in given]
    share = sum(marks) / len(marks)
    tells = _correlation(marks, [score - mark for (_, score), mark in zip(given, marks, strict=True)])
    wrong = Counter(answer for answer, _ in given if answer != right)
    favourite, times = next(iter(wrong.most_common(1)), ("", 0))
    return ItemFigures(
        key, len(given), share, tells, favourite if is_enough(times) else "", _verdict(share, tells, len(given))
    )


def _verdict(share: float, tells: float | None, answers: int) -> ItemVerdict:
    if answers >= ANSWERS_FOR_RELIABILITY and tells is not None and _upper_bound(tells, answers) < WEAK:
        return ItemVerdict.UNRELIABLE
    return ItemVerdict.HARD if share < HARD else ItemVerdict.SOUND


def _upper_bound(tells: float, answers: int) -> float:
    """The upper end of the 95 % interval of a correlation, by Fisher's z (Fisher, 1921)."""
    return math.tanh(math.atanh(max(min(tells, 0.999), -0.999)) + Z / math.sqrt(answers - 3))


def _correlation(marks: list[float], rest: list[float]) -> float | None:
    try:
        return correlation(marks, rest)
    except StatisticsError:
        return None  # everyone alike: nothing to tell apart
