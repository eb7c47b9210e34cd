"""Curves that rise in steps over days, as pure functions from numbers to SVG: who is there by when, and who has
stopped.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from onemm.lib.statistics import Estimate

HEIGHT, TOP, BOTTOM = 170, 12, 132
"""Pixels: the whole drawing, the line of everyone, the line of nobody.

Across, everything is in hundredths of the width.
"""
LEFT, RIGHT = 11.0, 98.0
WEEKS_APART = 3


@dataclass(frozen=True)
class Day:
    """One day since the beginning: the share that is there by its end, with its interval, and the share that has
    stopped.
    """

    ready: Estimate
    stopped: float


def rising(days: list[Day], aim: int) -> SafeString:
    """Two curves over the days, the first with its interval; a line marks the day of the aim."""
    last = len(days) - 1
    return format_html(
        '<svg class="rising" width="100%" height="{}" aria-hidden="true">{}{}{}{}{}{}</svg>',
        HEIGHT,
        _grid(),
        _aim(aim, last),
        _band(days),
        _steps([day.stopped for day in days], "stopped"),
        _steps([day.ready.value for day in days], "ready"),
        _labels(aim, last),
    )


def _x(day: float, last: int) -> float:
    return LEFT + (RIGHT - LEFT) * day / max(last, 1)


def _y(share: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * max(0.0, min(share, 1.0))


def _grid() -> SafeString:
    return format_html_join(
        "",
        '<line class="axis" x1="{}%" x2="{}%" y1="{}" y2="{}"/><text class="mark" x="{}%" y="{}">{}</text>',
        [
            (_n(LEFT), _n(RIGHT), _n(_y(share)), _n(_y(share)), _n(LEFT - 1.5), _n(_y(share) + 5), round(share * 100))
            for share in (0.0, 0.5, 1.0)
        ],
    )


def _aim(aim: int, last: int) -> SafeString:
    x = _n(_x(aim, last))
    return format_html('<line class="aim" x1="{}%" x2="{}%" y1="{}" y2="{}"/>', x, x, TOP, BOTTOM)


def _band(days: list[Day]) -> SafeString:
    """A pale box for each day in which something is known, from the lower to the upper bound."""
    last = len(days) - 1
    boxes = [
        (
            _n(_x(at, last)),
            _n(_x(at + 1, last) - _x(at, last)),
            _n(_y(day.ready.high)),
            _n(_y(day.ready.low) - _y(day.ready.high)),
        )
        for at, day in enumerate(days[:-1])
        if day.ready.high > day.ready.low
    ]
    return format_html_join("", '<rect class="interval" x="{}%" width="{}%" y="{}" height="{}"/>', boxes)


def _steps(shares: list[float], kind: str) -> SafeString:
    """Flat for a day, and up where it rises: pieces, so that the drawing can be as wide as the page without a
    script.
    """
    last, pieces, begun = len(shares) - 1, [], 0
    for at, (here, after) in enumerate(pairwise(shares)):
        if after != here:
            pieces += [(begun, at + 1, here, here), (at + 1, at + 1, here, after)]
            begun = at + 1
    pieces.append((begun, last, shares[-1], shares[-1]))
    return format_html_join(
        "",
        '<line class="{}" x1="{}%" x2="{}%" y1="{}" y2="{}"/>',
        [(kind, _n(_x(a, last)), _n(_x(b, last)), _n(_y(low)), _n(_y(high))) for a, b, low, high in pieces],
    )


def _labels(aim: int, last: int) -> SafeString:
    days = range(0, last + 1, WEEKS_APART * 7)
    return format_html_join(
        "",
        '<text class="{}" x="{}%" y="{}">{}</text>',
        [("day now" if day == aim else "day", _n(_x(day, last)), BOTTOM + 24, day) for day in days],
    )


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
