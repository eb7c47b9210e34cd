from typing import ClassVar, Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.lifecycle import Moves
from onemm.lib.names import new_public_id
from onemm.lib.privacy import Delete, Keep
from onemm.people.models import Person
from onemm.recruitment.models.application import Application
from onemm.recruitment.models.slot import Slot


class InterviewBookingQuerySet(models.QuerySet["InterviewBooking"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        return self.filter(application__in=Application.objects.visible_to(person))

    def booked(self) -> Self:
        return self.filter(state=InterviewBooking.State.BOOKED)


class InterviewBooking(models.Model):
    """An applicant has taken a slot.

    booked: they are expected. held: the talk took place. missed: they did not come. cancelled: they let it go, moved to
    another slot, or the interviewer withdrew it; then someone else may take the slot.
    """

    AUDIT_NAME = "interview_booking"

    class State(models.TextChoices):
        BOOKED = "booked", "Booked"
        HELD = "held", "Held"
        MISSED = "missed", "Did not come"
        CANCELLED = "cancelled", "Cancelled"

    MOVES: ClassVar[Moves] = {
        State.BOOKED: frozenset({State.HELD, State.MISSED, State.CANCELLED}),
        State.HELD: frozenset(),
        State.MISSED: frozenset({State.HELD}),
        State.CANCELLED: frozenset(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slot = models.ForeignKey(Slot, models.PROTECT, related_name="bookings")
    application = models.ForeignKey(Application, models.PROTECT, related_name="bookings")
    state = models.CharField(max_length=10, choices=State.choices, default=State.BOOKED)
    booked_at = models.DateTimeField(default=timezone.now)
    over_at = models.DateTimeField(null=True, blank=True)

    objects = InterviewBookingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["slot"], condition=~Q(state="cancelled"), name="a_slot_is_taken_by_one_applicant"
            ),
            models.UniqueConstraint(
                fields=["application"], condition=Q(state="booked"), name="one_talk_to_come_per_application"
            ),
            models.CheckConstraint(
                condition=Q(state="booked", over_at=None) | (~Q(state="booked") & Q(over_at__isnull=False)),
                name="a_booking_that_is_over_says_when",
            ),
        ]

    class Privacy:
        personal = ("application", "slot")
        sensitive = ("state",)
        operational = ("id", "public_id", "booked_at", "over_at")
        subject = "application__person"
        keep = Keep(years=1, after="application__over_at", when="the application is over")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"booking {self.public_id}"
