"""The drawings of the product, as pure functions from numbers to SVG. Colours come from the stylesheet, by class."""

from __future__ import annotations

import math

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from onemm.lib.statistics import Estimate

Point = tuple[float, float]

# Who is joined to whom in the field of dots: near these places, a young person and a mentor.
JOINED: tuple[tuple[Point, Point], ...] = (
    ((96, 262), (262, 246)),
    ((210, 128), (396, 84)),
    ((300, 196), (452, 176)),
    ((664, 196), (500, 108)),
    ((520, 300), (676, 306)),
)


def logo() -> SafeString:
    """Two dots joined by an arc."""
    return mark_safe(
        '<svg class="mark" viewBox="0 0 48 30" width="48" height="30" aria-hidden="true">'
        '<path d="M9 22C14 3 34 3 39 22"/><circle class="young" cx="9" cy="23" r="6"/>'
        '<circle class="mentor" cx="39" cy="23" r="6"/></svg>'
    )


def bridge() -> SafeString:
    """The logo, very large and pale, for an empty corner."""
    return mark_safe(
        '<svg class="bridge" viewBox="0 0 480 280" width="480" height="280" aria-hidden="true">'
        '<path d="M70 230C120 30 360 30 410 230"/><circle class="young" cx="70" cy="232" r="46"/>'
        '<circle class="mentor" cx="410" cy="232" r="46"/></svg>'
    )


def unjoined() -> SafeString:
    """Two dots and the arc that is not there yet."""
    return mark_safe(
        '<svg class="unjoined" viewBox="8 8 104 60" width="120" height="70" aria-hidden="true">'
        '<path d="M20 52C34 8 86 8 100 52"/><circle class="young" cx="20" cy="54" r="11"/>'
        '<circle class="mentor" cx="100" cy="54" r="11"/></svg>'
    )


def dot(name: str, kind: str = "gold") -> SafeString:
    """One person's dot, with their initial."""
    return format_html(
        '<svg class="dot {}" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">'
        '<circle cx="20" cy="20" r="20"/><text x="20" y="27">{}</text></svg>',
        kind,
        _initial(name),
    )


def pair(young: str, mentor: str, *, large: bool = False) -> SafeString:
    """Two people, joined."""
    return format_html(
        '<svg class="pair{}" viewBox="0 0 120 64" width="120" height="64" role="img" aria-label="{} and {}">'
        '<path d="M22 40C36 0 84 0 98 40"/><circle class="young" cx="20" cy="43" r="19"/>'
        '<circle class="mentor" cx="100" cy="43" r="19"/>'
        '<text class="on-young" x="20" y="50">{}</text><text class="on-mentor" x="100" y="50">{}</text></svg>',
        " large" if large else "",
        young,
        mentor,
        _initial(young),
        _initial(mentor),
    )


def _initial(name: str) -> str:
    return name.strip()[:1].upper()


def year_arc(done: int, total: int, label: str) -> SafeString:
    """As many dots on an arc as there are hours: full when given, ringed when next."""
    points = [_on_ellipse(at / max(total - 1, 1)) for at in range(total)]
    circles = format_html_join(
        "",
        '<circle class="{}" cx="{}" cy="{}" r="{}"/>',
        [(_dot_class(at, done), _n(x), _n(y), 13 if at == done else 10.5) for at, (x, y) in enumerate(points)],
    )
    way = (
        format_html('<path class="given" d="M30 196A190 166 0 0 1 {} {}"/>', *map(_n, points[min(done, total) - 1]))
        if done
        else ""
    )
    return format_html(
        '<svg class="year" viewBox="0 0 440 226" width="440" height="226" role="img" aria-label="{} of {} {}">'
        '<path d="M30 196A190 166 0 0 1 410 196"/>{}{}'
        '<text class="big" x="220" y="150">{} of {}</text><text x="220" y="184">{}</text></svg>',
        done,
        total,
        label,
        way,
        circles,
        done,
        total,
        label,
    )


