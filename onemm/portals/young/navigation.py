"""The doors of a young person."""

from onemm.people.permissions import Permission as P
from onemm.web.navigation import Door, Portal

PORTAL = Portal(
    "young",
    "With your mentor",
    (
        Door(label="Home", route="young:home", permission=P.MATCH_BE_MENTORED),
        Door(label="Get ready", route="young:training", permission=P.MATCH_BE_MENTORED),
    ),
)
