"""The doors of a mentor."""

from onemm.people.permissions import Permission as P
from onemm.web.navigation import Door, Portal

PORTAL = Portal(
    "mentor",
    "As a mentor",
    (
        Door(label="Home", route="mentor:home", permission=P.MATCH_MENTOR),
        Door(label="Training", route="mentor:training", permission=P.COURSE_TAKE),
        Door(label="Workshops", route="mentor:workshops", permission=P.COURSE_TAKE),
    ),
)
