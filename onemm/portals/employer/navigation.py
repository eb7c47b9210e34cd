"""The doors of whoever leads mentoring at an employer."""

from onemm.people.permissions import Permission as P
from onemm.web.navigation import Door, Portal

PORTAL = Portal(
    "employer",
    "Your employer",
    (Door(label="Your people", route="employer:home", permission=P.EMPLOYER_LEAD),),
)
