import secrets
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from onemm.lib.privacy import Blank, Keep
from onemm.people.models import Person


def new_key() -> str:
    """Return the secret part of a passport's page: 128 bits, so that nobody comes upon one by trying."""
    return secrets.token_urlsafe(16)


class PassportQuerySet(models.QuerySet["Passport"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Someone's own. Nobody else opens it here: people it is shown to have its page or its file."""
        return self.filter(person=person) if isinstance(person, Person) else self.none()

    def standing(self) -> Self:
        """Those that nothing has ended; one that has run out may be among them."""
        return self.filter(ended_at=None)


class Passport(models.Model):
    """What a mentor can show to another organisation: that we screened and trained them, at which level and when.

    Standing from its issue; it runs out at midnight as `expires_on` begins, or is ended before. Why it ended is kept
    nowhere: it could tell of a restriction. What it says is written down at its issue, so that the same passport never
    says two things. `key` is the secret part of its page, which answers only while `is_shown`, the holder's own choice.
    `list_number` and `place` are its bit in a list of those that are no longer valid, drawn by lot.
    """

    AUDIT_NAME = "passport"

    key = models.CharField(max_length=22, unique=True, default=new_key, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="passports")
    holder_name = models.CharField(max_length=170)
    check_level = models.CharField(max_length=16)
    checked_on = models.DateField()
    approved_on = models.DateField()
    training = models.JSONField(default=list)
    issued_at = models.DateTimeField(default=timezone.now)
    expires_on = models.DateField()
    is_shown = models.BooleanField(default=False)
    list_number = models.PositiveIntegerField()
    place = models.PositiveIntegerField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = PassportQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at=None), name="one_standing_passport_per_person"
            ),
            models.UniqueConstraint(fields=["list_number", "place"], name="a_place_in_a_list_is_given_once"),
            models.CheckConstraint(condition=Q(place__lt=131_072, list_number__gte=1), name="a_place_is_in_a_list"),
            models.CheckConstraint(
                condition=Q(expires_on__gt=F("checked_on")), name="a_passport_runs_out_after_its_check"
            ),
        ]

    class Privacy:
        personal = ("person", "holder_name", "check_level", "checked_on", "approved_on", "training", "is_shown")
        sensitive = ("key",)
        operational = ("id", "issued_at", "expires_on", "list_number", "place", "ended_at")
        subject = "person"
        keep = Keep(years=1, after="expires_on", when="it runs out, so that its place in a list goes on saying so")
        on_erasure = Blank("holder_name", "training")

    def __str__(self) -> str:
        return f"passport #{self.pk}"
