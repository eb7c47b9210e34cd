from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.clock import now
from onemm.lib.geo import Point
from onemm.lib.lifecycle import Moves
from onemm.lib.names import new_public_id
from onemm.lib.privacy import AsLongAs, Delete, Keep, Nobody, Retain
from onemm.lib.states import Toned
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.places.models import Area

CODE_LETTERS = 6


class WorkshopQuerySet(models.QuerySet["Workshop"]):
    def offered(self) -> Self:
        """Those that still stand in the diary: planned, or moved to another date. Asked by the moment that ended them,
        as a state beside the box of a search would have a database look through every row that has it.
        """
        return self.filter(over_at=None)

    def coming(self) -> Self:
        return self.offered().filter(starts_at__gt=now())

    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """A trainer's own; those of one's areas for whoever plans training there; what is offered, and one's own, for
        learners.
        """
        seen = Q(pk__in=[])
        if isinstance(person, Person) and access.can(person, Permission.WORKSHOP_RUN):
            seen |= Q(trainer=person)
        planned = access.scope_of(person, Permission.WORKSHOP_PLAN)
        if planned.everywhere:
            return self
        seen |= Q(area__in=planned.areas)
        if isinstance(person, Person) and access.can(person, Permission.COURSE_TAKE):
            booked = Booking.objects.filter(person=person).values("workshop")
            seen |= Q(state__in=(Workshop.State.PLANNED, Workshop.State.MOVED)) | Q(pk__in=booked)
        return self.filter(seen)

    def run_by(self, person: Person) -> Self:
        """What this trainer offers, while they may."""
        return self.filter(trainer=person) if access.can(person, Permission.WORKSHOP_RUN) else self.none()


class Workshop(models.Model):
    """One free training session: planned, perhaps moved to another date, then held or cancelled.

    Face to face it has a venue with a point on the map; online it has a link, shown only to those who have a seat.
    `answer_by` is until when people may say whether a new date suits them; `changes` counts what a diary must hear
    about.
    """

    AUDIT_NAME = "workshop"

    class State(Toned):
        PLANNED = "planned", "Planned"
        MOVED = "moved", "wait", "Moved to another date"
        CANCELLED = "cancelled", "late", "Cancelled"
        HELD = "held", "good", "Held"

    class Channel(models.TextChoices):
        FACE_TO_FACE = "face_to_face", "Face to face"
        ONLINE = "online", "Online"

    MOVES: ClassVar[Moves] = {
        State.PLANNED: frozenset({State.MOVED, State.CANCELLED, State.HELD}),
        State.MOVED: frozenset({State.MOVED, State.CANCELLED, State.HELD}),
        State.CANCELLED: frozenset(),
        State.HELD: frozenset(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    title = models.CharField(max_length=120)
    covers = models.TextField()
    channel = models.CharField(max_length=12, choices=Channel.choices)
    venue = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    access_notes = models.TextField(blank=True)
    link = models.URLField(blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="workshops")
    trainer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="workshops_run")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    reason = models.TextField(blank=True)
    answer_by = models.DateTimeField(null=True, blank=True)
    changes = models.PositiveSmallIntegerField(default=0)
    offered_at = models.DateTimeField(default=timezone.now, editable=False)
    over_at = models.DateTimeField(null=True, blank=True)

    objects = WorkshopQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(covers=""), name="a_workshop_says_what_it_is_about"),
            models.CheckConstraint(
                condition=Q(minutes__gte=15, minutes__lte=480), name="a_workshop_takes_15_minutes_to_8_hours"
            ),
            models.CheckConstraint(
                condition=~Q(channel="face_to_face")
                | (~Q(venue="") & Q(latitude__isnull=False, longitude__isnull=False)),
                name="a_workshop_face_to_face_has_a_venue_on_the_map",
            ),
            models.CheckConstraint(condition=~Q(channel="online") | ~Q(link=""), name="an_online_workshop_has_a_link"),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(reason=""), name="a_cancelled_workshop_says_why"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("held", "cancelled"), over_at__isnull=False)
                | Q(state__in=("planned", "moved"), over_at=None),
                name="a_workshop_is_over_when_held_or_cancelled",
            ),
        ]
        indexes = [
            models.Index(fields=["latitude", "longitude"], name="workshops_by_point"),
            models.Index(fields=["starts_at"], name="workshops_by_day"),
        ]

    class Privacy:
        personal = ("trainer",)
        sensitive = ("link",)
        operational = (
            "id",
            "public_id",
            "title",
            "covers",
            "channel",
            "venue",
            "postcode",
            "latitude",
            "longitude",
            "access_notes",
            "area",
            "starts_at",
            "minutes",
            "state",
            "reason",
            "answer_by",
            "changes",
            "offered_at",
            "over_at",
        )
        subject = "trainer"
        keep = Keep(years=1, after="over_at", when="it is over", and_while="the bookings of it are kept")
        on_erasure = Retain("Learning hours rest on it; it names the trainer who held it.")

    def __str__(self) -> str:
        return self.title

    @property
    def is_offered(self) -> bool:
        return self.state in (self.State.PLANNED, self.State.MOVED)

    @property
    def is_online(self) -> bool:
        return self.channel == self.Channel.ONLINE

    @property
    def ends_at(self) -> datetime:
        """Counted in hours that pass, not by the clock on the wall: the two differ on the days when clocks change."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def point(self) -> Point | None:
        return (
            Point(self.latitude, self.longitude) if self.latitude is not None and self.longitude is not None else None
        )


class Seat(models.Model):
    """One chair of a workshop.

    There are as many rows as chairs, so that no more people can sit than there is room for.
    """

    AUDIT_NAME = "seat"

    workshop = models.ForeignKey(Workshop, models.PROTECT, related_name="seats")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "number"], name="a_workshop_numbers_its_seats_apart"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=200), name="a_workshop_has_1_to_200_seats"),
        ]

    class Privacy:
        personal = ()
        sensitive = ()
        operational = ("id", "workshop", "number")
        subject = Nobody("a chair")
        keep = AsLongAs("workshop")

    def __str__(self) -> str:
        return f"seat {self.number}"


class SeatBookingQuerySet(models.QuerySet["Booking"]):
    def standing(self) -> Self:
        return self.exclude(state=Booking.State.CANCELLED)

    def booked(self) -> Self:
        return self.filter(state=Booking.State.BOOKED)

    def queue(self) -> Self:
        """Who waits, in the order in which they came."""
        return self.filter(state=Booking.State.WAITING).order_by("queued_at", "pk")

    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """One's own, and those of the workshops that one runs."""
        if not isinstance(person, Person):
            return self.none()
        seen = Q(person=person)
        if access.can(person, Permission.WORKSHOP_RUN):
            seen |= Q(workshop__trainer=person)
        return self.filter(seen)


