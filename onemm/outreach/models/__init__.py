from onemm.outreach.models.campaign import Campaign, CampaignQuerySet
from onemm.outreach.models.equality import EqualityAnswers, EqualityAsked, Target, TargetQuerySet
from onemm.outreach.models.invitation import (
    DoNotWrite,
    Invitation,
    InvitationQuerySet,
    NamingConsent,
    PersonalLink,
)
from onemm.outreach.models.origin import Interest, Origin, Via
from onemm.outreach.models.waiting import Waiting

__all__ = [
    "Campaign",
    "CampaignQuerySet",
    "DoNotWrite",
    "EqualityAnswers",
    "EqualityAsked",
    "Interest",
    "Invitation",
    "InvitationQuerySet",
    "NamingConsent",
    "Origin",
    "PersonalLink",
    "Target",
    "TargetQuerySet",
    "Via",
    "Waiting",
]
