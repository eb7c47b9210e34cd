"""Who asks to join comes first; what stands in the way of a partner is said on its page."""

import pytest
from django.db.models import Value
from django.http import QueryDict

from onemm.people.roles import Role
from onemm.places.models import Enquiry, Organisation
from onemm.portals.staff.forms.partners import FindPartner
from onemm.portals.staff.organisations import with_holders
from onemm.portals.staff.pages.partners import PartnersPage, enquiry_page, partner_page, partners_page
from onemm.web.forms import Form
from tests.cast import Cast
from tests.factories.places import a_partner, an_enquiry, an_open_programme


def page_of(*waiting: Enquiry, q: str = "") -> PartnersPage:
    rows = with_holders(Organisation.objects.partners().select_related("area"), Role.COORDINATOR)
    counted = rows.annotate(places=Value(0), running=Value(0))
    return partners_page(counted, FindPartner({"q": q}), waiting, QueryDict())


@pytest.mark.parametrize(("many", "first", "table"), [(0, False, False), (1, True, False), (2, True, True)])
def test_those_who_ask_stand_on_top_and_in_a_table_where_there_are_several(
    cast: Cast, many: int, *, first: bool, table: bool
) -> None:
    assert cast.partner.pk
    page = page_of(*(an_enquiry() for _ in range(many)))
    assert (bool(page.first), bool(page.waiting)) == (first, table)
    assert page.has_add_below is bool(many)


@pytest.mark.parametrize(
    ("q", "title"), [("", "There are no partners yet"), ("leeds", "No partner has this in its name")]
)
def test_a_list_with_nothing_on_it_says_why(cast: Cast, q: str, title: str) -> None:
    assert cast.area.pk
    page = page_of(q=q)
    assert (page.table.empty.title, page.has_add_below) == (title, True)


def test_a_partner_where_nobody_coordinates_stands_on_top(cast: Cast) -> None:
    assert cast.sam.pk
    a_partner(name="Zion School", area=cast.area)
    assert [(row.cells[0].parts[0].plain, row.tone) for row in page_of().table.rows] == [
        ("Zion School", "late"),
        ("Alder Brook School", ""),
    ]


def test_what_was_answered_takes_the_place_of_the_two_answers(cast: Cast) -> None:
    asked = an_enquiry()
    assert enquiry_page(asked, Form()).answered is None
    asked.answered_at, asked.answer = asked.asked_at, "Not this year."
    answered = enquiry_page(asked, Form()).answered
    assert answered is not None
    assert answered.words.endswith(": Not this year.")
    asked.accepted_as = cast.partner
    answered = enquiry_page(asked, Form()).answered
    assert answered is not None
    assert (answered.partner, bool(answered.url)) == (cast.partner.name, True)


def test_a_partner_without_anybody_says_so_and_lists_what_it_has(cast: Cast) -> None:
    programme = an_open_programme(cast.site)
    page = partner_page(programme.organisation, [], Form(), QueryDict())
    assert page.notice is not None
    assert page.notice.title == "Nobody coordinates here"
    assert page.people.table is None
    assert page.programmes == (f"{programme.name}: {programme.places_wanted} wanted",)
