"""The demo world is lived through the real actions: every state is present, nothing happens before its time, the log is
whole, and its pages answer with few queries, however many rows there are.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_q.models import OrmQ

from onemm.audit.queries import flaws_in_the_log
from onemm.demo.links import STANDING_CAST, sign_in_links
from onemm.demo.world import fill_an_empty_world
from onemm.lib.health import health
from onemm.matching.models import Proposal
from onemm.mentoring.models import Match
from onemm.mentoring.queries import ready_mentors
from onemm.people.models import Person, RoleGrant
from onemm.people.roles import Role
from onemm.recruitment.models import Application, Check
from onemm.recruitment.queries import queue_of
from onemm.reporting.ready_times import ready_times
from onemm.safeguarding.models import Concern
from onemm.safeguarding.queries import safeguarding_leads
from onemm.workshops.models import Booking, Workshop
from tests.conftest import Browser

MOST_QUERIES = 13
"""The most is an applicant's page before the interview: it asks whether any time is on offer, and says if none is."""
PAGES = {
    "amina": ["mentor:home", "mentor:training", "mentor:workshops", "mentor:application"],
    "theo": ["young:home", "young:question", "young:consent"],
    "sam": [
        "partner:today",
        "partner:pairs",
        "partner:young_people",
        "partner:programmes",
        "partner:places",
        "partner:rounds",
        "partner:impact",
    ],
    "priya": [
        "staff:today",
        "staff:applications",
        "staff:interviews",
        "staff:partners",
        "staff:funnel",
        "staff:plan_workshops",
        "staff:outbox",
        "staff:gallery",
        "staff:ready_times",
        "staff:targets",
    ],
    "tom": ["staff:workshops"],
    "wendy": ["staff:disclosures"],
    "noor": ["staff:concerns", "staff:disclosures", "staff:log"],
    "omar": ["mentor:home", "mentor:application", "mentor:application_referees", "mentor:application_talk"],
}


@contextmanager
def few_queries(page: str) -> Iterator[None]:
    with CaptureQueriesContext(connection) as asked:
        yield
    assert len(asked) <= MOST_QUERIES, f"{page}: {len(asked)} queries\n" + "\n".join(
        query["sql"][:160] for query in asked
    )


def somebody(name: str) -> Person:
    return Person.objects.get(email=f"{name}@demo.onemm.example")


@pytest.mark.slow
@pytest.mark.django_db
def test_the_demo_world_is_alive_and_its_pages_are_quick() -> None:
    told: list[float] = []
    assert fill_an_empty_world(tell=lambda _, share: told.append(share), people=(150, 120))
    assert told == sorted(told), "what is done stays done"
    assert not fill_an_empty_world(tell=lambda *_: None), "a world that has people is left alone"
    assert {link.role for link in sign_in_links("http://x")} == {role for role, _ in STANDING_CAST}
    assert flaws_in_the_log() == []
    assert set(Application.objects.values_list("state", flat=True)) == set(Application.State.values)
    assert set(Proposal.objects.values_list("state", flat=True)) >= {
        "suggested",
        "offered",
        "accepted",
        "declined",
        "lapsed",
    }
    assert set(Match.objects.values_list("state", flat=True)) >= {"active", "ended"}
    assert not Match.objects.filter(introduced_on__lt=F("enrolment__enrolled_at__date")).exists()
    assert not Match.objects.filter(introduced_on__lt=F("mentor__applications__over_at__date")).exists()
    assert Concern.objects.unanswered().count() == 1
    assert ready_mentors().exists()
    assert set(Workshop.objects.values_list("state", flat=True)) == {"planned", "held"}
    assert set(Booking.objects.values_list("state", flat=True)) >= {"waiting", "booked", "attended", "missed"}
    theirs = Match.objects.get(mentor=somebody("amina"))
    assert (theirs.young_person, theirs.state) == (somebody("theo"), "active")
    applications_wait_as_in_life()
    pages_are_quick()


def applications_wait_as_in_life() -> None:
    """Most are in time, a few are overdue, more have come to an end; a check waits for two to weigh, and nothing for
    the worker.
    """
    queues = [
        queue_of(manager.person)
        for manager in RoleGrant.objects.held().of(Role.PROGRAMME_MANAGER).select_related("person")
    ]
    waiting, overdue = sum(queue.waiting for queue in queues), sum(queue.overdue for queue in queues)
    assert 0 < overdue <= waiting / 3
    assert Application.objects.filter(state__in=Application.OVER).count() > 2 * waiting
    assert safeguarding_leads().count() == 2
    assert Check.objects.to_weigh_by(somebody("wendy")).filter(state="needs_decision").count() == 1
    assert not OrmQ.objects.exists()
    assert health().queue == "well"
    way = ready_times(None).everybody
    assert way.half_by is not None
    assert way.lost.value > 0


def pages_are_quick() -> None:
    for name, pages in PAGES.items():
        browser = Browser().sign_in(somebody(name))
        for page in pages:
            with few_queries(f"{page} as {name}"):
                response = browser.get(reverse(page))
            assert response.status_code == 200, page
