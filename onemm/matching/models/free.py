from typing import Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from onemm.lib.disclosure import FEWEST
from onemm.lib.privacy import Delete, Until
from onemm.matching.models.rounds import Round
from onemm.people.models import Person
from onemm.people.permissions import Permission


class LeftFreeQuerySet(models.QuerySet["LeftFree"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """One’s own alone: coordinators see how many there are of each reason, and nobody’s name."""
        return self.filter(mentor=person.pk)

    def to_count_for(self, person: Person) -> Self:
        """Those near the open programmes whose figures someone may read: to be counted, and never shown one by one."""
        return self.filter(
            round__in=Round.objects.visible_to(person, Permission.IMPACT_READ_AREA), round__programme__closed_at=None
        )


class LeftFree(models.Model):
    """A ready mentor near a programme to whom its last round gave nobody, with what stood in the way
    (`matching.rules.left_free`).

    `half_day` is the one that would open most, `young_people` how many; both are empty below five. The next round of
    the same programme takes its place.
    """

    AUDIT_NAME = "left_free"

    round = models.ForeignKey(Round, models.PROTECT, related_name="left_free")
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=10)
    half_day = models.PositiveSmallIntegerField(null=True)
    young_people = models.PositiveIntegerField(null=True)

    objects = LeftFreeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "mentors left free"
        constraints = [
            models.UniqueConstraint(fields=["round", "mentor"], name="a_round_leaves_a_mentor_free_once"),
            models.CheckConstraint(
                condition=Q(half_day=None) | Q(half_day__lt=21), name="a_half_day_to_add_is_one_of_21"
            ),
            models.CheckConstraint(
                condition=Q(young_people=None) | Q(young_people__gte=FEWEST), name="fewer_than_five_are_not_told_of"
            ),
        ]

    class Privacy:
        personal = ("mentor", "reason", "half_day", "young_people")
        sensitive = ()
        operational = ("id", "round")
        subject = "mentor"
        keep = Until("the next round of the programme takes its place")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"left free by {self.round_id}"
