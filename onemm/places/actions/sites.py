"""Where mentoring happens: a school claimed from the register, or a place added by hand."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.audit.actions import Actor
from onemm.lib.geo import Point
from onemm.lib.names import tidy_name
from onemm.places.models import Organisation, School, Site
from onemm.places.queries import locate
from onemm.places.refusals import PostcodeIsUnknown, SchoolIsClaimed, SchoolTeachesYoungerPupils, SiteIsThereAlready


@transaction.atomic
def claim_school(*, school: School, organisation: Organisation, by: Actor | None) -> Site:
    """Make a line of the register a site of a partner. Claiming one's own school again returns the site.

    :raises SchoolIsClaimed: another partner has it.
    :raises SchoolTeachesYoungerPupils: it is closed, or teaches nobody of 16 or over.
    :raises PostcodeIsUnknown: the register says no place that we know.
    """
    # Lock the line, so that of two partners claiming it at once the second sees the first.
    school = School.objects.select_for_update().get(pk=school.pk)
    site = Site.objects.filter(school=school).first()
    if site is not None and site.organisation_id == organisation.pk:
        return site
    if site is not None:
        raise SchoolIsClaimed
    if not School.objects.with_young_people().filter(pk=school.pk).exists():
        raise SchoolTeachesYoungerPupils
    point = _point_of(school)
    site = Site.objects.create(
        organisation=organisation,
        school=school,
        name=school.name,
        postcode=school.postcode,
        latitude=point.latitude,
        longitude=point.longitude,
    )
    audit.record("school:claimed", subject=site, by=by, urn=school.urn)
    return site


@transaction.atomic
def add_site(*, organisation: Organisation, name: str, postcode: str, by: Actor | None) -> Site:
    """Add a place that is on no register, such as a youth club.

    :raises PostcodeIsUnknown: the postcode cannot be placed.
    :raises SiteIsThereAlready: the organisation has a place of this name at this postcode.
    """
    tidy = tidy_name(name)
    point = locate(postcode)
    if point is None:
        raise PostcodeIsUnknown(field="postcode")
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    if Site.objects.filter(organisation=organisation, name__iexact=tidy, postcode=postcode).exists():
        raise SiteIsThereAlready(field="name")
    site = Site.objects.create(
        organisation=organisation, name=tidy, postcode=postcode, latitude=point.latitude, longitude=point.longitude
    )
    audit.record("site:added", subject=site, by=by)
    return site


def _point_of(school: School) -> Point:
    if school.latitude is not None and school.longitude is not None:
        return Point(school.latitude, school.longitude)
    point = locate(school.postcode)
    if point is None:
        raise PostcodeIsUnknown
    return point
