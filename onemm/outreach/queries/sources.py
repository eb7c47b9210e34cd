"""What a visitor's session remembers, as rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from onemm.lib.clock import today
from onemm.outreach.models import Campaign, Invitation, PersonalLink, Via
from onemm.outreach.rules.sources import tidy_code_word
from onemm.people.models import Person
from onemm.places.models import Organisation


@dataclass(frozen=True)
class Source:
    """Where someone came from."""

    via: str = Via.NONE
    campaign: Campaign | None = None
    employer: Organisation | None = None
    mentor: Person | None = None


def source_from(kept: Mapping[str, str] | None) -> Source:
    """Return the source that a session remembers, as it stands today; what is over or unknown is no source."""
    kept = kept or {}
    if "invitation" in kept:
        return _source_of_letter(kept["invitation"])
    if "mentor" in kept:
        link = (
            PersonalLink.objects.select_related("person").filter(token=kept["mentor"], person__is_active=True).first()
        )
        return Source(Via.COLLEAGUE, mentor=link.person) if link else Source()
    via = kept.get("via", Via.LINK)
    campaign = (
        Campaign.objects.running_on(today()).select_related("employer").filter(slug=kept.get("campaign", "")).first()
    )
    if campaign is None or via not in Via.values:
        return Source()
    return Source(via, campaign, campaign.employer)


def _source_of_letter(token: str) -> Source:
    """A letter that was accepted, by whoever holds it."""
    letter = (
        Invitation.objects.filter(token=token, state=Invitation.State.ACCEPTED).select_related("employer", "by").first()
    )
    if letter is None:
        return Source()
    return Source(Via.LETTER, employer=letter.employer) if letter.employer else Source(Via.COLLEAGUE, mentor=letter.by)


def campaign_with_word(typed: str) -> Campaign | None:
    """Return the running campaign with a code word, however it was typed."""
    word = tidy_code_word(typed)
    return Campaign.objects.running_on(today()).filter(code_word=word).first() if word else None
