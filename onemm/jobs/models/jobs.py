from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from onemm.jobs.registry import KINDS
from onemm.jobs.rules import STALLED_AFTER
from onemm.lib.lifecycle import Moves
from onemm.lib.names import new_public_id
from onemm.lib.privacy import Keep, Nobody
from onemm.lib.states import Toned
from onemm.people import access
from onemm.people.models import Person
from onemm.places.models import Organisation


class JobQuerySet(models.QuerySet["Job"]):
    def open(self) -> Self:
        return self.filter(state__in=Job.OPEN)

    def of(self, kind: str, subject: str = "") -> Self:
        """Those of one kind, about one thing, the newest first."""
        return self.filter(kind=kind, subject=subject).order_by("-asked_at", "-pk")

    def stalled(self, at: datetime) -> Self:
        """Those that nobody is working on: nothing has moved, and no worker was asked, for too long."""
        early = at - STALLED_AFTER
        silent = Q(beat_at__lt=early) | Q(beat_at=None, asked_at__lt=early)
        return self.open().filter(silent, Q(resumed_at=None) | Q(resumed_at__lt=early))

    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Jobs of the places where someone holds the permission of their kind; of no place, only those they asked
        for.
        """
        seen = Q(pk=None)
        for kind in KINDS.values():
            scope = access.scope_of(person, kind.permission)
            if scope:
                seen |= Q(kind=kind.name) & (
                    Q(organisation=None, asked_by=person.pk)
                    | (Q(organisation__isnull=False) if scope.everywhere else Q(organisation__in=scope.organisations))
                    | Q(organisation__area__in=scope.areas)
                )
        return self.filter(seen)


class Job(models.Model):
    """Long work that someone asked for, done in the background in small transactions, with a report that stays.

    waiting: asked for. running: a worker is at it, or was when it died; `beat_at` is when it last moved. done: it has
    come to its end. stopped: someone stopped it between two parts, and what was done before stays done. failed: it
    could not go on; `problem` says why, for whoever asked.

    `kind` is one that a context has declared; `subject` is the public id of what it is about, `alone_as` what may have
    one open job at a time. `done` of `total`, and `doing` in words, say how far it is. `counts` and `result` are what
    came of it, in the shape of its kind. `starts` counts the workers that have begun on it since it last moved.
    """

    class State(Toned):
        WAITING = "waiting", "wait", "Waiting"
        RUNNING = "running", "wait", "Running"
        DONE = "done", "good", "Done"
        STOPPED = "stopped", "Stopped"
        FAILED = "failed", "late", "Failed"

    OPEN = (State.WAITING, State.RUNNING)

    MOVES: ClassVar[Moves] = {
        State.WAITING: frozenset({State.RUNNING, State.STOPPED, State.FAILED}),
        State.RUNNING: frozenset({State.DONE, State.STOPPED, State.FAILED}),
        State.DONE: frozenset(),
        State.STOPPED: frozenset(),
        State.FAILED: frozenset(),
    }

    AUDIT_NAME = "job"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=40, blank=True)
    alone_as = models.CharField(max_length=80, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    arguments = models.JSONField(default=dict)
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField()
    doing = models.CharField(max_length=200, blank=True)
    counts = models.JSONField(default=dict)
    result = models.JSONField(default=dict)
    problem = models.CharField(max_length=300, blank=True)
    starts = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)
    resumed_at = models.DateTimeField(null=True)
    stop_asked_at = models.DateTimeField(null=True)
    stop_asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    finished_at = models.DateTimeField(null=True)
    kept_until = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["kind", "subject"])]
        constraints = [
            models.UniqueConstraint(
                fields=["alone_as"],
                condition=Q(state__in=["waiting", "running"]) & ~Q(alone_as=""),
                name="one_open_job_at_a_time_where_it_must_be_alone",
            ),
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="a_job_is_at_most_wholly_done"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "running"], finished_at=None, kept_until=None)
                | Q(state__in=["done", "stopped", "failed"], finished_at__isnull=False, kept_until__isnull=False),
                name="a_job_that_is_over_says_when_and_how_long_it_is_kept",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "stopped", "failed"]) | Q(started_at__isnull=False),
                name="a_job_that_has_run_says_since_when",
            ),
            models.CheckConstraint(condition=~Q(state="failed") | ~Q(problem=""), name="a_failed_job_says_why"),
            models.CheckConstraint(
                condition=Q(stop_asked_at=None, stop_asked_by=None)
                | Q(stop_asked_at__isnull=False, stop_asked_by__isnull=False),
                name="somebody_asked_for_a_job_to_be_stopped",
            ),
        ]

    class Privacy:
        personal = ("arguments", "result")
        sensitive = ()
        operational = (
            "id",
            "public_id",
            "kind",
            "subject",
            "alone_as",
            "organisation",
            "asked_at",
            "asked_by",
            "state",
            "done",
            "total",
            "doing",
            "counts",
            "problem",
            "starts",
            "started_at",
            "beat_at",
            "resumed_at",
            "stop_asked_at",
            "stop_asked_by",
            "finished_at",
            "kept_until",
        )
        subject = Nobody("it names people by public id in what it found, which leads to nobody once they are gone")
        keep = Keep(years=1, after="finished_at", when="it has ended at the latest, and most kinds a day or a month")

    def __str__(self) -> str:
        return f"job {self.public_id}"

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    def counts_with(self, outcomes: Mapping[str, int]) -> dict[str, int]:
        """Return what came of it so far, with these outcomes of its newest part added."""
        return dict(Counter(self.counts) + Counter(outcomes))

    def is_stalled(self, at: datetime) -> bool:
        """Say whether nothing has moved for so long that no worker can be at it."""
        return self.is_open and (self.beat_at or self.asked_at) < at - STALLED_AFTER
