from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.privacy import Delete, Keep
from onemm.workshops.models.diary import Booking


class Opinion(models.Model):
    """What someone thought of a workshop that they were at: 1 to 5, and a few words.

    Given once, and not tied to their name on any page.
    """

    AUDIT_NAME = "workshop_opinion"

    booking = models.OneToOneField(Booking, models.PROTECT, related_name="opinion")
    value = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(value__gte=1, value__lte=5), name="an_opinion_is_from_1_to_5")
        ]

    class Privacy:
        personal = ("booking", "value", "words")
        sensitive = ()
        operational = ("id", "given_at")
        subject = "booking__person"
        keep = Keep(years=2, after="booking__workshop__over_at", when="the workshop is over")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"{self.value} of 5"
