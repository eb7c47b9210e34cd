from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.lifecycle import Moves
from onemm.lib.names import new_public_id
from onemm.lib.privacy import Delete, Keep
from onemm.lib.states import Toned
from onemm.people.models import Person
from onemm.recruitment.models.application import Application


class RefereeQuerySet(models.QuerySet["Referee"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Those of the applications one may see: one's own, and those one screens."""
        return self.filter(application__in=Application.objects.visible_to(person))

    def standing(self) -> Self:
        """Those who have been asked or have answered: two at a time."""
        return self.filter(state__in=Referee.STANDING)

    def asked(self) -> Self:
        return self.filter(state=Referee.State.ASKED)


class Referee(models.Model):
    """Someone whom the applicant named to speak for them, and who was written to.

    asked: an e-mail with a private link is out. answered: their reference is here. declined: they would rather not.
    unreachable: our e-mails come back, or nobody answers. replaced: the applicant named someone else instead.

    `mailbox` is where the address leads in the end, so that one person with two spellings counts once.
    """

    AUDIT_NAME = "referee"

    class State(Toned):
        ASKED = "asked", "wait", "Asked"
        ANSWERED = "answered", "good", "Answered"
        DECLINED = "declined", "late", "Would rather not"
        UNREACHABLE = "unreachable", "late", "Cannot be reached"
        REPLACED = "replaced", "late", "Replaced"

    STANDING = (State.ASKED, State.ANSWERED)

    MOVES: ClassVar[Moves] = {
        State.ASKED: frozenset({State.ANSWERED, State.DECLINED, State.UNREACHABLE, State.REPLACED}),
        State.ANSWERED: frozenset(),
        State.DECLINED: frozenset({State.ANSWERED, State.REPLACED}),
        State.UNREACHABLE: frozenset({State.ANSWERED, State.REPLACED}),
        State.REPLACED: frozenset(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    application = models.ForeignKey(Application, models.PROTECT, related_name="referees")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    mailbox = models.CharField(max_length=254)
    relation = models.CharField(max_length=120)
    state = models.CharField(max_length=12, choices=State.choices, default=State.ASKED)
    asked_at = models.DateTimeField(default=timezone.now)
    link_until = models.DateTimeField()
    over_at = models.DateTimeField(null=True, blank=True)
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = RefereeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "mailbox"],
                condition=~Q(state="replaced"),
                name="two_referees_never_share_a_mailbox",
            ),
            models.CheckConstraint(
                condition=Q(state="asked", over_at=None) | (~Q(state="asked") & Q(over_at__isnull=False)),
                name="a_referee_who_is_no_longer_asked_says_since_when",
            ),
        ]
        indexes = [models.Index(fields=["state", "asked_at"], name="referees_waiting")]

    class Privacy:
        personal = ("application", "name", "email", "mailbox", "relation")
        sensitive = ()
        operational = ("id", "public_id", "state", "asked_at", "link_until", "over_at", "named_by")
        subject = "application__person"
        keep = Keep(years=1, after="application__over_at", when="the application is over")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"referee {self.public_id}"

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    def is_open_at(self, moment: datetime) -> bool:
        """Whether the link still leads to the form: nobody has answered, and its time is not over."""
        return self.state == self.State.ASKED and moment < self.link_until
