from typing import Self

from django.db import models

from onemm.lib.privacy import Nobody, Until

OLDEST_PUPILS_MENTORED = 16
"""Schools that teach up to this age or above have young people of mentoring age (14 to 25) for long enough to matter.
"""


class SchoolQuerySet(models.QuerySet["School"]):
    def with_young_people(self) -> Self:
        """Open schools that teach up to age 16 or more."""
        return self.filter(status__startswith="Open", highest_age__gte=OLDEST_PUPILS_MENTORED)

    def unclaimed(self) -> Self:
        return self.filter(site=None)


class School(models.Model):
    """One line of the government's schools register, as published; a partner claims it as a site.

    Columns follow the register (Get Information About Schools): the unique reference number is the key.
    """

    AUDIT_NAME = "school"

    urn = models.PositiveIntegerField(primary_key=True)
    name = models.CharField(max_length=200, db_index=True)
    street = models.CharField(max_length=200, blank=True)
    locality = models.CharField(max_length=200, blank=True)
    town = models.CharField(max_length=120, blank=True, db_index=True)
    county = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=8, db_index=True)
    kind = models.CharField(max_length=120, blank=True)
    phase = models.CharField(max_length=60, blank=True)
    lowest_age = models.PositiveSmallIntegerField(null=True)
    highest_age = models.PositiveSmallIntegerField(null=True)
    status = models.CharField(max_length=60)
    local_authority = models.CharField(max_length=120, blank=True)
    region = models.CharField(max_length=60, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    objects = SchoolQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["latitude", "longitude"], name="schools_by_point")]

    class Privacy:
        personal = ()
        sensitive = ()
        operational = (
            "urn",
            "name",
            "street",
            "locality",
            "town",
            "county",
            "postcode",
            "kind",
            "phase",
            "lowest_age",
            "highest_age",
            "status",
            "local_authority",
            "region",
            "latitude",
            "longitude",
        )
        subject = Nobody("a school is no person")
        keep = Until("the register lists it no longer")

    def __str__(self) -> str:
        return f"{self.name} ({self.urn})"
