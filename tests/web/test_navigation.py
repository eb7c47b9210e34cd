"""The menu: one entry is current, also on the pages beneath it."""

import pytest

from onemm.places.models import Enquiry
from onemm.web.navigation import DOORS, SECTION_OF, SECTIONS
from tests.cast import Cast
from tests.conftest import Browser


def current(page: str) -> list[str]:
    nav = page.split('aria-label="Main"')[1].split("</nav>", maxsplit=1)[0]
    return [
        part.split("<span>")[1].split("</span>")[0]
        for part in nav.split("<a ")[1:]
        if 'aria-current="page"' in part.split(">")[0]
    ]


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("/partner/", "Today"),
        ("/partner/pairs/", "Pairs"),
        ("/partner/young-people/add/", "Young people"),
        ("/partner/places/add/", "Places"),
        ("/partner/programmes/", "Programmes"),
    ],
)
def test_the_entry_whose_address_begins_the_pages_is_current(
    browser: Browser, cast: Cast, address: str, label: str
) -> None:
    assert current(browser.sign_in(cast.sam).get(address).text) == [label]


def test_an_enquiry_belongs_to_the_partners(browser: Browser, cast: Cast) -> None:
    enquiry = Enquiry.objects.create(
        organisation_name="A club",
        contact_name="Jo",
        contact_email="jo@example.net",
        postcode="OL1 1UL",
        area=cast.area,
    )
    assert current(browser.sign_in(cast.priya).get(f"/staff/enquiries/{enquiry.public_id}/").text) == ["Partners"]


@pytest.mark.parametrize("page", ["weights", "trade-off"])
def test_what_matters_in_a_programme_belongs_to_matching(browser: Browser, cast: Cast, page: str) -> None:
    assert current(browser.sign_in(cast.sam).get(f"/partner/programmes/{cast.programme.public_id}/{page}/").text) == [
        "Matching"
    ]


def sections(page: str) -> list[str]:
    nav = page.split('aria-label="Main"')[1].split("</nav>", maxsplit=1)[0]
    return [part.split("<")[0] for part in nav.split('class="nav-group">')[1:]]


def test_a_long_menu_has_sections_each_of_them_once_and_a_short_one_has_none(browser: Browser, cast: Cast) -> None:
    assert sections(browser.sign_in(cast.priya).get("/staff/").text) == [
        "Coming in",
        "Working with us",
        "Reaching people",
        "Learning",
        "The platform",
    ]
    assert sections(browser.sign_in(cast.sam).get("/partner/").text) == []
    assert sections(browser.sign_in(cast.noor).get("/staff/").text) == []


def test_every_section_names_doors_that_there_are() -> None:
    doors = [name for _, _, name in DOORS]
    assert set(SECTION_OF) <= set(doors)
    found = [SECTION_OF.get(name, "") for name in doors]
    assert len([one for one, before in zip(found, ["", *found], strict=False) if one and one != before]) == len(
        SECTIONS
    )
