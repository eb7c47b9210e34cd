"""The doors of a partner's coordinator."""

from onemm.people.permissions import Permission as P
from onemm.web.navigation import Door, Portal

PORTAL = Portal(
    "partner",
    "Your partner",
    (
        Door(label="Today", route="partner:today", permission=P.MATCH_LOOK_AFTER),
        Door(label="Pairs", route="partner:pairs", permission=P.MATCH_LOOK_AFTER),
        Door(label="Young people", route="partner:young_people", permission=P.ENROLMENT_MANAGE),
        Door(label="Places", route="partner:places", permission=P.SCHOOL_CLAIM),
        Door(label="Programmes", route="partner:programmes", permission=P.PROGRAMME_MANAGE),
        Door(
            label="Matching",
            route="partner:rounds",
            permission=P.ROUND_RUN,
            pages=("partner:weights", "partner:trade_off", "partner:proposal_decline", "partner:introduce"),
        ),
        Door(label="What changed", route="partner:impact", permission=P.IMPACT_READ_PARTNER),
        Door(label="Training", route="partner:training", permission=P.MATCH_LOOK_AFTER),
    ),
)
