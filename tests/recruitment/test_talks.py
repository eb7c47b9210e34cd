"""Talks are booked from times that interviewers offer: taken, moved, cancelled, missed, held; right by the clock on the
wall.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from icalendar import Calendar

from onemm.lib.calendars import calendar_file
from onemm.lib.clock import now, today
from onemm.notifications.models import Email
from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from onemm.recruitment import actions, queries, refusals
from onemm.recruitment.models import Application, InterviewBooking, Slot
from onemm.recruitment.tasks import remind_of_interviews
from tests.cast import Cast
from tests.factories.recruitment import (
    a_filled_in_application,
    a_fully_screened_application,
    an_application_in_screening,
    an_interview,
    some_slots,
)


def state_of(booking: InterviewBooking) -> str:
    booking.refresh_from_db()
    return booking.state


def test_a_row_of_times_is_offered_one_after_another(cast: Cast) -> None:
    slots = some_slots(cast, how_many=3)
    walls = [timezone.localtime(slot.starts_at).time() for slot in slots]
    assert walls == [time(17, 0), time(17, 30), time(18, 0)]
    assert slots[0].ends_at == slots[1].starts_at
    assert str(slots[0]).startswith("slot ")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"day": today() - timedelta(days=1)}, "day"),
        ({"first": time(5, 0)}, "first"),
        ({"first": time(21, 10)}, "first"),
        ({"minutes": 5}, "minutes"),
        ({"how_many": 0}, "how_many"),
        ({"how_many": 99}, "how_many"),
        ({"channel": "smoke"}, "channel"),
        ({"where": " "}, "where"),
        ({"area": None}, "area"),
    ],
)
def test_a_time_that_cannot_be_is_refused(cast: Cast, change: dict[str, Any], field: str) -> None:
    with pytest.raises(refusals.AnswerDoesNotFit) as said:
        some_slots(cast, **change)
    assert said.value.field == field


def test_nobody_offers_two_talks_at_once(cast: Cast) -> None:
    first = some_slots(cast)[0]
    with pytest.raises(refusals.ThatTimeIsYours):
        some_slots(cast, first=time(17, 15))
    some_slots(cast, first=time(18, 0))
    with pytest.raises(IntegrityError), transaction.atomic():
        Slot.objects.create(interviewer=cast.priya, starts_at=first.starts_at, channel="video")


def test_only_times_nearby_to_come_and_free_are_offered(cast: Cast, application: Application) -> None:
    first, second = some_slots(cast, how_many=2)
    actions.book_talk(
        application=an_application_in_screening(cast, cast.other_mentor), slot=first, by=cast.other_mentor
    )
    far = Slot.objects.create(
        interviewer=cast.priya, area=cast.other_area, starts_at=now() + timedelta(days=5), channel="phone"
    )
    soon = Slot.objects.create(
        interviewer=cast.priya, area=cast.area, starts_at=now() + timedelta(hours=1), channel="phone"
    )
    offered = {slot for _, slots in queries.talk_of(application).days for slot in slots}
    assert offered == {second}
    assert far not in offered
    with pytest.raises(refusals.SlotIsTaken):
        actions.book_talk(application=application, slot=soon, by=cast.amina)


def test_taking_a_time_tells_both_and_takes_it_from_others(cast: Cast, application: Application) -> None:
    slot = some_slots(cast)[0]
    booking = actions.book_talk(application=application, slot=slot, by=cast.amina)
    assert actions.book_talk(application=application, slot=slot, by=cast.amina) == booking, (
        "a second tap changes nothing"
    )
    assert "17:00" in Email.objects.get(kind="interview.booked", to=cast.amina).subject
    assert Email.objects.filter(kind="interview.booked_for_interviewer", to=cast.priya).exists()
    with pytest.raises(refusals.SlotIsTaken):
        actions.book_talk(
            application=an_application_in_screening(cast, cast.other_mentor), slot=slot, by=cast.other_mentor
        )
    assert not queries.talk_of(application).may_choose


def test_moving_frees_the_old_time_and_keeps_it_when_the_new_one_is_gone(cast: Cast, application: Application) -> None:
    first, second, third = some_slots(cast, how_many=3)
    old = actions.book_talk(application=application, slot=first, by=cast.amina)
    actions.book_talk(
        application=an_application_in_screening(cast, cast.other_mentor), slot=third, by=cast.other_mentor
    )
    with pytest.raises(refusals.SlotIsTaken):
        actions.book_talk(application=application, slot=third, by=cast.amina)
    assert state_of(old) == "booked"
    actions.book_talk(application=application, slot=second, by=cast.amina)
    assert state_of(old) == "cancelled"
    assert InterviewBooking.objects.booked().get(application=application).slot == second
    assert (
        "is free again"
        in Email.objects.filter(kind="interview.booked_for_interviewer", to=cast.priya).latest("pk").body
    )


def test_cancelling_tells_the_interviewer(cast: Cast, application: Application) -> None:
    booking = actions.book_talk(application=application, slot=some_slots(cast)[0], by=cast.amina)
    with pytest.raises(refusals.OnlyTheApplicantAnswers):
        actions.cancel_talk(booking=booking, by=cast.priya)
    actions.cancel_talk(booking=booking, by=cast.amina)
    assert Email.objects.filter(kind="interview.cancelled_for_interviewer", to=cast.priya).exists()
    assert queries.talk_of(application).may_choose
    with pytest.raises(refusals.TalkIsOver):
        actions.cancel_talk(booking=booking, by=cast.amina)


def test_an_interviewer_who_withdraws_a_time_tells_whoever_took_it(cast: Cast, application: Application) -> None:
    slot = some_slots(cast)[0]
    booking = actions.book_talk(application=application, slot=slot, by=cast.amina)
    actions.withdraw_slot(slot=slot, by=cast.priya)
    assert state_of(booking) == "cancelled"
    assert Email.objects.filter(kind="interview.withdrawn", to=cast.amina).exists()
    with pytest.raises(refusals.TalkIsOver):
        actions.withdraw_slot(slot=slot, by=cast.priya)
    with pytest.raises(refusals.SlotIsTaken):
        actions.book_talk(application=application, slot=slot, by=cast.amina)


def test_a_no_show_is_kept_and_may_choose_again(cast: Cast, application: Application) -> None:
    slot = some_slots(cast)[0]
    booking = actions.book_talk(application=application, slot=slot, by=cast.amina)
    with pytest.raises(refusals.TalkHasNotBegun):
        actions.note_no_show(booking=booking, by=cast.priya)
    with time_machine.travel(slot.starts_at + timedelta(minutes=20), tick=False):
        assert [one.pk for one in queries.interviews_of(cast.priya)] == [slot.pk]
        with pytest.raises(refusals.TalkIsOver):
            actions.cancel_talk(booking=booking, by=cast.amina)
        actions.note_no_show(booking=booking, by=cast.priya)
        assert queries.talk_of(application).missed
        assert not queries.interviews_of(cast.priya)
    assert state_of(booking) == "missed"
    assert "Things come up" in Email.objects.get(kind="interview.missed", to=cast.amina).body


def test_recording_the_interview_closes_the_booking(cast: Cast, application: Application) -> None:
    slot, later = some_slots(cast, how_many=2)
    booking = actions.book_talk(application=application, slot=slot, by=cast.amina)
    with time_machine.travel(slot.starts_at + timedelta(minutes=40), tick=False):
        an_interview(cast, application)
    assert state_of(booking) == "held"
    assert queries.talk_of(application).is_held
    with pytest.raises(refusals.InterviewWasRecorded):
        actions.book_talk(application=application, slot=later, by=cast.amina)


@pytest.mark.parametrize("verb", [actions.withdraw_application, actions.pause_application])
def test_nobody_is_expected_of_whom_the_application_waits_or_is_over(
    cast: Cast, application: Application, verb: Any
) -> None:
    booking = actions.book_talk(application=application, slot=some_slots(cast)[0], by=cast.amina)
    verb(application=application, by=cast.amina)
    assert state_of(booking) == "cancelled"
    assert Email.objects.filter(kind="interview.cancelled_for_interviewer", to=cast.priya).exists()
    with pytest.raises(refusals.TalksAreNotWantedNow):
        actions.book_talk(application=application, slot=some_slots(cast, first=time(19, 0))[0], by=cast.amina)


def test_a_decision_calls_off_what_was_booked(cast: Cast) -> None:
    application = a_fully_screened_application(cast, cast.amina)
    InterviewBooking.objects.create(application=application, slot=some_slots(cast)[0])
    actions.decide_application(application=application, by=cast.priya, outcome="approved", reasons="All in place.")
    assert not InterviewBooking.objects.booked().exists()


def test_before_it_is_sent_no_time_is_chosen(cast: Cast) -> None:
    application = a_filled_in_application(cast, cast.amina)
    with pytest.raises(refusals.TalksAreNotWantedNow):
        actions.book_talk(application=application, slot=some_slots(cast)[0], by=cast.amina)


def test_both_are_reminded_the_day_before_and_once(cast: Cast, application: Application) -> None:
    slot = some_slots(cast)[0]
    booking = actions.book_talk(application=application, slot=slot, by=cast.amina)
    remind_of_interviews()
    assert not Email.objects.filter(kind__startswith="interview.tomorrow").exists()
    with time_machine.travel(timezone.localtime(slot.starts_at) - timedelta(days=1), tick=False):
        remind_of_interviews()
        remind_of_interviews()
        assert Email.objects.filter(kind__startswith="interview.tomorrow").count() == 2
        actions.cancel_talk(booking=booking, by=cast.amina)
        actions.remind_of_talk(booking=booking)
    assert Email.objects.filter(kind__startswith="interview.tomorrow").count() == 2


@pytest.mark.parametrize(
    ("day", "utc"),
    [(date(2027, 3, 27), 17), (date(2027, 3, 28), 16), (date(2027, 10, 30), 16), (date(2027, 10, 31), 17)],
    ids=["before the clocks go forward", "the day they do", "before they go back", "the day they do that"],
)
def test_a_calendar_shows_the_hour_on_the_wall_on_both_sides_of_a_clock_change(cast: Cast, day: date, utc: int) -> None:
    with time_machine.travel(timezone.make_aware(datetime.combine(day - timedelta(days=3), time(12))), tick=False):
        slot = some_slots(cast, day=day)[0]
        booking = actions.book_talk(application=an_application_in_screening(cast, cast.amina), slot=slot, by=cast.amina)
    event = Calendar.from_ical(calendar_file(queries.appointment_of(booking))).walk("VEVENT")[0]
    starts_at = event.decoded("DTSTART")
    assert starts_at.astimezone(UTC) == datetime.combine(day, time(utc), UTC)
    assert event.decoded("DURATION") == timedelta(minutes=30)
    assert (starts_at.hour, str(starts_at.tzinfo)) == (17, "Europe/London")
    assert "17:00" in queries.when_in_words(slot.starts_at)


def test_a_moved_talk_replaces_the_old_one_in_a_calendar(cast: Cast, application: Application) -> None:
    first, second = some_slots(cast, how_many=2)
    old = queries.appointment_of(actions.book_talk(application=application, slot=first, by=cast.amina))
    new = queries.appointment_of(
        actions.book_talk(application=application, slot=second, by=cast.amina), for_interviewer=True
    )
    assert old.uid == new.uid
    assert new.version > old.version
    assert "Amina Yusuf" in new.title


def test_whose_talks_somebody_sees(cast: Cast, application: Application) -> None:
    booking = actions.book_talk(application=application, slot=some_slots(cast)[0], by=cast.amina)
    assert str(booking).startswith("booking ")
    assert Slot.objects.visible_to(cast.priya).exists()
    assert not Slot.objects.visible_to(cast.amina).exists()
    assert not Slot.objects.visible_to(AnonymousUser()).exists()
    assert InterviewBooking.objects.visible_to(cast.amina).get() == booking
    assert not InterviewBooking.objects.visible_to(cast.other_mentor).exists()


def test_who_screens_everywhere_may_offer_for_everywhere(cast: Cast) -> None:
    grant_role(person=cast.tom, role=Role.PROGRAMME_MANAGER, by=None)
    assert some_slots(cast, by=cast.tom, area=None)[0].area is None
    with pytest.raises(refusals.AnswerDoesNotFit):
        some_slots(cast, by=cast.sam)


def test_a_time_offered_in_another_area_cannot_be_taken(cast: Cast, application: Application) -> None:
    (slot, *_) = some_slots(cast)
    Slot.objects.filter(pk=slot.pk).update(area=cast.other_area)
    with pytest.raises(refusals.SlotIsTaken):
        actions.book_talk(application=application, slot=slot, by=application.person)
