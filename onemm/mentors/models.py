from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from onemm.lib.geo import Point
from onemm.lib.privacy import AsLongAs, Delete
from onemm.people.vocabulary import Gender
from onemm.places.models import Organisation


class MentorProfileQuerySet(models.QuerySet["MentorProfile"]):
    def approved(self) -> Self:
        """Those whose application was approved."""
        return self.filter(person__applications__state="approved")


class MentorProfile(models.Model):
    """What a mentor says of themselves, filled in with the application and kept up to date after it.

    `words` are read by young people; `gets_on_with`, what kind of young person they hope for, by staff and coordinators
    alone. `half_days` is a 21-bit number (see `people.vocabulary`); `reach_km` is how far they travel, in kilometres.
    """

    AUDIT_NAME = "mentor_profile"

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="mentor_profile")
    postcode = models.CharField(max_length=8, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    in_person = models.BooleanField(default=True)
    online = models.BooleanField(default=False)
    reach_km = models.FloatField(default=8.0)
    half_days = models.PositiveIntegerField(default=0)
    capacity = models.PositiveSmallIntegerField(default=1)
    languages = models.JSONField(default=list)
    sectors = models.JSONField(default=list)
    interests = models.JSONField(default=list)
    background = models.JSONField(default=list, blank=True)
    gender = models.CharField(max_length=5, choices=Gender.choices, blank=True, default="")
    occupation = models.CharField(max_length=120, blank=True)
    retired = models.BooleanField(default=False)
    employer = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="mentors")
    words = models.TextField(blank=True)
    gets_on_with = models.TextField(max_length=300, blank=True)

    objects = MentorProfileQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(capacity__gte=1, capacity__lte=3), name="a_mentor_takes_one_to_three_at_once"
            ),
            models.CheckConstraint(condition=Q(half_days__lt=1 << 21), name="a_mentors_week_has_21_half_days"),
            models.CheckConstraint(condition=Q(in_person=True) | Q(online=True), name="a_mentor_meets_somehow"),
        ]

    class Privacy:
        personal = (
            "person",
            "postcode",
            "latitude",
            "longitude",
            "half_days",
            "languages",
            "sectors",
            "interests",
            "occupation",
            "retired",
            "employer",
            "words",
            "gets_on_with",
        )
        sensitive = ("background", "gender")
        operational = ("id", "in_person", "online", "reach_km", "capacity")
        subject = "person"
        keep = AsLongAs("person")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"profile #{self.pk}"

    @property
    def point(self) -> Point | None:
        return (
            Point(self.latitude, self.longitude) if self.latitude is not None and self.longitude is not None else None
        )
