from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from onemm.jobs.models.jobs import Job
from onemm.lib.lifecycle import Moves
from onemm.lib.privacy import AsLongAs, Nobody


class JobRowQuerySet(models.QuerySet["JobRow"]):
    def waiting(self) -> Self:
        """Those whose turn has not come, in the order of the list."""
        return self.filter(state=JobRow.State.WAITING).order_by("number")

    def refused(self) -> Self:
        return self.filter(state=JobRow.State.REFUSED).order_by("number")


class JobRow(models.Model):
    """One row of a list that a job works through, by its number in that list. waiting: its turn has not come. refused:
    it could not be used; `why` says so, and its cells stay to be put right.

    A row that was dealt with is deleted in the transaction that did so: what it said stands where it belongs.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        REFUSED = "refused", "Refused"

    MOVES: ClassVar[Moves] = {State.WAITING: frozenset({State.REFUSED}), State.REFUSED: frozenset()}

    AUDIT_NAME = "job_row"

    job = models.ForeignKey(Job, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    cells = models.JSONField(default=dict)
    why = models.CharField(max_length=500, blank=True)

    objects = JobRowQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["job", "number"], name="a_job_has_each_row_of_its_list_once"),
            models.CheckConstraint(
                condition=Q(state="refused") & ~Q(why="") | Q(state="waiting", why=""), name="a_refused_row_says_why"
            ),
        ]

    class Privacy:
        personal = ()
        sensitive = ("cells", "why")
        operational = ("id", "job", "number", "state")
        subject = Nobody("it is a row of somebody’s list as it was sent, and belongs to no account")
        keep = AsLongAs("job")

    def __str__(self) -> str:
        return f"row {self.number} of job {self.job_id}"
