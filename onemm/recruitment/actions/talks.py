"""Times for a talk: offered by interviewers, taken, moved and let go by applicants."""

from datetime import date, datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.places.models import Area
from onemm.recruitment.actions import interview_emails as emails
from onemm.recruitment.actions.opening import State, locked, locked_by_applicant, locked_for_staff, touch
from onemm.recruitment.models import Application, Interview, InterviewBooking, Slot
from onemm.recruitment.refusals import (
    AnswerDoesNotFit,
    InterviewWasRecorded,
    SlotIsTaken,
    TalkHasNotBegun,
    TalkIsOver,
    TalksAreNotWantedNow,
    ThatTimeIsYours,
)
from onemm.recruitment.rules.talks import EARLIEST, LATEST, LEAST_NOTICE, MOST_AT_ONCE

BOOKED_WHILE = frozenset({State.SUBMITTED, State.IN_SCREENING})


@transaction.atomic
def offer_slots(
    *,
    by: Person,
    day: date,
    first: time,
    how_many: int,
    minutes: int,
    channel: str,
    where: str,
    area: Area | None = None,
) -> list[Slot]:
    """Offer a row of times on one day, one after another, by the clock on the wall. `area=None` is for everywhere.

    :raises AnswerDoesNotFit: not a time that someone could come, or not a place where the interviewer screens.
    :raises ThatTimeIsYours: the interviewer has offered an overlapping time.
    """
    scope = access.scope_of(by, Permission.APPLICATION_DECIDE)
    if not (scope.everywhere or (area is not None and area.pk in scope.areas)):
        raise AnswerDoesNotFit("Choose an area in which you screen.", field="area")
    if channel not in Slot.Channel.values:
        raise AnswerDoesNotFit("Choose how you will talk.", field="channel")
    if not where.strip():
        raise AnswerDoesNotFit("Say where: a link, a number to ring, or an address.", field="where")
    starts = _starts(day, first, how_many, minutes)
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    _refuse_overlap(by, starts, minutes)
    slots = [
        Slot.objects.create(
            interviewer=by, area=area, starts_at=at, minutes=minutes, channel=channel, where=where.strip()
        )
        for at in starts
    ]
    for slot in slots:
        audit.record("slot:offered", subject=slot, by=by)
    return slots


def _starts(day: date, first: time, how_many: int, minutes: int) -> list[datetime]:
    if not 10 <= minutes <= 120:
        raise AnswerDoesNotFit("A talk takes from 10 minutes to two hours.", field="minutes")
    if not 1 <= how_many <= MOST_AT_ONCE:
        raise AnswerDoesNotFit(f"Offer from one to {MOST_AT_ONCE} times at once.", field="how_many")
    walls = [datetime.combine(day, first) + timedelta(minutes=minutes * at) for at in range(how_many)]
    if walls[-1].date() != day or not (walls[0].time() >= EARLIEST and walls[-1].time() <= LATEST):
        raise AnswerDoesNotFit("Talks begin between seven in the morning and nine in the evening.", field="first")
    starts = [timezone.make_aware(wall) for wall in walls]
    if starts[0] < now() + LEAST_NOTICE:
        raise AnswerDoesNotFit("Give people at least four hours: choose a later time.", field="day")
    return starts


def _refuse_overlap(by: Person, starts: list[datetime], minutes: int) -> None:
    end = starts[-1] + timedelta(minutes=minutes)
    around = Slot.objects.filter(
        interviewer=by, withdrawn_at=None, starts_at__lt=end, starts_at__gt=starts[0] - timedelta(hours=2)
    )
    if any(slot.ends_at > starts[0] for slot in around):
        raise ThatTimeIsYours(field="first")


@transaction.atomic
def withdraw_slot(*, slot: Slot, by: Person) -> None:
    """Take a time back. Whoever had taken it is told and chooses another.

    :raises TalkIsOver: it has begun, or was withdrawn before.
    """
    # First the application and then the slot, as whoever books does: the other way round, the two could wait for each
    # other.
    for booking in slot.bookings.booked().select_related("application"):
        locked(booking.application)
    slot = Slot.objects.select_for_update().get(pk=slot.pk)
    if slot.withdrawn_at is not None or slot.starts_at <= now():
        raise TalkIsOver
    slot.withdrawn_at = now()
    slot.save(update_fields=["withdrawn_at"])
    audit.record("slot:withdrawn", subject=slot, by=by)
    for booking in slot.bookings.booked().select_related("application__person", "slot__interviewer"):
        _let_go(booking, by)
        emails.tell_of_withdrawn_slot(booking)


