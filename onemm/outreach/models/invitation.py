import secrets
from datetime import date, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.clock import today
from onemm.lib.lifecycle import Moves
from onemm.lib.privacy import AsLongAs, Blank, Delete, Fields, ForEver, Keep, Nobody
from onemm.people.models import Person
from onemm.places.models import Organisation

DAYS_OPEN = 60


def new_token() -> str:
    """Return a secret that only the e-mail holds: 144 bits."""
    return secrets.token_urlsafe(18)


def last_day() -> date:
    return today() + timedelta(days=DAYS_OPEN)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> Self:
        return self.filter(state=Invitation.State.SENT)

    def from_employer(self, employer: Organisation) -> Self:
        return self.filter(employer=employer)

    def written_by(self, person: Person) -> Self:
        """A mentor's own e-mails; those that an employer lead sends are the employer's."""
        return self.filter(by=person, employer=None)


class Invitation(models.Model):
    """One letter to one address that asks someone to become a mentor, from their employer or from a mentor they know.
    It makes nobody a mentor, and nobody known: whoever accepts answers the same questions and is checked like
    everyone.

    sent: the e-mail is on its way or unanswered. accepted: someone followed its link and said yes. declined: they said
    no. expired: sixty days without an answer. Once it is over the address is forgotten; `digest`, keyed and one-way,
    stays, so that the same list sent again writes to nobody twice.
    """

    AUDIT_NAME = "invitation"

    class State(models.TextChoices):
        SENT = "sent", "Sent"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        EXPIRED = "expired", "Expired"

    MOVES: ClassVar[Moves] = {
        State.SENT: frozenset({State.ACCEPTED, State.DECLINED, State.EXPIRED}),
        State.ACCEPTED: frozenset(),
        State.DECLINED: frozenset(),
        State.EXPIRED: frozenset(),
    }

    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    employer = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="invitations")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    email = models.EmailField(blank=True)
    first_name = models.CharField(max_length=80, blank=True)
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SENT)
    sent_at = models.DateTimeField(default=timezone.now)
    expires_on = models.DateField(default=last_day)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["digest"], condition=Q(state="sent"), name="one_open_invitation_per_mailbox"
            ),
            models.CheckConstraint(
                condition=Q(state="sent") | Q(email=""), name="an_answered_invitation_forgets_the_address"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["sent", "expired"]) | Q(answered_at__isnull=False),
                name="an_answered_invitation_says_when",
            ),
        ]
        indexes = [models.Index(fields=["employer", "digest"], name="invitations_of_an_employer")]

    class Privacy:
        personal = ("by", "email", "first_name", "digest", "token")
        sensitive = ()
        operational = ("id", "employer", "state", "sent_at", "expires_on", "answered_at")
        subject = "by"
        keep = Keep(years=2, after="sent_at", when="it is sent")
        sooner = (
            Fields(
                ("email", "first_name"),
                "the address until it is answered, and at most",
                Keep(days=60, after="sent_at", when="it is sent"),
            ),
        )
        on_erasure = Blank("email", "first_name")

    def __str__(self) -> str:
        return f"invitation #{self.pk}"

    def is_open_on(self, day: date) -> bool:
        return self.state == self.State.SENT and day <= self.expires_on


class DoNotWrite(models.Model):
    """An address that asked us never to invite it again, kept as a keyed digest: it can be recognised, and not read."""

    AUDIT_NAME = "do_not_write"

    digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField(default=timezone.now)

    class Privacy:
        personal = ("digest",)
        sensitive = ()
        operational = ("id", "at")
        subject = Nobody("its digest of an address cannot be read back")
        keep = ForEver("forgetting it would break the promise not to write")

    def __str__(self) -> str:
        return f"do not write #{self.pk}"


class NamingConsent(models.Model):
    """Someone lets their employer's lead see their name among those who take part.

    Ended when they take it back or leave.
    """

    AUDIT_NAME = "naming_consent"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="naming_consents")
    employer = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at=None), name="one_standing_naming_consent_per_person"
            ),
        ]

    class Privacy:
        personal = ("person", "employer", "given_at", "ended_at")
        sensitive = ()
        operational = ("id",)
        subject = "person"
        keep = Keep(years=1, after="ended_at", when="it has ended")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"naming consent #{self.pk}"


class PersonalLink(models.Model):
    """A mentor's own link, to give to people they know."""

    AUDIT_NAME = "personal_link"

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="personal_link")
    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    made_at = models.DateTimeField(default=timezone.now)

    class Privacy:
        personal = ("person", "token")
        sensitive = ()
        operational = ("id", "made_at")
        subject = "person"
        keep = AsLongAs("person")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"personal link #{self.pk}"
