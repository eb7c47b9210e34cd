"""An employer's staff link, and whether its lead may see a name."""

import secrets

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.mentors import actions as mentors
from onemm.mentors.models import MentorProfile
from onemm.outreach.actions.campaigns import make_campaign
from onemm.outreach.models import Campaign, NamingConsent
from onemm.outreach.refusals import YouHaveNoEmployerHere
from onemm.outreach.rules.sources import tidy_code_word
from onemm.people.models import Person
from onemm.places.models import Organisation

PLAIN = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""No letter or digit that can be read as another."""


@transaction.atomic
def make_staff_link(*, employer: Organisation, by: Person) -> Campaign:
    """Give an employer its own link and code word for everyone who works there, or return the one it has."""
    Organisation.objects.select_for_update().get(pk=employer.pk)
    known = Campaign.objects.staff_links().filter(employer=employer).first()
    if known is not None:
        return known
    word = tidy_code_word(employer.name)[:8] + "".join(secrets.choice(PLAIN) for _ in range(4))
    return make_campaign(
        name=f"Everybody at {employer.name}",
        code_word=word,
        starts_on=today(),
        employer=employer,
        by=by,
        is_staff_link=True,
    )


@transaction.atomic
def let_employer_see_name(*, person: Person) -> NamingConsent:
    """Let the employer on someone's record see their name. Saying so twice changes nothing.

    :raises YouHaveNoEmployerHere: there is none on their record.
    """
    profile = MentorProfile.objects.select_for_update().filter(person=person, employer__isnull=False).first()
    if profile is None or profile.employer is None:
        raise YouHaveNoEmployerHere
    consent, new = NamingConsent.objects.get_or_create(
        person=person, ended_at=None, defaults={"employer": profile.employer}
    )
    if new:
        audit.record("naming:allowed", subject=consent, by=person)
    return consent


@transaction.atomic
def hide_name_from_employer(*, person: Person) -> None:
    """Take it back, from now on. Doing so twice changes nothing."""
    for consent in NamingConsent.objects.select_for_update().filter(person=person, ended_at=None):
        consent.ended_at = now()
        consent.save(update_fields=["ended_at"])
        audit.record("naming:taken_back", subject=consent, by=person)


@transaction.atomic
def leave_employer(*, person: Person) -> None:
    """Take the employer off someone's record: they count among its people no longer, and their name is hidden."""
    hide_name_from_employer(person=person)
    mentors.leave_employer(person=person)
