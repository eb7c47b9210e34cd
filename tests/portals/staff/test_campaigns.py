"""Campaigns, as the programme manager, a colleague and a stranger find them."""

import re

import pytest
from django.urls import reverse

from onemm.lib.clock import today
from onemm.outreach.actions import note_interest
from onemm.outreach.models import Campaign
from onemm.outreach.queries import Source
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.outreach import a_campaign

LIST = "/staff/campaigns/"


def given(**changes: object) -> dict[str, object]:
    return {
        "name": "Oldham Library",
        "code_word": "OLDHAM50",
        "starts_on": today().isoformat(),
        "cost_pounds": "120",
        **changes,
    }


def test_a_programme_manager_makes_a_campaign_and_gets_its_poster(browser: Browser, cast: Cast) -> None:
    browser.sign_in(cast.priya)
    assert "No campaign yet" in browser.get(LIST).text
    page = browser.post(f"{LIST}add/", given(area=cast.area.slug), follow=True)
    campaign = Campaign.objects.get()
    assert (campaign.area, campaign.cost_pounds, campaign.made_by) == (cast.area, 120, cast.priya)
    assert "/from/oldham-library/" in page.text
    assert "OLDHAM50" in page.text
    poster = browser.get(reverse("staff:campaign_poster", args=[campaign.public_id])).text
    assert "OLDHAM50" in poster
    assert '<svg aria-hidden="true"' in poster


def test_the_qr_code_is_a_file_to_download(browser: Browser, cast: Cast) -> None:
    campaign = a_campaign(cast)
    response = browser.sign_in(cast.priya).get(reverse("staff:campaign_qr", args=[campaign.public_id]))
    assert response["Content-Type"] == "image/svg+xml"
    assert f'filename="{campaign.slug}-qr.svg"' in response["Content-Disposition"]
    assert response.text.startswith('<svg xmlns="http://www.w3.org/2000/svg"')


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"code_word": "ab"}, "4 to 20 letters and numbers"),
        ({"cost_pounds": "-1"}, "greater than or equal to 0"),
        ({"ends_on": "2020-01-01"}, "over before it starts"),
        ({"area": "cardiff"}, "valid choice"),
        ({"name": ""}, "Please answer"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(
    browser: Browser, cast: Cast, wrong: dict[str, object], words: str
) -> None:
    assert cast.other_area
    page = browser.sign_in(cast.priya).post(f"{LIST}add/", given(**wrong))
    assert page.status_code == 200
    assert words in page.text
    assert not Campaign.objects.exists()


def test_counts_under_five_are_not_shown(browser: Browser, cast: Cast) -> None:
    campaign = a_campaign(cast)
    for _ in range(4):
        note_interest(source=Source("link", campaign), is_met=True)
    browser.sign_in(cast.priya)
    figures = re.findall(r'data-label="(?:People|Interested)">([^<]*)', browser.get(LIST).text)
    assert figures == ["fewer than 5"]
    note_interest(source=Source("link", campaign), is_met=True)
    assert ">5</td>" in browser.get(reverse("staff:campaign", args=[campaign.public_id])).text


def test_a_campaign_is_ended_and_says_so(browser: Browser, cast: Cast) -> None:
    campaign = a_campaign(cast)
    page = browser.sign_in(cast.priya).post(reverse("staff:campaign_end", args=[campaign.public_id]), follow=True)
    assert "This campaign has ended" in page.text
    assert browser.post(reverse("staff:campaign_end", args=[campaign.public_id])).status_code == 409


@pytest.mark.parametrize("where", ["area", "employer", "nowhere"])
def test_a_campaign_says_where_it_belongs(browser: Browser, cast: Cast, where: str) -> None:
    place = {
        "area": {"area": cast.area},
        "employer": {"area": None, "employer": cast.employer},
        "nowhere": {"area": None},
    }[where]
    campaign = a_campaign(cast, **place)
    words = {"area": "Greater Manchester", "employer": "Northern Rail Works", "nowhere": "Everywhere"}[where]
    browser.sign_in(cast.priya)
    assert words in browser.get(LIST).text
    assert words in browser.get(reverse("staff:campaign", args=[campaign.public_id])).text


def test_a_name_with_markup_stays_words(browser: Browser, cast: Cast) -> None:
    a_campaign(cast, name="<script>alert(1)</script>")
    assert "<script>alert(1)" not in browser.sign_in(cast.priya).get(LIST).text


@pytest.mark.parametrize(("who", "status"), [("lena", 403), ("ruth", 403), ("sam", 403), ("noor", 403)])
def test_others_do_not_open_them(browser: Browser, cast: Cast, who: str, status: int) -> None:
    campaign = a_campaign(cast)
    browser.sign_in(getattr(cast, who))
    assert browser.get(LIST).status_code == status
    assert browser.get(reverse("staff:campaign", args=[campaign.public_id])).status_code == status


def test_a_campaign_elsewhere_is_not_there(browser: Browser, cast: Cast) -> None:
    campaign = a_campaign(cast, area=cast.other_area, by=cast.ada)
    assert browser.sign_in(cast.priya).get(reverse("staff:campaign", args=[campaign.public_id])).status_code == 404


def test_the_list_stays_within_twelve_queries(
    browser: Browser, cast: Cast, django_assert_max_num_queries: object
) -> None:
    for _ in range(3):
        a_campaign(cast)
    browser.sign_in(cast.priya)
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # pytest-django's fixture
        browser.get(LIST)
