"""The list says the first thing there is to say about each; a person's page says what may be done."""

from dataclasses import replace

import pytest
from django.http import QueryDict

from onemm.mentoring.actions import leave_programme
from onemm.mentoring.models import Enrolment
from onemm.mentoring.queries import put_forward_for, standing_consent_of
from onemm.people.actions.consents import withdraw_consent
from onemm.portals.partner.forms.young_people import WishesForm
from onemm.portals.partner.pages.young_people import cards_page, young_people_page, young_people_table
from onemm.portals.partner.pages.young_person import young_person_page
from onemm.web.drawn_tables import DrawnTable
from tests.cast import Cast
from tests.factories.mentoring import an_introduced_match, enrol


def list_of(cast: Cast, asked: str = "") -> DrawnTable:
    table = young_people_page(cast.sam, QueryDict(asked)).table
    assert table is not None
    return table


def stop(enrolment: Enrolment, cast: Cast) -> None:
    consent = standing_consent_of(enrolment.person)
    assert consent is not None
    withdraw_consent(consent=consent, by=cast.sam)


def test_without_a_programme_there_is_no_list(cast: Cast) -> None:
    assert young_people_page(cast.sam, QueryDict()).table is None


@pytest.mark.parametrize(
    ("standing", "words", "tone", "may_tick"),
    [
        ("waiting", "Waiting", "", True),
        ("matched", "Introduced", "", True),
        ("no_consent", "No consent", "late", True),
        ("left", "Has left", "", False),
    ],
)
def test_each_stands_somewhere(cast: Cast, standing: str, words: str, tone: str, may_tick: bool) -> None:
    an_introduced_match(cast)
    enrol(cast, "R1", first_name="Ana")
    stop(enrol(cast, "R2", first_name="Bo"), cast)
    leave_programme(enrolment=enrol(cast, "R3", first_name="Cy"), by=cast.sam)
    table = list_of(cast, f"standing={standing}")
    (row,) = table.rows
    assert (table.bulk is not None) is may_tick
    cells = row.cells if not may_tick else row.cells[1:]
    assert (cells[2].parts[0].plain, row.tone) == (words, tone)


def test_those_who_wait_come_before_those_who_have_a_mentor_page_by_page(cast: Cast) -> None:
    an_introduced_match(cast)
    for number in range(3):
        enrol(cast, f"R{number}", first_name=f"Kid{number}")
    table, names, query = replace(young_people_table(""), size=1), [], ""
    while True:
        drawn = table.drawn(put_forward_for(cast.sam), QueryDict(query))
        names += [str(row.cells[0].parts[0].plain) for row in drawn.rows]
        if drawn.pages is None or not drawn.pages.after:
            break
        query = drawn.pages.after.removeprefix("?")
    assert sorted(names[:3]) == ["Kid0 A", "Kid1 A", "Kid2 A"]
    assert names[3].startswith("Theo")


def test_a_person_who_waits_can_be_shown_the_best_five_while_consent_stands(cast: Cast) -> None:
    enrolment = enrol(cast)
    page = young_person_page(enrolment)
    assert page.mentor.best_url
    assert page.mentor.waits.endswith("The next matching round will look for a mentor.")
    assert page.consent.who == "Kofi"
    assert not page.wishes.is_open
    assert page.card.words == "Has no card yet."

    stop(enrolment, cast)
    page = young_person_page(enrolment)
    assert (page.mentor.best_url, page.consent.who) == ("", "")
    assert page.mentor.waits.endswith("once their consent stands.")


def test_whoever_has_left_is_not_looked_for(cast: Cast) -> None:
    enrolment = enrol(cast)
    leave_programme(enrolment=enrolment, by=cast.sam)
    enrolment.refresh_from_db()
    page = young_person_page(enrolment)
    assert page.left == "They left today and are not suggested a mentor."
    assert (page.mentor.waits, page.mentor.best_url) == ("They had none.", "")


def test_a_pair_says_where_it_stands(cast: Cast) -> None:
    match = an_introduced_match(cast)
    ((state, link),) = young_person_page(match.enrolment).mentor.pairs
    assert (state.word, link.words, match.public_id in link.url) == ("Introduced", "with Amina", True)


def test_wishes_that_must_be_put_right_stand_open(cast: Cast) -> None:
    form = WishesForm({"channel": ""})
    assert young_person_page(enrol(cast), form=form).wishes.is_open


def test_a_card_is_scanned_at_its_address() -> None:
    page = cards_page([{"name": "Ana", "reference": "R1", "code": "ABCD"}])
    assert (page.cards[0].code, "<svg" in page.drawing, page.address.startswith("http")) == ("ABCD", True, True)
