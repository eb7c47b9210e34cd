"""Thirty-two browsers at once, over real HTTP: every seat goes to exactly one, none stays empty while someone is
turned away.
"""

import contextlib
import os
import threading
import uuid
from collections.abc import Callable, Iterator
from functools import partial
from http.client import HTTPConnection
from threading import Barrier
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.urls import reverse

from onemm.portals.mentor.views import workshops as view
from onemm.web import gate
from onemm.workshops.actions import booking
from onemm.workshops.models import Booking, Workshop
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.workshops import a_learner, a_workshop
from tests.racing import at_once
from tests.workshops.test_race import CLIENTS, flaws

ROUNDS = int(os.environ.get("ONEMM_RACE_ROUNDS", "8"))
"""All fifty take minutes; what they measured stands in docs/how-to/hold-a-workshop.md."""
pytestmark = [pytest.mark.race, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


class Phone:
    """One learner with a session of their own, on one connection that stays open."""

    def __init__(self, host: str, port: int) -> None:
        self.person = a_learner()
        browser = Browser().sign_in(self.person)
        browser.get(reverse("public:phone_me"))
        self.csrf = browser.cookies[settings.CSRF_COOKIE_NAME].value
        self.cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in browser.cookies.items())
        self.line = HTTPConnection(host, port, timeout=60)
        self.line.connect()  # one after the other: what is raced for is a seat, not the server's door

    def books(self, path: str) -> str:
        """Press the button; return the state of the booking that one is led to, or the status that stopped it."""
        body = urlencode({"csrfmiddlewaretoken": self.csrf, "form_token": str(uuid.uuid4())})
        self.line.request(
            "POST", path, body, {"Cookie": self.cookies, "Content-Type": "application/x-www-form-urlencoded"}
        )
        response = self.line.getresponse()
        response.read()
        if response.status != 302:
            return f"status {response.status}"
        return str(response.headers["Location"]).rstrip("/").rsplit("/", 1)[1]


@pytest.fixture
def phones(live_server: Any) -> Iterator[list[Phone]]:
    thread = live_server.thread
    made = [Phone(thread.host, thread.port) for _ in range(CLIENTS)]
    yield made
    for phone in made:
        phone.line.close()


def a_round(cast: Cast, phones: list[Phone], seats: int) -> list[str]:
    workshop = a_workshop(cast, seats=seats)
    path = reverse("mentor:workshop", args=[workshop.public_id])
    led_to = at_once(*(partial(phone.books, path) for phone in phones))
    return flaws(workshop, seats, list(_states(workshop, phones, led_to)))


def _states(workshop: Workshop, phones: list[Phone], led_to: list[str]) -> Iterator[str]:
    """Everyone is led to a booking of their own in this very workshop; whatever else they were told is a flaw."""
    rows = {row.public_id: row for row in Booking.objects.filter(workshop=workshop)}
    for phone, told in zip(phones, led_to, strict=True):
        row = rows.get(told)
        yield row.state if row is not None and row.person_id == phone.person.pk else told


@pytest.mark.parametrize("seats", [1, 5])
def test_every_seat_goes_to_exactly_one_over_http(phones: list[Phone], seats: int) -> None:
    cast = Cast()
    found = {number: flaws for number in range(ROUNDS) if (flaws := a_round(cast, phones, seats))}
    assert found == {}
    assert Booking.objects.count() == CLIENTS * ROUNDS
    assert Booking.objects.filter(state="booked").count() == seats * ROUNDS


def test_without_the_guard_the_same_round_goes_wrong_over_http(
    phones: list[Phone], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the row is locked nor the request one transaction, and all have looked for a seat before the first takes
    one.
    """
    together = Barrier(CLIENTS)
    look: Callable[[Workshop], Any] = booking.free_seat

    def seat_seen_by_all(workshop: Workshop) -> Any:
        seat = look(workshop)
        with contextlib.suppress(threading.BrokenBarrierError):
            together.wait(timeout=20)
        return seat

    class Loose:
        atomic = contextlib.nullcontext

    monkeypatch.setattr(gate, "transaction", Loose)
    monkeypatch.setattr(booking, "locked", lambda workshop: Workshop.objects.get(pk=workshop.pk))
    monkeypatch.setattr(booking, "free_seat", seat_seen_by_all)
    monkeypatch.setattr(view.actions, "book_seat", booking.book_seat.__wrapped__)  # type: ignore[attr-defined]  # what `atomic` wraps
    found = a_round(Cast(), phones, 5)
    assert any("confirmed, not 5" in flaw for flaw in found), found
