"""The menu: one entry is current, also on the pages beneath it."""

import pytest

from onemm.places.models import Enquiry
from tests.cast import Cast
from tests.conftest import Browser


def current(page: str) -> list[str]:
    nav = page.split('aria-label="Main"')[1].split("</nav>", maxsplit=1)[0]
    return [part.split("<span>")[1].split("</span>")[0] for part in nav.split("<a ")[1:] if 'aria-current="page"' in part.split(">")[0]]


@pytest.mark.parametrize(("address", "label"), [
    ("/partner/", "Today"), ("/partner/pairs/", "Pairs"), ("/partner/young-people/add/", "Young people"),
    ("/partner/places/add/", "Places"), ("/partner/programmes/", "Programmes"),
])
def test_the_entry_whose_address_begins_the_pages_is_current(browser: Browser, cast: Cast, address: str, label: str) -> None:
    assert current(browser.sign_in(cast.sam).get(address).text) == [label]


def test_an_enquiry_belongs_to_the_partners(browser: Browser, cast: Cast) -> None:
    enquiry = Enquiry.objects.create(
        organisation_name="A club", contact_name="Jo", contact_email="jo@example.net", postcode="OL1 1UL", area=cast.area
    )
    assert current(browser.sign_in(cast.priya).get(f"/staff/enquiries/{enquiry.public_id}/").text) == ["Partners"]
