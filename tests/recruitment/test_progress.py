"""What the applicant may know, and what staff read."""

import pytest

from onemm.audit import actions as audit
from onemm.mentors.models import MentorProfile
from onemm.recruitment import actions, queries
from onemm.recruitment.queries.answers import week_in_words
from tests.cast import Cast
from tests.factories.recruitment import (
    Answers,
    a_clear_check,
    a_filled_in_application,
    a_fully_screened_application,
    a_reference,
    a_started_application,
    a_submitted_application,
    an_application_in_screening,
    an_approved_mentor,
    an_interview,
    two_referees,
)


def test_progress_shows_the_step_to_do_now(cast: Cast) -> None:
    application = a_started_application(cast, cast.amina)
    actions.save_step(
        application=application, step="about_you", answers=Answers().by_step(cast.amina)["about_you"], by=cast.amina
    )
    application.refresh_from_db()
    progress = queries.progress_of(application)
    assert (progress.done, progress.minutes_left, progress.is_complete) == (1, 9, False)
    assert progress.next_step is not None
    assert progress.next_step.slug == "where"
    assert progress.lies_with == "you"


def test_a_filled_in_form_has_no_next_step(cast: Cast) -> None:
    progress = queries.progress_of(a_filled_in_application(cast, cast.amina))
    assert progress.is_complete
    assert progress.next_step is None


def states(progress: queries.Progress) -> list[str]:
    return [stage.state for stage in progress.stages]


def test_progress_goes_stage_by_stage_and_says_with_whom_it_lies(cast: Cast) -> None:
    application = a_submitted_application(cast, cast.amina)
    assert states(queries.progress_of(application)) == ["done", "now", "next", "next", "next", "next"]
    assert queries.progress_of(application).lies_with == "you", "two names are wanted"
    two_referees(application)
    assert queries.progress_of(application).lies_with == "the programme manager"
    actions.start_screening(application=application, by=cast.priya)
    application.refresh_from_db()
    a_reference(cast, application, referee_email="joan@example.net")
    assert queries.progress_of(application).stages[2].text == "1 of 2 have answered."
    check = actions.request_check(
        application=application, by=cast.priya, level="enhanced", requested_on=application.submitted_at.date()
    )
    assert queries.progress_of(application).stages[4].text == "We have asked for it."
    actions.hand_check_over(check=check, by=cast.priya)
    assert queries.progress_of(application).lies_with == "you"


def test_what_was_said_of_the_applicant_is_not_in_their_progress(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    a_reference(cast, application, words="A SECRET", referee_name="Secret Sue", verdict="no")
    an_interview(cast, application, words="A SECRET TOO")
    assert "secret" not in repr(queries.progress_of(application)).lower()


@pytest.mark.parametrize(
    ("outcome", "lies_with", "last"), [("approved", "you", "done"), ("declined", "nobody", "done")]
)
def test_after_the_decision_nothing_is_under_way(cast: Cast, outcome: str, lies_with: str, last: str) -> None:
    application = a_fully_screened_application(cast, cast.amina)
    actions.decide_application(application=application, by=cast.priya, outcome=outcome, reasons="x")
    application.refresh_from_db()
    progress = queries.progress_of(application)
    assert progress.lies_with == lies_with
    assert progress.stages[-1].state == last
    assert progress.stages[4].text == "It has come back."


def test_progress_takes_two_queries(cast: Cast, django_assert_num_queries: object) -> None:
    application = an_approved_mentor(cast, cast.amina)
    with django_assert_num_queries(2):  # type: ignore[operator]  # the fixture has no public type
        queries.progress_of(application)


def test_answers_come_back_in_the_shape_they_were_given(cast: Cast) -> None:
    application = a_filled_in_application(cast, cast.amina)
    for step, given in Answers().by_step(cast.amina).items():
        assert queries.answers_of(application, step) == given


def test_a_step_not_done_has_no_answers_but_the_name_is_known(cast: Cast) -> None:
    application = a_started_application(cast, cast.amina)
    assert queries.answers_of(application, "where") == {}
    assert queries.answers_of(application, "about_you")["first_name"] == "Amina"
    assert all(not answered.answers for answered in queries.answers_given(application))


def test_answers_read_as_words(cast: Cast) -> None:
    application = a_filled_in_application(
        cast, cast.amina, Answers(half_days=0b101, bring={"retired": True, "gender": "woman", "background": ["care"]})
    )
    words = {label: value for answered in queries.answers_given(application) for label, value in answered.answers}
    assert words["Usually free"] == "Monday morning, evening"
    assert words["Meets"] == "In person or Online"
    assert words["Would travel"] == "Up to 10 miles"
    assert words["Occupation"] == "Signal engineer (retired)"
    assert words["Enjoys"] == "Football, Maps and travel"
    assert (words["Gender"], words["Own story"]) == ("Woman", "I have been in care")


def test_a_week_in_words() -> None:
    assert week_in_words(0) == ""
    assert week_in_words(1 << 2 | 1 << 15) == "Monday evening; Saturday morning"


def test_an_age_that_is_not_known_is_left_blank(cast: Cast) -> None:
    application = a_filled_in_application(cast, cast.amina)
    application.person.born = None
    assert dict(queries.answers_given(application)[0].answers)["Date of birth"] == ""
    assert MentorProfile.objects.approved().count() == 0


def test_the_timeline_names_who_did_what_newest_first(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    a_clear_check(cast, application)
    audit.record("application:looked_at", subject=application, by=None)
    told = [(moment.words, moment.who) for moment in queries.timeline_of(application)]
    assert told == [
        ("application:looked_at", "the platform"),
        ("Recorded the check’s result", "Priya Nair"),
        ("Asked for a check", "Priya Nair"),
        ("Started screening", "Priya Nair"),
        ("Sent the application", "Amina Yusuf"),
        ("Started the application", "Amina Yusuf"),
    ]
