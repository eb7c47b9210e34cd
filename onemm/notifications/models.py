from datetime import datetime
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.links import PageIsNowhere, path_to
from onemm.lib.names import new_public_id
from onemm.lib.privacy import Delete, Keep
from onemm.lib.states import Toned
from onemm.notifications.readers import Reader
from onemm.people import access
from onemm.people.models import Person, RoleGrant
from onemm.people.permissions import Permission


class EmailQuerySet(models.QuerySet["Email"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Everyone's for whoever reads the outbox everywhere; else those to people who hold a role in one's area or
        place.
        """
        scope = access.scope_of(person, Permission.OUTBOX_READ)
        if scope.everywhere:
            return self
        grants = RoleGrant.objects.held().filter(
            Q(organisation__in=scope.organisations) | Q(area__in=scope.areas) | Q(organisation__area__in=scope.areas)
        )
        return self.filter(to__in=grants.values("person"))

    def waiting(self) -> Self:
        """Those that still have to go out by e-mail."""
        return self.filter(sent_at=None, given_up_at=None).exclude(address="")

    def to_try(self, at: datetime) -> Self:
        """Those whose next try is due, and that nobody is trying just now."""
        return self.waiting().filter(due_at__lte=at)

    def unread_by(self, person: models.Model) -> Self:
        """What a home page shows: never an e-mail that holds a code."""
        return self.filter(to=person, read_at=None, secret=False)


class Email(models.Model):
    """One message to one person: waiting, then sent, or given up after too many tries.

    Kept in the transaction that made the news, so that neither exists without the other, in the words of that day.
    Someone without an address reads it on their home page. `link` names the page that it leads to and `about` is the
    public id in it: where that page is, is asked when the e-mail is sent or shown. `due_at` is when it may be tried
    next: whoever tries it moves that on first, so that no two try at once. A secret e-mail holds a code or a link that
    opens something; both go once it is sent.
    """

    AUDIT_NAME = "email"

    class Standing(Toned):
        """How far it has come. `at_home`: its reader has no address, and finds it on their home page."""

        SENT = "sent", "good", "Sent"
        GIVEN_UP = "given_up", "late", "Given up"
        WAITING = "waiting", "wait", "Waiting"
        AT_HOME = "at_home", "On their home page"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(max_length=60)
    reader = models.CharField(max_length=20, choices=Reader.choices)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="emails")
    address = models.EmailField(blank=True)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    link = models.CharField(max_length=40, blank=True)
    about = models.CharField(max_length=100, blank=True)
    secret = models.BooleanField(default=False)
    once = models.CharField(max_length=120, unique=True, null=True, blank=True)
    written_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=200, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = EmailQuerySet.as_manager()

    class Meta:
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(to__isnull=False) | ~Q(address=""), name="an_email_is_to_somebody"),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(given_up_at=None), name="an_email_is_sent_or_given_up_not_both"
            ),
        ]
        indexes = [
            models.Index(fields=["to", "read_at"], name="emails_unread"),
            models.Index(fields=["due_at"], condition=Q(sent_at=None, given_up_at=None), name="emails_waiting"),
        ]

    class Privacy:
        personal = ("to", "address", "subject")
        sensitive = ("body",)
        operational = (
            "id",
            "public_id",
            "kind",
            "reader",
            "link",
            "about",
            "secret",
            "once",
            "written_at",
            "due_at",
            "tries",
            "sent_at",
            "given_up_at",
            "problem",
            "read_at",
        )
        subject = "to"
        keep = Keep(years=1, after="written_at", when="it is written")
        on_erasure = Delete()

    def __str__(self) -> str:
        return f"#{self.pk} {self.kind}"

    @property
    def path(self) -> str:
        """Where its link leads, as a path on this platform; empty where it leads nowhere, or nowhere by now."""
        if not self.link:
            return ""
        try:
            return path_to(self.link, self.about, audience=Reader(self.reader).audience)
        except PageIsNowhere:
            return ""

    @property
    def standing(self) -> Standing:
        """Return how far it has come; one that is read on the home page only has nowhere else to go."""
        if self.sent_at is not None:
            return self.Standing.SENT
        if self.given_up_at is not None:
            return self.Standing.GIVEN_UP
        return self.Standing.WAITING if self.address else self.Standing.AT_HOME
