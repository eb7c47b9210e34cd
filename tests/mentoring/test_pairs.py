"""From a first meeting to an agreement: everything is asked again at the moment when two people are let meet."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.queries import history_of
from onemm.lib.clock import now, today
from onemm.mentoring import actions, refusals
from onemm.mentoring.models import Agreement, Match
from onemm.mentoring.rules import AGREEMENT, AGREEMENT_WORDING
from onemm.notifications.models import Letter
from onemm.people.actions.consents import withdraw_consent
from onemm.people.models import Consent
from onemm.people.roles import Role
from onemm.recruitment.models import Check
from onemm.safeguarding.actions import impose_restriction
from tests.factories.mentoring import a_ready_mentor, an_active_match, an_introduced_match, enrol, theos_place


def introduce(cast, enrolment, **change):
    return actions.introduce(
        **{
            "enrolment": enrolment,
            "mentor": cast.amina,
            "on": today(),
            "words": "",
            "by": cast.sam,
            "reasons": [],
            **change,
        }
    )


def test_an_introduction_begins_a_match_and_asks_both_to_read_the_agreement(cast):
    match = an_introduced_match(cast)

    assert (match.state, match.mentor, match.young_person) == ("introduced", cast.amina, cast.theo)
    assert match.introduced_by == cast.sam
    assert match.reasons == ["Both like maps"]
    assert [entry.event for entry in history_of(match)] == ["match:introduced"]
    assert set(Letter.objects.values_list("to", "link")) == {
        (cast.amina.pk, f"/mentor/matches/{match.public_id}/"),
        (cast.theo.pk, f"/young/matches/{match.public_id}/"),
    }


def test_an_introduction_is_recorded_once_it_has_been(cast):
    a_ready_mentor(cast)

    with pytest.raises(refusals.IntroductionIsStillToCome):
        introduce(cast, theos_place(cast), on=today() + timedelta(days=1))


@pytest.mark.parametrize("who", ["amina", "theo"])
def test_nobody_restricted_is_introduced(cast, who):
    a_ready_mentor(cast)
    enrolment = theos_place(cast)
    impose_restriction(person=getattr(cast, who), by=cast.noor, reason="Being looked into")

    with pytest.raises(refusals.ContactIsPaused) as refusal:
        introduce(cast, enrolment)
    assert "Being looked into" not in str(refusal.value)


def test_a_mentor_whose_check_has_run_out_is_not_introduced(cast):
    a_ready_mentor(cast)
    Check.objects.update(expires_on=today())

    with pytest.raises(refusals.MentorIsNotReady, match="check"):
        introduce(cast, theos_place(cast))


def test_a_full_mentor_is_not_introduced_to_another(cast):
    an_introduced_match(cast)

    with pytest.raises(refusals.MentorIsNotReady, match="as many"):
        introduce(cast, enrol(cast))


def test_nobody_is_introduced_without_consent(cast):
    a_ready_mentor(cast)
    enrolment = theos_place(cast)
    withdraw_consent(consent=Consent.objects.get(), by=cast.theo)

    with pytest.raises(refusals.ConsentDoesNotStand):
        introduce(cast, enrolment)


def test_a_young_person_has_one_mentor_at_a_time(cast):
    match = an_introduced_match(cast)
    a_ready_mentor(cast, cast.other_mentor)

    with pytest.raises(refusals.AlreadyHasAMentor):
        introduce(cast, match.enrolment, mentor=cast.other_mentor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Match.objects.create(
            mentor=cast.other_mentor,
            young_person=cast.theo,
            enrolment=match.enrolment,
            introduced_on=today(),
            introduced_by=cast.sam,
        )


def test_nobody_is_introduced_who_has_left_or_whose_programme_is_closed(cast):
    a_ready_mentor(cast)
    enrolment = enrol(cast)
    cast.programme.closed_at = now()
    cast.programme.save()
    with pytest.raises(refusals.ProgrammeIsClosed):
        introduce(cast, enrolment)
    actions.leave_programme(enrolment=enrolment, by=cast.sam)
    with pytest.raises(refusals.HasLeftTheProgramme):
        introduce(cast, enrolment)


def test_nobody_mentors_themselves(cast):
    enrolment = theos_place(cast)
    a_ready_mentor(cast, cast.theo)

    with pytest.raises(refusals.MentorIsNotReady):
        introduce(cast, enrolment, mentor=cast.theo)
    with pytest.raises(IntegrityError), transaction.atomic():
        Match.objects.create(
            mentor=cast.theo, young_person=cast.theo, enrolment=enrolment, introduced_on=today(), introduced_by=cast.sam
        )


def test_a_match_is_active_when_both_have_agreed_and_not_before(cast):
    assert cast.sam
    match = an_introduced_match(cast)
    agreement = actions.agree(match=match, by=cast.amina)
    match.refresh_from_db()
    assert (match.state, agreement.wording) == ("introduced", AGREEMENT_WORDING)

    actions.agree(match=match, by=cast.theo)

    match.refresh_from_db()
    assert match.state == "active"
    assert match.active_from is not None
    assert [entry.event for entry in history_of(match)] == [
        "match:introduced",
        "match:agreed",
        "match:agreed",
        "match:began",
    ]
    assert {letter.to for letter in Letter.objects.filter(kind="match:began")} == {cast.amina, cast.theo, cast.sam}


def test_each_side_agrees_once_and_only_for_themselves(cast):
    match = an_introduced_match(cast)
    actions.agree(match=match, by=cast.amina)

    with pytest.raises(refusals.AlreadyAgreed):
        actions.agree(match=match, by=cast.amina)
    with pytest.raises(refusals.OnlyTheTwo):
        actions.agree(match=match, by=cast.sam)
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.create(match=match, person=cast.amina, wording="1")


def test_nobody_agrees_while_the_mentor_is_not_cleared(cast):
    match = an_introduced_match(cast)
    Check.objects.update(expires_on=today())

    with pytest.raises(refusals.MentorIsNotCleared):
        actions.agree(match=match, by=cast.theo)


def test_nobody_agrees_while_paused_or_after_the_end(cast):
    match = an_introduced_match(cast)
    actions.pause_match(match=match, by=cast.sam)
    with pytest.raises(refusals.MatchIsPaused):
        actions.agree(match=match, by=cast.theo)
    actions.end_match(match=match, by=cast.sam, ending="broken", reason="No answer", closing_talk_held=False)
    with pytest.raises(refusals.MatchHasEnded):
        actions.agree(match=match, by=cast.theo)


def test_the_agreement_speaks_to_each_side_of_the_other_by_name(cast):
    for clause in AGREEMENT:
        for words in (clause.to_mentor, clause.to_young_person):
            assert "{" not in words.format(other="Theo")


def test_the_database_holds_what_a_match_is(cast):
    match = an_active_match(cast)
    for change in (
        {"state": "ended"},
        {"state": "paused"},
        {"active_from": None},
        {"paused_why": "wish"},
        {"end_reason": "x"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Match.objects.filter(pk=match.pk).update(**change)


def test_strangers_see_no_match_and_the_two_and_their_coordinator_do(cast):
    match = an_introduced_match(cast)

    for person in (cast.amina, cast.theo, cast.sam):
        assert Match.objects.visible_to(person).get() == match
    for person in (cast.lou, cast.lena, cast.other_mentor, cast.ada):
        assert not Match.objects.visible_to(person).exists()
    assert list(Match.objects.looked_after_by(cast.sam)) == [match]
    assert not Match.objects.looked_after_by(cast.amina).exists()
    assert Role.COORDINATOR in {grant.role for grant in cast.sam.grants.all()}
