"""What happens between loading the page and approving never makes a ready mentor who should not be one."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from onemm.lib.clock import now, today
from onemm.mentors.models import MentorProfile
from onemm.recruitment import actions, queries, refusals
from onemm.recruitment.actions import deciding
from onemm.recruitment.models import Application, Check, Decision, Interview, Reference
from onemm.safeguarding.actions import impose_restriction
from onemm.safeguarding.models import Restriction
from onemm.safeguarding.queries import is_restricted
from tests.cast import Cast, years_ago
from tests.racing import at_once, went_at_once

ROUNDS = 200


def a_whole_application(cast: Cast, number: int) -> Application:
    """Everything that approval needs, written plainly, so that two hundred take seconds."""
    person = cast._person(f"applicant{number}", "Number", f"N{number}", years_ago(40))
    MentorProfile.objects.create(person=person)
    application = Application.objects.create(
        person=person,
        area=cast.area,
        state="in_screening",
        eligibility_version="1",
        submitted_at=now(),
        screening_from=now(),
        conduct_agreed_at=now(),
    )
    for one in range(2):
        Reference.objects.create(
            application=application,
            referee_name=f"R{one}",
            referee_email=f"r{one}@example.net",
            relation="x",
            known_for_years=1,
            verdict="yes",
            words="x",
            received_on=today(),
            recorded_by=cast.priya,
        )
    Interview.objects.create(
        application=application,
        held_on=today(),
        listening=3,
        boundaries=3,
        commitment=3,
        safety=3,
        words="x",
        interviewer=cast.priya,
    )
    Check.objects.create(
        application=application,
        level="enhanced",
        state="clear",
        requested_on=today(),
        requested_by=cast.priya,
        certificate_number=f"C{number:06d}",
        issued_on=today(),
        seen_by=cast.priya,
        expires_on=today() + timedelta(days=700),
    )
    return application


def approve(cast: Cast, application: Application) -> Callable[[], Decision]:
    return lambda: actions.decide_application(
        application=application, by=cast.priya, outcome="approved", reasons="All in place."
    )


@pytest.mark.race
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_a_withdrawal_and_an_approval_at_once_one_goes_through() -> None:
    cast = Cast()
    assert cast.priya
    for number in range(ROUNDS):
        application = a_whole_application(cast, number)
        went = went_at_once(
            approve(cast, application),
            lambda one=application: actions.withdraw_application(application=one, by=one.person),
        )
        application.refresh_from_db()
        assert sum(went) == 1
        assert application.state == ("approved" if went[0] else "withdrawn")
        assert queries.is_checked(application.person) is went[0]
        assert Decision.objects.filter(application=application).exists() is went[0]


@pytest.mark.django_db
def test_without_looking_again_under_the_lock_somebody_who_withdrew_would_be_approved(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = a_whole_application(cast, 0)
    actions.withdraw_application(application=page, by=page.person)
    with pytest.raises(refusals.ApplicationIsNotInScreening):
        approve(cast, page)()
    monkeypatch.setattr(deciding, "locked_for_staff", lambda application, by: application)
    page.state = "in_screening"  # as the page that was loaded before still has it
    approve(cast, page)()
    assert queries.is_checked(page.person)


def slowly(person: Any) -> bool:
    found = is_restricted(person)
    time.sleep(0.05)  # as long as a busy server may take between looking and writing
    return found


def restricted_before_the_decision(cast: Cast, rounds: int) -> int:
    """Count the approvals made although a restriction had been imposed by then."""
    wrong = 0
    for number in range(rounds):
        application = a_whole_application(cast, number)
        at_once(
            approve(cast, application),
            lambda one=application, wait=number % 5 / 100: (
                time.sleep(wait),
                impose_restriction(person=one.person, by=cast.noor, reason="x"),
            ),
        )
        decision = Decision.objects.filter(application=application).first()
        restriction = Restriction.objects.get(person=application.person)
        wrong += decision is not None and restriction.imposed_at < decision.decided_at
    return wrong


@pytest.mark.race
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_nobody_is_approved_after_a_restriction_fell(monkeypatch: pytest.MonkeyPatch) -> None:
    cast = Cast()
    assert cast.priya
    assert cast.noor
    monkeypatch.setattr(deciding, "is_restricted", slowly)
    assert restricted_before_the_decision(cast, 20) == 0


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_without_holding_the_person_a_restriction_would_slip_in(monkeypatch: pytest.MonkeyPatch) -> None:
    class Loose:
        """People whose rows nobody holds."""

        def select_for_update(self, **_: object) -> "Loose":
            return self

        def get(self, **_: object) -> None:
            return None

    cast = Cast()
    assert cast.priya
    assert cast.noor
    monkeypatch.setattr(deciding, "is_restricted", slowly)
    monkeypatch.setattr(deciding, "Person", type("Unheld", (), {"objects": Loose()}))
    # SQLite lets one write at a time, so that nothing can fall between; there the lock changes nothing.
    assert (restricted_before_the_decision(cast, 20) > 0) is (connection.vendor == "postgresql")


@pytest.mark.django_db
def test_a_check_that_ran_out_since_the_page_was_loaded_refuses_and_without_weighing_again_would_not(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = a_whole_application(cast, 0)
    seen = queries.criteria_of(application)
    assert seen.is_met
    Check.objects.update(expires_on=today())
    with pytest.raises(refusals.CriteriaAreNotMet):
        approve(cast, application)()
    monkeypatch.setattr(deciding, "criteria_of", lambda _: seen)
    assert approve(cast, application)().outcome == "approved"
    assert not queries.is_checked(application.person), "and even then they are not ready: readiness asks again"
