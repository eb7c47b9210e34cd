"""A mentor's page with one young person says what their first page says, situation by situation."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from onemm.lib.clock import now
from onemm.mentoring import actions, queries
from onemm.mentoring.models import Session
from onemm.portals.mentor.next_step import steps_for
from onemm.portals.mentor.pages.matches import MatchPage, match_page
from tests.cast import Cast
from tests.factories.mentoring import a_held_session, a_planned_session, an_active_match, an_introduced_match

Situation = Callable[[Cast], Any]


def introduced(cast: Cast) -> Any:
    return an_introduced_match(cast)


def agreed_by_one(cast: Cast) -> Any:
    match = an_introduced_match(cast)
    actions.agree(match=match, by=cast.amina)
    return match


def begun(cast: Cast) -> Any:
    return an_active_match(cast)


def planned(cast: Cast) -> Any:
    match = an_active_match(cast)
    a_planned_session(cast, match)
    return match


def met_and_planned(cast: Cast) -> Any:
    match = planned(cast)
    a_held_session(cast, match)
    return match


def nobody_has_said(cast: Cast) -> Any:
    match = planned(cast)
    Session.objects.update(at=now() - timedelta(hours=3))
    return match


def paused(cast: Cast) -> Any:
    match = an_active_match(cast)
    actions.pause_match(match=match, by=cast.sam)
    match.refresh_from_db()
    return match


def page_of(cast: Cast, match: Any) -> MatchPage:
    return match_page(match, cast.amina)


@pytest.mark.parametrize(
    ("situation", "label", "ways"),
    [
        (introduced, "Read and agree", 3),
        (agreed_by_one, "", 3),
        (begun, "Plan an hour", 2),
        (planned, "", 3),
        (met_and_planned, "Say how it goes", 2),
        (nobody_has_said, "Write it down", 3),
        (paused, "", 0),
    ],
)
def test_the_page_says_what_the_first_page_says(cast: Cast, situation: Situation, label: str, ways: int) -> None:
    match = situation(cast)
    steps = steps_for(glances=queries.glances_of(cast.amina), proposals=(), application=None, is_trained=True)
    page = page_of(cast, match)
    assert (page.panel.title, page.panel.text) == (steps[0].title, steps[0].text)
    assert page.panel.label == label
    assert len(page.ways) == ways
    assert page.panel.url not in {way.url for way in page.ways}


def test_a_pair_that_has_ended_offers_nothing_but_its_hours(cast: Cast) -> None:
    match = met_and_planned(cast)
    actions.end_match(match=match, by=cast.sam, ending="early", reason="Moved", closing_talk_held=True)
    match.refresh_from_db()
    page = page_of(cast, match)
    assert (page.panel.title, page.panel.url, page.ways, page.lost_touch_url) == ("You and Theo", "", (), "")
    assert page.summary == "1 session, 1 hour in all."
    assert {hour.kind for hour in page.sessions} == {"good", "plain"}


def test_each_hour_says_what_it_is_and_what_can_be_done(cast: Cast) -> None:
    held, coming = page_of(cast, met_and_planned(cast)).sessions[::-1]
    assert (held.kind, held.text, held.call_off_url, held.log_url) == ("good", "We drew maps.", "", "")
    assert coming.kind == "next"
    assert "Oldham Library" in coming.text
    assert coming.call_off_url
    assert coming.log_url
