"""Where things are: areas, points, what is near, and what the register says."""

from onemm.places.queries.areas import area_of
from onemm.places.queries.nearby import SiteNearby, nearest, sites_near
from onemm.places.queries.points import locate, points_of
from onemm.places.queries.schools import SchoolFound, SchoolsFound, schools_matching

__all__ = [
    "SchoolFound",
    "SchoolsFound",
    "SiteNearby",
    "area_of",
    "locate",
    "nearest",
    "points_of",
    "schools_matching",
    "sites_near",
]
