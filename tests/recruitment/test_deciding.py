"""The decision, and what screens and other contexts see of an application."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from onemm.audit.queries import history_of
from onemm.lib.clock import today
from onemm.notifications.models import Letter
from onemm.people.models import Person
from onemm.recruitment import actions, queries, refusals
from onemm.recruitment.models import Application, Check, Decision
from onemm.safeguarding.actions import impose_restriction
from tests.cast import Cast
from tests.factories.recruitment import (
    a_clear_check,
    a_filled_in_application,
    a_fully_screened_application,
    a_reference,
    a_started_application,
    a_submitted_application,
    an_application_in_screening,
    an_approved_mentor,
    an_interview,
)


def approve(cast: Cast, application: Application, by: Person | None = None) -> Decision:
    return actions.decide_application(
        application=application, by=by or cast.priya, outcome="approved", reasons="All in place."
    )


def test_approval_says_who_by_which_criteria_and_why(cast: Cast) -> None:
    application = a_fully_screened_application(cast, cast.amina)
    decision = approve(cast, application)
    assert (decision.decided_by, decision.criteria_version, decision.reasons) == (
        cast.priya,
        "2026-11",
        "All in place.",
    )
    assert decision.criteria_met == dict.fromkeys(["references", "interview", "check", "conduct", "age"], True)
    application.refresh_from_db()
    assert application.state == "approved"
    assert application.is_over
    assert "glad to say yes" in Letter.objects.get(kind="application:approved", to=cast.amina).body
    assert history_of(application).filter(event="application:approved").exists()


def test_declining_is_told_kindly_and_without_the_staffs_own_words(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    actions.decide_application(application=application, by=cast.priya, outcome="declined", reasons="Spoke over me.")
    letter = Letter.objects.get(kind="application:declined", to=cast.amina)
    assert "not a judgement of you" in letter.body
    assert "Spoke over me" not in letter.body


def test_approval_lists_the_criteria_that_are_open(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    a_reference(cast, application, 1)
    with pytest.raises(
        refusals.CriteriaAreNotMet, match=r"Two people recommend.*interview scored.*check is valid"
    ) as said:
        approve(cast, application)
    assert "code of conduct" not in str(said.value)
    assert not Decision.objects.exists()


@pytest.mark.parametrize("verdict", ["doubts", "no"])
def test_a_reference_with_doubts_does_not_count(cast: Cast, verdict: str) -> None:
    application = an_application_in_screening(cast, cast.amina)
    a_reference(cast, application, 1)
    a_reference(cast, application, 2, verdict=verdict)
    assert "references" in {criterion.slug for criterion in queries.criteria_of(application).unmet}


def test_a_referee_who_advises_against_stands_in_the_way_of_two_who_do_not(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    for number, verdict in enumerate(["yes", "yes", "no"]):
        a_reference(cast, application, number, verdict=verdict)
    assert not queries.criteria_of(application).criteria[0].is_met


def test_a_basic_check_is_not_enough_for_young_people(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    a_reference(cast, application, 1)
    a_reference(cast, application, 2)
    an_interview(cast, application)
    a_clear_check(cast, application, level="basic")
    with pytest.raises(refusals.CriteriaAreNotMet):
        approve(cast, application)


def test_a_check_that_expires_between_looking_and_approving_refuses_the_approval(cast: Cast) -> None:
    application = a_fully_screened_application(cast, cast.amina)
    assert queries.criteria_of(application).is_met  # what the page showed
    Check.objects.update(expires_on=today())
    with pytest.raises(refusals.CriteriaAreNotMet, match="check is valid"):
        approve(cast, application)
    assert not queries.approved_people().exists()


def test_an_approved_person_is_no_longer_counted_from_the_day_the_check_expires(cast: Cast) -> None:
    application = an_approved_mentor(cast, cast.amina)
    assert list(queries.approved_people()) == [cast.amina.pk]
    expires = Check.objects.get(application=application).expires_on
    assert expires is not None
    with time_machine.travel(expires - timedelta(days=1), tick=False):
        assert queries.approved_people().exists()
    with time_machine.travel(expires, tick=False):
        assert not queries.approved_people().exists()


def test_a_restriction_holds_an_approval(cast: Cast) -> None:
    application = a_fully_screened_application(cast, cast.amina)
    impose_restriction(person=cast.amina, by=cast.noor, reason="Being looked into.")
    with pytest.raises(refusals.ApprovalIsOnHold):
        approve(cast, application)


def test_the_first_decision_stands_and_the_second_is_told_whose_it_was(cast: Cast) -> None:
    application = a_fully_screened_application(cast, cast.amina)
    approve(cast, application)
    with pytest.raises(refusals.AlreadyDecided, match=f"Priya Nair approved this application on {today():%-d %B %Y}"):
        actions.decide_application(application=application, by=cast.sam, outcome="declined", reasons="No.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(
            application=application, outcome="declined", criteria_version="x", reasons="x", decided_by=cast.sam
        )


def test_only_what_is_in_screening_is_decided(cast: Cast) -> None:
    application = a_submitted_application(cast, cast.amina)
    with pytest.raises(refusals.ApplicationIsNotInScreening):
        approve(cast, application)


@pytest.mark.parametrize(("outcome", "reasons", "field"), [("perhaps", "x", "outcome"), ("declined", "  ", "reasons")])
def test_a_decision_has_an_outcome_and_reasons(cast: Cast, outcome: str, reasons: str, field: str) -> None:
    application = an_application_in_screening(cast, cast.amina)
    with pytest.raises(refusals.AnswerDoesNotFit) as said:
        actions.decide_application(application=application, by=cast.priya, outcome=outcome, reasons=reasons)
    assert said.value.field == field


def test_the_database_refuses_a_decision_without_reasons(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(
            application=application, outcome="declined", criteria_version="x", reasons="", decided_by=cast.priya
        )


def test_who_sees_which_applications(cast: Cast) -> None:
    started = a_started_application(cast, cast.lena)
    sent = a_submitted_application(cast, cast.amina)
    everyone = Application.objects
    assert set(everyone.visible_to(cast.lena)) == {started}
    assert set(everyone.visible_to(cast.priya)) == {sent}
    assert not everyone.visible_to(cast.sam).exists()
    assert not everyone.for_screening_by(cast.amina).exists()
    Application.objects.filter(pk=sent.pk).update(area=cast.other_area)
    assert not everyone.for_screening_by(cast.priya).exists()


def test_strangers_see_no_application() -> None:
    assert Application.objects.for_screening_by(AnonymousUser()).query.is_empty()
    assert Application.objects.visible_to(AnonymousUser()).query.is_empty()


def test_the_queue_counts_what_waits_and_what_waits_too_long(cast: Cast) -> None:
    with time_machine.travel(today() - timedelta(days=9), tick=False):
        a_submitted_application(cast, cast.amina)
    an_application_in_screening(cast, cast.other_mentor)
    a_filled_in_application(cast, cast.lena)
    assert queries.queue_of(cast.priya) == queries.Queue(waiting=2, unopened=1, overdue=1)
    assert [application.person for application in queries.waiting_applications(cast.priya)] == [
        cast.amina,
        cast.other_mentor,
    ]


def test_the_list_is_filtered_and_sorted(cast: Cast) -> None:
    a_fully_screened_application(cast, cast.amina)
    approved = an_approved_mentor(cast, cast.other_mentor)
    listed = queries.applications_listed
    assert [row.person for row in listed(cast.priya)] == [cast.amina]
    assert [row.person for row in listed(cast.priya, state="all", sort="-name")] == [cast.other_mentor, cast.amina]
    assert [row.person for row in listed(cast.priya, state="approved")] == [cast.other_mentor]
    assert [row.person for row in listed(cast.priya, state="all", name="kha OM")] == [cast.other_mentor]
    assert not listed(cast.priya, name="nobody").exists()
    row = listed(cast.priya, state="approved").get()
    assert (row.pk, row.references_in, row.interview_total, row.has_valid_check) == (approved.pk, 2, 12, True)


def test_earlier_applications_are_not_forgotten(cast: Cast) -> None:
    first = an_application_in_screening(cast, cast.amina)
    actions.decide_application(application=first, by=cast.priya, outcome="declined", reasons="Not now.")
    second = a_submitted_application(cast, cast.amina)
    row = queries.whole_applications(cast.priya).get(pk=second.pk)
    assert queries.earlier_of(row) == "Declined"
    assert queries.earlier_of(queries.whole_applications(cast.priya).get(pk=first.pk)) == ""
    assert queries.application_of(cast.amina) == second
    assert queries.application_of(cast.lena) is None
