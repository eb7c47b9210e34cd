"""Making and ending campaigns."""

from datetime import date

from django.db import transaction
from django.utils.text import slugify

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.names import new_public_id, tidy_name
from onemm.outreach.models import Campaign
from onemm.outreach.refusals import (
    CampaignEndsTooEarly,
    CampaignHasEnded,
    CampaignNeedsAnEmployer,
    CodeWordIsTaken,
    CodeWordIsTooShort,
)
from onemm.outreach.rules.sources import LONGEST_WORD, SHORTEST_WORD, tidy_code_word
from onemm.people.models import Person
from onemm.places.models import Area, Organisation

LONGEST_SLUG = 50


@transaction.atomic
def make_campaign(
    *,
    name: str,
    code_word: str,
    starts_on: date,
    by: Person,
    ends_on: date | None = None,
    area: Area | None = None,
    employer: Organisation | None = None,
    cost_pounds: int = 0,
    is_staff_link: bool = False,
) -> Campaign:
    """Make a campaign, with a link made of its name.

    :raises CodeWordIsTooShort: fewer than 4 letters and numbers, or more than 20.
    :raises CodeWordIsTaken: another campaign has it, ended or not: old posters hang for long.
    :raises CampaignEndsTooEarly: the last day is before the first.
    :raises CampaignNeedsAnEmployer: the organisation is of another kind.
    """
    word = tidy_code_word(code_word)
    _refuse_misfits(word, starts_on, ends_on, employer)
    campaign = Campaign.objects.create(
        name=tidy_name(name),
        slug=_free_slug(name),
        code_word=word,
        area=area,
        employer=employer,
        starts_on=starts_on,
        ends_on=ends_on,
        cost_pounds=cost_pounds,
        is_staff_link=is_staff_link,
        made_by=by,
    )
    audit.record("campaign:made", subject=campaign, by=by)
    return campaign


@transaction.atomic
def end_campaign(*, campaign: Campaign, by: Person) -> None:
    """Count nobody any more. Its link still leads on, because posters hang for longer than campaigns last.

    :raises CampaignHasEnded: it was ended before.
    """
    if not Campaign.objects.filter(pk=campaign.pk, ended_at=None).update(ended_at=now()):
        raise CampaignHasEnded
    campaign.refresh_from_db(fields=["ended_at"])
    audit.record("campaign:ended", subject=campaign, by=by)


def _refuse_misfits(word: str, starts_on: date, ends_on: date | None, employer: Organisation | None) -> None:
    if not SHORTEST_WORD <= len(word) <= LONGEST_WORD:
        raise CodeWordIsTooShort(field="code_word")
    if ends_on is not None and ends_on < starts_on:
        raise CampaignEndsTooEarly(field="ends_on")
    if employer is not None and employer.kind != Organisation.Kind.EMPLOYER:
        raise CampaignNeedsAnEmployer(field="employer")
    if Campaign.objects.filter(code_word=word).exists():
        raise CodeWordIsTaken(field="code_word")


def _free_slug(name: str) -> str:
    """Return a short link of the name; with a random ending when it is taken, or when the name has no letters an
    address can hold.
    """
    slug = slugify(name)[:LONGEST_SLUG].strip("-")
    if slug and not Campaign.objects.filter(slug=slug).exists():
        return slug
    return f"{slug}-{new_public_id()[:6]}".strip("-")
