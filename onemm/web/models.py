from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.privacy import Cases, Delete, Keep


class Submission(models.Model):
    """One form, sent once. The token is made with the form; its uniqueness makes a double click, a back button or a
    retry after a cut connection have one effect. `answer` is where the first sending led. What a phone sent when it
    came back has a `receipt` instead: the words it was told, kept longer, as a phone may ask again after weeks without
    a line.
    """

    AUDIT_NAME = "submission"

    token = models.UUIDField(unique=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    path = models.CharField(max_length=300)
    answer = models.CharField(max_length=500, blank=True)
    receipt = models.JSONField(null=True)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Privacy:
        personal = ("person", "receipt")
        sensitive = ()
        operational = ("id", "token", "path", "answer", "at")
        subject = "person"
        keep = Cases(
            Q(receipt__isnull=False),
            "with a receipt",
            Keep(days=60, after="at", when="it is sent"),
            otherwise=Keep(days=2, after="at", when="it is sent"),
        )
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"{self.path} at {self.at:%H:%M}"
