from django.db import models
from django.utils import timezone

from onemm.lib.privacy import Keep, Nobody
from onemm.outreach.models.invitation import new_token


class Waiting(models.Model):
    """Someone would mentor, and lives where we are not open yet. Asked every sixty days whether they still wait;
    without an answer within three weeks they are forgotten. `asked_at` is set while a question is open.
    """

    AUDIT_NAME = "waiting"

    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    email = models.EmailField(unique=True)
    first_name = models.CharField(max_length=80)
    postcode = models.CharField(max_length=8)
    joined_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(default=timezone.now)
    asked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["confirmed_at"], name="waiting_longest")]

    class Privacy:
        personal = ("token", "email", "first_name", "postcode")
        sensitive = ()
        operational = ("id", "joined_at", "confirmed_at", "asked_at")
        subject = Nobody("someone who waits has no account")
        keep = Keep(days=21, after="asked_at", when="we ask and hear nothing")

    def __str__(self) -> str:
        return f"waiting #{self.pk}"
