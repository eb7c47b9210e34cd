"""Which talks there are: to choose from, to come, and to be recorded."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch
from django.utils import timezone

from onemm.lib.calendars import Appointment
from onemm.lib.clock import now
from onemm.people.models import Person
from onemm.recruitment.models import Application, InterviewBooking, InterviewBookingQuerySet, Slot
from onemm.recruitment.queries.records import bookings_of, interview_of
from onemm.recruitment.rules.talks import LEAST_NOTICE

MOST_SHOWN = 24
LOOKED_AT = frozenset({Application.State.SUBMITTED, Application.State.IN_SCREENING})


@dataclass(frozen=True)
class Talk:
    """How an applicant stands with their talk: the time they took, or those they may take."""

    booking: InterviewBooking | None
    missed: bool
    is_held: bool
    days: tuple[tuple[date, tuple[Slot, ...]], ...]

    @property
    def may_choose(self) -> bool:
        return not self.is_held and self.booking is None and bool(self.days)


def talk_of(application: Application) -> Talk:
    """Return it in at most three queries. Nothing is offered to someone whose application is not being looked at."""
    bookings = bookings_of(application)
    booked = next((booking for booking in bookings if booking.state == InterviewBooking.State.BOOKED), None)
    is_held = interview_of(application) is not None
    is_offered = application.state in LOOKED_AT and not is_held
    return Talk(
        booked,
        any(booking.state == InterviewBooking.State.MISSED for booking in bookings),
        is_held,
        _by_day(application) if is_offered else (),
    )


def _by_day(application: Application) -> tuple[tuple[date, tuple[Slot, ...]], ...]:
    slots = list(
        Slot.objects.offered_to(application, now() + LEAST_NOTICE)
        .select_related("interviewer")
        .order_by("starts_at")[:MOST_SHOWN]
    )
    days = dict.fromkeys(timezone.localdate(slot.starts_at) for slot in slots)
    return tuple((day, tuple(slot for slot in slots if timezone.localdate(slot.starts_at) == day)) for day in days)


def interviews_of(person: Person) -> list[Slot]:
    """Return what someone offers and has agreed to: all to come, and what has begun and is not recorded. Two queries.

    Each slot carries `taken`: its live bookings, at most one.
    """
    live = InterviewBooking.objects.exclude(state=InterviewBooking.State.CANCELLED).select_related(
        "application__person"
    )
    slots = (
        Slot.objects.filter(interviewer=person, withdrawn_at=None)
        .order_by("starts_at")
        .prefetch_related(Prefetch("bookings", live, to_attr="taken"))
    )
    to_come = slots.filter(starts_at__gt=now())
    waiting = slots.filter(starts_at__lte=now(), bookings__state=InterviewBooking.State.BOOKED).distinct()
    return [*waiting, *to_come[:100]]


def talks_on(day: date) -> InterviewBookingQuerySet:
    """Return the talks booked for a day, by the clock on the wall."""
    start = timezone.make_aware(datetime.combine(day, datetime.min.time()))
    end = timezone.make_aware(datetime.combine(day, datetime.max.time()))
    return InterviewBooking.objects.booked().filter(slot__starts_at__range=(start, end))


def appointment_of(booking: InterviewBooking, *, for_interviewer: bool = False) -> Appointment:
    """Return what a calendar needs. It keeps one name per application, so that a moved talk replaces the old one."""
    slot, application = booking.slot, booking.application
    other = application.person.full_name if for_interviewer else slot.interviewer.first_name
    return Appointment(
        uid=f"talk-{application.public_id}@onemm",
        version=booking.pk,
        starts_at=slot.starts_at,
        minutes=slot.minutes,
        title=f"Mentoring: talk with {other}",
        where=slot.where,
        words=f"{slot.get_channel_display()}. {slot.where}",
        written_at=booking.booked_at,
    )


def when_in_words(at: datetime) -> str:
    """“Thursday 3 December at 17:30”, by the clock on the wall."""
    return f"{timezone.localtime(at):%A %-d %B at %H:%M}"
