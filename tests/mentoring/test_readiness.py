"""A mentor is ready when approved, checked today, trained, not restricted, and with room. Worked out each time."""

import pytest

from onemm.clearance.queries import cleared_mentors, is_cleared
from onemm.learning.models import CoursePass
from onemm.lib.clock import today
from onemm.mentoring.actions import introduce
from onemm.mentoring.queries import readiness_of, ready_mentors
from onemm.mentors.models import MentorProfile
from onemm.recruitment.models import Application, Check
from onemm.safeguarding.actions import impose_restriction
from tests.factories.mentoring import a_ready_mentor, an_introduced_match, enrol


def test_somebody_with_everything_is_ready(cast):
    amina = a_ready_mentor(cast, capacity=2)

    assert readiness_of(amina).ready
    assert readiness_of(amina).missing == ()
    assert [(mentor, mentor.room) for mentor in ready_mentors()] == [(amina, 2)]


def lapse_check(amina):
    Check.objects.update(expires_on=today())


def lose_approval(amina):
    Application.objects.update(state="withdrawn")


def lose_the_pass(amina):
    CoursePass.objects.all().delete()


@pytest.mark.parametrize(
    ("loss", "missing"), [(lapse_check, "approval"), (lose_approval, "approval"), (lose_the_pass, "training")]
)
def test_each_thing_lost_is_named_and_ends_readiness_the_same_day(cast, loss, missing):
    amina = a_ready_mentor(cast)
    loss(amina)

    assert readiness_of(amina).missing == (missing,)
    assert not ready_mentors().exists()
    assert not is_cleared(amina)


def test_a_restriction_ends_readiness_at_once(cast):
    amina = a_ready_mentor(cast)
    impose_restriction(person=amina, by=cast.noor, reason="Being looked into")

    assert readiness_of(amina).missing == ("paused",)
    assert not ready_mentors().exists()


def test_an_open_match_takes_room_and_an_ended_one_gives_it_back(cast):
    match = an_introduced_match(cast)

    assert readiness_of(cast.amina).missing == ("room",)
    assert not ready_mentors().exists()
    assert list(cleared_mentors()) == [cast.amina]
    match.state = "ended"
    match.ended_at, match.ended_by, match.ending, match.end_reason, match.closing_talk_held = (
        match.enrolment.enrolled_at,
        cast.sam,
        "early",
        "x",
        True,
    )
    match.save()
    assert ready_mentors().get().room == 1


def test_a_mentor_of_two_with_one_has_room_for_one(cast):
    an_introduced_match(cast)
    MentorProfile.objects.update(capacity=2)

    assert ready_mentors().get().room == 1
    introduce(enrolment=enrol(cast), mentor=cast.amina, on=today(), by=cast.sam)
    assert not ready_mentors().exists()


def test_somebody_who_never_applied_lacks_everything(cast):
    readiness = readiness_of(cast.lena)

    assert readiness.missing == ("approval", "training", "room")
    assert readiness.room == 0


def test_somebody_who_closed_their_account_is_not_ready(cast):
    amina = a_ready_mentor(cast)
    amina.is_active = False
    amina.save()

    assert not ready_mentors().exists()
    assert "approval" in readiness_of(amina).missing
