from typing import Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.names import new_public_id
from onemm.lib.privacy import AsLongAs, Delete
from onemm.people.models import Person
from onemm.recruitment.models.application import Application


class TelephoneQuerySet(models.QuerySet["Telephone"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Those of applicants whom one screens, and those whom one spoke to oneself, until their application is sent;
        never one's own.
        """
        if not isinstance(person, Person):
            return self.none()
        screened = Application.objects.for_screening_by(person).order_by().values("person")
        unsent = Application.objects.filter(submitted_at=None).order_by().values("person")
        return self.filter(Q(person__in=screened) | Q(noted_by=person, person__in=unsent)).exclude(person=person)


class Telephone(models.Model):
    """By which number someone without an e-mail address is told what others read in e-mails, and who wrote it down."""

    AUDIT_NAME = "telephone"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="telephone")
    number = models.CharField(max_length=16)
    noted_at = models.DateTimeField(default=timezone.now)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = TelephoneQuerySet.as_manager()

    class Meta:
        ordering = ["noted_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(number=""), name="a_telephone_has_a_number")]

    class Privacy:
        personal = ("person", "number")
        sensitive = ()
        operational = ("id", "public_id", "noted_at", "noted_by")
        subject = "person"
        keep = AsLongAs("person")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"telephone #{self.pk}"
