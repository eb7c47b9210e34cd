"""A campaign says whether it counts people, and can be ended once."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict

from onemm.lib.clock import now, today
from onemm.outreach.models import Campaign
from onemm.portals.staff.pages.campaigns import campaign_page, campaigns_page, poster_page
from onemm.reporting.outreach import Reach
from tests.cast import Cast
from tests.factories.outreach import a_campaign


def days(after: int) -> date:
    return today() + timedelta(days=after)


@pytest.mark.parametrize(
    ("starts", "ends", "has_ended", "title"),
    [
        (0, None, False, None),
        (-9, 0, False, None),
        (1, None, False, "This campaign has not begun"),
        (-9, -1, False, "The last day has passed"),
        (-9, None, True, "This campaign has ended"),
        (1, None, True, "This campaign has ended"),
    ],
)
def test_a_campaign_that_counts_nobody_says_why(
    starts: int, ends: int | None, title: str | None, *, has_ended: bool
) -> None:
    campaign = Campaign(
        name="Library",
        slug="library",
        starts_on=days(starts),
        ends_on=None if ends is None else days(ends),
        ended_at=now() if has_ended else None,
    )
    page = campaign_page(campaign, Reach())
    assert (page.notice and page.notice.title) == title
    assert bool(page.end_url) is not has_ended


def test_the_list_shows_the_last_to_start_first_and_the_way_to_make_one(cast: Cast) -> None:
    campaigns = Campaign.objects.all()
    assert campaigns_page(campaigns, QueryDict()).table.empty.label == "Make the first one"
    a_campaign(cast, name="Later", code_word="LATER", starts_on=days(5))
    a_campaign(cast, name="Sooner", code_word="SOONER", starts_on=days(-5))
    rows = campaigns_page(campaigns, QueryDict()).table.rows
    assert [[part.plain for cell in row.cells[:2] for part in cell.parts][0:3:2] for row in rows] == [
        ["Later", "not running"],
        ["Sooner", "running"],
    ]


def test_a_poster_says_an_address_that_can_be_typed() -> None:
    assert "://" not in poster_page(Campaign(name="Library", slug="library")).link
