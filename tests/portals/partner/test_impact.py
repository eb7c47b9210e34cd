"""What changed, on the partner's page."""

from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from tests.factories.impact import answers_of


def test_a_clear_change_is_the_title_with_interval_and_caveat(browser, cast, django_assert_max_num_queries):
    answers_of(cast, [(1, 5)] * 8)
    browser.sign_in(cast.sam)
    with django_assert_max_num_queries(12):
        page = browser.get("/partner/impact/")
    assert "More are sure now: 0% before, 100% later" in page.text
    assert "+100 points" in page.text
    assert "not why" in page.text


def test_a_fall_and_an_unclear_change_are_said_as_they_are(browser, cast):
    answers_of(cast, [(5, 1)] * 8)
    browser.sign_in(cast.sam)
    assert "Fewer are sure now" in browser.get("/partner/impact/").text


def test_an_unclear_change_is_called_so(browser, cast):
    answers_of(cast, [(2, 4), (4, 4), (4, 2), (2, 2), (2, 4), (3, 3)])
    browser.sign_in(cast.sam)
    page = browser.get("/partner/impact/")
    assert "too close to call" in page.text
    assert "we cannot say yet" in page.text


def test_fewer_than_five_show_neither_figure_nor_count(browser, cast):
    answers_of(cast, [(1, 5)] * 4)
    browser.sign_in(cast.sam)
    page = browser.get("/partner/impact/")
    assert "Too few have answered" in page.text
    assert "fewer than 5" in page.text
    assert "100%" not in page.text


def test_whoever_coordinates_two_partners_chooses_between_them(browser, cast):
    grant_role(person=cast.sam, role=Role.COORDINATOR, by=None, organisation=cast.other_partner)
    browser.sign_in(cast.sam)
    _ = cast.partner
    assert "Penarth" in browser.get(f"/partner/impact/?partner={cast.other_partner.public_id}").text


def test_others_are_kept_out(browser, cast):
    assert browser.get("/partner/impact/").status_code == 302
    browser.sign_in(cast.lou)
    assert browser.get(f"/partner/impact/?partner={cast.partner.public_id}").status_code == 404
    browser.sign_in(cast.amina)
    assert browser.get("/partner/impact/").status_code == 403
