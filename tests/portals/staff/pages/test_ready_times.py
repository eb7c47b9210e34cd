"""Curves are shown once enough people have begun; what is left out is said."""

from dataclasses import replace

import pytest
from django.http import QueryDict

from onemm.lib.statistics import incidence
from onemm.portals.staff.pages.ready_times import ReadyTimesPage, ready_times_page
from onemm.reporting.ready_times import ReadyTimes, Report

NOBODY = incidence([], 1)
SIX = ReadyTimes("Everybody", 6, NOBODY, NOBODY, None, None, None, None)


def page_of(everybody: ReadyTimes = SIX, *, hidden: int = 0, more: int = 0, campaigns: bool = False) -> ReadyTimesPage:
    report = Report(everybody, (), hidden, more, ())
    return ready_times_page(
        None, [], report, by="age", address=QueryDict("area=x"), sees_everywhere=True, sees_campaigns=campaigns
    )


@pytest.mark.parametrize(
    ("everybody", "title"),
    [
        (replace(SIX, people=4, half_by=12.0), "Too few have begun to say"),
        (replace(SIX, half_by=12.2), "Half of all who began were ready within 12 days"),
        (replace(SIX, half_by=1.0), "Half of all who began were ready within 1 day"),
        (SIX, "0 in 100 who began were ready within 21 days"),
    ],
)
def test_the_heading_is_the_finding(everybody: ReadyTimes, title: str) -> None:
    page = page_of(everybody)
    assert page.title == title
    assert bool(page.curves) is (everybody.people > 4)


@pytest.mark.parametrize(
    ("more", "hidden", "words"),
    [
        (0, 0, []),
        (1, 0, ["These are the largest; 1 smaller group is left out."]),
        (3, 2, ["3 smaller groups are left out.", "could be worked out from them."]),
        (0, 1, ["1 group is not shown: under 5 people, or a smaller one could be worked out from it."]),
    ],
)
def test_what_is_left_out_is_said(more: int, hidden: int, words: list[str]) -> None:
    curves = page_of(more=more, hidden=hidden).curves
    assert curves is not None
    assert len(curves.left_out) == len(words)
    assert all(sentence.endswith(end) for sentence, end in zip(curves.left_out, words, strict=True))


@pytest.mark.parametrize(
    ("until", "words"), [(14.0, ["day 12", "(10 to 14)"]), (None, ["day 12", "(10 to not known)"])]
)
def test_half_were_ready_by_a_day_with_its_interval(until: float | None, words: list[str]) -> None:
    curves = page_of(replace(SIX, half_by=12.0, half_from=10.0, half_until=until)).curves
    assert curves is not None
    assert [part.plain for part in curves.table.rows[-1].cells[5].parts] == words


def test_the_tabs_keep_the_area_and_say_which_is_open() -> None:
    assert [(tab.url, tab.current) for tab in page_of().tabs][-1] == ("?area=x&by=age", True)
