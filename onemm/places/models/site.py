from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.geo import Point
from onemm.lib.names import new_public_id
from onemm.lib.privacy import Nobody, Until
from onemm.places.models.area import Scope
from onemm.places.models.organisation import Organisation
from onemm.places.models.school import School


class SiteQuerySet(models.QuerySet["Site"]):
    def of(self, organisations: "models.QuerySet[Organisation]") -> Self:
        return self.filter(organisation__in=organisations)

    def visible_to(self, scope: Scope) -> Self:
        return self if scope.everywhere else self.of(Organisation.objects.visible_to(scope))


class Site(models.Model):
    """A place with a postcode where an organisation's mentoring happens; for a school, the line of the register it
    claimed.
    """

    AUDIT_NAME = "site"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="sites")
    school = models.OneToOneField(School, models.PROTECT, null=True, blank=True, related_name="site")
    name = models.CharField(max_length=200)
    postcode = models.CharField(max_length=8)
    latitude = models.FloatField()
    longitude = models.FloatField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SiteQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="a_site_has_a_name")]
        indexes = [models.Index(fields=["latitude", "longitude"], name="sites_by_point")]

    class Privacy:
        personal = ()
        sensitive = ()
        operational = (
            "id",
            "public_id",
            "organisation",
            "school",
            "name",
            "postcode",
            "latitude",
            "longitude",
            "created_at",
        )
        subject = Nobody("a place")
        keep = Until("the whole programme ends")

    def __str__(self) -> str:
        return self.name

    @property
    def point(self) -> Point:
        return Point(self.latitude, self.longitude)
