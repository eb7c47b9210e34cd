"""What programme managers gather, and what they may not."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.queries import history_of
from onemm.lib.clock import today
from onemm.lib.errors import MoveRefused
from onemm.mentors.models import MentorProfile
from onemm.notifications.models import Letter
from onemm.recruitment import actions, refusals
from onemm.recruitment.models import Application, Check, Interview, Reference
from tests.cast import Cast
from tests.factories.recruitment import (
    Answers,
    a_clear_check,
    a_reference,
    a_submitted_application,
    an_application_in_screening,
    an_approved_mentor,
    an_interview,
    two_leads_decide,
)


def a_requested_check(cast: Cast, application: Application, days_ago: int = 7) -> Check:
    return actions.request_check(
        application=application, by=cast.priya, level="enhanced", requested_on=today() - timedelta(days=days_ago)
    )


def a_result(check: Check, cast: Cast, **changes: Any) -> None:
    actions.record_check_result(
        **{
            "check": check,
            "by": cast.priya,
            "certificate_number": "0012 3456 7890",
            "issued_on": today(),
            "clear": True,
            **changes,
        }
    )


def test_starting_tells_the_applicant_who_has_it(cast: Cast, application: Application) -> None:
    assert application.state == "in_screening"
    assert application.screening_from is not None
    assert "Priya has read" in Letter.objects.get(kind="application:in_screening", to=cast.amina).body


def test_screening_starts_once(cast: Cast, application: Application) -> None:
    with pytest.raises(MoveRefused):
        actions.start_screening(application=application, by=cast.priya)


def test_nobody_screens_themselves(cast: Cast, application: Application) -> None:
    check = a_requested_check(cast, application)
    mine: list[tuple[Any, dict[str, Any]]] = [
        (actions.start_screening, {"application": application}),
        (a_reference, {"cast": cast, "application": application}),
        (an_interview, {"cast": cast, "application": application}),
        (actions.request_check, {"application": application, "level": "enhanced", "requested_on": today()}),
        (actions.hand_check_over, {"check": check}),
        (actions.weigh_check, {"check": check, "accept": True, "reasons": "Me."}),
        (a_result, {"check": check, "cast": cast}),
        (actions.decide_application, {"application": application, "outcome": "approved", "reasons": "Me."}),
    ]
    for verb, words in mine:
        with pytest.raises(refusals.NobodyScreensThemselves):
            verb(**words, by=cast.amina)


def test_nothing_is_gathered_before_screening_starts(cast: Cast) -> None:
    application = a_submitted_application(cast, cast.amina)
    with pytest.raises(refusals.ApplicationIsNotInScreening):
        a_reference(cast, application)
    with pytest.raises(refusals.ApplicationIsNotInScreening):
        an_interview(cast, application)
    with pytest.raises(refusals.ApplicationIsNotInScreening):
        a_requested_check(cast, application)


def test_a_reference_is_kept_and_written_down(cast: Cast, application: Application) -> None:
    a_reference(cast, application, referee_email=" Joan@Example.NET ")
    reference = Reference.objects.get()
    assert (reference.referee_email, reference.recorded_by) == ("joan@example.net", cast.priya)
    assert history_of(application).filter(event="reference:recorded").exists()


@pytest.mark.parametrize(
    ("change", "refusal", "field"),
    [
        ({"referee_email": "AMINA+ref@example.org"}, refusals.NobodyIsTheirOwnReferee, "referee_email"),
        (
            {"referee_email": "referee1+again@example.net", "referee_name": "Someone Else"},
            refusals.RefereeHasSpoken,
            "referee_email",
        ),
        ({"referee_name": "REFEREE 1", "referee_email": "new@example.net"}, refusals.RefereeHasSpoken, "referee_name"),
        ({"received_on": today() + timedelta(days=1)}, refusals.ThatIsInTheFuture, "received_on"),
        ({"verdict": "perhaps"}, refusals.AnswerDoesNotFit, "verdict"),
    ],
)
def test_a_reference_that_cannot_be_is_refused(
    cast: Cast, application: Application, change: dict[str, Any], refusal: type[Exception], field: str
) -> None:
    a_reference(cast, application, 1)
    with pytest.raises(refusal) as said:
        a_reference(cast, application, 2, **change)
    assert said.value.field == field  # type: ignore[attr-defined]  # every refusal has one
    assert Reference.objects.count() == 1


def test_two_references_never_share_a_mailbox(cast: Cast, application: Application) -> None:
    a_reference(cast, application, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reference.objects.create(
            application=application,
            referee_name="X",
            referee_email="referee1@example.net",
            relation="x",
            known_for_years=1,
            verdict="yes",
            words="x",
            received_on=today(),
            recorded_by=cast.priya,
        )


def test_there_is_one_interview(cast: Cast, application: Application) -> None:
    an_interview(cast, application)
    with pytest.raises(refusals.InterviewWasRecorded):
        an_interview(cast, application)


@pytest.mark.parametrize("part", ["listening", "boundaries", "commitment", "safety"])
@pytest.mark.parametrize("score", [0, 5])
def test_an_interview_is_scored_from_1_to_4(cast: Cast, application: Application, part: str, score: int) -> None:
    with pytest.raises(refusals.AnswerDoesNotFit) as said:
        an_interview(cast, application, **{part: score})
    assert said.value.field == part


def test_the_database_refuses_a_score_of_5(cast: Cast, application: Application) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Interview.objects.create(
            application=application,
            held_on=today(),
            listening=5,
            boundaries=1,
            commitment=1,
            safety=1,
            words="x",
            interviewer=cast.priya,
        )


def test_an_interview_was_held_by_today(cast: Cast, application: Application) -> None:
    with pytest.raises(refusals.ThatIsInTheFuture):
        an_interview(cast, application, held_on=today() + timedelta(days=1))


def test_a_check_goes_from_us_to_the_applicant_and_comes_back(cast: Cast, application: Application) -> None:
    check = a_requested_check(cast, application)
    actions.hand_check_over(check=check, by=cast.priya)
    assert Letter.objects.filter(kind="check:with_applicant", to=cast.amina).exists()
    a_result(check, cast)
    check.refresh_from_db()
    assert (check.state, check.certificate_number, check.seen_by) == ("clear", "001234567890", cast.priya)
    assert check.expires_on is not None
    assert check.expires_on > today() + timedelta(days=3 * 365 - 1)
    assert check.is_valid_on(today())
    assert not check.is_valid_on(check.expires_on)
    assert Check.objects.valid_on(check.expires_on - timedelta(days=1)).get() == check
    assert not Check.objects.valid_on(check.expires_on).exists()


@pytest.mark.parametrize(
    ("postcode", "level", "lawful"),
    [
        ("OL1 1UL", "enhanced_barred", False),
        ("OL1 1UL", "pvg", False),
        ("OL1 1UL", "basic", True),
        ("G1 1XQ", "pvg", True),
        ("G1 1XQ", "enhanced", False),
        ("BT1 5GS", "accessni", True),
    ],
)
def test_only_lawful_levels_are_asked_for(cast: Cast, postcode: str, level: str, *, lawful: bool) -> None:
    application = an_application_in_screening(cast, cast.amina, Answers(postcode=postcode))
    if lawful:
        assert a_clear_check(cast, application, level=level).level == level
    else:
        with pytest.raises(refusals.CheckLevelIsNotLawful) as said:
            a_clear_check(cast, application, level=level)
        assert said.value.field == "level"


def test_without_a_postcode_the_rules_of_england_are_suggested(cast: Cast, application: Application) -> None:
    MentorProfile.objects.update(postcode="")
    assert a_clear_check(cast, application).level == "enhanced"


def test_one_check_is_under_way_at_a_time(cast: Cast, application: Application) -> None:
    check = a_requested_check(cast, application)
    assert check.is_under_way
    with pytest.raises(refusals.CheckIsUnderWay):
        a_requested_check(cast, application)
    with pytest.raises(IntegrityError), transaction.atomic():
        Check.objects.create(application=application, level="basic", requested_on=today(), requested_by=cast.priya)


def test_a_check_is_not_asked_for_tomorrow(cast: Cast, application: Application) -> None:
    with pytest.raises(refusals.ThatIsInTheFuture):
        a_requested_check(cast, application, days_ago=-1)


def test_an_approved_mentor_may_be_checked_again(cast: Cast) -> None:
    application = an_approved_mentor(cast, cast.amina)
    assert a_requested_check(cast, application).state == "requested"


@pytest.mark.parametrize(
    ("change", "refusal", "field"),
    [
        ({"issued_on": today() - timedelta(days=8)}, refusals.CheckWasIssuedTooEarly, "issued_on"),
        ({"issued_on": today() + timedelta(days=1)}, refusals.ThatIsInTheFuture, "issued_on"),
        ({"certificate_number": "12"}, refusals.AnswerDoesNotFit, "certificate_number"),
        ({"certificate_number": "none/seen"}, refusals.AnswerDoesNotFit, "certificate_number"),
    ],
)
def test_a_result_that_cannot_be_is_refused(
    cast: Cast, application: Application, change: dict[str, Any], refusal: type[Exception], field: str
) -> None:
    check = a_requested_check(cast, application)
    with pytest.raises(refusal) as said:
        a_result(check, cast, **change)
    assert said.value.field == field  # type: ignore[attr-defined]  # every refusal has one
    check.refresh_from_db()
    assert check.state == "requested"


def test_a_certificate_is_used_once(cast: Cast, application: Application) -> None:
    a_result(a_requested_check(cast, application), cast)
    other = an_application_in_screening(cast, cast.other_mentor)
    check = a_requested_check(cast, other)
    with pytest.raises(refusals.CertificateWasUsed) as said:
        a_result(check, cast, certificate_number="0012-3456-7890")
    assert said.value.field == "certificate_number"
    check.refresh_from_db()
    assert (check.state, check.certificate_number) == ("requested", "")


def test_the_database_refuses_a_check_issued_before_it_was_requested(cast: Cast, application: Application) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Check.objects.create(
            application=application,
            level="basic",
            requested_on=today(),
            requested_by=cast.priya,
            issued_on=date(2020, 1, 1),
        )


def test_the_database_refuses_a_clear_check_without_number(cast: Cast, application: Application) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Check.objects.create(
            application=application, level="basic", requested_on=today(), requested_by=cast.priya, state="clear"
        )


@pytest.mark.parametrize(("accept", "state", "valid"), [(True, "accepted", True), (False, "refused", False)])
def test_what_a_check_shows_is_weighed_by_two_people(
    cast: Cast, application: Application, *, accept: bool, state: str, valid: bool
) -> None:
    check = a_requested_check(cast, application)
    a_result(check, cast, clear=False)
    check.refresh_from_db()
    assert check.state == "needs_decision"
    two_leads_decide(cast, check, accept=accept)
    check.refresh_from_db()
    assert check.state == state
    assert check.is_valid_on(today()) is valid


def test_a_clear_check_needs_no_decision(cast: Cast, application: Application) -> None:
    check = a_clear_check(cast, application)
    with pytest.raises(refusals.NothingToWeigh):
        actions.weigh_check(check=check, by=cast.noor, accept=False, reasons="x")
    with pytest.raises(refusals.NothingToWeigh):
        actions.write_disclosure_down(check=check, by=cast.noor, words="x")
