"""Opening and closing a partner's runs of mentoring."""

from datetime import date

from django.db import transaction

from onemm.audit import actions as audit
from onemm.audit.actions import Actor
from onemm.lib.clock import now
from onemm.lib.names import tidy_name
from onemm.places.models import Organisation, Programme, Site
from onemm.places.refusals import (
    NoPlacesWanted,
    ProgrammeHasBadAges,
    ProgrammeHasBadDates,
    ProgrammeNameIsTaken,
    SiteIsAnothers,
)
from onemm.places.rules.ages import OLDEST, YOUNGEST


@transaction.atomic
def open_programme(
    *,
    organisation: Organisation,
    site: Site,
    by: Actor | None,
    name: str,
    starts_on: date,
    ends_on: date,
    channel: str,
    youngest: int,
    oldest: int,
    supervised: bool,
    places_wanted: int,
) -> Programme:
    """Open a run of mentoring at one of the partner's sites.

    :raises Refused: the site is another's, the name is taken, or the dates, ages or places cannot be.
    """
    if site.organisation_id != organisation.pk:
        raise SiteIsAnothers(field="site")
    if ends_on <= starts_on:
        raise ProgrammeHasBadDates(field="ends_on")
    if not YOUNGEST <= youngest <= oldest <= OLDEST:
        raise ProgrammeHasBadAges(field="oldest")
    if places_wanted < 1:
        raise NoPlacesWanted(field="places_wanted")
    # Lock the partner, so that two colleagues cannot open a programme of one name at once.
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    tidy = tidy_name(name)
    if Programme.objects.filter(organisation=organisation, name__iexact=tidy).exists():
        raise ProgrammeNameIsTaken(field="name")
    programme = Programme.objects.create(
        organisation=organisation,
        site=site,
        name=tidy,
        starts_on=starts_on,
        ends_on=ends_on,
        channel=channel,
        youngest=youngest,
        oldest=oldest,
        supervised=supervised,
        places_wanted=places_wanted,
    )
    audit.record("programme:opened", subject=programme, by=by, places=places_wanted)
    return programme


@transaction.atomic
def close_programme(*, programme: Programme, by: Actor | None) -> None:
    """Close a programme from now on. Closing it twice changes nothing."""
    locked = Programme.objects.select_for_update().get(pk=programme.pk)
    if locked.closed_at is None:
        locked.closed_at = now()
        locked.save(update_fields=["closed_at"])
        audit.record("programme:closed", subject=locked, by=by)
    programme.closed_at = locked.closed_at
