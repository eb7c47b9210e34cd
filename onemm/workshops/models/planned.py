from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.clock import now
from onemm.lib.lifecycle import Moves
from onemm.lib.names import new_public_id
from onemm.lib.privacy import AsLongAs, Cases, Delete, Keep, Retain
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.places.models import Area, Site
from onemm.workshops.models.diary import Workshop


class DraftQuerySet(models.QuerySet["Draft"]):
    def open(self) -> Self:
        """Those that a trainer can still take: a day that is over waits for nobody."""
        return self.filter(state=Draft.State.OPEN, starts_at__gt=now())

    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Those of one's areas, for whoever plans training or holds workshops there."""
        scopes = [access.scope_of(person, wanted) for wanted in (Permission.WORKSHOP_PLAN, Permission.WORKSHOP_RUN)]
        if any(scope.everywhere for scope in scopes):
            return self
        return self.filter(area__in=frozenset().union(*(scope.areas for scope in scopes)))


class Draft(models.Model):
    """A workshop that was planned and is not offered yet. open: it waits for a trainer, until its day. taken: one has
    completed it and put it in the diary. dropped: whoever plans has let it go. `reasons` says why there and then, in a
    sentence or two.
    """

    AUDIT_NAME = "draft"

    class State(models.TextChoices):
        OPEN = "open", "Waits for a trainer"
        TAKEN = "taken", "In the diary"
        DROPPED = "dropped", "Dropped"

    MOVES: ClassVar[Moves] = {
        State.OPEN: frozenset({State.TAKEN, State.DROPPED}),
        State.TAKEN: frozenset(),
        State.DROPPED: frozenset(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    site = models.ForeignKey(Site, models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    starts_at = models.DateTimeField()
    seats = models.PositiveSmallIntegerField()
    reasons = models.TextField()
    state = models.CharField(max_length=7, choices=State.choices, default=State.OPEN)
    workshop = models.OneToOneField(Workshop, models.PROTECT, null=True, related_name="draft")
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    planned_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "starts_at"], condition=Q(state="open"), name="one_open_draft_per_place_and_time"
            ),
            models.CheckConstraint(
                condition=Q(state="taken", workshop__isnull=False) | (~Q(state="taken") & Q(workshop=None)),
                name="a_draft_is_taken_by_a_workshop",
            ),
            models.CheckConstraint(condition=Q(seats__gte=1, seats__lte=200), name="a_draft_has_1_to_200_seats"),
        ]

    class Privacy:
        personal = ("planned_by",)
        sensitive = ()
        operational = (
            "id",
            "public_id",
            "site",
            "area",
            "starts_at",
            "seats",
            "reasons",
            "state",
            "workshop",
            "planned_at",
        )
        subject = "planned_by"
        keep = Cases(
            Q(workshop__isnull=False),
            "if it became one",
            AsLongAs("workshop"),
            otherwise=Keep(years=1, after="planned_at", when="it is planned"),
        )
        on_erasure = Retain("It is a colleague’s work, and says nothing else of them.")

    def __str__(self) -> str:
        return f"{self.site} on {self.starts_at:%d %B}"


class PlannedFor(models.Model):
    """Someone for whom a workshop was planned, because it is within the distance they travel; and when they were
    invited to it.
    """

    AUDIT_NAME = "planned_for"

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="people")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    invited_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "person"], name="a_draft_is_planned_for_somebody_once")]

    class Privacy:
        personal = ("person", "invited_at")
        sensitive = ()
        operational = ("id", "draft")
        subject = "person"
        keep = Keep(years=1, after="draft__planned_at", when="it is planned")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"#{self.pk}"
