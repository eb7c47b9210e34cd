from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from onemm.lib.lifecycle import Moves
from onemm.lib.privacy import AfterNewer, AsLongAs, Retain, Sooner
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.recruitment.models.application import Application


class CheckQuerySet(models.QuerySet["Check"]):
    def to_weigh_by(self, person: Person | AnonymousUser) -> Self:
        """What safeguarding leads see: checks that showed something, decided or not; never their own."""
        if not isinstance(person, Person) or not access.scope_of(person, Permission.CONCERN_DECIDE).everywhere:
            return self.none()
        shown = Q(state=Check.State.NEEDS_DECISION) | Q(opinions__isnull=False)
        return self.filter(shown).exclude(application__person=person).distinct()

    def valid_on(self, day: date) -> Self:
        """Clear, or accepted by a decision, and not past the day on which it must be done again."""
        return self.filter(state__in=[Check.State.CLEAR, Check.State.ACCEPTED], expires_on__gt=day)

    def enough_for_young_people(self) -> Self:
        """At a level that mentoring of 14 to 17 year olds needs; a basic check is not."""
        return self.exclude(level=Check.Level.BASIC)

    def run_out_by(self, day: date) -> Self:
        """Once valid, and past the day on which it had to be done again."""
        return self.filter(state__in=[Check.State.CLEAR, Check.State.ACCEPTED], expires_on__lte=day)

    def under_way(self) -> Self:
        return self.filter(state__in=[Check.State.REQUESTED, Check.State.WITH_APPLICANT, Check.State.NEEDS_DECISION])


class Check(models.Model):
    """A criminal-record check at a level. What it disclosed is never kept here; nor is any copy of the certificate.

    requested: asked for. with_applicant: the applicant has their part to do. clear: nothing on it. needs_decision:
    something a person must weigh. accepted, refused: two people's decision. A check is valid until the day it expires,
    and not on it.

    `work`, `reason`, `clause` and `rules_version` say for which work the level was asked for, and why that was lawful.
    `ran_out_at` is when everyone was told that it no longer counts.
    """

    AUDIT_NAME = "check"

    class State(models.TextChoices):
        REQUESTED = "requested", "Requested"
        WITH_APPLICANT = "with_applicant", "With the applicant"
        CLEAR = "clear", "Clear"
        NEEDS_DECISION = "needs_decision", "Needs a decision"
        ACCEPTED = "accepted", "Accepted"
        REFUSED = "refused", "Refused"

    class Level(models.TextChoices):
        BASIC = "basic", "Basic"
        ENHANCED = "enhanced", "Enhanced"
        ENHANCED_BARRED = "enhanced_barred", "Enhanced with barred list"
        PVG = "pvg", "PVG scheme (Scotland)"
        ACCESSNI = "accessni", "AccessNI enhanced (Northern Ireland)"

    MOVES: ClassVar[Moves] = {
        State.REQUESTED: frozenset({State.WITH_APPLICANT, State.CLEAR, State.NEEDS_DECISION}),
        State.WITH_APPLICANT: frozenset({State.CLEAR, State.NEEDS_DECISION}),
        State.CLEAR: frozenset(),
        State.NEEDS_DECISION: frozenset({State.ACCEPTED, State.REFUSED}),
        State.ACCEPTED: frozenset(),
        State.REFUSED: frozenset(),
    }

    application = models.ForeignKey(Application, models.PROTECT, related_name="checks")
    level = models.CharField(max_length=16, choices=Level.choices)
    state = models.CharField(max_length=16, choices=State.choices, default=State.REQUESTED)
    work = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    clause = models.CharField(max_length=300, blank=True)
    rules_version = models.CharField(max_length=20, blank=True)
    requested_on = models.DateField()
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    certificate_number = models.CharField(max_length=20, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    expires_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    ran_out_at = models.DateTimeField(null=True, blank=True)

    objects = CheckQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(state__in=["requested", "with_applicant", "needs_decision"]),
                name="one_check_under_way_per_application",
            ),
            models.UniqueConstraint(
                fields=["certificate_number"], condition=~Q(certificate_number=""), name="a_certificate_is_used_once"
            ),
            models.CheckConstraint(
                condition=Q(issued_on=None) | Q(issued_on__gte=F("requested_on")),
                name="a_check_is_issued_after_it_was_requested",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["clear", "accepted"])
                | (
                    Q(issued_on__isnull=False, expires_on__isnull=False, seen_by__isnull=False)
                    & ~Q(certificate_number="")
                ),
                name="a_valid_check_says_number_date_and_who_saw_it",
            ),
        ]

    class Privacy:
        personal = ("application", "certificate_number", "issued_on")
        sensitive = ("state",)
        operational = (
            "id",
            "level",
            "work",
            "reason",
            "clause",
            "rules_version",
            "ran_out_at",
            "requested_on",
            "requested_by",
            "seen_by",
            "expires_on",
            "recorded_at",
        )
        subject = "application__person"
        keep = Sooner(
            AfterNewer("application__person", since="requested_on", months=6),
            AsLongAs("application__person"),
        )
        on_erasure = Retain("It shows that nobody met a young person unchecked.")

    def __str__(self) -> str:
        return f"check #{self.pk}"

    @property
    def is_under_way(self) -> bool:
        return self.state in {self.State.REQUESTED, self.State.WITH_APPLICANT, self.State.NEEDS_DECISION}

    def is_valid_on(self, day: date) -> bool:
        """The same rule as the query set's `valid_on`, for a row in hand."""
        cleared = self.state in {self.State.CLEAR, self.State.ACCEPTED}
        return cleared and self.expires_on is not None and self.expires_on > day
