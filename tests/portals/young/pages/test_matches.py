"""A young person's page with their mentor says what their first page says, situation by situation."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from onemm.lib.clock import now
from onemm.mentoring import actions, queries
from onemm.mentoring.models import Session
from onemm.portals.young.next_step import steps_for
from onemm.portals.young.pages.matches import match_page
from tests.cast import Cast
from tests.factories.mentoring import a_held_session, a_planned_session, an_active_match, an_introduced_match


def agreed_by_one(cast: Cast) -> Any:
    match = an_introduced_match(cast)
    actions.agree(match=match, by=cast.theo)
    return match


def met_and_planned(cast: Cast) -> Any:
    match = an_active_match(cast)
    a_planned_session(cast, match)
    a_held_session(cast, match)
    return match


def nobody_has_said(cast: Cast) -> Any:
    match = an_active_match(cast)
    a_planned_session(cast, match)
    Session.objects.update(at=now() - timedelta(hours=3))
    return match


def paused(cast: Cast) -> Any:
    match = an_active_match(cast)
    actions.pause_match(match=match, by=cast.sam)
    match.refresh_from_db()
    return match


@pytest.mark.parametrize(
    ("situation", "label", "offers_pulse"),
    [
        (an_introduced_match, "Read and say yes", True),
        (agreed_by_one, "", True),
        (an_active_match, "", True),
        (met_and_planned, "Say how it goes", False),
        (nobody_has_said, "Yes, we met", True),
        (paused, "", False),
    ],
)
def test_the_page_says_what_the_first_page_says(
    cast: Cast, situation: Callable[[Cast], Any], label: str, offers_pulse: bool
) -> None:
    match = situation(cast)
    glance = queries.glance_of(match, cast.theo)
    steps = steps_for(glance=glance, proposals=(), enrolment=None, has_consent=True, has_question=False)
    page = match_page(match, cast.theo)
    assert (page.panel.title, page.panel.text) == (steps[0].title, steps[0].text)
    assert page.panel.label == label
    assert (page.pulse is not None) == offers_pulse


def test_a_pair_that_has_ended_offers_nothing_but_its_hours(cast: Cast) -> None:
    match = met_and_planned(cast)
    actions.end_match(match=match, by=cast.sam, ending="early", reason="Moved", closing_talk_held=True)
    match.refresh_from_db()
    page = match_page(match, cast.theo)
    assert "Well done for all you did" in page.panel.text
    assert (page.panel.url, page.pulse, page.lost_touch_url) == ("", None, "")
    assert page.summary == "1 meeting, 1 hour in all."
