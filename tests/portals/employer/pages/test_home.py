"""Whoever has asked nobody yet is told to; afterwards the page says how far people have come."""

import pytest

from onemm.outreach.actions import make_staff_link
from onemm.portals.employer.pages.home import employers_page, place_page
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_new_employer_is_told_to_ask_and_one_with_a_link_is_not(cast: Cast) -> None:
    page = place_page(cast.employer)
    assert page.is_new
    assert page.link is None

    link = make_staff_link(employer=cast.employer, by=cast.ruth)
    page = place_page(cast.employer)
    assert not page.is_new
    assert page.link is not None
    assert page.link.code_word == link.code_word
    assert page.link.address.endswith(f"/from/{link.slug}/")


def test_the_steps_begin_with_the_letters_and_end_with_the_hours(cast: Cast) -> None:
    rows = place_page(cast.employer).steps.rows
    assert [part.plain for part in rows[0].cells[0].parts] == ["Letters sent", "fewer than 5 said “tell me more”"]
    assert rows[-1].cells[0].parts[0].plain == "Hours given to young people"
    assert len(rows[1].cells[0].parts) == 1


def test_each_employer_leads_to_its_page(cast: Cast) -> None:
    (card,) = employers_page([cast.employer]).employers
    assert (card.name, cast.employer.public_id in card.url) == (cast.employer.name, True)
