"""What changed, and how long the way was."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.impact import actions, queries, refusals
from onemm.impact.models import Response
from onemm.impact.queries import before_and_after, question_for
from onemm.learning.models import CoursePass
from onemm.lib.clock import now
from onemm.recruitment.models import Application
from onemm.reporting.funnel import funnel_of
from tests.factories.impact import answered, answers_of
from tests.factories.mentoring import a_held_session, an_active_match, enrol, theos_place


def test_the_question_is_asked_at_the_start_and_again_once_they_have_met(cast):
    match = an_active_match(cast)
    question = question_for(cast.theo)
    assert (question.wave, question.enrolment) == ("start", match.enrolment)
    actions.answer_question(enrolment=match.enrolment, wave="start", value=2, by=cast.theo)
    assert question_for(cast.theo) is None

    a_held_session(cast, match)
    assert question_for(cast.theo).wave == "later"
    actions.answer_question(enrolment=match.enrolment, wave="later", value=4, by=cast.theo)
    assert question_for(cast.theo) is None
    assert [entry.detail["wave"] for entry in Entry.objects.filter(event="question:answered").order_by("pk")] == [
        "start",
        "later",
    ]


def test_without_a_meeting_it_is_asked_again_after_sixty_days(cast):
    place = theos_place(cast)
    actions.answer_question(enrolment=place, wave="start", value=2, by=cast.theo)
    with time_machine.travel(now() + timedelta(days=61)):
        assert question_for(cast.theo).wave == "later"


def test_nobody_is_asked_who_is_not_enrolled(cast):
    assert question_for(cast.lena) is None


def test_an_answer_out_of_turn_out_of_range_or_for_somebody_else_is_refused(cast):
    place = theos_place(cast)
    with pytest.raises(refusals.NotYourQuestion):
        actions.answer_question(enrolment=place, wave="start", value=2, by=cast.sam)
    with pytest.raises(refusals.NotAnAnswer) as refusal:
        actions.answer_question(enrolment=place, wave="start", value=6, by=cast.theo)
    assert refusal.value.field == "value"
    with pytest.raises(refusals.NotAskedNow):
        actions.answer_question(enrolment=place, wave="later", value=2, by=cast.theo)
    actions.answer_question(enrolment=place, wave="start", value=2, by=cast.theo)
    with pytest.raises(refusals.NotAskedNow):
        actions.answer_question(enrolment=place, wave="start", value=5, by=cast.theo)


def test_the_change_is_of_those_who_answered_both_times(cast):
    answers_of(cast, [(2, 4), (1, 5), (4, 4), (5, 3), (3, 4), (2, 2)])
    answered(enrol(cast, "only-start", first_name="Ana"), wave="start", value=5, days_ago=90)
    answered(enrol(cast, "too-new", first_name="Ben"), wave="start", value=1)

    found = before_and_after(cast.partner)
    assert (found.started, found.asked, found.answered) == (8, 7, 6)
    assert (found.before.value, found.after.value) == (pytest.approx(2 / 6), pytest.approx(4 / 6))
    assert found.change.value == pytest.approx(2 / 6)
    assert found.change.low < 0 < found.change.high
    assert found.is_shown
    assert not found.is_clear


def test_a_change_whose_interval_leaves_out_none_is_clear(cast):
    answers_of(cast, [(1, 5)] * 8)
    assert before_and_after(cast.partner).is_clear


def test_fewer_than_five_show_nothing(cast):
    answers_of(cast, [(1, 5)] * 4)
    found = before_and_after(cast.partner)
    assert (found.answered, found.before, found.after, found.change, found.is_shown, found.is_clear) == (
        4,
        None,
        None,
        None,
        False,
        False,
    )


def test_another_partner_has_figures_of_its_own(cast):
    answers_of(cast, [(1, 5)] * 5)
    assert before_and_after(cast.other_partner).started == 0


def test_figures_cost_two_queries_whatever_the_number(cast, django_assert_num_queries):
    answers_of(cast, [(1, 5)] * 12)
    with django_assert_num_queries(2):
        before_and_after(cast.partner)


def test_the_funnel_counts_people_at_each_step_and_the_days_between(cast):
    an_active_match(cast)
    CoursePass.objects.update(passed_at=now())
    started = now() - timedelta(days=40)
    Application.objects.update(
        started_at=started,
        submitted_at=started + timedelta(days=2),
        screening_from=started + timedelta(days=5),
        over_at=started + timedelta(days=15),
    )
    Application.objects.create(person=cast.other_mentor, area=cast.area, eligibility_version="1")

    steps = funnel_of(cast.area).steps
    assert [step.people for step in steps] == [2, 1, 1, 1, 1, 1, 1]
    assert [step.measured for step in steps] == [0, 1, 1, 1, 1, 1, 1]
    assert all(step.days is None for step in steps), "one is too few for a median"
    assert [step.people for step in funnel_of(cast.other_area).steps] == [0] * 7
    assert funnel_of(None) == funnel_of(cast.area)


def test_the_days_between_steps_are_medians_of_at_least_five(cast):
    for number, days in enumerate((1, 2, 3, 10, 30)):
        person = type(cast.lena).objects.create_user(
            email=f"m{number}@example.org", first_name="M", born=date(1980, 1, 1)
        )
        Application.objects.create(
            person=person,
            area=cast.area,
            state="submitted",
            eligibility_version="1",
            started_at=now() - timedelta(days=days),
            submitted_at=now(),
        )
    steps = funnel_of(cast.area).steps
    assert round(steps[1].days) == 3
    assert steps[1].measured == 5


def test_somebody_who_applied_twice_is_counted_once_by_the_latest(cast):
    for days, state in ((100, "declined"), (1, "started")):
        then = now() - timedelta(days=days)
        Application.objects.create(
            person=cast.lena,
            area=cast.area,
            state=state,
            eligibility_version="1",
            started_at=then,
            submitted_at=then if state == "declined" else None,
            over_at=then if state == "declined" else None,
        )
    assert [step.people for step in funnel_of(cast.area).steps] == [1, 0, 0, 0, 0, 0, 0]


def test_the_database_refuses_a_second_answer_and_one_out_of_range(cast):
    place = theos_place(cast)
    answered(place, wave="start", value=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        answered(place, wave="start", value=2)
    with pytest.raises(IntegrityError, match="an_answer_is_from_1_to_5"), transaction.atomic():
        answered(place, wave="later", value=0)
    assert Response.objects.count() == 1
    assert queries.before_and_after(cast.partner).answered == 0
