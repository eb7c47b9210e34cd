"""The menu: one entry is current, also on the pages beneath it."""

from fnmatch import fnmatchcase
from itertools import groupby

import pytest
from django.urls import reverse

from onemm.config.routes import our_routes
from onemm.people.models import Person, RoleGrant
from onemm.people.permissions import Permission
from onemm.people.roles import Role
from onemm.places.models import Enquiry
from onemm.web import navigation
from onemm.web.navigation import Door, Portal, portals
from tests.cast import Cast
from tests.conftest import Browser


def main_menu(page: str) -> str:
    return " ".join(page.split('aria-label="Main"')[1].split("</nav>", maxsplit=1)[0].split())


def current(page: str) -> list[str]:
    return [
        link.split("<span>")[1].split("</span>")[0].strip()
        for link in main_menu(page).split("<a ")[1:]
        if 'aria-current="page"' in link.split(">")[0]
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
    return [part.split("<")[0].strip() for part in main_menu(page).split('class="nav-group">')[1:]]


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


def test_doors_of_a_section_are_neighbours() -> None:
    for portal in portals():
        sections = [section for section, _ in groupby(door.section for door in portal.doors) if section]
        assert len(sections) == len(set(sections)), portal.name


def test_every_page_that_belongs_to_a_door_is_there() -> None:
    names = {route.name for route in our_routes()}
    for door in (door for portal in portals() for door in portal.doors):
        assert reverse(door.route)
        assert all(any(fnmatchcase(name, pattern) for name in names) for pattern in door.pages), door.label


def test_whoever_has_two_parts_sees_which_is_which(browser: Browser, cast: Cast) -> None:
    assert sections(browser.sign_in(cast.sam).get("/partner/").text) == []
    RoleGrant.objects.create(person=cast.sam, role=Role.PROGRAMME_MANAGER, area=cast.area)
    assert sections(browser.get("/partner/").text) == ["Your partner", "Staff"]


def test_a_door_says_how_many_wait_behind_it_and_asks_only_for_those_it_opens_to(
    browser: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Person] = []

    def count(person: Person) -> int:
        asked.append(person)
        return 7

    counted = Door(label="Waiting", route="staff:today", permission=Permission.STAFF_ENTER, count=count)
    nought = Door(label="Nothing", route="staff:log", permission=Permission.STAFF_ENTER, count=lambda _: 0)
    monkeypatch.setattr(navigation, "_portals", {"staff": Portal("staff", "Staff", (counted, nought))})
    menu = main_menu(browser.sign_in(cast.priya).get("/staff/").text)
    assert menu.count('class="count"') == 1
    assert '<b class="count">7</b>' in menu
    assert asked == [cast.priya]
    assert browser.sign_in(cast.sam).get("/partner/").status_code == 200
    assert asked == [cast.priya]
