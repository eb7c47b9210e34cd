"""Where a safeguarding lead has said so, the check is asked for on the day an application is sent: at the level the
rules give, once.
"""

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.queries import history_of
from onemm.lib.clock import today
from onemm.notifications.models import Letter
from onemm.recruitment import actions, queries, refusals
from onemm.recruitment.models import Application, Check, CheckRoute
from onemm.recruitment.rules.checks import Nation, Work, advice_for
from tests.cast import Cast
from tests.factories.recruitment import (
    a_filled_in_application,
    a_submitted_application,
    an_application_in_screening,
)

pytestmark = pytest.mark.django_db


def a_route(cast: Cast, *, nation: Nation = Nation.ENGLAND, from_sending: bool = True) -> CheckRoute:
    return actions.set_check_route(
        nation=nation.value,
        address="https://checks.example.org/start",
        words="Our reference is 1MM.",
        from_sending=from_sending,
        by=cast.noor,
    )


def test_sending_asks_for_the_check_at_the_level_of_the_rules_and_tells_the_applicant_where(cast: Cast) -> None:
    a_route(cast)
    application = a_submitted_application(cast, cast.amina)
    check = Check.objects.get()
    assert (check.state, check.requested_by, check.requested_on) == ("with_applicant", cast.noor, today())
    assert check.level == advice_for(Work(Nation.ENGLAND)).level == "enhanced"
    assert "unlawful" in check.reason
    letter = Letter.objects.get(kind="check:with_applicant", to=cast.amina)
    assert "https://checks.example.org/start" in letter.body
    assert "Our reference is 1MM." in letter.body
    assert history_of(application).filter(event="check:requested", actor="").exists()
    assert "form" in {wait.kind for wait in queries.waits_of(Application.objects.get())}


def test_where_nobody_has_said_so_the_check_waits_for_a_person(cast: Cast) -> None:
    a_route(cast, from_sending=False)
    a_route(cast, nation=Nation.SCOTLAND)
    a_submitted_application(cast, cast.amina)
    assert not Check.objects.exists()


def test_a_form_with_an_address_goes_out_with_the_request(cast: Cast) -> None:
    a_route(cast, from_sending=False)
    application = an_application_in_screening(cast, cast.amina)
    check = actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=today())
    assert check.state == Check.State.WITH_APPLICANT
    assert Letter.objects.filter(kind="check:with_applicant").count() == 1


def test_without_an_address_the_form_is_handed_over_by_hand(cast: Cast) -> None:
    check = actions.request_check(
        application=an_application_in_screening(cast, cast.amina), by=cast.priya, level="enhanced", requested_on=today()
    )
    assert check.state == Check.State.REQUESTED
    actions.hand_check_over(check=check, by=cast.priya)
    assert "the form you have been sent" in Letter.objects.get(kind="check:with_applicant").body


def test_nobody_is_asked_again_when_an_application_waits_and_goes_on(cast: Cast) -> None:
    a_route(cast)
    application = a_submitted_application(cast, cast.amina)
    actions.pause_application(application=application, by=cast.amina)
    actions.resume_application(application=application, by=cast.amina)
    actions.start_screening(application=application, by=cast.priya)
    assert Check.objects.count() == 1
    with pytest.raises(refusals.CheckIsUnderWay):
        actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=today())


def test_a_check_begun_on_sending_counts_like_any_other(cast: Cast) -> None:
    a_route(cast)
    application = a_submitted_application(cast, cast.amina)
    actions.start_screening(application=application, by=cast.priya)
    actions.record_check_result(
        check=Check.objects.get(), by=cast.priya, certificate_number="001234567890", issued_on=today(), clear=True
    )
    assert not {"ask", "hand_over", "form"} & {wait.kind for wait in queries.waits_of(Application.objects.get())}


def test_a_check_never_makes_an_unread_application_ready(cast: Cast) -> None:
    a_route(cast)
    application = a_submitted_application(cast, cast.amina)
    actions.record_check_result(
        check=Check.objects.get(), by=cast.priya, certificate_number="001234567890", issued_on=today(), clear=True
    )
    assert not queries.is_checked(cast.amina)
    assert Application.objects.get(pk=application.pk).state == Application.State.SUBMITTED


def test_dropping_a_route_leaves_the_forms_that_are_out(cast: Cast) -> None:
    a_route(cast)
    a_submitted_application(cast, cast.amina)
    actions.drop_check_route(nation="England", by=cast.noor)
    assert not CheckRoute.objects.exists()
    assert Check.objects.get().state == Check.State.WITH_APPLICANT
    actions.drop_check_route(nation="England", by=cast.noor)  # twice does no harm


def test_somebody_outside_the_uk_is_sent_no_form_by_itself(cast: Cast) -> None:
    a_route(cast)
    application = a_filled_in_application(cast, cast.amina)
    profile = cast.amina.mentor_profile
    profile.postcode = "JE2 3AB"
    profile.save()
    actions.submit_application(application=application, by=cast.amina)
    assert not Check.objects.exists()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"nation": "Atlantis"}, "nation"),
        ({"address": "http://checks.example.org"}, "address"),
        ({"address": "javascript:alert(1)"}, "address"),
    ],
)
def test_what_does_not_fit_is_refused(cast: Cast, change: dict[str, str], field: str) -> None:
    given = {"nation": "England", "address": "https://checks.example.org", "words": "", **change}
    with pytest.raises(refusals.AnswerDoesNotFit) as said:
        actions.set_check_route(**given, from_sending=True, by=cast.noor)  # type: ignore[arg-type]  # three texts
    assert said.value.field == field


def test_the_database_takes_no_address_that_is_not_reached_safely(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        CheckRoute.objects.create(nation="Wales", address="http://checks.example.org", set_by=cast.noor)


def test_a_lead_who_applies_is_not_asked_in_their_own_name(cast: Cast) -> None:
    actions.set_check_route(
        nation="England", address="https://checks.example.org", words="", from_sending=True, by=cast.amina
    )
    a_submitted_application(cast, cast.amina)
    assert not Check.objects.exists()


def test_rules_that_must_be_looked_at_again_ask_nobody_by_themselves(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onemm.recruitment.rules.checks.Advice.is_stale_on", lambda *_: True)
    a_route(cast)
    a_submitted_application(cast, cast.amina)
    assert not Check.objects.exists()
