from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.privacy import Delete, Keep


class SignInCard(models.Model):
    """A printed card with a code, by which a young person or a mentor without an e-mail address signs in. Valid until
    revoked.

    Only a keyed digest of the code is kept: the card is printed once, and a lost one is replaced, never shown again.
    """

    AUDIT_NAME = "sign_in_card"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="cards")
    digest = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField(default=timezone.now)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(revoked_at=None), name="one_valid_card_per_person"),
        ]

    class Privacy:
        personal = ("person",)
        sensitive = ("digest",)
        operational = ("id", "issued_at", "issued_by", "revoked_at")
        subject = "person"
        keep = Keep(years=1, after="revoked_at", when="it is revoked")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"card #{self.pk}"
