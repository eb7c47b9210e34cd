"""Figures and charts, each with where it comes from; and the filters that put numbers into words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from onemm.lib.statistics import Estimate
from onemm.web import curves, dates, drawings, rising

register = template.Library()

KM_PER_MILE = 1.609344
HALVES_UP_TO_KM = 16.0
"""Half a mile matters on the way to the library, not across the country."""


@register.inclusion_tag("ui/figure.html")
def figure(number: object, caption: str, provenance: str = "", url: str = "") -> dict[str, object]:
    """A big number, what it counts, and where it comes from (who was asked, how many answered, the interval)."""
    return {"number": number, "caption": caption, "provenance": provenance, "url": url}


@register.simple_block_tag
def meters(content: str, label: str = "Why this pair") -> SafeString:
    """A list of `{% meter_row %}`s."""
    return format_html('<ul class="meters" role="list" aria-label="{}">{}</ul>', label, content)


@register.simple_tag
def meter_row(label: str, value: float, note: str = "", kind: str = "") -> SafeString:
    """One component of a score: `value` from 0 to 1, and in words what it rests on; `kind` is "" or "bridge"."""
    context = {
        "label": label,
        "note": note,
        "kind": kind,
        "hundredths": round(value * 100),
        "bar": drawings.bar(value, kind),
    }
    return mark_safe(render_to_string("ui/meter_row.html", context))


@register.simple_tag
def arc(done: int, total: int = 12, label: str = "hours given") -> SafeString:
    """The year of a match: as many dots as hours, full ones for those given, the next one ringed."""
    return drawings.year_arc(done, total, label)


@register.simple_tag
def field_of_dots() -> SafeString:
    """The drawing of the front page: many people, and some of them joined."""
    return drawings.field_of_dots()


@register.inclusion_tag("ui/funnel_chart.html")
def funnel_chart(rows: Iterable[object], title: str, note: str = "", level: int = 3) -> dict[str, object]:
    """How many came how far. Each row has `.label` and `.count`, and perhaps `.note`; the first is the whole.

    `title` says the finding, not the subject.
    """
    pairs = [(row, int(_of(row, "count"))) for row in rows]
    whole = pairs[0][1] if pairs and pairs[0][1] else 1
    drawn = [
        {
            "label": _of(row, "label"),
            "count": f"{count:,}",
            "note": _of(row, "note", ""),
            "bar": drawings.bar(count / whole),
            "of_first": count / whole,
            "of_before": count / (pairs[at - 1][1] or 1) if at else None,
        }
        for at, (row, count) in enumerate(pairs)
    ]
    return {"rows": drawn, "title": title, "note": note, "level": level}


@register.inclusion_tag("ui/before_after_chart.html")
def before_after_chart(rows: Iterable[object], title: str, note: str = "", level: int = 3) -> dict[str, object]:
    """Before and after, in shares from 0 to 1, with intervals.

    Each row has `.label`, and `.before` and `.after`, both estimates that say how many were asked. `title` says the
    finding.
    """
    drawn = [{"row": row, "drawing": drawings.before_after(_of(row, "before"), _of(row, "after"))} for row in rows]
    return {"rows": drawn, "title": title, "note": note, "level": level}


@register.inclusion_tag("ui/trade_off_chart.html")
def trade_off_chart(rows: Iterable[object], title: str, note: str = "", level: int = 3) -> dict[str, object]:
    """What one thing costs in another: two lines over the same steps, and the table with a link to use each step.

    Each row has `.label`, `.fit` (out of 1000), `.index` (an estimate, or None), `.background`,
    `.generation`, `.matched`, `.current` and `.url`. `title` says the finding.
    """
    listed = list(rows)
    steps = [
        curves.TradeOffStep(_of(row, "label"), _of(row, "fit"), _of(row, "index"), bool(_of(row, "current")))
        for row in listed
    ]
    return {"rows": listed, "drawing": curves.trade_off(steps), "title": title, "note": note, "level": level}


@register.inclusion_tag("ui/rising_chart.html")
def rising_chart(
    rows: Iterable[object], title: str, note: str = "", *, level: int = 3, aim: int = 21, last: int = 90
) -> dict[str, object]:
    """By when which share is there, a small drawing for each row: `.label`, `.people`, and `.ready` and `.stopped`,
    each of which says by `.by(day)` an estimate of the share. The day of the aim is marked. `title` says the
    finding; a table belongs
    beneath.
    """

    def day(row: object, at: int) -> rising.Day:
        return rising.Day(_of(row, "ready").by(at), _of(row, "stopped").by(at).value)

    drawn = [
        {
            "label": _of(row, "label"),
            "people": _of(row, "people"),
            "drawing": rising.rising([day(row, at) for at in range(last + 1)], aim),
        }
        for row in rows
    ]
    return {"rows": drawn, "title": title, "note": note, "level": level}


def _of(row: object, name: str, default: Any = None) -> Any:
    return row.get(name, default) if isinstance(row, dict) else getattr(row, name, default)


@register.filter
def miles(km: float | None) -> str:
    """Kilometres as people say them: “under half a mile”, “1 mile”, “2½ miles”, “160 miles”."""
    if km is None:
        return ""
    if km > HALVES_UP_TO_KM:
        return f"{round(km / KM_PER_MILE)} miles"
    halves = round(km / KM_PER_MILE * 2)
    if halves < 1:
        return "under half a mile"
    whole, half = divmod(halves, 2)
    number = (str(whole) if whole else "") + ("½" if half else "")
    return f"{number} mile" if halves <= 2 and not (whole and half) else f"{number} miles"


register.filter(dates.hours_and_minutes)


@register.filter
def ago(when: dt.date | dt.datetime | None) -> str:
    """How long since, in days and words: “today”, “yesterday”, “12 days ago”, “in 3 days”."""
    return "" if when is None else dates.ago(when)


@register.filter
def of_100(score: float | None, decimals: int = 0) -> str:
    """A score that is kept out of 1000 as people see it, out of 100; nothing when there is none."""
    return "" if score is None else f"{score / 10:.{decimals}f}"


@register.filter
def percent(share: float | None, decimals: int = 0) -> str:
    """A share from 0 to 1 as “74%”; nothing when there is no figure."""
    return "" if share is None else f"{share * 100:.{decimals}f}%"


@register.filter
def interval(estimate: Estimate | None, of: str = "people") -> str:
    """Where a share is likely to lie, in words: “52% to 91% (95% interval), of 14 pairs”."""
    return "" if estimate is None else f"{estimate.low:.0%} to {estimate.high:.0%} (95% interval), of {estimate.n} {of}"
