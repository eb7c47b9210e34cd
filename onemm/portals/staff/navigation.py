"""The doors of the operator's staff, who have so many that they stand in sections."""

from onemm.people.permissions import Permission as P
from onemm.web.navigation import Door, Portal

COMING_IN = "Coming in"
TOGETHER = "Working with us"
REACHING = "Reaching people"
LEARNING = "Learning"
PLATFORM = "The platform"

PORTAL = Portal(
    "staff",
    "Staff",
    (
        Door(label="Today", route="staff:today", permission=P.STAFF_ENTER),
        Door(label="Concerns", route="staff:concerns", permission=P.CONCERN_READ),
        Door(label="Checks to weigh", route="staff:disclosures", permission=P.CONCERN_DECIDE),
        Door(label="Check forms", route="staff:check_routes", permission=P.CHECK_SET_ROUTE),
        Door(
            label="Applications",
            route="staff:applications",
            permission=P.APPLICATION_READ,
            pages=("staff:to_ring", "staff:rings", "staff:caller*"),
            section=COMING_IN,
        ),
        Door(label="Talks", route="staff:interviews", permission=P.APPLICATION_DECIDE, section=COMING_IN),
        Door(label="Interest to match", route="staff:funnel", permission=P.IMPACT_READ_AREA, section=COMING_IN),
        Door(label="Days to ready", route="staff:ready_times", permission=P.IMPACT_READ_AREA, section=COMING_IN),
        Door(
            label="Partners",
            route="staff:partners",
            permission=P.ORGANISATION_MANAGE,
            pages=("staff:*enquiry",),
            section=TOGETHER,
        ),
        Door(label="Employers", route="staff:employers", permission=P.ORGANISATION_MANAGE, section=TOGETHER),
        Door(label="Campaigns", route="staff:campaigns", permission=P.CAMPAIGN_MANAGE, section=REACHING),
        Door(label="Targets", route="staff:targets", permission=P.TARGET_SET, section=REACHING),
        Door(label="Missing mentors", route="staff:matching", permission=P.IMPACT_READ_AREA, section=REACHING),
        Door(label="Your workshops", route="staff:workshops", permission=P.WORKSHOP_RUN, section=LEARNING),
        Door(label="Plan training", route="staff:plan_workshops", permission=P.WORKSHOP_PLAN, section=LEARNING),
        Door(label="Training", route="staff:training", permission=P.COURSE_READ_FIGURES, section=LEARNING),
        Door(
            label="Write courses",
            route="staff:writing",
            permission=P.COURSE_EDIT,
            pages=("staff:manuscript*",),
            section=LEARNING,
        ),
        Door(label="Certificates", route="staff:credentials", permission=P.CREDENTIAL_REVOKE, section=LEARNING),
        Door(label="Outbox", route="staff:outbox", permission=P.OUTBOX_READ, section=PLATFORM),
        Door(label="Log", route="staff:log", permission=P.AUDIT_READ, section=PLATFORM),
    ),
)
