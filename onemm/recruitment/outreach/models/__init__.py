from onemm.recruitment.outreach.models.campaign import Campaign, CampaignQuerySet
from onemm.recruitment.outreach.models.equality import EqualityAnswers, EqualityAsked, Target, TargetQuerySet
from onemm.recruitment.outreach.models.invitation import (
    DoNotWrite,
    Invitation,
    InvitationQuerySet,
    NamingConsent,
    PersonalLink,
)
from onemm.recruitment.outreach.models.origin import Interest, Origin, Via
from onemm.recruitment.outreach.models.waiting import Waiting

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
