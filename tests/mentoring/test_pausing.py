"""A restriction or a withdrawn consent stops every meeting at once; pauses by wish; goodbyes."""

from datetime import timedelta

import pytest

from onemm.audit.queries import history_of
from onemm.lib.clock import today
from onemm.mentoring import actions, refusals
from onemm.mentoring.models import Enrolment, Match
from onemm.mentors.models import MentorProfile
from onemm.notifications.models import Letter
from onemm.people.actions.consents import record_consent, withdraw_consent
from onemm.people.models import Consent
from onemm.safeguarding.actions import impose_restriction, lift_restriction
from tests.factories.mentoring import a_planned_session, a_ready_mentor, an_active_match, an_introduced_match, enrol


@pytest.fixture
def match(cast):
    assert cast.sam
    return an_active_match(cast)


def state_of(match):
    match.refresh_from_db()
    return match.state, match.paused_why


@pytest.mark.parametrize("who", ["amina", "theo"])
def test_a_restriction_pauses_at_once_and_tells_the_three_without_saying_why(cast, match, who):
    session = a_planned_session(cast, match)

    impose_restriction(person=getattr(cast, who), by=cast.noor, reason="A dark tale")

    assert state_of(match) == ("paused", "restriction")
    session.refresh_from_db()
    assert session.state == "called_off"
    letters = Letter.objects.filter(kind="match:paused")
    assert {letter.to for letter in letters} == {cast.amina, cast.theo, cast.sam}
    for letter in letters:
        assert "dark" not in letter.body.lower()
        assert "restrict" not in letter.body.lower()


def test_every_open_match_of_a_restricted_mentor_is_paused(cast, match):
    MentorProfile.objects.update(capacity=2)
    other = actions.introduce(enrolment=enrol(cast), mentor=cast.amina, on=today(), by=cast.sam)

    impose_restriction(person=cast.amina, by=cast.noor, reason="x")

    assert {state_of(match), state_of(other)} == {("paused", "restriction")}


def test_a_match_of_others_is_not_touched(cast, match):
    a_ready_mentor(cast, cast.other_mentor)
    other = actions.introduce(enrolment=enrol(cast), mentor=cast.other_mentor, on=today(), by=cast.sam)

    impose_restriction(person=cast.amina, by=cast.noor, reason="x")

    assert state_of(other) == ("introduced", "")


def test_lifting_lets_them_go_on_where_they_were(cast, match):
    restriction = impose_restriction(person=cast.amina, by=cast.noor, reason="x")
    lift_restriction(restriction=restriction, by=cast.noor)

    assert state_of(match) == ("active", "")
    assert Letter.objects.filter(kind="match:resumed").count() == 3


def test_a_pair_that_was_only_introduced_goes_back_to_that(cast):
    match = an_introduced_match(cast)
    restriction = impose_restriction(person=cast.theo, by=cast.noor, reason="x")
    lift_restriction(restriction=restriction, by=cast.noor)

    assert state_of(match) == ("introduced", "")


def test_lifting_one_leaves_them_paused_while_the_other_is_restricted(cast, match):
    first = impose_restriction(person=cast.amina, by=cast.noor, reason="x")
    second = impose_restriction(person=cast.theo, by=cast.noor, reason="y")

    lift_restriction(restriction=first, by=cast.noor)
    assert state_of(match) == ("paused", "restriction")
    lift_restriction(restriction=second, by=cast.noor)
    assert state_of(match) == ("active", "")


def test_a_pause_by_wish_outlasts_a_restriction(cast, match):
    actions.pause_match(match=match, by=cast.sam)
    lift_restriction(restriction=impose_restriction(person=cast.amina, by=cast.noor, reason="x"), by=cast.noor)

    assert state_of(match) == ("paused", "wish")


def test_withdrawing_consent_pauses_and_a_new_consent_lets_a_coordinator_go_on(cast, match):
    withdraw_consent(consent=Consent.objects.get(), by=cast.theo)
    assert state_of(match) == ("paused", "consent")
    with pytest.raises(refusals.ConsentDoesNotStand):
        actions.resume_match(match=match, by=cast.sam)

    record_consent(young_person=cast.theo, given_by="self", given_on=today(), by=cast.sam)
    actions.resume_match(match=match, by=cast.sam)

    assert state_of(match) == ("active", "")


def test_lifting_a_restriction_does_not_undo_a_withdrawn_consent(cast, match):
    restriction = impose_restriction(person=cast.amina, by=cast.noor, reason="x")
    withdraw_consent(consent=Consent.objects.get(), by=cast.theo)
    lift_restriction(restriction=restriction, by=cast.noor)

    assert state_of(match) == ("paused", "consent")


def test_going_on_is_refused_while_a_restriction_stands(cast, match):
    impose_restriction(person=cast.theo, by=cast.noor, reason="x")

    with pytest.raises(refusals.ContactIsPaused):
        actions.resume_match(match=match, by=cast.sam)


def test_pausing_twice_and_resuming_what_is_not_paused_are_refused(cast, match):
    with pytest.raises(refusals.MatchIsNotPaused):
        actions.resume_match(match=match, by=cast.sam)
    actions.pause_match(match=match, by=cast.sam)
    with pytest.raises(refusals.MatchIsPaused):
        actions.pause_match(match=match, by=cast.sam)
    assert history_of(match).filter(event="match:paused").count() == 1


def test_a_second_pause_writes_new_letters(cast, match):
    for _ in range(2):
        actions.pause_match(match=match, by=cast.sam)
        actions.resume_match(match=match, by=cast.sam)

    assert Letter.objects.filter(kind="match:paused", to=cast.theo).count() == 2


def test_an_ending_is_kept_whole_and_the_young_person_waits_anew(cast, match):
    Enrolment.objects.update(waiting_since=today() - timedelta(days=90))
    session = a_planned_session(cast, match)

    actions.end_match(match=match, by=cast.sam, ending="early", reason=" Moved away ", closing_talk_held=True)

    match.refresh_from_db()
    session.refresh_from_db()
    assert (match.state, match.ending, match.end_reason, match.ended_by) == ("ended", "early", "Moved away", cast.sam)
    assert match.closing_talk_held
    assert session.state == "called_off"
    assert Enrolment.objects.get().waiting_since == today()
    assert "Moved away" not in Letter.objects.filter(kind="match:ended").first().body


def test_an_ending_needs_a_kind_and_a_reason_and_comes_once(cast, match):
    with pytest.raises(refusals.AnEndingHasAReason):
        actions.end_match(match=match, by=cast.sam, ending="early", reason="  ", closing_talk_held=True)
    with pytest.raises(refusals.NotAnEnding):
        actions.end_match(match=match, by=cast.sam, ending="happy", reason="x", closing_talk_held=True)
    actions.end_match(match=match, by=cast.sam, ending="early", reason="x", closing_talk_held=False)
    with pytest.raises(refusals.MatchHasEnded):
        actions.end_match(match=match, by=cast.sam, ending="early", reason="x", closing_talk_held=False)


def test_a_paused_match_can_end(cast, match):
    impose_restriction(person=cast.amina, by=cast.noor, reason="x")
    actions.end_match(match=match, by=cast.sam, ending="broken", reason="It stopped", closing_talk_held=False)

    assert state_of(match) == ("ended", "")
    assert not Match.objects.open().exists()
