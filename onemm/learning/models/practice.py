from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from onemm.lib.names import new_public_id
from onemm.lib.privacy import AsLongAs, Delete
from onemm.people.models import Person


class ScenarioRunQuerySet(models.QuerySet["ScenarioRun"]):
    def visible_to(self, person: Person) -> Self:
        """Practice is one's own: nobody else reads what was chosen."""
        return self.filter(person=person)

    def competent(self) -> Self:
        return self.filter(is_competent=True)


class ScenarioRun(models.Model):
    """One walk through a scenario: open until an ending is reached, then judged.

    `seed` gives its details and the order of its options; `chosen` are the keys taken so far, in order. `minutes` count
    once for each scenario: later walks have none.
    """

    AUDIT_NAME = "scenario_run"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="scenario_runs")
    course = models.CharField(max_length=60)
    scenario = models.CharField(max_length=60)
    version = models.CharField(max_length=20)
    seed = models.PositiveIntegerField()
    chosen = models.JSONField(default=list)
    score = models.PositiveSmallIntegerField(default=0)
    out_of = models.PositiveSmallIntegerField(default=0)
    is_competent = models.BooleanField(default=False)
    minutes = models.PositiveSmallIntegerField(default=0)
    begun_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = ScenarioRunQuerySet.as_manager()

    class Meta:
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "course", "scenario"],
                condition=Q(finished_at=None),
                name="one_open_walk_through_a_scenario",
            ),
            models.UniqueConstraint(
                fields=["person", "course", "scenario"],
                condition=Q(minutes__gt=0),
                name="a_scenario_counts_its_minutes_once",
            ),
            models.CheckConstraint(condition=Q(score__lte=F("out_of")), name="a_walk_scores_within_its_steps"),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=False) | Q(is_competent=False, minutes=0),
                name="an_open_walk_is_not_judged",
            ),
        ]

    class Privacy:
        personal = ("person", "chosen", "score", "is_competent")
        sensitive = ()
        operational = (
            "id",
            "public_id",
            "course",
            "scenario",
            "version",
            "seed",
            "out_of",
            "minutes",
            "begun_at",
            "finished_at",
        )
        subject = "person"
        keep = AsLongAs("person")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"{self.course}/{self.scenario}"
