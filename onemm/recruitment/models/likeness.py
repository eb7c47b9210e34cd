from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from onemm.lib.lifecycle import Moves
from onemm.lib.privacy import AsLongAs, Cases, Keep, Retain
from onemm.people.models import Person
from onemm.recruitment.models.application import Application


class Trace(models.Model):
    """By what an applicant would be noticed if they came again under another name: sealed with our secret, never
    readable.

    Each key is made of a normalised name, a birth date, a mailbox or a postcode; equal keys mean equal values and say
    nothing else.
    """

    AUDIT_NAME = "trace"

    application = models.OneToOneField(Application, models.PROTECT, related_name="trace")
    name_and_birth = models.CharField(max_length=40, blank=True)
    mailbox = models.CharField(max_length=40, blank=True)
    birth_and_home = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["name_and_birth"], name="traces_by_name"),
            models.Index(fields=["mailbox"], name="traces_by_mailbox"),
            models.Index(fields=["birth_and_home"], name="traces_by_home"),
        ]

    class Privacy:
        personal = ("application", "name_and_birth", "mailbox", "birth_and_home")
        sensitive = ()
        operational = ("id",)
        subject = "application__person"
        keep = Cases(
            Q(application__state="declined"),
            "if it was declined",
            Keep(years=10, after="application__over_at", when="the application is over"),
            otherwise=AsLongAs("application"),
        )
        on_erasure = Retain("Someone who was declined has to be noticed when they come again. It cannot be read back.")

    def __str__(self) -> str:
        return f"trace #{self.pk}"


class LikenessQuerySet(models.QuerySet["Likeness"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Those of applications that one screens; never the applicant's own."""
        return self.filter(application__in=Application.objects.for_screening_by(person))

    def open(self) -> Self:
        return self.filter(state=Likeness.State.OPEN)


class Likeness(models.Model):
    """An applicant looks like someone who was declined or barred. A person says what it means; nothing follows by
    itself.

    open: nobody has looked. same: one and the same person. different: two people. `grounds` names what is alike: some
    of name_and_birth, mailbox and birth_and_home.
    """

    AUDIT_NAME = "likeness"

    class State(models.TextChoices):
        OPEN = "open", "To be looked at"
        SAME = "same", "The same person"
        DIFFERENT = "different", "Two people"

    MOVES: ClassVar[Moves] = {
        State.OPEN: frozenset({State.SAME, State.DIFFERENT}),
        State.SAME: frozenset(),
        State.DIFFERENT: frozenset(),
    }

    application = models.ForeignKey(Application, models.PROTECT, related_name="likenesses")
    other = models.ForeignKey(Application, models.PROTECT, related_name="+")
    grounds = models.JSONField(default=list)
    noticed_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    words = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = LikenessQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "other"], name="a_likeness_is_noticed_once"),
            models.CheckConstraint(condition=~Q(application=F("other")), name="nobody_is_only_like_themselves"),
            models.CheckConstraint(
                condition=Q(state="open", settled_at=None, settled_by=None)
                | (~Q(state="open") & ~Q(words="") & Q(settled_at__isnull=False, settled_by__isnull=False)),
                name="a_settled_likeness_says_who_when_and_why",
            ),
        ]

    class Privacy:
        personal = ("application", "other", "grounds")
        sensitive = ("state", "words")
        operational = ("id", "noticed_at", "settled_at", "settled_by")
        subject = ("application__person", "other__person")
        keep = AsLongAs("application")
        on_erasure = Retain("It says why someone was, or was not, taken for someone who was declined.")

    def __str__(self) -> str:
        return f"likeness #{self.pk}"
