from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from onemm.lib.privacy import AsLongAs, Holds, Retain
from onemm.people.roles import Role
from onemm.places.models import Area, Organisation


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    def held(self) -> Self:
        return self.filter(ended_at=None)

    def of(self, role: Role) -> Self:
        return self.filter(role=role)


class RoleGrant(models.Model):
    """A person holds a role at a place: at one organisation, in one area, or everywhere. Held until it is ended."""

    AUDIT_NAME = "role_grant"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="grants")
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="grants")
    granted_at = models.DateTimeField(default=timezone.now)
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation=None) | Q(area=None), name="a_role_is_held_at_one_kind_of_place"
            ),
            models.UniqueConstraint(
                "person",
                "role",
                Coalesce("organisation", 0),
                Coalesce("area", 0),
                condition=Q(ended_at=None),
                name="nobody_holds_the_same_role_twice_at_a_place",
            ),
        ]

    class Privacy:
        personal = ("person", "role")
        sensitive = ()
        operational = ("id", "organisation", "area", "granted_at", "granted_by", "ended_at")
        subject = "person"
        keep = AsLongAs("person")
        on_erasure = Retain("It says who could read whose records, and when.")
        # A mentor and a young person keep their role for good: their applications, enrolments and matches hold them.
        holds = Holds("ended_at", "role", only=~Q(role__in=(Role.MENTOR, Role.YOUNG_PERSON)))

    def __str__(self) -> str:
        return f"#{self.pk} {self.role}"

    @property
    def is_held(self) -> bool:
        return self.ended_at is None
