from django.conf import settings
from django.db import models

from onemm.lib.privacy import AsLongAs, Delete


class LessonLanguage(models.Model):
    """The language in which someone wishes to learn, where a unit has been written in it. Without a row: English."""

    AUDIT_NAME = "lesson_language"

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="lesson_language"
    )
    language = models.CharField(max_length=5)

    class Privacy:
        personal = ("person", "language")
        sensitive = ()
        operational = ()
        subject = "person"
        keep = AsLongAs("person")
        on_erasure = Delete()

    def __str__(self) -> str:
        return self.language
