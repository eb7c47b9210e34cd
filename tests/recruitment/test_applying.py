"""The applicant's own verbs: begin, fill in, send, wait, go on, stop."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.queries import history_of
from onemm.lib.clock import today
from onemm.lib.errors import MoveRefused
from onemm.mentors.models import MentorProfile
from onemm.notifications.models import Letter
from onemm.people.access import holds
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.recruitment import actions, refusals
from onemm.recruitment.models import Application
from onemm.recruitment.queries import application_of
from tests.cast import Cast, years_ago
from tests.factories.recruitment import (
    ELIGIBLE,
    Answers,
    a_filled_in_application,
    a_fully_screened_application,
    a_started_application,
    a_submitted_application,
    an_application_in_screening,
    an_approved_mentor,
)


def fresh(person: Person) -> Person:
    return Person.objects.get(pk=person.pk)


def test_beginning_gives_the_role_and_a_profile_and_is_written_down(cast: Cast) -> None:
    application = a_started_application(cast, cast.lena)
    assert application.state == "started"
    assert application.eligibility == ELIGIBLE
    assert holds(fresh(cast.lena), Role.MENTOR)
    assert MentorProfile.objects.filter(person=cast.lena).exists()
    assert [entry.event for entry in history_of(application)] == ["application:started"]


def test_nobody_begins_without_being_eligible(cast: Cast) -> None:
    with pytest.raises(refusals.NotEligibleYet):
        actions.begin_application(person=cast.lena, eligibility={**ELIGIBLE, "hour": "no"})


def test_nobody_begins_whose_known_birth_date_says_no(cast: Cast) -> None:
    with pytest.raises(refusals.NotEligibleYet):
        actions.begin_application(person=cast.theo, eligibility=dict(ELIGIBLE))


def test_nobody_has_two_live_applications(cast: Cast) -> None:
    a_started_application(cast, cast.amina)
    with pytest.raises(refusals.HasAnApplication):
        a_started_application(cast, cast.amina)
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.create(person=cast.amina, eligibility_version="x")


def test_an_approved_mentor_does_not_apply_again(cast: Cast) -> None:
    an_approved_mentor(cast, cast.amina)
    with pytest.raises(refusals.HasAnApplication):
        a_started_application(cast, cast.amina)


def test_each_step_is_kept_as_it_goes(cast: Cast) -> None:
    application = a_filled_in_application(cast, cast.amina, Answers(capacity=2, reach_miles=20))
    profile = MentorProfile.objects.get(person=cast.amina)
    assert application.steps_done == ["about_you", "where", "when", "how", "what_you_bring", "why"]
    assert application.area == cast.area
    assert (profile.postcode, profile.capacity) == ("OL1 1UL", 2)
    assert profile.reach_km == pytest.approx(32.187, abs=0.001)
    assert profile.point is not None
    assert profile.sectors == ["engineering"]
    assert application.conduct_agreed_at is not None


def test_a_step_answered_again_is_done_once(cast: Cast) -> None:
    application = a_started_application(cast, cast.amina)
    for postcode in ("OL1 1UL", "cf101aa"):
        actions.save_step(application=application, step="where", answers={"postcode": postcode}, by=cast.amina)
    application.refresh_from_db()
    assert application.steps_done == ["where"]
    assert application.area is None  # nobody has claimed CF in this test
    assert MentorProfile.objects.get(person=cast.amina).postcode == "CF10 1AA"


def test_somebody_in_northern_ireland_is_welcome_without_a_point(cast: Cast) -> None:
    application = a_started_application(cast, cast.amina)
    actions.save_step(application=application, step="where", answers={"postcode": "BT1 5GS"}, by=cast.amina)
    assert MentorProfile.objects.get(person=cast.amina).point is None


GOOD = Answers()
BAD_ANSWERS = [
    ("about_you", {"first_name": " "}, "first_name"),
    ("about_you", {"last_name": "\u200b\u2060"}, "last_name"),
    ("about_you", {"last_name": ""}, "last_name"),
    ("about_you", {"born": None}, "born"),
    ("about_you", {"born": today() + timedelta(days=1)}, "born"),
    ("about_you", {"born": years_ago(24)}, "born"),
    ("about_you", {"born": years_ago(150)}, "born"),
    ("where", {"postcode": "nowhere"}, "postcode"),
    ("where", {"postcode": "ZZ9 9ZZ"}, "postcode"),
    ("where", {"postcode": "JE2 3AB"}, "postcode"),
    ("when", {"half_days": 0}, "half_days"),
    ("when", {"half_days": 1 << 21}, "half_days"),
    ("when", {"half_days": "3"}, "half_days"),
    ("how", {"in_person": False, "online": False}, "channels"),
    ("how", {"reach_miles": 3}, "reach_miles"),
    ("how", {"capacity": 0}, "capacity"),
    ("how", {"capacity": 4}, "capacity"),
    ("how", {"capacity": None}, "capacity"),
    ("what_you_bring", {"sectors": []}, "sectors"),
    ("what_you_bring", {"sectors": ["alchemy"]}, "sectors"),
    ("what_you_bring", {"interests": []}, "interests"),
    ("what_you_bring", {"languages": []}, "languages"),
    ("what_you_bring", {"background": ["nonsense"]}, "background"),
    ("what_you_bring", {"gender": "x"}, "gender"),
    ("what_you_bring", {"occupation": " "}, "occupation"),
    ("why", {"why": " "}, "why"),
    ("why", {"conduct_agreed": False}, "conduct_agreed"),
]


@pytest.mark.parametrize(("step", "change", "field"), BAD_ANSWERS, ids=lambda value: str(value)[:40])
def test_an_answer_that_does_not_fit_is_refused_at_its_field(
    cast: Cast, step: str, change: dict[str, object], field: str
) -> None:
    application = a_started_application(cast, cast.amina)
    with pytest.raises(refusals.AnswerDoesNotFit) as refusal:
        actions.save_step(
            application=application, step=step, answers={**GOOD.by_step(cast.amina)[step], **change}, by=cast.amina
        )
    assert refusal.value.field == field
    application.refresh_from_db()
    assert application.steps_done == []


@pytest.mark.parametrize(
    "names", [("O", "X"), ("李", "王"), ("أمينة", "يوسف"), ("Zoë-Mae", "O’Neill"), ("Siân", "ap Gruffydd ŵŷ")]
)
def test_one_letter_and_any_script_are_a_name(cast: Cast, names: tuple[str, str]) -> None:
    application = a_started_application(cast, cast.amina)
    answers = {**GOOD.by_step(cast.amina)["about_you"], "first_name": f" {names[0]} ", "last_name": names[1]}
    actions.save_step(application=application, step="about_you", answers=answers, by=cast.amina)
    cast.amina.refresh_from_db()
    assert (cast.amina.first_name, cast.amina.last_name) == names


@pytest.mark.parametrize("typed", ["ol11ul", "OL1 1UL", " o l 1 1 u l ", "ＯＬ１ １ＵＬ"])
def test_a_postcode_is_kept_in_one_form_however_it_is_typed(cast: Cast, typed: str) -> None:
    application = a_started_application(cast, cast.amina)
    actions.save_step(application=application, step="where", answers={"postcode": typed}, by=cast.amina)
    assert MentorProfile.objects.get(person=cast.amina).postcode == "OL1 1UL"


def test_there_is_no_seventh_step(cast: Cast) -> None:
    with pytest.raises(refusals.StepIsUnknown):
        actions.save_step(
            application=a_started_application(cast, cast.amina), step="shoe_size", answers={}, by=cast.amina
        )


def test_nobody_answers_for_somebody_else(cast: Cast) -> None:
    application = a_filled_in_application(cast, cast.amina)
    for verb in (
        actions.submit_application,
        actions.pause_application,
        actions.resume_application,
        actions.withdraw_application,
    ):
        with pytest.raises(refusals.OnlyTheApplicantAnswers):
            verb(application=application, by=cast.priya)
    with pytest.raises(refusals.OnlyTheApplicantAnswers):
        actions.save_step(application=application, step="where", answers={"postcode": "OL1 1UL"}, by=cast.priya)


def test_sending_starts_the_clock_and_writes_to_both(cast: Cast) -> None:
    assert cast.priya
    application = a_submitted_application(cast, cast.amina)
    assert application.state == "submitted"
    assert application.submitted_at is not None
    letters = dict(Letter.objects.values_list("kind", "to"))
    assert letters == {"application:submitted": cast.amina.pk, "application:arrived": cast.priya.pk}


def test_where_nobody_works_yet_every_programme_manager_hears(cast: Cast) -> None:
    assert cast.priya
    a_submitted_application(cast, cast.amina, Answers(postcode="EX1 1AA"))
    assert Letter.objects.filter(kind="application:arrived", to=cast.priya).exists()
    assert application_of(cast.amina) in Application.objects.for_screening_by(cast.priya)


def test_sending_names_the_steps_that_are_missing(cast: Cast) -> None:
    application = a_started_application(cast, cast.amina)
    actions.save_step(application=application, step="where", answers={"postcode": "OL1 1UL"}, by=cast.amina)
    with pytest.raises(refusals.StepsAreMissing, match="About you, When you are free"):
        actions.submit_application(application=application, by=cast.amina)


def test_sending_looks_at_the_age_again(cast: Cast) -> None:
    application = a_filled_in_application(cast, cast.amina)
    Person.objects.filter(pk=cast.amina.pk).update(born=years_ago(24))
    with pytest.raises(refusals.AnswerDoesNotFit):
        actions.submit_application(application=application, by=cast.amina)


def test_nothing_is_sent_twice(cast: Cast) -> None:
    application = a_submitted_application(cast, cast.amina)
    with pytest.raises(MoveRefused):
        actions.submit_application(application=application, by=cast.amina)


def test_after_sending_only_availability_may_change(cast: Cast) -> None:
    application = a_submitted_application(cast, cast.amina)
    actions.save_step(application=application, step="when", answers={"half_days": 4}, by=cast.amina)
    assert MentorProfile.objects.get(person=cast.amina).half_days == 4
    with pytest.raises(refusals.ApplicationWasSent):
        actions.save_step(application=application, step="where", answers={"postcode": "M1 1AE"}, by=cast.amina)


def test_after_the_end_nothing_changes(cast: Cast) -> None:
    application = a_submitted_application(cast, cast.amina)
    actions.withdraw_application(application=application, by=cast.amina)
    with pytest.raises(refusals.ApplicationWasSent):
        actions.save_step(application=application, step="when", answers={"half_days": 4}, by=cast.amina)


def test_a_pause_goes_on_where_it_stopped(cast: Cast) -> None:
    application = a_submitted_application(cast, cast.amina)
    actions.pause_application(application=application, by=cast.amina)
    actions.resume_application(application=application, by=cast.amina)
    application.refresh_from_db()
    assert application.state == "submitted"

    other = an_application_in_screening(cast, cast.other_mentor)
    actions.pause_application(application=other, by=cast.other_mentor)
    actions.resume_application(application=other, by=cast.other_mentor)
    other.refresh_from_db()
    assert other.state == "in_screening"


def test_withdrawing_ends_it_and_leaves_room_for_another(cast: Cast) -> None:
    application = a_fully_screened_application(cast, cast.amina)
    actions.withdraw_application(application=application, by=cast.amina)
    application.refresh_from_db()
    assert application.state == "withdrawn"
    assert application.over_at is not None
    assert a_started_application(cast, cast.amina) == application_of(cast.amina)
