"""What comes first at a partner without places, with one, and with a programme; what a search brought."""

import pytest
from django.http import QueryDict

from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places.actions import claim_school, close_programme
from onemm.places.queries import SchoolsFound, schools_matching
from onemm.portals.partner.forms.places import SchoolSearch
from onemm.portals.partner.pages.places import ClaimCell, PlacesPage, places_page
from onemm.portals.partner.pages.programmes import programme_page, programmes_page
from onemm.web.cells import Part
from tests.cast import Cast
from tests.factories.places import a_school, an_open_programme


def page_of(cast: Cast, found: SchoolsFound | None = None, *, both: bool = False) -> PlacesPage:
    partners = [cast.partner, cast.other_partner] if both else [cast.partner]
    scope = scope_of(cast.sam, Permission.SCHOOL_CLAIM)
    return places_page(scope, partners, SchoolSearch(), found, QueryDict())


def last_cell(page: PlacesPage) -> Part:
    assert page.schools is not None
    return page.schools.table.rows[0].cells[-1].parts[0]


def test_without_a_place_the_school_is_searched_for(cast: Cast) -> None:
    assert cast.partner
    page = page_of(cast)
    assert page.header is not None
    assert (page.header.title, page.is_new, page.sites) == ("Find your school", True, None)
    assert (page.first, page.search_heading) == ("", "Search the list of schools")


def test_with_a_place_a_programme_comes_next_and_then_the_places_themselves(cast: Cast) -> None:
    site = cast.site
    page = page_of(cast)
    assert page.header is None
    assert page.first.startswith("You have 1 place. A programme says when")
    assert page.sites is not None
    assert not page.sites.caption_unseen

    an_open_programme(site)
    page = page_of(cast)
    assert page.header is not None
    assert (page.header.title, page.header.has_add, page.first) == ("Your places", True, "")
    assert page.sites is not None
    assert page.sites.caption_unseen


@pytest.mark.parametrize(("near", "words"), [("", "Try fewer words"), ("OL1 1UL", "no open school near OL1 1UL")])
def test_a_search_in_vain_says_why(cast: Cast, near: str, words: str) -> None:
    page = page_of(cast, SchoolsFound((), near))
    assert page.schools is not None
    assert words in page.schools.table.empty.text
    assert (page.schools.has_any, page.schools.notes) == (False, ())


def test_a_school_can_be_claimed_until_somebody_has(cast: Cast) -> None:
    ours, theirs = a_school(name="Blue Coat Academy"), a_school(name="Red Coat Academy")
    claim = last_cell(page_of(cast, schools_matching("blue")))
    assert isinstance(claim, ClaimCell)
    assert claim.only == cast.partner.public_id
    claim = last_cell(page_of(cast, schools_matching("blue"), both=True))
    assert isinstance(claim, ClaimCell)
    assert (claim.only, len(claim.partners)) == ("", 2)

    claim_school(school=ours, organisation=cast.partner, by=cast.sam)
    claim_school(school=theirs, organisation=cast.other_partner, by=cast.lou)
    assert last_cell(page_of(cast, schools_matching("blue"))).plain == "Yours"
    assert last_cell(page_of(cast, schools_matching("red"))).plain == "Claimed already"


def test_the_distance_is_told_where_a_postcode_was_asked_for(cast: Cast) -> None:
    a_school(name="Blue Coat Academy")
    by_words, near = page_of(cast, schools_matching("blue")), page_of(cast, schools_matching("OL1 1UL"))
    assert by_words.schools is not None
    assert near.schools is not None
    assert (len(by_words.schools.table.heads), len(near.schools.table.heads)) == (4, 5)
    assert by_words.schools.notes == ()
    assert "as the crow flies" in near.schools.notes[0]


def test_without_a_programme_the_page_says_what_comes_first(cast: Cast) -> None:
    assert cast.partner
    scope = scope_of(cast.sam, Permission.PROGRAMME_MANAGE)
    first = programmes_page(scope, QueryDict()).first
    assert first is not None
    assert first.buttons[0].label == "Find your school"

    site = cast.site
    first = programmes_page(scope, QueryDict()).first
    assert first is not None
    assert first.buttons[0].label == "Open a programme"

    an_open_programme(site)
    assert programmes_page(scope, QueryDict()).first is None


def test_a_programme_that_is_closed_offers_nothing_and_stands_last(cast: Cast) -> None:
    programme = cast.programme
    page = programme_page(programme)
    assert (page.state.word, page.closed, len(page.buttons)) == ("Open", "", 3)

    close_programme(programme=programme, by=cast.sam)
    programme.refresh_from_db()
    page = programme_page(programme)
    assert (page.state.word, page.buttons, page.close_url) == ("Closed", (), "")
    assert page.closed.startswith("It was closed on ")

    an_open_programme(cast.site)
    rows = programmes_page(scope_of(cast.sam, Permission.PROGRAMME_MANAGE), QueryDict()).table.rows
    assert [row.cells[-1].parts[0].plain for row in rows] == ["Open", "Closed"]
