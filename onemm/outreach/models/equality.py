import uuid
from typing import Self

from django.db import models
from django.db.models import Q

from onemm.lib.privacy import AsLongAs, Delete, Nobody, Until
from onemm.people.access import scope_of
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.places.models import Area


class EqualityAnswers(models.Model):
    """What one applicant, whoever it was, answered to the equality questions: an area and a month, and nothing that
    leads to a name.

    Its key is random, it knows the month and not the day, and no entry of the log is about it. So it can be neither
    changed nor found again, and the page says so before anyone answers.
    """

    AUDIT_NAME = "equality_answers"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    month = models.DateField()
    age_band = models.CharField(max_length=20, blank=True)
    gender = models.CharField(max_length=20, blank=True)
    ethnicity = models.CharField(max_length=20, blank=True)
    background = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(month__day=1), name="equality_answers_know_the_month_and_not_the_day")
        ]

    class Privacy:
        personal = ()
        sensitive = ("age_band", "gender", "ethnicity", "background")
        operational = ("id", "area", "month")
        subject = Nobody("they are kept apart from every name, with a month for a date")
        keep = Until("the whole programme ends")

    def __str__(self) -> str:
        return f"answers of {self.month:%B %Y}"


class EqualityAsked(models.Model):
    """The person behind this application has been through the equality questions, whether they answered any or none."""

    AUDIT_NAME = "equality_asked"

    application = models.OneToOneField("recruitment.Application", models.CASCADE, primary_key=True, related_name="+")

    class Privacy:
        personal = ("application",)
        sensitive = ()
        operational = ()
        subject = "application__person"
        keep = AsLongAs("application")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"asked of application #{self.pk}"


class TargetQuerySet(models.QuerySet["Target"]):
    def visible_to(self, person: Person) -> Self:
        """Those of the areas that someone sets targets for."""
        scope = scope_of(person, Permission.TARGET_SET)
        return self if scope.everywhere else self.filter(area__in=scope.areas)


class Target(models.Model):
    """How many mentors of one kind an area would like: so many in health, so many over 50."""

    AUDIT_NAME = "target"

    area = models.ForeignKey(Area, models.PROTECT, related_name="targets")
    dimension = models.CharField(max_length=20)
    answer = models.CharField(max_length=30)
    wanted = models.PositiveIntegerField()

    objects = TargetQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "dimension", "answer"], name="one_target_per_area_and_answer"),
            models.CheckConstraint(condition=Q(wanted__gte=1), name="a_target_wants_somebody"),
        ]

    class Privacy:
        personal = ()
        sensitive = ()
        operational = ("id", "area", "dimension", "answer", "wanted")
        subject = Nobody("a number that an area aims for")
        keep = Until("the whole programme ends")

    def __str__(self) -> str:
        return f"target #{self.pk}"
