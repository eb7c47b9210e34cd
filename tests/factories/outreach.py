"""Campaigns and those who came by them, made through the actions."""

from datetime import timedelta
from itertools import count
from typing import Any

from django.urls import reverse

from onemm.lib.clock import today
from onemm.outreach import actions
from onemm.outreach.models import Campaign
from onemm.outreach.queries import Source
from onemm.outreach.rules.expectations import EXPECTATIONS
from onemm.people.models import Person
from onemm.recruitment.models import Application
from tests.cast import Cast
from tests.factories.recruitment import ELIGIBLE

YES_TO_ALL = {one.name: True for one in EXPECTATIONS}
_numbers = count(1)


def begins(browser: Any) -> Any:
    """Say yes to the seven statements and press the button that opens the application, as whoever has answered the
    questions does.
    """
    browser.post(reverse("public:eligibility_expectations"), dict.fromkeys(YES_TO_ALL, "on"))
    return browser.post(reverse("mentor:application_start"))


def a_campaign(cast: Cast, **changes: object) -> Campaign:
    """A poster in the cast's area, running since last week."""
    number = next(_numbers)
    given: dict[str, object] = {
        "name": f"Library poster {number}",
        "code_word": f"OLDHAM{number:03d}",
        "starts_on": today() - timedelta(days=7),
        "by": cast.priya,
        "area": cast.area,
        "cost_pounds": 300,
        **changes,
    }
    return actions.make_campaign(**given)  # type: ignore[arg-type]  # tests give what they like


def somebody(number: int = 0) -> Person:
    number = number or next(_numbers)
    return Person.objects.create_user(
        email=f"somebody{number}@example.net", first_name=f"Somebody{number}", last_name="Else"
    )


def an_application_from(person: Person, campaign: Campaign, via: str = "link") -> Application:
    """Begun by someone who came by this campaign, and who was counted as interested first."""
    source = Source(via, campaign, campaign.employer)
    actions.note_interest(source=source, is_met=True)
    return actions.begin_from(person=person, eligibility=dict(ELIGIBLE), source=source, expectations=YES_TO_ALL)
