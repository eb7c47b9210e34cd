"""The roles: what each is for, in a sentence, and what it may do at the place where it is held."""

from collections.abc import Mapping

from django.db import models

from onemm.people.permissions import Permission as P


class Role(models.TextChoices):
    """Held at a place through a `RoleGrant`.

    A young person and a mentor hold theirs everywhere, over their own rows only.
    """

    ADMINISTRATOR = "administrator", "Administrator"
    ANALYST = "analyst", "Analyst"
    COORDINATOR = "coordinator", "Coordinator"
    EDITOR = "editor", "Editor"
    EMPLOYER_LEAD = "employer_lead", "Employer lead"
    MENTOR = "mentor", "Mentor"
    PROGRAMME_MANAGER = "programme_manager", "Programme manager"
    SAFEGUARDING_LEAD = "safeguarding_lead", "Safeguarding lead"
    TRAINER = "trainer", "Trainer"
    YOUNG_PERSON = "young_person", "Young person"


DESCRIPTIONS: Mapping[Role, str] = {
    Role.ADMINISTRATOR: "Keeps the platform in order: organisations, roles, the outbox and the log. Reads no young "
    "person's record.",
    Role.ANALYST: "Reads figures, never names.",
    Role.COORDINATOR: "Looks after a partner's young people and their pairs.",
    Role.EDITOR: "Writes courses and resources.",
    Role.EMPLOYER_LEAD: "Leads mentoring at an employer, and sees how many of its staff take part.",
    Role.MENTOR: "Gives an hour a month to a young person.",
    Role.PROGRAMME_MANAGER: "Runs an area: applications, decisions, partners.",
    Role.SAFEGUARDING_LEAD: "Answers every concern, and may pause anybody's contact.",
    Role.TRAINER: "Offers workshops, and knows who came.",
    Role.YOUNG_PERSON: "Has a mentor, or waits for one.",
}

PERMISSIONS: Mapping[Role, frozenset[P]] = {
    Role.ADMINISTRATOR: frozenset(
        {
            P.AUDIT_READ,
            P.CREDENTIAL_REVOKE,
            P.GALLERY_READ,
            P.ORGANISATION_MANAGE,
            P.OUTBOX_READ,
            P.ROLE_GRANT,
            P.STAFF_ENTER,
        }
    ),
    Role.ANALYST: frozenset({P.COURSE_READ_FIGURES, P.IMPACT_READ_AREA, P.STAFF_ENTER}),
    Role.COORDINATOR: frozenset(
        {
            P.ENROLMENT_MANAGE,
            P.IMPACT_READ_PARTNER,
            P.LESSON_READ,
            P.MATCH_LOOK_AFTER,
            P.PROGRAMME_MANAGE,
            P.ROUND_RUN,
            P.SCHOOL_CLAIM,
        }
    ),
    Role.EDITOR: frozenset({P.COURSE_EDIT, P.COURSE_READ_FIGURES, P.GALLERY_READ, P.LESSON_READ, P.STAFF_ENTER}),
    Role.EMPLOYER_LEAD: frozenset({P.EMPLOYER_LEAD}),
    Role.MENTOR: frozenset({P.APPLICATION_APPLY, P.COURSE_TAKE, P.LESSON_READ, P.MATCH_MENTOR}),
    Role.PROGRAMME_MANAGER: frozenset(
        {
            P.APPLICATION_DECIDE,
            P.APPLICATION_READ,
            P.CAMPAIGN_MANAGE,
            P.COURSE_READ_FIGURES,
            P.GALLERY_READ,
            P.IMPACT_READ_AREA,
            P.ORGANISATION_MANAGE,
            P.OUTBOX_READ,
            P.STAFF_ENTER,
            P.TARGET_SET,
            P.WORKSHOP_PLAN,
        }
    ),
    Role.SAFEGUARDING_LEAD: frozenset(
        {P.AUDIT_READ, P.CHECK_SET_ROUTE, P.CONCERN_DECIDE, P.CONCERN_READ, P.CREDENTIAL_REVOKE, P.STAFF_ENTER}
    ),
    Role.TRAINER: frozenset({P.WORKSHOP_RUN}),
    Role.YOUNG_PERSON: frozenset({P.LESSON_READ, P.MATCH_BE_MENTORED}),
}

NEEDS_SECOND_FACTOR: frozenset[Role] = frozenset(Role) - {Role.MENTOR, Role.YOUNG_PERSON}
"""Whoever can see other people's records signs in with two factors (ASVS 5.0, 6.3.3)."""


def roles_with(permission: P) -> tuple[Role, ...]:
    return tuple(role for role in Role if permission in PERMISSIONS[role])
