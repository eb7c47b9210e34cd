from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.names import new_public_id
from onemm.lib.privacy import Keep, Retain
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.places.models import Area
from onemm.recruitment.models.application import Application


class SlotQuerySet(models.QuerySet["Slot"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Those of the areas someone screens in: colleagues see one another's, so that one can stand in for the
        other.
        """
        scope = access.scope_of(person, Permission.APPLICATION_DECIDE)
        if not scope:
            return self.none()
        return self if scope.everywhere else self.filter(Q(area__in=scope.areas) | Q(area=None) | Q(interviewer=person))

    def offered_to(self, application: Application, at: datetime) -> Self:
        """What an applicant may choose from: where they live or for everywhere, still to come, not taken, not their
        own.
        """
        place = Q(area=application.area_id) | Q(area=None) if application.area_id else Q()
        return (
            self.filter(place, withdrawn_at=None, starts_at__gt=at)
            .exclude(interviewer=application.person_id)
            .exclude(bookings__state__in=["booked", "held", "missed"])
        )


class Slot(models.Model):
    """An hour, or less, that an interviewer offers for talking with an applicant. `area=None` is for everywhere.

    `starts_at` is a moment; people give and read it by the clock on their wall.
    """

    AUDIT_NAME = "slot"

    class Channel(models.TextChoices):
        VIDEO = "video", "By video"
        PHONE = "phone", "By telephone"
        PLACE = "place", "In person"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    interviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="interview_slots")
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=30)
    channel = models.CharField(max_length=6, choices=Channel.choices)
    where = models.CharField(max_length=200, blank=True)
    offered_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = SlotQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["interviewer", "starts_at"],
                condition=Q(withdrawn_at=None),
                name="an_interviewer_is_in_one_talk_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=10, minutes__lte=120), name="a_talk_takes_10_to_120_minutes"
            ),
        ]
        indexes = [models.Index(fields=["area", "starts_at"], name="slots_to_come")]

    class Privacy:
        personal = ("interviewer",)
        sensitive = ()
        operational = (
            "id",
            "public_id",
            "area",
            "starts_at",
            "minutes",
            "channel",
            "where",
            "offered_at",
            "withdrawn_at",
        )
        subject = "interviewer"
        keep = Keep(years=1, after="starts_at", when="it is over", and_while="a booking of it is kept")
        on_erasure = Retain("It says when an applicant was seen, and by which colleague.")

    def __str__(self) -> str:
        return f"slot {self.public_id}"

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)
