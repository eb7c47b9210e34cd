from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.names import new_public_id
from onemm.lib.privacy import Keep, Nobody, Until
from onemm.places.models.area import Area, Scope


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def partners(self) -> Self:
        return self.filter(kind=Organisation.Kind.PARTNER)

    def employers(self) -> Self:
        return self.filter(kind=Organisation.Kind.EMPLOYER)

    def within(self, *, everywhere: bool, organisations: frozenset[int], areas: frozenset[int]) -> Self:
        """Those that a scope covers: everywhere, or these organisations, or those of these areas."""
        return self if everywhere else self.filter(Q(pk__in=organisations) | Q(area__in=areas))

    def visible_to(self, scope: Scope) -> Self:
        return self.within(everywhere=scope.everywhere, organisations=scope.organisations, areas=scope.areas)


class Organisation(models.Model):
    """A body that takes part: the operator, a partner that works with young people, an employer, or a funder."""

    AUDIT_NAME = "organisation"

    class Kind(models.TextChoices):
        OPERATOR = "operator", "Operator"
        PARTNER = "partner", "Partner"
        EMPLOYER = "employer", "Employer"
        FUNDER = "funder", "Funder"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=120)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="organisations")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["kind"], condition=Q(kind="operator"), name="there_is_one_operator"),
            models.UniqueConstraint(fields=["kind", "name"], name="no_two_organisations_of_a_kind_share_a_name"),
            models.CheckConstraint(condition=~Q(name=""), name="an_organisation_has_a_name"),
        ]

    class Privacy:
        personal = ()
        sensitive = ()
        operational = ("id", "public_id", "kind", "name", "area", "created_at")
        subject = Nobody("an organisation is no person")
        keep = Until("the whole programme ends")

    def __str__(self) -> str:
        return self.name


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    def waiting(self) -> Self:
        return self.filter(answered_at=None)

    def visible_to(self, scope: Scope) -> Self:
        """Those of the areas that a scope covers; one whose area nobody knows is seen by whoever covers them all."""
        return self if scope.everywhere else self.filter(area__in=scope.areas)


class Enquiry(models.Model):
    """Someone at a school or youth charity asks to take part.

    Waiting until a programme manager accepts or declines it.
    """

    AUDIT_NAME = "enquiry"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    organisation_name = models.CharField(max_length=120)
    contact_name = models.CharField(max_length=120)
    contact_email = models.EmailField()
    postcode = models.CharField(max_length=8)
    words = models.TextField(blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)
    accepted_as = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True)
    answer = models.TextField(blank=True)

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_as=None) | Q(answered_at__isnull=False), name="an_accepted_enquiry_was_answered"
            ),
        ]

    class Privacy:
        personal = ("contact_name", "contact_email", "words", "answer")
        sensitive = ()
        operational = (
            "id",
            "public_id",
            "organisation_name",
            "postcode",
            "area",
            "asked_at",
            "answered_at",
            "accepted_as",
        )
        subject = Nobody("someone who asks for a school has no account")
        keep = Keep(years=1, after="answered_at", when="it is answered")

    def __str__(self) -> str:
        return f"#{self.pk} {self.organisation_name}"

    @property
    def is_waiting(self) -> bool:
        return self.answered_at is None