def _on_ellipse(along: float) -> Point:
    angle = math.pi * (1 - along)
    return 220 + 190 * math.cos(angle), 196 - 166 * math.sin(angle)


def _dot_class(at: int, done: int) -> str:
    return "full" if at < done else "now" if at == done else "open"


def bar(share: float, kind: str = "") -> SafeString:
    """A share from 0 to 1 as a bar."""
    width = max(0.0, min(share, 1.0)) * 100
    return format_html(
        '<svg class="bar {}" width="100%" height="10" aria-hidden="true"><rect class="rest" width="100%" height="10" '
        'rx="5"/>'
        '<rect class="part" width="{}%" height="10" rx="5"/></svg>',
        kind,
        _n(width),
    )


def before_after(before: Estimate, after: Estimate) -> SafeString:
    """Two dots on a line from 0 to 100, each with its interval, joined by an arc."""
    left, right = sorted((before.value, after.value))
    return format_html(
        '<svg class="before-after" width="100%" height="78" aria-hidden="true">'
        '<line class="axis" x1="0" x2="100%" y1="52" y2="52"/>'
        '<svg x="{}%" y="10" width="{}%" height="42" viewBox="0 0 100 42" preserveAspectRatio="none">'
        '<path class="leap" d="M0 42C18 0 82 0 100 42" vector-effect="non-scaling-stroke"/></svg>{}{}</svg>',
        _n(left * 100),
        _n(max(right - left, 0.001) * 100),
        _estimate(before, "before"),
        _estimate(after, "after"),
    )


def _estimate(estimate: Estimate, kind: str) -> SafeString:
    at = _n(estimate.value * 100)
    return format_html(
        '<line class="interval {}" x1="{}%" x2="{}%" y1="52" y2="52"/><circle class="{}" cx="{}%" cy="52" r="8"/>'
        '<text class="{}" x="{}%" y="76">{}</text>',
        kind,
        _n(estimate.low * 100),
        _n(estimate.high * 100),
        kind,
        at,
        kind,
        at,
        round(estimate.value * 100),
    )


def field_of_dots() -> SafeString:
    """Rows of people in arches, as in an amphitheatre: the innermost arch is a year of twelve; some people are
    joined.
    """
    rows = [_arch(radius) for radius in range(126, 374, 35)]
    people = [person for row in rows for person in row]
    crowd = format_html_join("", '<path class="row row-{}" d="{}"/>', [(at, _dots(row)) for at, row in enumerate(rows)])
    joined = format_html_join("", "{}", [(_joined(_nearest(a, people), _nearest(b, people)),) for a, b in JOINED])
    return format_html(
        '<svg class="field-of-dots" viewBox="0 0 760 396" width="760" height="396" aria-hidden="true">{}{}</svg>',
        crowd,
        joined,
    )


def _nearest(place: Point, people: list[Point]) -> Point:
    return min(people, key=lambda person: math.dist(place, person))


def _arch(radius: int) -> list[Point]:
    count = round(math.pi * radius / 33)
    angles = [math.pi * (1 - at / (count - 1)) for at in range(count)]
    return [(380 + radius * math.cos(angle), 384 - radius * math.sin(angle)) for angle in angles]


def _dots(points: list[Point]) -> str:
    return "".join(f"M{x:.0f} {y:.0f}h0" for x, y in points)


def _joined(start: Point, end: Point) -> SafeString:
    (x1, y1), (x2, y2) = start, end
    top = min(y1, y2) - abs(x2 - x1) * 0.42
    return format_html(
        '<path class="join" d="M{} {}C{} {} {} {} {} {}"/><circle class="young" cx="{}" cy="{}" r="12"/>'
        '<circle class="mentor" cx="{}" cy="{}" r="12"/>',
        *map(_n, (x1, y1, x1 + (x2 - x1) * 0.14, top, x1 + (x2 - x1) * 0.86, top, x2, y2, x1, y1, x2, y2)),
    )


def _n(number: float) -> str:
    """A number as short as a drawing needs it; never in the reader's locale, which may use a comma."""
    return f"{number:.1f}".removesuffix(".0")
