"""Those that want a call stand on top; a pair's page says why it is paused, how it ended and what may be done."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import QueryDict

from onemm.lib.clock import now, today
from onemm.mentoring.actions import call_off_session, introduce, pause_match
from onemm.mentoring.models import Match
from onemm.portals.partner.pages.pairs import PairsPage, pair_page, pairs_page
from onemm.web.cells import Tag
from tests.cast import Cast
from tests.factories.mentoring import (
    a_held_session,
    a_planned_session,
    a_ready_mentor,
    an_active_match,
    an_introduced_match,
    enrol,
)


def some_pairs(cast: Cast) -> list[Match]:
    mentor = a_ready_mentor(cast, capacity=3)
    return [
        introduce(
            enrolment=enrol(cast, f"R{number}", first_name=name),
            mentor=mentor,
            on=today() - timedelta(days=5),
            by=cast.sam,
        )
        for number, name in enumerate(("Cy", "Ana", "Bo"))
    ]


def names(page: PairsPage) -> list[object]:
    return [row.cells[0].parts[0].plain for row in page.table.rows]


def test_those_who_have_waited_longest_come_first_and_a_heading_sorts(cast: Cast) -> None:
    cy, _, bo = some_pairs(cast)
    a_held_session(cast, cy)
    page = pairs_page(cast.sam, QueryDict())
    assert (page.title, page.eyebrow) == ("Pairs", "")
    assert names(page) == ["Ana and Amina", "Bo and Amina", "Cy and Amina"]
    assert names(pairs_page(cast.sam, QueryDict("sort=-hours")))[0] == "Cy and Amina"
    assert names(pairs_page(cast.sam, QueryDict("sort=-name"))) == ["Cy and Amina", "Bo and Amina", "Ana and Amina"]
    pause_match(match=bo, by=cast.sam)
    assert names(pairs_page(cast.sam, QueryDict("state=paused"))) == ["Bo and Amina"]


def test_a_pair_that_wants_a_call_stands_on_top_with_the_reason(cast: Cast) -> None:
    _, _, bo = some_pairs(cast)
    pause_match(match=bo, by=cast.sam)
    page = pairs_page(cast.sam, QueryDict())
    assert (page.title, page.eyebrow) == ("1 pair wants a call", "Pairs")
    assert names(page)[0] == "Bo and Amina"
    assert page.table.rows[0].tone == "wait"
    assert [part.plain for part in page.table.rows[0].cells[1].parts] == ["Paused", "Paused by wish"]


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Match.Pause.WISH, "when both are ready"),
        (Match.Pause.CONSENT, "once a new one is recorded"),
        (Match.Pause.CHECK, "as soon as a new one is here"),
        (Match.Pause.RESTRICTION, "The safeguarding lead decides"),
    ],
)
def test_a_paused_pair_says_what_it_waits_for(cast: Cast, why: Match.Pause, words: str) -> None:
    match = an_active_match(cast)
    match.state, match.paused_at, match.paused_why = Match.State.PAUSED, now(), why
    page = pair_page(match, cast.sam)
    assert page.remark is not None
    assert page.changes is not None
    assert words in page.remark.words[0]
    assert (page.state, page.remark.tone) == (Tag("Paused", "wait"), "wait")
    assert (bool(page.changes.resume_url), bool(page.changes.pause_url)) == (True, False)


def test_a_pair_that_is_open_may_be_paused_and_one_that_ended_cannot_be_changed(cast: Cast) -> None:
    match = an_introduced_match(cast)
    page = pair_page(match, cast.sam)
    assert (page.remark, page.state) == (None, Tag("Introduced", "plain"))
    assert page.changes is not None
    assert (bool(page.changes.resume_url), bool(page.changes.pause_url)) == (False, True)
    assert page.agreement == "Agreement: waiting for Theo; waiting for Amina."

    ended: dict[str, Any] = {"ending": "early", "end_reason": "They moved.", "closing_talk_held": False}
    Match.objects.filter(pk=match.pk).update(state="ended", ended_at=now(), ended_by=cast.sam, **ended)
    page = pair_page(Match.objects.get(pk=match.pk), cast.sam)
    assert page.changes is None
    assert page.remark is not None
    assert page.remark.title == "Early: agreed by both"
    assert page.remark.words[0].endswith("by Sam. They moved.")
    assert page.remark.words[1] == "Closing talk: not held."


def test_each_session_says_whether_it_was_will_be_or_was_called_off(cast: Cast) -> None:
    match = an_active_match(cast)
    a_held_session(cast, match)
    a_planned_session(cast, match)
    call_off_session(session=a_planned_session(cast, match, now() + timedelta(days=40)), by=cast.amina)
    page = pair_page(match, cast.sam)
    assert [(session.title, session.tone) for session in page.sessions] == [
        ("Called off", ""),
        ("Planned", "next"),
        ("60 minutes", "good"),
    ]
    assert page.sessions[2].small.startswith("Written down by ")
    assert page.last_met == "Last met 3 days ago."
    assert page.pulses is None
