from onemm.places.models.area import Area, AreaQuerySet, Scope
from onemm.places.models.organisation import Enquiry, EnquiryQuerySet, Organisation, OrganisationQuerySet
from onemm.places.models.postcode import Postcode
from onemm.places.models.programme import Channel, Programme, ProgrammeQuerySet
from onemm.places.models.school import School, SchoolQuerySet
from onemm.places.models.site import Site, SiteQuerySet

__all__ = [
    "Area",
    "AreaQuerySet",
    "Channel",
    "Enquiry",
    "EnquiryQuerySet",
    "Organisation",
    "OrganisationQuerySet",
    "Postcode",
    "Programme",
    "ProgrammeQuerySet",
    "School",
    "SchoolQuerySet",
    "Scope",
    "Site",
    "SiteQuerySet",
]
