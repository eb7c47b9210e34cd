"""Everything that changes organisations, sites, programmes, areas and what the registers say."""

from onemm.places.actions.areas import load_areas
from onemm.places.actions.enquiries import accept_enquiry, ask_to_join, decline_enquiry
from onemm.places.actions.partners import add_partner
from onemm.places.actions.postcodes import import_postcodes
from onemm.places.actions.programmes import close_programme, open_programme
from onemm.places.actions.schools import import_schools
from onemm.places.actions.sites import add_site, claim_school

__all__ = [
    "accept_enquiry",
    "add_partner",
    "add_site",
    "ask_to_join",
    "claim_school",
    "close_programme",
    "decline_enquiry",
    "import_postcodes",
    "import_schools",
    "load_areas",
    "open_programme",
]
