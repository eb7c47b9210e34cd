from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.lifecycle import Moves
from onemm.lib.names import new_public_id
from onemm.lib.privacy import AsLongAs, Blank, Cases, Holds, Keep
from onemm.lib.states import Toned
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.places.models import Area


class ApplicationQuerySet(models.QuerySet["Application"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """One's own, and those that one may work on as staff."""
        if not isinstance(person, Person):
            return self.none()
        return self.filter(Q(person=person) | self._screened_by(person))

    def for_screening_by(self, person: Person | AnonymousUser) -> Self:
        """Those someone may work on as staff: nobody screens themselves, and nothing is read before it is sent."""
        return self.filter(self._screened_by(person)) if isinstance(person, Person) else self.none()

    @staticmethod
    def _screened_by(person: Person) -> Q:
        scope = access.scope_of(person, Permission.APPLICATION_READ)
        if not scope:
            return Q(pk__in=())
        # Where nobody works yet, everyone who screens sees the application, so that no applicant is left without an
        # answer.
        place = Q() if scope.everywhere else Q(area__in=scope.areas) | Q(area=None)
        return place & Q(submitted_at__isnull=False) & ~Q(person=person)

    def of(self, person: Person) -> Self:
        return self.filter(person=person)

    def open(self) -> Self:
        return self.exclude(state__in=Application.OVER)

    def waiting(self) -> Self:
        """Those with whom it is staff's turn."""
        return self.filter(state__in=[Application.State.SUBMITTED, Application.State.IN_SCREENING])


class Application(models.Model):
    """A mentor's way in, one at a time per person.

    started: being filled in, step by step, kept as it goes. submitted: sent, nobody has looked yet. in_screening:
    references, interview and check are being gathered. paused: the applicant asked to wait; it goes on where it
    stopped. approved, declined, withdrawn: over; a declined one goes back to screening when an appeal is upheld.

    `moved_at` is when anything last happened with it. `owner` looks after it. What is waited for, and until when, is on
    the worklist.
    """

    AUDIT_NAME = "application"

    class State(Toned):
        STARTED = "started", "wait", "Started"
        SUBMITTED = "submitted", "wait", "Submitted"
        IN_SCREENING = "in_screening", "wait", "In screening"
        PAUSED = "paused", "wait", "Paused"
        APPROVED = "approved", "good", "Approved"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    OVER = (State.APPROVED, State.DECLINED, State.WITHDRAWN)

    MOVES: ClassVar[Moves] = {
        State.STARTED: frozenset({State.SUBMITTED, State.WITHDRAWN}),
        State.SUBMITTED: frozenset({State.IN_SCREENING, State.PAUSED, State.WITHDRAWN}),
        State.IN_SCREENING: frozenset({State.APPROVED, State.DECLINED, State.PAUSED, State.WITHDRAWN}),
        State.PAUSED: frozenset({State.SUBMITTED, State.IN_SCREENING, State.WITHDRAWN}),
        State.APPROVED: frozenset(),
        State.DECLINED: frozenset({State.IN_SCREENING}),
        State.WITHDRAWN: frozenset(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="applications")
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="applications")
    state = models.CharField(max_length=12, choices=State.choices, default=State.STARTED)
    eligibility = models.JSONField(default=dict)
    eligibility_version = models.CharField(max_length=20)
    steps_done = models.JSONField(default=list)
    why = models.TextField(blank=True)
    conduct_agreed_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    submitted_at = models.DateTimeField(null=True, blank=True)
    screening_from = models.DateTimeField(null=True, blank=True)
    moved_at = models.DateTimeField(default=timezone.now)
    over_at = models.DateTimeField(null=True, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=~Q(state__in=["declined", "withdrawn"]),
                name="one_live_application_per_person",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["started", "withdrawn"]) | Q(submitted_at__isnull=False),
                name="a_submitted_application_says_when",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["approved", "declined", "withdrawn"], over_at__isnull=False)
                | (~Q(state__in=["approved", "declined", "withdrawn"]) & Q(over_at=None)),
                name="a_finished_application_says_when",
            ),
        ]
        indexes = [models.Index(fields=["state", "area"], name="applications_by_state")]

    class Privacy:
        personal = ("person", "why", "eligibility")
        sensitive = ()
        operational = (
            "id",
            "public_id",
            "area",
            "state",
            "eligibility_version",
            "steps_done",
            "conduct_agreed_at",
            "started_at",
            "submitted_at",
            "screening_from",
            "moved_at",
            "over_at",
            "owner",
        )
        subject = "person"
        keep = Cases(
            Q(state="approved"),
            "if it was approved",
            AsLongAs("person"),
            otherwise=Keep(years=1, after="over_at", when="it is over"),
        )
        when_over = on_erasure = Blank("why", "eligibility")
        holds = Holds("over_at", "application")

    def __str__(self) -> str:
        return f"application {self.public_id}"

    @property
    def is_over(self) -> bool:
        return self.state in self.OVER

    @property
    def is_being_written(self) -> bool:
        return self.state == self.State.STARTED
