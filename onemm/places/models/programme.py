from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from onemm.lib.names import new_public_id
from onemm.lib.privacy import Nobody, Until
from onemm.places.models.area import Scope
from onemm.places.models.organisation import Organisation
from onemm.places.models.site import Site


class Channel(models.TextChoices):
    """How a pair meets."""

    FACE_TO_FACE = "face_to_face", "Face to face"
    ONLINE = "online", "Online"
    EITHER = "either", "Either"


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def open(self) -> Self:
        return self.filter(closed_at=None)

    def of(self, organisations: "models.QuerySet[Organisation]") -> Self:
        return self.filter(organisation__in=organisations)

    def visible_to(self, scope: Scope) -> Self:
        return self if scope.everywhere else self.of(Organisation.objects.visible_to(scope))


class Programme(models.Model):
    """One partner's run of mentoring at one site: open until it is closed."""

    AUDIT_NAME = "programme"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="programmes")
    site = models.ForeignKey(Site, models.PROTECT, related_name="programmes")
    name = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField()
    channel = models.CharField(max_length=12, choices=Channel.choices)
    youngest = models.PositiveSmallIntegerField(default=14)
    oldest = models.PositiveSmallIntegerField(default=19)
    supervised = models.BooleanField(default=True)
    places_wanted = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "name"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="a_programme_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(youngest__gte=14, oldest__lte=25, oldest__gte=F("youngest")),
                name="a_programme_is_for_ages_14_to_25",
            ),
            models.CheckConstraint(condition=Q(places_wanted__gte=1), name="a_programme_wants_at_least_one_place"),
            models.UniqueConstraint(fields=["organisation", "name"], name="a_partner_names_its_programmes_apart"),
        ]

    class Privacy:
        personal = ()
        sensitive = ()
        operational = (
            "id",
            "public_id",
            "organisation",
            "site",
            "name",
            "starts_on",
            "ends_on",
            "channel",
            "youngest",
            "oldest",
            "supervised",
            "places_wanted",
            "created_at",
            "closed_at",
        )
        subject = Nobody("what an organisation offers")
        keep = Until("none of its enrolments and matches is kept")

    def __str__(self) -> str:
        return self.name
