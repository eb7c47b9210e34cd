from django.conf import settings
from django.db import models
from django.utils import timezone

from onemm.lib.clock import today
from onemm.lib.privacy import AsLongAs, Blank, Nobody, Until
from onemm.outreach.models.campaign import Campaign
from onemm.places.models import Organisation


class Via(models.TextChoices):
    """By which way someone came."""

    LINK = "link", "A link"
    QR = "qr", "A QR code"
    CODE_WORD = "code_word", "A code word"
    LETTER = "letter", "A letter from their employer"
    COLLEAGUE = "colleague", "A mentor they know"
    TELEPHONE = "telephone", "By telephone"
    NONE = "none", "On their own"


class Interest(models.Model):
    """Someone, whoever it was, answered the eligibility questions: counted once a visit, with where they came from and
    nothing about them.
    """

    AUDIT_NAME = "interest"

    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, blank=True, related_name="interests")
    employer = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    via = models.CharField(max_length=10, choices=Via.choices)
    is_met = models.BooleanField()
    on = models.DateField(default=today)

    class Meta:
        indexes = [models.Index(fields=["campaign"], name="interest_by_campaign")]

    class Privacy:
        personal = ()
        sensitive = ()
        operational = ("id", "campaign", "employer", "via", "is_met", "on")
        subject = Nobody("one more answer, by nobody in particular")
        keep = Until("the whole programme ends")

    def __str__(self) -> str:
        return f"interest #{self.pk}"


class Origin(models.Model):
    """Where the person behind an application came from, and what they said yes to before they began it. One for each
    application that was begun through our pages.
    """

    AUDIT_NAME = "origin"

    application = models.OneToOneField("recruitment.Application", models.CASCADE, related_name="origin")
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, blank=True, related_name="origins")
    employer = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    via = models.CharField(max_length=10, choices=Via.choices)
    expectations = models.JSONField(default=dict)
    expectations_version = models.CharField(max_length=20, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Privacy:
        personal = ("application", "employer", "invited_by", "expectations")
        sensitive = ()
        operational = ("id", "campaign", "via", "expectations_version", "at")
        subject = ("application__person", "invited_by")
        keep = AsLongAs("application")
        on_erasure = Blank("employer", "invited_by", "expectations")

    def __str__(self) -> str:
        return f"origin #{self.pk}"
