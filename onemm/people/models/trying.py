from django.db import models

from onemm.lib.privacy import Keep, Nobody


class Trying(models.Model):
    """How often one thing was tried in one window of time: a sign-in, a code, a form. Counted before anything costly is
    done.

    `key` is a keyed digest, so that the table holds nobody's address.
    """

    AUDIT_NAME = "trying"

    key = models.CharField(max_length=64)
    window = models.PositiveBigIntegerField()
    times = models.PositiveIntegerField(default=0)
    until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "window"], name="one_count_per_key_and_window")]

    class Privacy:
        personal = ()
        sensitive = ()
        operational = ("id", "key", "window", "times", "until")
        subject = Nobody("its key is a keyed digest, which cannot be read back")
        keep = Keep(days=1, after="until", when="its window has closed")

    def __str__(self) -> str:
        return f"{self.times} times"