class Booking(models.Model):
    """Someone's place in a workshop: waiting or booked, then attended, missed or cancelled.

    Whoever waits may be offered a seat until a moment: then the row holds the seat, so that nobody else can be given
    it. `moved` says what became of the question whether a new date suits. Minutes count only for whoever attended.
    """

    AUDIT_NAME = "booking"

    class State(Toned):
        WAITING = "waiting", "wait", "Waiting for a seat"
        BOOKED = "booked", "good", "Booked"
        ATTENDED = "attended", "good", "Was there"
        MISSED = "missed", "Did not come"
        CANCELLED = "cancelled", "Cancelled"

    class Moved(models.TextChoices):
        NO = "", "Not moved"
        ASKED = "asked", "Asked whether the new date suits"
        KEPT = "kept", "The new date suits"
        UNANSWERED = "unanswered", "Has not said whether the new date suits"

    MOVES: ClassVar[Moves] = {
        State.WAITING: frozenset({State.BOOKED, State.ATTENDED, State.CANCELLED}),
        State.BOOKED: frozenset({State.ATTENDED, State.MISSED, State.CANCELLED}),
        State.ATTENDED: frozenset({State.MISSED}),
        State.MISSED: frozenset({State.ATTENDED}),
        State.CANCELLED: frozenset(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    workshop = models.ForeignKey(Workshop, models.PROTECT, related_name="bookings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="workshop_bookings")
    state = models.CharField(max_length=10, choices=State.choices)
    seat = models.OneToOneField(Seat, models.PROTECT, null=True, blank=True, related_name="booking")
    queued_at = models.DateTimeField(default=timezone.now)
    offer_until = models.DateTimeField(null=True, blank=True)
    moved = models.CharField(max_length=10, choices=Moved.choices, blank=True, default=Moved.NO)
    walked_in = models.BooleanField(default=False)
    minutes = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = SeatBookingQuerySet.as_manager()

    class Meta:
        ordering = ["queued_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "person"],
                condition=~Q(state="cancelled"),
                name="one_standing_booking_per_person_and_workshop",
            ),
            models.CheckConstraint(
                condition=~Q(state="booked") | Q(seat__isnull=False), name="whoever_is_booked_has_a_seat"
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | Q(seat=None), name="a_cancelled_booking_holds_no_seat"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", seat=None, offer_until=None)
                | Q(state="waiting", seat__isnull=False, offer_until__isnull=False)
                | (~Q(state="waiting") & Q(offer_until=None)),
                name="an_offer_is_a_seat_held_until_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(state="attended", minutes__gt=0) | (~Q(state="attended") & Q(minutes=0)),
                name="minutes_count_for_whoever_was_there",
            ),
        ]
        indexes = [models.Index(fields=["workshop", "state", "queued_at"], name="bookings_in_order")]

    class Privacy:
        personal = ("person", "state", "walked_in", "minutes", "moved")
        sensitive = ()
        operational = ("id", "public_id", "workshop", "seat", "queued_at", "offer_until", "reminded_at", "settled_at")
        subject = "person"
        keep = AsLongAs("person")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"#{self.pk} {self.state}"

    @property
    def code(self) -> str:
        """What someone says at the door."""
        return self.public_id[:CODE_LETTERS]

    @property
    def has_offer(self) -> bool:
        return self.state == self.State.WAITING and self.offer_until is not None
