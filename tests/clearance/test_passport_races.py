"""Nobody holds a passport that stands beside a restriction, whichever of the two came first."""

import time
from typing import Any

import pytest
from django.db import connection

from onemm.clearance import actions
from onemm.clearance.models import Passport
from onemm.clearance.queries import is_cleared
from onemm.recruitment.actions import note_that_check_ran_out
from onemm.recruitment.models import Check
from onemm.safeguarding.actions import impose_restriction
from tests.cast import Cast
from tests.factories.mentoring import a_ready_mentor
from tests.racing import at_once

ROUNDS = 20


def slowly(person: Any) -> bool:
    found = is_cleared(person)
    time.sleep(0.05)  # as long as a busy server may take between looking and writing
    return found


def standing_beside_a_restriction(rounds: int) -> int:
    """Count the passports that stand although their holder is restricted."""
    cast = Cast()
    assert cast.priya
    assert cast.noor
    for number in range(rounds):
        mentor = a_ready_mentor(cast, cast._person(f"mentor{number}", "Number", f"N{number}", None))
        at_once(
            lambda one=mentor: actions.issue_passport(person=one),
            lambda one=mentor, wait=number % 5 / 100: (
                time.sleep(wait),
                impose_restriction(person=one, by=cast.noor, reason="x"),
            ),
        )
    return Passport.objects.standing().count()


@pytest.mark.race
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_no_passport_stands_beside_a_restriction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "is_cleared", slowly)
    assert standing_beside_a_restriction(ROUNDS) == 0


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_without_holding_the_person_one_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "is_cleared", slowly)
    monkeypatch.setattr(actions, "lock_people", lambda number: {number: actions.Person.objects.get(pk=number)})
    # SQLite lets one write at a time, so that nothing can fall between; there the lock changes nothing.
    assert (standing_beside_a_restriction(ROUNDS) > 0) is (connection.vendor == "postgresql")


@pytest.mark.race
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_no_passport_stands_beside_a_check_that_ran_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock reaches the day between looking and writing: the platform's own watch over checks ends what was
    issued.
    """
    from onemm.lib.clock import today

    monkeypatch.setattr(actions, "is_cleared", slowly)
    cast = Cast()
    assert cast.priya
    for number in range(ROUNDS):
        mentor = a_ready_mentor(cast, cast._person(f"mentor{number}", "Number", f"N{number}", None))
        check = Check.objects.get(application__person=mentor)

        def run_out(one: Check = check, wait: float = number % 5 / 100) -> None:
            time.sleep(wait)
            Check.objects.filter(pk=one.pk).update(expires_on=today())
            note_that_check_ran_out(check=one)

        at_once(lambda one=mentor: actions.issue_passport(person=one), run_out)
    assert not Passport.objects.standing().exists()
