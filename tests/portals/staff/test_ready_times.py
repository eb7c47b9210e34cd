"""From interest to ready, for whoever answers for an area: curves, the same figures as a table, and no small number."""

import pytest

from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from tests.cast import Cast
from tests.conftest import Browser
from tests.reporting.test_ready_times import somebody

pytestmark = pytest.mark.django_db
PAGE = "/staff/ready-times/"


def test_priya_sees_her_area_and_no_other(browser: Browser, cast: Cast, django_assert_max_num_queries: object) -> None:
    for _ in range(6):
        somebody(cast, "approved", took=12)
    somebody(cast, "withdrawn")
    browser.sign_in(cast.priya)
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # pytest-django's fixture
        page = browser.get(PAGE).text
    assert "Half of all who began were ready within 12 days" in page
    assert "fewer than 5" in page, "one who withdrew is not told apart"
    assert 'class="rising"' in page
    assert 'href="/staff/campaigns/"' in page
    assert browser.get(f"{PAGE}?area={cast.other_area.slug}").status_code == 404


@pytest.mark.parametrize("by", ["source", "area", "employer", "age", "nonsense", ""])
def test_every_way_to_compare_has_its_page(browser: Browser, cast: Cast, by: str) -> None:
    for age in (30, 60):
        for _ in range(5):
            somebody(cast, "approved", age=age)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("onemm.reporting.ready_times.MOST_GROUPS", 1)
        assert ("1 smaller group is left out" in browser.sign_in(cast.priya).get(PAGE, {"by": by}).text) == (
            by == "age"
        )
    page = browser.get(PAGE, {"by": by}).text
    assert ("50 or over" in page) == (by == "age")


def test_an_analyst_sees_everywhere_and_is_not_sent_to_campaigns(browser: Browser, cast: Cast) -> None:
    grant_role(person=cast.tom, role=Role.ANALYST, by=None)
    for _ in range(5):
        somebody(cast, "in_screening")
    page = browser.sign_in(cast.tom).get(PAGE).text
    assert "0 in 100 who began were ready within 21 days" in page
    assert "nobody yet" in page
    assert 'href="/staff/campaigns/"' not in page
    assert "Too few have begun to say" in browser.get(f"{PAGE}?area={cast.other_area.slug}").text


def test_fewer_than_five_show_no_figure_at_all(browser: Browser, cast: Cast) -> None:
    for _ in range(4):
        somebody(cast, "approved")
    page = browser.sign_in(cast.priya).get(PAGE).text
    assert "Too few" in page
    assert "<table" not in page


def test_others_are_kept_out(browser: Browser, cast: Cast) -> None:
    assert browser.get(PAGE).status_code == 302
    for name in ("noor", "sam", "amina", "lena", "ruth"):
        assert browser.sign_in(getattr(cast, name)).get(PAGE).status_code == 403
