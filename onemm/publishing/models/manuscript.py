from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.lifecycle import Moves
from onemm.lib.names import new_public_id
from onemm.lib.privacy import AsLongAs, Keep, Retain
from onemm.lib.states import Toned
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission


class ManuscriptKind(models.TextChoices):
    """What can be written."""

    COURSE = "course", "Course"
    UNIT = "unit", "Unit"
    SCENARIO = "scenario", "Scenario"


class ManuscriptQuerySet(models.QuerySet["Manuscript"]):
    def open(self) -> Self:
        return self.filter(over_at=None)

    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Editors work on one desk: each sees what every other writes. Nobody else sees any of it."""
        return self if access.can(person, Permission.COURSE_EDIT) else self.none()


class Manuscript(models.Model):
    """One course, unit or scenario in the making, in one language: writing, waiting (for a second pair of eyes), then
    published or dropped.

    `body` is what it says now, as `editing.rules.bodies` describes it; every saving of it is a `Revision`, and
    `revision` counts them. `same_meaning_as` is the version that a translation or a small correction stands for; empty
    when its meaning is new.
    """

    AUDIT_NAME = "manuscript"

    class State(Toned):
        WRITING = "writing", "wait", "Being written"
        WAITING = "waiting", "wait", "Waiting for a second pair of eyes"
        PUBLISHED = "published", "good", "Published"
        DROPPED = "dropped", "Dropped"

    MOVES: ClassVar[Moves] = {
        "writing": frozenset({"waiting", "dropped"}),
        "waiting": frozenset({"writing", "published"}),
        "published": frozenset(),
        "dropped": frozenset(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(max_length=10, choices=ManuscriptKind.choices)
    course = models.CharField(max_length=60)
    slug = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=5, default="en")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WRITING)
    body = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    same_meaning_as = models.CharField(max_length=20, blank=True)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="manuscripts_begun")
    begun_at = models.DateTimeField(default=timezone.now)
    saved_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_back_why = models.TextField(blank=True)
    over_at = models.DateTimeField(null=True, blank=True)

    objects = ManuscriptQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "course", "slug", "language"],
                condition=Q(over_at=None),
                name="one_open_manuscript_of_a_unit_in_a_language",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["writing", "waiting"], over_at=None)
                | Q(state__in=["published", "dropped"], over_at__isnull=False),
                name="a_manuscript_is_over_when_published_or_dropped",
            ),
            models.CheckConstraint(
                condition=~Q(state="waiting") | Q(sent_by__isnull=False, sent_at__isnull=False),
                name="a_waiting_manuscript_was_sent_by_somebody",
            ),
        ]

    class Privacy:
        personal = ("begun_by", "sent_by")
        sensitive = ()
        operational = (
            "id",
            "public_id",
            "kind",
            "course",
            "slug",
            "language",
            "state",
            "body",
            "revision",
            "same_meaning_as",
            "begun_at",
            "saved_at",
            "sent_at",
            "sent_back_why",
            "over_at",
        )
        subject = ("begun_by", "sent_by")
        keep = Keep(years=1, after="over_at", when="it is over", and_while="an edition of it is kept")
        on_erasure = Retain("It says who wrote what is taught.")

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return str(self.body.get("title") or "Without a title yet")


class Revision(models.Model):
    """What a manuscript said after one saving. Kept as it was; an older one comes back as a new one."""

    AUDIT_NAME = "revision"

    manuscript = models.ForeignKey(Manuscript, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    body = models.JSONField()
    did = models.CharField(max_length=120)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["manuscript", "number"], name="every_revision_has_its_own_number")
        ]

    class Privacy:
        personal = ("by",)
        sensitive = ()
        operational = ("id", "manuscript", "number", "body", "did", "at")
        subject = "by"
        keep = AsLongAs("manuscript")
        on_erasure = Retain("It says who wrote what is taught.")

    def __str__(self) -> str:
        return f"{self.number}: {self.did}"
