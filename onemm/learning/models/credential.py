import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.privacy import Delete, Until
from onemm.lib.states import Toned
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission


def new_secret_id() -> str:
    """Return a name that nobody can guess: 128 bits, for an address that works without signing in."""
    return secrets.token_urlsafe(16)


class CredentialQuerySet(models.QuerySet["Credential"]):
    def visible_to(self, person: Person) -> Self:
        """One's own; and all of them to whoever may revoke one."""
        if access.can(person, Permission.CREDENTIAL_REVOKE):
            return self
        return self.filter(person=person)


class Credential(models.Model):
    """What someone can show for a course they have passed: valid, or revoked with a reason.

    Whoever has its address may see the course, the date and whether it is valid; the name only while `shows_name` is
    on, which is the holder's own choice.
    """

    AUDIT_NAME = "credential"

    class Standing(Toned):
        VALID = "valid", "good", "Valid"
        REVOKED = "revoked", "late", "Revoked"

    public_id = models.CharField(max_length=22, unique=True, default=new_secret_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="credentials")
    course = models.CharField(max_length=60)
    course_title = models.CharField(max_length=120)
    version = models.CharField(max_length=20)
    minutes = models.PositiveSmallIntegerField()
    shows_name = models.BooleanField(default=False)
    issued_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    revoked_why = models.TextField(blank=True)

    objects = CredentialQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "course"], name="one_credential_for_each_course"),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None, revoked_why="")
                | (Q(revoked_at__isnull=False, revoked_by__isnull=False) & ~Q(revoked_why="")),
                name="a_revoked_credential_says_by_whom_and_why",
            ),
        ]

    class Privacy:
        personal = ("person", "shows_name", "revoked_why")
        sensitive = ()
        operational = (
            "id",
            "public_id",
            "course",
            "course_title",
            "version",
            "minutes",
            "issued_at",
            "revoked_at",
            "revoked_by",
        )
        subject = "person"
        keep = Until("the person asks for it to be removed, so that they may go on showing it")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"{self.course_title}, {self.issued_at:%d %B %Y}"

    @property
    def is_valid(self) -> bool:
        return self.revoked_at is None

    @property
    def standing(self) -> Standing:
        return self.Standing.VALID if self.is_valid else self.Standing.REVOKED