@transaction.atomic
def book_talk(*, application: Application, slot: Slot, by: Person) -> InterviewBooking:
    """Take a slot; whoever has taken another one moves to this one, and keeps the old one if this one is gone.

    :raises TalksAreNotWantedNow: the application is not being looked at.
    :raises InterviewWasRecorded: they have talked.
    :raises SlotIsTaken: someone else was first, it was withdrawn, or begins too soon.
    """
    application = locked_by_applicant(application, by)
    if application.state not in BOOKED_WHILE:
        raise TalksAreNotWantedNow
    if Interview.objects.filter(application=application).exists():
        raise InterviewWasRecorded
    # The lock is against a withdrawal at the same moment; that nobody else has it is the constraint's to say.
    slot = Slot.objects.select_for_update(of=("self",)).select_related("interviewer").get(pk=slot.pk)
    if (
        slot.withdrawn_at is not None
        or slot.starts_at < now() + LEAST_NOTICE
        or slot.interviewer_id == application.person_id
    ):
        raise SlotIsTaken
    if application.area_id and slot.area_id not in {None, application.area_id}:
        raise SlotIsTaken  # offered to another area: for this applicant it is not there
    earlier = application.bookings.booked().select_related("slot__interviewer").first()
    if earlier is not None and earlier.slot_id == slot.pk:
        return earlier
    if earlier is not None:
        earlier.application = application
        _let_go(earlier, by)
    try:
        with transaction.atomic():
            booking = InterviewBooking.objects.create(slot=slot, application=application)
    except IntegrityError as problem:
        raise SlotIsTaken from problem
    touch(application)
    audit.record("talk:moved" if earlier else "talk:booked", subject=application, by=by, booking=booking.pk)
    emails.tell_of_booking(booking, earlier)
    return booking


@transaction.atomic
def cancel_talk(*, booking: InterviewBooking, by: Person) -> None:
    """Let a time go; the applicant may choose another.

    :raises TalkIsOver: it has begun, or is not booked any more.
    """
    application = locked_by_applicant(booking.application, by)
    booking = _booked(booking, application)
    if booking.slot.starts_at <= now():
        raise TalkIsOver
    _let_go(booking, by)
    emails.tell_interviewer_of_cancelling(booking)


@transaction.atomic
def note_no_show(*, booking: InterviewBooking, by: Person) -> None:
    """They did not come. It is kept, and they are asked, kindly, to choose another time.

    :raises TalkHasNotBegun: its time is still to come.
    :raises TalkIsOver: it is not booked any more.
    """
    application = locked_for_staff(booking.application, by)
    booking = _booked(booking, application)
    if booking.slot.starts_at > now():
        raise TalkHasNotBegun
    _end(booking, InterviewBooking.State.MISSED)
    touch(application)
    audit.record("talk:missed", subject=application, by=by, booking=booking.pk)
    emails.tell_of_no_show(booking)


@transaction.atomic
def remind_of_talk(*, booking: InterviewBooking) -> None:
    """Write to both the day before, once, if it still stands."""
    booked = _booked_row(booking)
    if booked is not None:
        emails.remind(booked)


def talk_was_held(application: Application) -> None:
    """The interview is recorded: what was booked and has begun, or was taken for missed, took place."""
    begun = application.bookings.filter(
        state__in=[InterviewBooking.State.BOOKED, InterviewBooking.State.MISSED], slot__starts_at__lte=now()
    )
    booking = begun.order_by("-slot__starts_at").first()
    if booking is not None:
        _end(booking, InterviewBooking.State.HELD)
    let_talk_go(application)


def let_talk_go(application: Application) -> None:
    """Nobody is expected any more: the application is over, or they talked at another time."""
    for booking in application.bookings.booked().select_related("application__person", "slot__interviewer"):
        _end(booking, InterviewBooking.State.CANCELLED)
        if booking.slot.starts_at > now():
            emails.tell_interviewer_of_cancelling(booking)


def _booked(booking: InterviewBooking, application: Application) -> InterviewBooking:
    booked = _booked_row(booking)
    if booked is None:
        raise TalkIsOver
    booked.application = application
    return booked


def _booked_row(booking: InterviewBooking) -> InterviewBooking | None:
    bookings = (
        InterviewBooking.objects.select_for_update(of=("self",))
        .booked()
        .select_related("application__person", "slot__interviewer")
    )
    return bookings.filter(pk=booking.pk).first()


def _let_go(booking: InterviewBooking, by: Person) -> None:
    _end(booking, InterviewBooking.State.CANCELLED)
    touch(locked(booking.application))
    audit.record("talk:cancelled", subject=booking.application, by=by, booking=booking.pk)


def _end(booking: InterviewBooking, state: InterviewBooking.State) -> None:
    move(booking, state)
    booking.over_at = now()
    booking.save(update_fields=["state", "over_at"])
