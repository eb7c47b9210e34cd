from typing import Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from onemm.lib.clock import now
from onemm.lib.privacy import Delete, Keep, Nobody, Until
from onemm.people import access
from onemm.people.models import Person
from onemm.places.models import Area, Organisation
from onemm.worklist.catalogue import Kind, every_kind, kind_named


class TodoQuerySet(models.QuerySet["Todo"]):
    def open(self) -> Self:
        return self.filter(closed_at=None)

    def current(self) -> Self:
        """Those that wait now: neither still ahead nor too late."""
        moment = now()
        return self.open().filter(since__lte=moment).filter(Q(until=None) | Q(until__gt=moment))

    def overdue(self) -> Self:
        return self.current().filter(due__lt=now())

    def of_kind(self, *names: str) -> Self:
        return self.filter(kind__in=names)

    def raised_by(self, source: str, number: int) -> Self:
        """Those derived from one row."""
        return self.filter(source=source, source_pk=number)

    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """One's own, and those that one may do: by the permission of the kind, and by what its context lets one see."""
        if not isinstance(person, Person):
            return self.none()
        seen = Q(owner=person, kind__in=[kind.name for kind in every_kind() if kind.permission is None])
        for kind in every_kind():
            if kind.permission is not None and kind.seen_by is not None and access.can(person, kind.permission):
                subjects = kind.seen_by(person).order_by().values("pk")
                seen |= Q(kind=kind.name, subject_pk__in=subjects)
        return self.filter(seen)


class Todo(models.Model):
    """One thing that someone has to do by a day.

    Open until `closed_at`. Derived from a row of its context (`source`), about that row or one that belongs to it
    (`subject`); both by a name that outlives any move of the code, as in the log. `since` may lie ahead, and nobody
    sees it until then; after `until` it is too late, and nobody sees it any more.
    """

    AUDIT_NAME = "todo"

    class Outcome(models.TextChoices):
        DONE = "done", "Done"
        DROPPED = "dropped", "No longer wanted"
        TOO_LATE = "too_late", "Too late"

    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=40)
    subject_pk = models.BigIntegerField()
    source = models.CharField(max_length=40)
    source_pk = models.BigIntegerField()
    about = models.CharField(max_length=40, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="todos")
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    raised_at = models.DateTimeField(default=timezone.now)
    since = models.DateTimeField()
    due = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)

    objects = TodoQuerySet.as_manager()

    class Meta:
        ordering = ["due", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_pk"], condition=Q(closed_at=None), name="one_open_todo_per_kind_and_subject"
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, outcome="") | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="a_closed_todo_says_how_it_ended",
            ),
            models.CheckConstraint(condition=Q(due__gte=F("since")), name="a_todo_is_not_due_before_it_begins"),
        ]
        indexes = [
            models.Index(fields=["source", "source_pk", "due"], condition=Q(closed_at=None), name="todos_of_a_source"),
            models.Index(fields=["kind", "due"], condition=Q(closed_at=None), name="todos_by_kind"),
            models.Index(fields=["closed_at"], name="todos_closed"),
        ]

    class Privacy:
        personal = ("owner", "subject_pk", "source_pk", "about")
        sensitive = ()
        operational = (
            "id",
            "kind",
            "subject",
            "source",
            "area",
            "organisation",
            "raised_at",
            "since",
            "due",
            "until",
            "closed_at",
            "outcome",
        )
        subject = "owner"
        keep = Keep(years=1, after="closed_at", when="it is closed")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"#{self.pk} {self.kind} {self.subject_name}"

    @property
    def subject_name(self) -> str:
        """How the log would call it: `application:42`."""
        return f"{self.subject}:{self.subject_pk}"

    @property
    def key(self) -> tuple[str, int]:
        """What it is, among all that are open."""
        return self.kind, self.subject_pk

    @property
    def declared(self) -> Kind:
        """What all of its kind have in common."""
        return kind_named(self.kind)

    @property
    def is_overdue(self) -> bool:
        return self.closed_at is None and self.due < now()


class Verification(models.Model):
    """When the to-dos of one source were last derived again, and in how many places the worklist differed."""

    AUDIT_NAME = "verification"

    source = models.CharField(max_length=40, unique=True)
    looked_at = models.DateTimeField()
    flaws = models.PositiveIntegerField()

    class Privacy:
        personal = ()
        sensitive = ()
        operational = ("id", "source", "looked_at", "flaws")
        subject = Nobody("it counts the to-dos of a source")
        keep = Until("the next one")

    def __str__(self) -> str:
        return f"{self.source}: {self.flaws} of {self.looked_at:%Y-%m-%d %H:%M}"
