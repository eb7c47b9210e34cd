from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from onemm.lib.privacy import AsLongAs, Delete


class UnitReading(models.Model):
    """Someone has read a unit, so its questions are open.

    `answers` keeps what they have chosen so far, until they send it.
    """

    AUDIT_NAME = "unit_reading"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="units_read")
    course = models.CharField(max_length=60)
    unit = models.CharField(max_length=60)
    version = models.CharField(max_length=20)
    answers = models.JSONField(default=dict)
    read_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "course", "unit"], name="a_unit_is_open_once_for_each_person")
        ]

    class Privacy:
        personal = ("person", "answers")
        sensitive = ()
        operational = ("id", "course", "unit", "version", "read_at")
        subject = "person"
        keep = AsLongAs("person")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"{self.course}/{self.unit}, read"


class UnitCompletion(models.Model):
    """Someone read a unit and passed its questions. Its minutes count towards their learning hours, once."""

    AUDIT_NAME = "unit_completion"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="units_completed")
    course = models.CharField(max_length=60)
    unit = models.CharField(max_length=60)
    version = models.CharField(max_length=20)
    minutes = models.PositiveSmallIntegerField()
    completed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "course", "unit"], name="a_unit_counts_once")]

    class Privacy:
        personal = ("person",)
        sensitive = ()
        operational = ("id", "course", "unit", "version", "minutes", "completed_at")
        subject = "person"
        keep = AsLongAs("person")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"{self.course}/{self.unit}"


class QuizAttemptQuerySet(models.QuerySet["QuizAttempt"]):
    def passed(self) -> Self:
        return self.filter(score__gte=F("pass_mark"))


class QuizAttempt(models.Model):
    """One try at a unit's questions: right answers out of so many, against the pass mark of that day.

    An empty `unit` is a try at the one quiz that a whole course had in the first version.
    """

    AUDIT_NAME = "quiz_attempt"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="quiz_attempts")
    course = models.CharField(max_length=60)
    unit = models.CharField(max_length=60, blank=True, default="")
    version = models.CharField(max_length=20)
    answers = models.JSONField(default=dict)
    score = models.PositiveSmallIntegerField()
    out_of = models.PositiveSmallIntegerField()
    pass_mark = models.PositiveSmallIntegerField()
    taken_at = models.DateTimeField(default=timezone.now)

    objects = QuizAttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-taken_at"]
        indexes = [models.Index(fields=["course", "unit", "person", "taken_at"], name="tries_at_a_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(score__lte=F("out_of"), pass_mark__lte=F("out_of")),
                name="a_quiz_score_is_within_its_questions",
            ),
        ]

    class Privacy:
        personal = ("person", "answers", "score")
        sensitive = ()
        operational = ("id", "course", "unit", "version", "out_of", "pass_mark", "taken_at")
        subject = "person"
        keep = AsLongAs("person")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"{self.course}/{self.unit}: {self.score} of {self.out_of}"

    @property
    def is_passed(self) -> bool:
        return self.score >= self.pass_mark


class CoursePass(models.Model):
    """Someone has passed a course: every unit, enough hours, enough scenarios walked well.

    It is never taken back by a later try.
    """

    AUDIT_NAME = "course_pass"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="courses_passed")
    course = models.CharField(max_length=60)
    version = models.CharField(max_length=20)
    minutes = models.PositiveSmallIntegerField()
    passed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["course", "person"], name="a_course_is_passed_once")]

    class Privacy:
        personal = ("person",)
        sensitive = ()
        operational = ("id", "course", "version", "minutes", "passed_at")
        subject = "person"
        keep = AsLongAs("person")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"{self.course}, passed"
