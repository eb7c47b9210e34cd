"""Planning an hour, writing it down, calling it off, the pulse, and losing touch."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.queries import history_of
from onemm.lib.clock import now, today
from onemm.mentoring import actions, queries, refusals
from onemm.mentoring.models import Pulse, Session
from onemm.mentoring.rules import has_contact_details
from onemm.notifications.models import Letter
from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from onemm.recruitment.models import Check
from tests.factories.mentoring import a_held_session, a_planned_session, an_active_match


@pytest.fixture
def match(cast):
    return an_active_match(cast)


def plan(match, by, **change):
    return actions.plan_session(
        **{
            "match": match,
            "by": by,
            "at": now() + timedelta(days=5),
            "channel": "online",
            "where": "",
            "purpose": "",
            **change,
        }
    )


def log(match, by, **change):
    return actions.log_session(**{"match": match, "by": by, "at": now() - timedelta(days=2), "minutes": 60, **change})


def test_a_planned_hour_is_kept_audited_and_told_to_the_other(cast, match):
    session = a_planned_session(cast, match)

    assert (session.state, session.planned_by) == ("planned", cast.amina)
    assert [entry.event for entry in history_of(session)] == ["session:planned"]
    assert Letter.objects.get(kind="match:planned").to == cast.theo


def test_the_young_person_and_the_coordinator_can_plan_too_and_others_cannot(cast, match):
    plan(match, cast.theo)
    plan(match, cast.sam, at=now() + timedelta(days=9), where="https://rooms.example.org/42")

    for person in (cast.lou, cast.other_mentor, cast.lena):
        with pytest.raises(refusals.NotOfThisPair):
            plan(match, person, at=now() + timedelta(days=12))


def test_today_will_do_and_yesterday_will_not(cast, match):
    plan(match, cast.amina, at=now())

    with pytest.raises(refusals.TimeIsOver):
        plan(match, cast.amina, at=now() - timedelta(days=1))


def test_a_pair_meets_once_at_a_time(cast, match):
    session = a_planned_session(cast, match)

    with pytest.raises(refusals.AlreadyMeetingThen):
        plan(match, cast.theo, at=session.at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.create(match=match, at=session.at)


@pytest.mark.parametrize(
    "words",
    ["07700 900 123", "+44 7700 900123", "me@example.org", "find @amina_y", "https://zoom.example/1", "wa.me/1"],
)
def test_contact_details_are_caught(words):
    assert has_contact_details(words)


@pytest.mark.parametrize(
    "words", ["Room 12 at 5.30", "Oldham Library, OL1 1UL", "pages 10-14", "12/03/2026", "We drew @ home"]
)
def test_plain_words_are_let_be(words):
    assert not has_contact_details(words)


def test_the_two_may_not_pass_contact_details_through_a_plan_or_a_log(cast, match):
    with pytest.raises(refusals.ContactDetailsStayOut) as refusal:
        plan(match, cast.amina, purpose="ring 07700 900123")
    assert refusal.value.field == "purpose"
    with pytest.raises(refusals.ContactDetailsStayOut):
        log(match, cast.theo, words="write to me@example.org")


def test_nothing_is_planned_with_a_mentor_whose_check_has_run_out(cast, match):
    Check.objects.update(expires_on=today())

    with pytest.raises(refusals.MentorIsNotCleared):
        plan(match, cast.amina)


def test_writing_down_a_planned_hour_makes_it_held(cast, match):
    session = a_planned_session(cast, match)
    Session.objects.update(at=now() - timedelta(hours=2))

    held = log(match, cast.theo, at=now() - timedelta(hours=2), minutes=45, words=" Good ", session=session)

    assert held.pk == session.pk
    assert (held.state, held.minutes, held.words, held.logged_by) == ("held", 45, "Good", cast.theo)
    assert [entry.event for entry in history_of(held)] == ["session:planned", "session:logged"]
    with pytest.raises(refusals.SessionIsSettled):
        log(match, cast.amina, at=now() - timedelta(hours=3), session=session)


def test_an_hour_that_was_not_planned_can_be_written_down_by_any_of_the_three(cast, match):
    for days, person in enumerate((cast.amina, cast.theo, cast.sam), start=1):
        log(match, person, at=now() - timedelta(days=days))
    with pytest.raises(refusals.NotOfThisPair):
        log(match, cast.lou, at=now() - timedelta(days=7))

    assert queries.progress_of(match).sessions == 3


@pytest.mark.parametrize(
    ("change", "fact"),
    [
        ({"at": timedelta(hours=1)}, refusals.TimeIsStillToCome),
        ({"at": timedelta(days=-21)}, refusals.BeforeTheIntroduction),
        ({"minutes": 4}, refusals.NotAPossibleLength),
        ({"minutes": 481}, refusals.NotAPossibleLength),
    ],
)
def test_an_impossible_log_is_refused(cast, match, change, fact):
    if "at" in change:
        change = {"at": now() + change["at"]}
    with pytest.raises(fact):
        log(match, cast.amina, **change)


def test_the_same_hour_is_written_down_once(cast, match):
    session = a_held_session(cast, match)

    with pytest.raises(refusals.AlreadyMeetingThen):
        log(match, cast.theo, at=session.at)


def test_what_was_before_a_pause_can_be_written_down_and_what_was_in_it_cannot(cast, match):
    actions.pause_match(match=match, by=cast.sam)

    log(match, cast.amina)
    with pytest.raises(refusals.MatchIsPaused):
        log(match, cast.amina, at=now())
    with pytest.raises(refusals.MatchIsPaused):
        plan(match, cast.amina)


def test_nothing_is_added_after_the_goodbye(cast, match):
    actions.end_match(match=match, by=cast.sam, ending="planned", reason="A year", closing_talk_held=True)

    for attempt in (
        lambda: log(match, cast.amina),
        lambda: plan(match, cast.amina),
        lambda: actions.give_pulse(match=match, by=cast.amina, value=5),
        lambda: actions.say_lost_touch(match=match, by=cast.theo),
        lambda: actions.pause_match(match=match, by=cast.sam),
    ):
        with pytest.raises(refusals.MatchHasEnded):
            attempt()


def test_calling_off_frees_the_time_and_tells_the_other(cast, match):
    session = a_planned_session(cast, match)
    with pytest.raises(refusals.NotOfThisPair):
        actions.call_off_session(session=session, by=cast.lou)

    actions.call_off_session(session=session, by=cast.theo)

    assert Letter.objects.get(kind="match:called_off").to == cast.amina
    with pytest.raises(refusals.SessionIsSettled):
        actions.call_off_session(session=session, by=cast.theo)
    plan(match, cast.amina, at=session.at)


def test_a_pulse_is_once_a_month_and_a_second_puts_it_right(cast, match):
    first = actions.give_pulse(match=match, by=cast.theo, value=3, words=" Hm ")
    second = actions.give_pulse(match=match, by=cast.theo, value=8)

    assert first.pk == second.pk
    assert (second.value, second.words, second.month) == (8, "", today().replace(day=1))
    assert [entry.event for entry in history_of(second)] == ["pulse:given", "pulse:corrected"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Pulse.objects.create(match=match, person=cast.theo, month=second.month, value=4)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pulse.objects.create(match=match, person=cast.amina, month=second.month, value=11)


def test_a_pulse_is_from_1_to_10_and_from_the_two_alone(cast, match):
    for value in (0, 11):
        with pytest.raises(refusals.NotAPossiblePulse):
            actions.give_pulse(match=match, by=cast.theo, value=value)
    with pytest.raises(refusals.OnlyTheTwo):
        actions.give_pulse(match=match, by=cast.sam, value=5)


def test_losing_touch_writes_to_the_coordinators_once_a_day(cast, match):
    assert cast.sam
    actions.say_lost_touch(match=match, by=cast.theo)
    actions.say_lost_touch(match=match, by=cast.theo)

    letter = Letter.objects.get(kind="match:lost_touch")
    assert (letter.to, letter.link) == (cast.sam, f"/partner/pairs/{match.public_id}/")
    with pytest.raises(refusals.OnlyTheTwo):
        actions.say_lost_touch(match=match, by=cast.lena)


def test_the_database_holds_what_a_session_is(cast, match):
    session = a_held_session(cast, match)

    for change in ({"minutes": None}, {"state": "planned"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Session.objects.filter(pk=session.pk).update(**change)


def test_pulses_are_read_by_those_who_look_after_the_pair_alone(cast, match):
    actions.give_pulse(match=match, by=cast.theo, value=3)
    actions.give_pulse(match=match, by=cast.amina, value=9)

    (line,) = queries.pulses_of(match, reader=cast.sam)
    assert (line.young_person.value, line.mentor.value) == (3, 9)
    grant_role(person=cast.amina, role=Role.COORDINATOR, by=None, organisation=cast.partner)
    for person in (cast.amina, cast.theo, cast.lou):
        assert queries.pulses_of(match, reader=person) == ()


def test_strangers_see_no_session(cast, match):
    session = a_held_session(cast, match)

    assert Session.objects.visible_to(cast.theo).get() == session
    assert not Session.objects.visible_to(cast.lou).exists()
