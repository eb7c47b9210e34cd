"""A coordinator's first page, row by row: what comes first is not said again beneath."""

from datetime import timedelta

from onemm.lib.clock import today
from onemm.matching import actions as matching
from onemm.portals.partner.pages.today import today_page
from tests.cast import Cast
from tests.factories.matching import a_suggested_pair, an_accepted_pair
from tests.factories.mentoring import an_active_match, enrol


def test_nobody_yet_is_told_where_to_begin(cast: Cast) -> None:
    assert cast.programme
    page = today_page(cast.sam)
    assert page.first.title == "Nothing needs you this minute"
    assert [button.label for button in page.first.buttons] == ["Add young people"]
    enrol(cast)
    assert [button.label for button in today_page(cast.sam).first.buttons] == ["Go to matching"]


def test_a_round_to_review_counts_what_is_undecided(cast: Cast) -> None:
    proposal = a_suggested_pair(cast)
    page = today_page(cast.sam)
    assert page.first.title == "Look at the suggested pairs"
    assert page.first.words == "1 pair waits for your yes or no. Nobody is asked until you approve."
    assert page.also == ()
    matching.approve_proposal(proposal=proposal, by=cast.sam)
    assert today_page(cast.sam).first.title != "Look at the suggested pairs"


def test_an_introduction_stands_at_the_top_or_beneath_a_call(cast: Cast) -> None:
    an_accepted_pair(cast)
    page = today_page(cast.sam)
    assert page.first.title == "Introduce Theo and Amina"
    assert page.also == ()
    assert today_page(cast.lou).first.title == "Nothing needs you this minute"


def test_a_quiet_pair_is_called_first(cast: Cast) -> None:
    match = an_active_match(cast, on=today() - timedelta(days=60))
    page = today_page(cast.sam)
    assert (page.first.title, page.first.eyebrow) == ("Theo and Amina", "First, call")
    assert page.first.words == "Not met since the introduction, 60 days ago."
    assert match.public_id in page.first.buttons[0].url
    assert page.calls == ()
    assert page.calls_note == ""
