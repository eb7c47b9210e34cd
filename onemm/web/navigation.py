"""Who sees which doors: one table, from permission to page."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission as P

GROUPS = {
    "mentor": "As a mentor",
    "young": "With your mentor",
    "partner": "Your partner",
    "employer": "Your employer",
    "staff": "Staff",
}

BENEATH = (
    ("/staff/enquiries/*", "staff:partners"),
    ("/partner/proposals/*", "partner:rounds"),
    ("/staff/telephone/*", "staff:applications"),
    ("/staff/manuscripts/*", "staff:writing"),
    ("/partner/programmes/*/weights/", "partner:rounds"),
    ("/partner/programmes/*/trade-off/", "partner:rounds"),
)
"""Pages that belong to a door whose address they do not begin with."""


@dataclass(frozen=True)
class Link:
    """One entry of the menu."""

    label: str
    url: str
    current: bool
    group: str = ""


PUBLIC = (
    ("Mentors", "public:mentors"),
    ("Young people", "public:young_people"),
    ("Schools and youth groups", "public:schools"),
    ("Employers", "public:employers"),
    ("Sign in", "account_login"),
)

DOORS: tuple[tuple[P, str, str], ...] = (
    (P.MATCH_MENTOR, "Home", "mentor:home"),
    (P.COURSE_TAKE, "Training", "mentor:training"),
    (P.COURSE_TAKE, "Workshops", "mentor:workshops"),
    (P.MATCH_BE_MENTORED, "Home", "young:home"),
    (P.MATCH_BE_MENTORED, "Get ready", "young:training"),
    (P.MATCH_LOOK_AFTER, "Today", "partner:today"),
    (P.MATCH_LOOK_AFTER, "Pairs", "partner:pairs"),
    (P.ENROLMENT_MANAGE, "Young people", "partner:young_people"),
    (P.SCHOOL_CLAIM, "Places", "partner:places"),
    (P.PROGRAMME_MANAGE, "Programmes", "partner:programmes"),
    (P.ROUND_RUN, "Matching", "partner:rounds"),
    (P.IMPACT_READ_PARTNER, "What changed", "partner:impact"),
    (P.MATCH_LOOK_AFTER, "Training", "partner:training"),
    (P.EMPLOYER_LEAD, "Your people", "employer:home"),
    (P.STAFF_ENTER, "Today", "staff:today"),
    (P.CONCERN_READ, "Concerns", "staff:concerns"),
    (P.CONCERN_DECIDE, "Checks to weigh", "staff:disclosures"),
    (P.CHECK_SET_ROUTE, "Check forms", "staff:check_routes"),
    (P.APPLICATION_READ, "Applications", "staff:applications"),
    (P.APPLICATION_DECIDE, "Talks", "staff:interviews"),
    (P.IMPACT_READ_AREA, "Interest to match", "staff:funnel"),
    (P.IMPACT_READ_AREA, "Days to ready", "staff:ready_times"),
    (P.ORGANISATION_MANAGE, "Partners", "staff:partners"),
    (P.ORGANISATION_MANAGE, "Employers", "staff:employers"),
    (P.CAMPAIGN_MANAGE, "Campaigns", "staff:campaigns"),
    (P.TARGET_SET, "Targets", "staff:targets"),
    (P.IMPACT_READ_AREA, "Missing mentors", "staff:matching"),
    (P.WORKSHOP_RUN, "Your workshops", "staff:workshops"),
    (P.WORKSHOP_PLAN, "Plan training", "staff:plan_workshops"),
    (P.COURSE_READ_FIGURES, "Training", "staff:training"),
    (P.COURSE_EDIT, "Write courses", "staff:writing"),
    (P.CREDENTIAL_REVOKE, "Certificates", "staff:credentials"),
    (P.OUTBOX_READ, "Outbox", "staff:outbox"),
    (P.AUDIT_READ, "Log", "staff:log"),
)


SECTIONS = {
    "Coming in": ("staff:applications", "staff:interviews", "staff:funnel", "staff:ready_times"),
    "Working with us": ("staff:partners", "staff:employers"),
    "Reaching people": ("staff:campaigns", "staff:targets", "staff:matching"),
    "Learning": ("staff:workshops", "staff:plan_workshops", "staff:training", "staff:writing", "staff:credentials"),
    "The platform": ("staff:outbox", "staff:log"),
}
"""What belongs together in a menu too long to be read at a glance. Neighbours here are neighbours in `DOORS`."""
SECTION_OF = {name: section for section, names in SECTIONS.items() for name in names}
AT_A_GLANCE = 9


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the menu for whoever is asking, and the name they go by."""
    person = getattr(request, "user", None)
    if not isinstance(person, Person):
        return {"navigation": _links(request, PUBLIC), "person_name": ""}
    doors = [(label, name) for permission, label, name in DOORS if access.can(person, permission)]
    return {"navigation": _links(request, doors), "person_name": person.first_name}


def _links(request: HttpRequest, doors: Any) -> list[Link]:
    """One is current: the entry whose address is the longest beginning of the page's.

    Somebody with two roles sees which door is which; a long menu of one role has its sections.
    """
    path = request.path
    for page, door in BENEATH:
        path = reverse(door) if fnmatchcase(path, page) else path
    found = [(label, name, reverse(name)) for label, name in doors]
    here = max((url for _, _, url in found if path.startswith(url)), key=len, default=None)
    portals = {name.partition(":")[0] for _, name, _ in found}

    def group(name: str) -> str:
        if len(portals) > 1:
            return GROUPS.get(name.partition(":")[0], "")
        return SECTION_OF.get(name, "") if len(found) > AT_A_GLANCE else ""

    return [Link(label, url, url == here, group(name)) for label, name, url in found]
