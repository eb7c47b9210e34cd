"""Curves that rise over days, as SVG."""

import re
from itertools import pairwise

from onemm.lib.statistics import Estimate
from onemm.web.rising import BOTTOM, TOP, Day, rising


def drawn(shares: list[float]) -> str:
    return rising([Day(Estimate(share, share / 2, min(share * 2, 1), n=20), share / 4) for share in shares], 21)


def lines(svg: str, kind: str) -> list[tuple[float, ...]]:
    found = re.findall(rf'<line class="{kind}" x1="([\d.]+)%" x2="([\d.]+)%" y1="([\d.]+)" y2="([\d.]+)"', svg)
    return [tuple(map(float, one)) for one in found]


def test_a_curve_begins_with_nobody_and_ends_at_the_edge_where_its_share_is() -> None:
    pieces = lines(drawn([0.0] * 10 + [0.5] * 20 + [1.0] * 61), "ready")
    assert pieces[0][2] == BOTTOM
    assert pieces[-1][1] == 98
    assert pieces[-1][3] == TOP
    assert all(left[1] == right[0] and left[3] == right[2] for left, right in pairwise(pieces)), "no gap"


def test_a_flat_curve_is_one_line_and_has_no_band() -> None:
    svg = drawn([0.0] * 91)
    assert len(lines(svg, "ready")) == 1
    assert "interval" not in svg


def test_the_aim_is_marked_at_its_day() -> None:
    [aim] = lines(drawn([0.2] * 91), "aim")
    assert aim[0] == aim[1] == round(11 + 87 * 21 / 90, 2)
    assert ">21</text>" in drawn([0.2] * 91)
