from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from onemm.lib.lifecycle import Moves
from onemm.lib.names import new_public_id
from onemm.lib.privacy import AsLongAs, Nobody
from onemm.matching.models.rounds import Round
from onemm.people.models import Person


class BulkApprovalQuerySet(models.QuerySet["BulkApproval"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Those of the rounds that one runs."""
        return self.filter(round__in=Round.objects.visible_to(person))

    def open(self) -> Self:
        return self.filter(state__in=[BulkApproval.State.WAITING, BulkApproval.State.RUNNING])


class BulkApproval(models.Model):
    """Many proposals of one round that somebody approved with one press, asked one after the other in the background.

    `proposals` are their public ids in order, of which the first `done` have been dealt with: `offered` of them, and
    the others are in `refused`, each as [public id, why].

    waiting: pressed. running: being asked. over: all of them were dealt with. stopped: nothing has moved for too long.
    """

    AUDIT_NAME = "bulk_approval"

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Running"
        OVER = "over", "Over"
        STOPPED = "stopped", "Stopped"

    MOVES: ClassVar[Moves] = {
        # A dead worker leaves it running; the same task, run again, goes on where it stood.
        State.WAITING: frozenset({State.RUNNING, State.STOPPED}),
        State.RUNNING: frozenset({State.RUNNING, State.OVER, State.STOPPED}),
        State.OVER: frozenset(),
        State.STOPPED: frozenset(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    round = models.ForeignKey(Round, models.PROTECT, related_name="bulk_approvals")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    proposals = models.JSONField(default=list)
    done = models.PositiveIntegerField(default=0)
    offered = models.PositiveIntegerField(default=0)
    refused = models.JSONField(default=list)
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    moved_at = models.DateTimeField(default=timezone.now)

    objects = BulkApprovalQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["round"],
                condition=Q(state__in=["waiting", "running"]),
                name="one_bulk_approval_at_a_time_per_round",
            ),
            models.CheckConstraint(condition=Q(offered__lte=F("done")), name="no_more_are_offered_than_are_dealt_with"),
        ]

    class Privacy:
        personal = ("proposals", "refused")
        sensitive = ()
        operational = ("id", "public_id", "round", "state", "done", "offered", "asked_at", "asked_by", "moved_at")
        subject = Nobody("it names proposals by public id in a list, which leads to nobody once they are gone")
        keep = AsLongAs("round")

    def __str__(self) -> str:
        return f"bulk approval {self.public_id}"
