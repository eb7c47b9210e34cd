from typing import Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.names import new_public_id
from onemm.lib.privacy import Blank, Holds, Keep
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.people.vocabulary import Gender
from onemm.places.models import Channel, Programme


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """One's own, and those of the partners whose young people one looks after."""
        if not isinstance(person, Person):
            return self.none()
        scope = access.scope_of(person, Permission.ENROLMENT_MANAGE)
        if scope.everywhere:
            return self
        return self.filter(
            Q(person=person)
            | Q(programme__organisation__in=scope.organisations)
            | Q(programme__organisation__area__in=scope.areas)
        )

    def current(self) -> Self:
        return self.filter(left_at=None)

    def with_consent(self) -> Self:
        """Those whose consent stands today."""
        return self.filter(person__consents__withdrawn_at=None, person__consents__isnull=False).distinct()


class Enrolment(models.Model):
    """One young person's place in one programme: what they hope for and when they can meet. Current until they leave.

    `reference` is the partner's own name for the young person; with the programme's organisation it makes a CSV re-run
    change nothing. `half_days` is a 21-bit number (see `people.vocabulary`).
    """

    AUDIT_NAME = "enrolment"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="enrolments")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="enrolments")
    reference = models.CharField(max_length=40)
    channel = models.CharField(max_length=12, choices=Channel.choices, default=Channel.EITHER)
    half_days = models.PositiveIntegerField(default=0)
    languages = models.JSONField(default=list)
    aspirations = models.JSONField(default=list)
    interests = models.JSONField(default=list)
    matters_most = models.CharField(max_length=20, blank=True)
    wants_gender = models.CharField(max_length=5, choices=Gender.choices, blank=True, default="")
    background = models.JSONField(default=list, blank=True)
    hopes = models.TextField(blank=True)
    waiting_since = models.DateField()
    enrolled_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["waiting_since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "reference"], name="a_reference_names_one_young_person_in_a_programme"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(left_at=None), name="a_young_person_is_in_one_programme_at_a_time"
            ),
            models.CheckConstraint(condition=Q(half_days__lt=1 << 21), name="a_young_persons_week_has_21_half_days"),
            models.CheckConstraint(condition=~Q(reference=""), name="an_enrolment_has_a_reference"),
        ]

    class Privacy:
        personal = (
            "person",
            "reference",
            "half_days",
            "languages",
            "aspirations",
            "interests",
            "matters_most",
            "hopes",
        )
        sensitive = ("background", "wants_gender")
        operational = ("id", "public_id", "programme", "channel", "waiting_since", "enrolled_at", "left_at")
        subject = "person"
        keep = Keep(years=3, after="programme__ends_on", when="the programme ends")
        when_over = on_erasure = Blank(
            "reference",
            "languages",
            "aspirations",
            "interests",
            "matters_most",
            "wants_gender",
            "background",
            "hopes",
        )
        holds = Holds("programme__ends_on", "enrolment")

    def __str__(self) -> str:
        return f"enrolment {self.public_id}"
