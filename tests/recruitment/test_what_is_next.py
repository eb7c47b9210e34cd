"""What is next with an application has one answer: the waits, the criteria and the list go by the same rule."""

from datetime import date, timedelta

import pytest

from onemm.lib.clock import today
from onemm.recruitment import actions, queries
from onemm.recruitment.models import Application, Check
from onemm.recruitment.refusals import CriteriaAreNotMet
from onemm.recruitment.rules.checks import MENTORING, Nation, Work, check_counts_for
from tests.cast import Cast
from tests.factories.recruitment import (
    a_check_to_weigh,
    a_clear_check,
    a_reference,
    an_application_in_screening,
    an_interview,
    two_leads_decide,
    two_referees,
)


def kinds(application: Application) -> list[str]:
    return [wait.kind for wait in queries.waits_of(Application.objects.get(pk=application.pk))]


def next_kind(application: Application) -> str:
    step = queries.next_step_from(queries.waits_of(Application.objects.get(pk=application.pk)))
    return step.kind if step else ""


def has_valid_check(cast: Cast, application: Application) -> bool:
    row = queries.applications_listed(cast.priya, state="all").get(pk=application.pk)
    return bool(row.has_valid_check)  # type: ignore[attr-defined]  # annotated by the query


def test_a_check_that_two_leads_refused_leaves_the_decision_and_asks_nobody_for_more(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    two_referees(application)
    two_leads_decide(cast, a_check_to_weigh(cast, application), accept=False)
    assert kinds(application) == ["decide"]
    assert next_kind(application) == "decide"
    assert not has_valid_check(cast, application)


def test_a_check_that_was_refused_may_be_followed_by_another(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    two_leads_decide(cast, a_check_to_weigh(cast, application), accept=False)
    actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=today())
    assert "hand_over" in kinds(application)
    assert "decide" not in kinds(application)


def test_a_basic_check_is_none_where_the_work_needs_more(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    a_reference(cast, application, 1)
    a_reference(cast, application, 2)
    an_interview(cast, application)
    check = a_clear_check(cast, application)
    assert kinds(application) == ["decide"]
    Check.objects.filter(pk=check.pk).update(level=Check.Level.BASIC)
    assert kinds(application) == ["ask"]
    assert next_kind(application) == "ask"
    assert not has_valid_check(cast, application)
    assert [criterion.slug for criterion in queries.criteria_of(Application.objects.get()).unmet] == ["check"]
    with pytest.raises(CriteriaAreNotMet):
        actions.decide_application(application=application, by=cast.priya, outcome="approved", reasons="All here.")


def test_while_both_referees_are_asked_ours_is_to_send_the_form(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    two_referees(application)
    actions.request_check(application=application, by=cast.priya, level="enhanced", requested_on=today())
    assert set(kinds(application)) == {"hand_over", "talk", "reference"}
    assert next_kind(application) == "hand_over"
    actions.hand_check_over(check=Check.objects.get(), by=cast.priya)
    assert next_kind(application) == "", "nothing lies with those who screen"


def test_what_safeguarding_leads_weigh_is_not_the_next_step_of_those_who_screen(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    a_check_to_weigh(cast, application)
    assert "weigh" in kinds(application)
    assert next_kind(application) == ""


def test_nothing_to_gather_and_a_criterion_open_is_a_decision(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    a_reference(cast, application, 1)
    a_reference(cast, application, 2, verdict="no")
    an_interview(cast, application)
    a_clear_check(cast, application)
    assert kinds(application) == ["decide"]
    assert [criterion.slug for criterion in queries.criteria_of(Application.objects.get()).unmet] == ["references"]


@pytest.mark.parametrize(
    ("level", "state", "expires_in", "counts"),
    [
        ("enhanced", "clear", 1, True),
        ("enhanced", "accepted", 1, True),
        ("enhanced_barred", "clear", 1, True),
        ("pvg", "clear", 1, True),
        ("basic", "clear", 1, False),
        ("enhanced", "clear", 0, False),
        ("enhanced", "refused", 1, False),
        ("enhanced", "requested", 1, False),
        ("enhanced", "needs_decision", 1, False),
    ],
)
def test_a_check_counts_for_mentoring_by_level_state_and_day(
    cast: Cast, level: str, state: str, expires_in: int, *, counts: bool
) -> None:
    check = a_clear_check(cast, an_application_in_screening(cast, cast.amina))
    Check.objects.update(level=level, state=state, expires_on=today() + timedelta(days=expires_in))
    check.refresh_from_db()
    assert check.counts_for(MENTORING, today()) is counts
    assert Check.objects.counting_for(MENTORING, today()).exists() is counts, "rows and query sets go by the same rule"


def test_a_basic_check_is_enough_for_work_with_adults() -> None:
    with_adults = Work(Nation.ENGLAND, youngest=18)
    expires, day = date(2027, 1, 2), date(2027, 1, 1)
    assert check_counts_for(with_adults, day, level="basic", cleared=True, expires_on=expires)
    assert not check_counts_for(MENTORING, day, level="basic", cleared=True, expires_on=expires)
    assert not check_counts_for(MENTORING, expires, level="enhanced", cleared=True, expires_on=expires)
    assert not check_counts_for(MENTORING, day, level="enhanced", cleared=True, expires_on=None)
