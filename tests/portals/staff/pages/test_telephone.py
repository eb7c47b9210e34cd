"""Whom to ring is said with their news; a code stands on the page only while it is fresh."""

import pytest
from django.http import QueryDict

from onemm.lib.clock import now
from onemm.notifications.models import Email
from onemm.outreach.queries.telephone import ToRing, ToTell
from onemm.people.models import Person
from onemm.portals.staff.pages.telephone import caller_page, to_ring_page
from onemm.recruitment.models import Telephone

WINIFRED = Telephone(public_id="abc", number="0161 496 0000", person=Person(first_name="Winifred", last_name="O"))
NEWS = ToTell(Email(subject="Our talk", written_at=now()), "At half past five.")


@pytest.mark.parametrize(
    ("news", "tone", "words", "since"),
    [
        ((), "", ["Nothing new"], "–"),
        ((NEWS,), "wait", ["Our talk"], "today"),
        ((NEWS, NEWS), "wait", ["Our talk", "2 e-mails in all"], "today"),
    ],
)
def test_the_list_says_the_first_news_and_how_many_there_are(
    news: tuple[ToTell, ...], tone: str, words: list[str], since: str
) -> None:
    (row,) = to_ring_page([ToRing(WINIFRED, news)], QueryDict()).table.rows
    assert (row.tone, [part.plain for part in row.cells[2].parts]) == (tone, words)
    assert getattr(row.cells[3].parts[0], "words", None) == since


@pytest.mark.parametrize(("code", "is_shown"), [("k7m2", True), ("", False)])
def test_a_code_is_shown_with_the_address_where_it_is_typed(code: str, *, is_shown: bool) -> None:
    fresh = caller_page(WINIFRED, (), code).fresh
    assert bool(fresh) is is_shown
    assert fresh is None or "://" not in fresh.address
