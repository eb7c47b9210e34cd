"""One click from a proposal of the plan to a draft on every trainer's page, and from there to the diary."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from onemm.jobs.models import Job
from onemm.lib.tasks import run_waiting
from onemm.notifications.models import Email
from onemm.workshops.models import Draft, Workshop
from tests.access.world import Elsewhere
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.places import a_partner, a_site
from tests.factories.recruitment import Answers, a_submitted_application
from tests.factories.workshops import a_draft, a_learner
from tests.portals.staff.test_workshops import FORM, HOME, USUAL, worked_out

PLAN, DRAFT, STOP = (reverse(f"staff:{name}") for name in ("plan_workshops", "draft_workshop", "stop_planning"))


Ticket = dict[str, str]


@pytest.fixture
def waiting(cast: Cast) -> None:
    """Three applicants wait near a youth centre."""
    for _ in range(3):
        a_submitted_application(cast, a_learner(), Answers(half_days=1 << 11))
    a_site(a_partner(area=cast.area), name="Werneth youth centre")


@pytest.fixture
def ticket(cast: Cast, browser: Browser, waiting: None) -> Ticket:
    """What the form of the plan's first proposal sends."""
    page = worked_out(browser.sign_in(cast.priya))
    found = [re.search(rf'name="{name}" value="([^"]+)"', page) for name in ("plan", "number")]
    assert all(found)
    return {"plan": found[0][1], "number": found[1][1]}  # type: ignore[index]  # they are there


def test_from_the_plan_to_the_diary(cast: Cast, browser: Browser, ticket: Ticket) -> None:
    assert browser.post(DRAFT, ticket)["Location"] == PLAN
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


def test_pressed_twice_it_is_one_draft(browser: Browser, ticket: Ticket) -> None:
    for _ in range(2):
        browser.post(DRAFT, ticket)
    assert Draft.objects.count() == 1


def test_a_plan_of_somebody_else_or_too_old_or_a_number_that_is_not_in_it_makes_nothing(
    browser: Browser, ticket: Ticket, cast: Cast
) -> None:
    for wrong in ({}, {"plan": "nonsense", "number": "0"}, {**ticket, "number": "7"}, {**ticket, "number": "x"}):
        assert browser.post(DRAFT, wrong)["Location"] == PLAN
    assert Browser().sign_in(Elsewhere().priya).post(DRAFT, ticket)["Location"] == PLAN
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=True):
        assert "Work it out again" in browser.sign_in(cast.priya).post(DRAFT, ticket, follow=True).text
    assert not Draft.objects.exists()


def test_no_page_solves_anything_and_it_can_be_stopped(
    cast: Cast, browser: Browser, waiting: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onemm.clearance.queries.plans.plan_workshops", lambda *_: 1 / 0)
    page = browser.sign_in(cast.priya).get(PLAN).text
    assert "Work it out" in page
    for _ in range(2):
        browser.post(PLAN, USUAL)
    assert Job.objects.count() == 1, "asked twice, it is one job"
    part = browser.get(PLAN, headers={"HX-Request": "true"}).text
    assert "0 of 100 done: waiting for its turn" in part
    assert browser.post(STOP)["Location"] == PLAN
    run_waiting()
    assert Job.objects.get().state == "stopped"
    assert browser.post(STOP).status_code == 409
    assert "Please work it out again" in worked_out(browser)


def test_a_plan_cannot_be_for_no_workshop(cast: Cast, browser: Browser) -> None:
    page = browser.sign_in(cast.priya).post(PLAN, {"workshops": "0", "seats": "12"})
    assert page.status_code == 200
    assert not Job.objects.exists()


def test_a_draft_that_is_dropped_is_proposed_again(cast: Cast, browser: Browser, ticket: Ticket) -> None:
    browser.post(DRAFT, ticket)
    assert "Make a draft of it" not in browser.get(PLAN).text
    browser.post(reverse("staff:drop_draft", args=[Draft.objects.get().public_id]))
    assert "Make a draft of it" in browser.get(PLAN).text


def test_others_do_not_plan(cast: Cast, browser: Browser) -> None:
    for name in ("tom", "sam", "noor", "lena"):
        assert browser.sign_in(getattr(cast, name)).get(PLAN).status_code == 403
        assert browser.post(PLAN, USUAL).status_code == 403
        assert browser.post(STOP).status_code == 403


def test_a_ticket_whose_day_has_come_is_told(
    browser: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch, ticket: str
) -> None:
    monkeypatch.setattr("onemm.clearance.queries.plans.STANDS_FOR", timedelta(days=100))
    with time_machine.travel(timezone.now() + timedelta(days=60), tick=True):
        browser.sign_in(cast.priya).post(DRAFT, ticket)
        assert "still to come" in browser.get(PLAN).text


def test_dropping_a_draft_is_for_its_own_planner(cast: Cast, browser: Browser) -> None:
    draft = a_draft(cast)
    drop = reverse("staff:drop_draft", args=[draft.public_id])
    assert Browser().sign_in(Elsewhere().priya).post(drop).status_code == 404
    assert Browser().sign_in(cast.tom).post(drop).status_code == 403
    assert browser.sign_in(cast.priya).post(drop)["Location"] == PLAN
    assert browser.post(drop).status_code == 409
    assert reverse("staff:take_draft", args=[draft.public_id]) not in Browser().sign_in(cast.tom).get(HOME).text
