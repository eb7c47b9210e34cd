from django.conf import settings
from django.db import models
from django.utils import timezone


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
        keep_for = "two days; sixty with a receipt"

    def __str__(self) -> str:
        return f"{self.path} at {self.at:%H:%M}"
