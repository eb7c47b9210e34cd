"""Lines over steps, as pure functions from numbers to SVG: what one choice gives and what it costs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from onemm.lib.statistics import Estimate

HEIGHT, TOP, BOTTOM = 220, 24, 184
"""Pixels: the whole drawing, the line of 100, the line of 0. Across, everything is in hundredths of the width."""
LEFT, RIGHT = 14.0, 94.0


@dataclass(frozen=True)
class TradeOffStep:
    """One step of a choice: the fit that it gives out of 1000, and the share that bridges; either may be unknown."""

    label: str
    fit: float | None
    index: Estimate | None
    current: bool = False


def trade_off(steps: list[TradeOffStep]) -> SafeString:
    """Two lines from 0 to 100: fit, and the share that bridges with its intervals. The step in force is ringed."""
    across = [LEFT + (RIGHT - LEFT) * at / max(len(steps) - 1, 1) for at in range(len(steps))]
    fits = [(x, _y(step.fit / 1000)) for x, step in zip(across, steps, strict=True) if step.fit is not None]
    known = [(x, step.index) for x, step in zip(across, steps, strict=True) if step.index is not None]
    return format_html(
        '<svg class="trade-off" width="100%" height="{}" aria-hidden="true">{}{}{}{}{}{}{}</svg>',
        HEIGHT,
        _grid(),
        _intervals(known),
        _line(fits, "fit"),
        _line([(x, _y(share.value)) for x, share in known], "index"),
        _dots(fits, "fit"),
        _dots([(x, _y(share.value)) for x, share in known], "index"),
        _labels(steps, across),
    )


def _y(share: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * max(0.0, min(share, 1.0))


def _grid() -> SafeString:
    return format_html_join(
        "",
        '<line class="axis" x1="{}%" x2="100%" y1="{}" y2="{}"/><text class="mark" x="0" y="{}">{}</text>',
        [
            (_n(LEFT - 4), _n(_y(share)), _n(_y(share)), _n(_y(share) + 5), round(share * 100))
            for share in (0.0, 0.5, 1.0)
        ],
    )


def _line(points: list[tuple[float, float]], kind: str) -> SafeString:
    """A line in pieces, so that it can be as wide as the page without a script."""
    pieces = pairwise(points)
    return format_html_join(
        "",
        '<line class="{}" x1="{}%" y1="{}" x2="{}%" y2="{}"/>',
        [(kind, _n(x1), _n(y1), _n(x2), _n(y2)) for (x1, y1), (x2, y2) in pieces],
    )


def _dots(points: list[tuple[float, float]], kind: str) -> SafeString:
    return format_html_join(
        "", '<circle class="{}" cx="{}%" cy="{}" r="6"/>', [(kind, _n(x), _n(y)) for x, y in points]
    )


def _intervals(known: list[tuple[float, Estimate]]) -> SafeString:
    return format_html_join(
        "",
        '<line class="interval" x1="{}%" x2="{}%" y1="{}" y2="{}"/>',
        [(_n(x), _n(x), _n(_y(share.low)), _n(_y(share.high))) for x, share in known],
    )


def _labels(steps: list[TradeOffStep], across: list[float]) -> SafeString:
    """Each step by its number, as in the table beneath: its words would not fit on a phone."""
    return format_html_join(
        "",
        '{}<text class="step" x="{}%" y="{}">{}</text>',
        [
            (
                format_html('<circle class="now" cx="{}%" cy="{}" r="13"/>', _n(x), BOTTOM + 23)
                if step.current
                else "",
                _n(x),
                BOTTOM + 28,
                at,
            )
            for at, (x, step) in enumerate(zip(across, steps, strict=True))
        ],
    )


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
