"""One click from a proposal of the plan to a draft on every trainer's page, and from there to the diary."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from onemm.notifications.models import Email
from onemm.workshops.models import Draft, Workshop
from tests.access.world import Elsewhere
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.places import a_partner, a_site
from tests.factories.recruitment import Answers, a_submitted_application
from tests.factories.workshops import a_draft, a_learner
from tests.portals.staff.test_workshops import FORM, HOME

PLAN, DRAFT = reverse("staff:plan_workshops"), reverse("staff:draft_workshop")


@pytest.fixture
def ticket(cast: Cast, browser: Browser) -> str:
    """Three applicants wait near a youth centre; the plan proposes it, with a ticket."""
    for _ in range(3):
        a_submitted_application(cast, a_learner(), Answers(half_days=1 << 11))
    a_site(a_partner(area=cast.area), name="Werneth youth centre")
    found = re.search(r'name="ticket" value="([^"]+)"', browser.sign_in(cast.priya).get(PLAN).text)
    assert found
    return found[1]


def test_from_the_plan_to_the_diary(cast: Cast, browser: Browser, ticket: str) -> None:
    assert browser.post(DRAFT, {"ticket": ticket})["Location"] == PLAN
    draft = Draft.objects.get()
    assert (draft.site.name, draft.people.count(), draft.planned_by) == ("Werneth youth centre", 3, cast.priya)
    assert "3 of them have nothing else near" in draft.reasons
    body = browser.get(PLAN).text
    assert "Drafts that wait for a trainer" in body
    assert "Everybody who waits is planned for" in body, "who is planned for is not planned for again"

    tom = Browser().sign_in(cast.tom)
    take = reverse("staff:take_draft", args=[draft.public_id])
    assert take in tom.get(HOME).text
    page = tom.get(take).text
    assert 'value="Werneth youth centre"' in page
    assert draft.reasons in page
    day = timezone.localtime(draft.starts_at).date().isoformat()
    assert "to put right" in tom.post(take, {"day": day}).text
    assert "We do not know where this postcode is" in tom.post(take, {**FORM, "day": day, "postcode": "ZZ99 9ZZ"}).text
    assert tom.post(take, {**FORM, "day": day})["Location"] == reverse(
        "staff:workshop", args=[Workshop.objects.get().public_id]
    )
    assert Email.objects.filter(kind="workshop.suggested").count() == 3
    assert tom.get(take).status_code == 404


def test_pressed_twice_it_is_one_draft(browser: Browser, ticket: str) -> None:
    for _ in range(2):
        browser.post(DRAFT, {"ticket": ticket})
    assert Draft.objects.count() == 1


def test_a_ticket_written_by_somebody_else_or_too_old_makes_nothing(browser: Browser, ticket: str, cast: Cast) -> None:
    forged = signing.dumps({"site": cast.site.pk, "people": [cast.amina.pk]}, salt="elsewhere")
    for wrong in ("", "nonsense", ticket[:-1], forged):
        assert browser.post(DRAFT, {"ticket": wrong})["Location"] == PLAN
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=True):
        browser.sign_in(cast.priya).post(DRAFT, {"ticket": ticket})
    assert not Draft.objects.exists()


def test_a_ticket_for_another_area_is_not_there(browser: Browser, ticket: str) -> None:
    assert Browser().sign_in(Elsewhere().priya).post(DRAFT, {"ticket": ticket}).status_code == 404
    assert not Draft.objects.exists()


def test_a_ticket_whose_day_has_come_is_told(
    browser: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch, ticket: str
) -> None:
    monkeypatch.setattr("onemm.portals.staff.views.planning.GOOD_FOR", timedelta(days=100))
    with time_machine.travel(timezone.now() + timedelta(days=60), tick=True):
        browser.sign_in(cast.priya).post(DRAFT, {"ticket": ticket})
        assert "still to come" in browser.get(PLAN).text


def test_dropping_a_draft_is_for_its_own_planner(cast: Cast, browser: Browser) -> None:
    draft = a_draft(cast)
    drop = reverse("staff:drop_draft", args=[draft.public_id])
    assert Browser().sign_in(Elsewhere().priya).post(drop).status_code == 404
    assert Browser().sign_in(cast.tom).post(drop).status_code == 403
    assert browser.sign_in(cast.priya).post(drop)["Location"] == PLAN
    assert browser.post(drop).status_code == 409
    assert reverse("staff:take_draft", args=[draft.public_id]) not in Browser().sign_in(cast.tom).get(HOME).text
