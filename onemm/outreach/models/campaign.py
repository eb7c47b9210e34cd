from datetime import date
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from onemm.lib.names import new_public_id
from onemm.lib.privacy import Retain, Until
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.places.models import Area, Organisation


class CampaignQuerySet(models.QuerySet["Campaign"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Those of the areas that someone recruits for, of employers there, and those that they made themselves."""
        scope = access.scope_of(person, Permission.CAMPAIGN_MANAGE)
        if scope.everywhere:
            return self
        if not scope or not isinstance(person, Person):
            return self.none()
        return self.filter(Q(area__in=scope.areas) | Q(area=None, employer__area__in=scope.areas) | Q(made_by=person))

    def running_on(self, day: date) -> Self:
        """Those that count who comes: begun, and neither over nor ended."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day, ended_at=None)

    def staff_links(self) -> Self:
        return self.filter(is_staff_link=True)


class Campaign(models.Model):
    """One way in which we ask people to become mentors: a poster in a library, an evening, an employer's launch.

    It has a link, a QR code that leads to the link, and a code word that people type on the eligibility page. After
    `ends_on`, or once someone has ended it, the link still leads on but counts nobody. `cost_pounds` is what it cost
    in all.

    An employer's staff link is a campaign too, one for each employer, without an end.
    """

    AUDIT_NAME = "campaign"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    code_word = models.CharField(max_length=20, unique=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="campaigns")
    employer = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="campaigns")
    is_staff_link = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    cost_pounds = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="a_campaign_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_campaign_has_a_name"),
            models.CheckConstraint(condition=~Q(code_word=""), name="a_campaign_has_a_code_word"),
            models.CheckConstraint(
                condition=Q(is_staff_link=False) | Q(employer__isnull=False), name="a_staff_link_belongs_to_an_employer"
            ),
            models.UniqueConstraint(
                fields=["employer"], condition=Q(is_staff_link=True), name="one_staff_link_per_employer"
            ),
        ]

    class Privacy:
        personal = ("made_by",)
        sensitive = ()
        operational = (
            "id",
            "public_id",
            "name",
            "slug",
            "code_word",
            "area",
            "employer",
            "is_staff_link",
            "starts_on",
            "ends_on",
            "cost_pounds",
            "made_at",
            "ended_at",
        )
        subject = "made_by"
        keep = Until("the whole programme ends")
        on_erasure = Retain("It says what was spent, and which colleague spent it.")

    def __str__(self) -> str:
        return self.name

    def is_running_on(self, day: date) -> bool:
        return self.ended_at is None and self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
