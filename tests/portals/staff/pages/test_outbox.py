"""What the outbox says of an e-mail, for each way in which it may stand."""

from datetime import datetime

import pytest
from django.utils import timezone

from onemm.notifications.models import Email
from onemm.people.models import Person
from onemm.portals.staff.pages.outbox import email_page

AT = timezone.make_aware(datetime(2026, 11, 30, 14, 5))


def an_email(**changes: object) -> Email:
    given = {
        "public_id": "abcdefghjkmn",
        "kind": "enquiry.waiting",
        "reader": "staff",
        "to": Person(first_name="Priya", last_name="Nair"),
        "address": "priya@example.org",
        "subject": "Hope High asks to take part",
        "body": "The words.",
        "link": "partners",
        "due_at": AT,
    }
    return Email(**{**given, **changes})


@pytest.mark.parametrize(
    ("changes", "standing", "can_retry"),
    [
        ({}, "Waiting; next try 14:05", False),
        ({"tries": 1}, "Waiting; next try 14:05 (1 try)", False),
        ({"sent_at": AT, "tries": 2}, "Sent 30 November 2026, 14:05 (2 tries)", False),
        ({"given_up_at": AT, "tries": 5}, "Given up 30 November 2026, 14:05 (5 tries)", True),
        ({"address": ""}, "Read on their home page: they have no e-mail address", False),
    ],
)
def test_how_far_it_has_come_is_said_in_one_sentence(
    changes: dict[str, object], standing: str, *, can_retry: bool
) -> None:
    page = email_page(an_email(**changes))
    assert (page.standing, bool(page.retry_url)) == (standing, can_retry)


@pytest.mark.parametrize(
    ("changes", "to"),
    [
        ({}, "Priya Nair, priya@example.org"),
        ({"address": ""}, "Priya Nair"),
        ({"to": None}, "priya@example.org"),
    ],
)
def test_it_says_to_whom(changes: dict[str, object], to: str) -> None:
    assert email_page(an_email(**changes)).to == to


@pytest.mark.parametrize(
    ("is_secret", "is_demo", "shown"), [(False, False, True), (True, False, False), (True, True, True)]
)
def test_what_opens_something_is_shown_of_invented_people_alone(settings, is_secret, is_demo, shown) -> None:
    settings.DEMO = is_demo
    page = email_page(an_email(secret=is_secret))
    assert (bool(page.body), bool(page.path)) == (shown, shown)
