from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from onemm.lib.names import new_public_id
from onemm.lib.privacy import AfterLast, AsLongAs, Delete, Retain


class Guardianship(models.Model):
    """An adult answers for a young person."""

    AUDIT_NAME = "guardianship"

    guardian = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="guards")
    young_person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="guarded_by")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["guardian", "young_person"], name="a_guardian_is_named_once_for_a_young_person"
            ),
            models.CheckConstraint(condition=~Q(guardian=F("young_person")), name="nobody_is_their_own_guardian"),
        ]

    class Privacy:
        personal = ("guardian", "young_person")
        sensitive = ()
        operational = ("id", "since")
        subject = ("young_person", "guardian")
        keep = AsLongAs("young_person", "young person")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"#{self.pk}"


class Consent(models.Model):
    """A young person's place in mentoring was agreed to: by a guardian under 16, by themselves from 16. Valid until
    withdrawn.

    `public_id` is the number on the receipt. Age bands after DESIGN section 6: under 16 the guardian's consent, 16 and
    17 their own with notice to the partner, 18 and over their own.
    """

    AUDIT_NAME = "consent"

    class GivenBy(models.TextChoices):
        GUARDIAN = "guardian", "Parent or guardian"
        SELF = "self", "The young person"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    young_person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="consents")
    given_by = models.CharField(max_length=10, choices=GivenBy.choices)
    guardian_name = models.CharField(max_length=120, blank=True)
    wording = models.CharField(max_length=20)
    given_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["young_person"], condition=Q(withdrawn_at=None), name="one_standing_consent_per_young_person"
            ),
            models.CheckConstraint(
                condition=~Q(given_by="guardian") | ~Q(guardian_name=""), name="a_guardians_consent_names_the_guardian"
            ),
        ]

    class Privacy:
        personal = ("young_person", "guardian_name", "given_by")
        sensitive = ()
        operational = ("id", "public_id", "wording", "given_on", "recorded_by", "recorded_at", "withdrawn_at")
        subject = "young_person"
        keep = AfterLast(years=6, of="young_person")
        on_erasure = Retain("It proves that contact was permitted while it lasted (UK GDPR, article 7.1).")

    def __str__(self) -> str:
        return f"consent {self.public_id}"
