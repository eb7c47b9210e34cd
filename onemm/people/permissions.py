"""Everything that can be done, named `noun:verb`. Kept in alphabetical order, with a space between nouns."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing a person may do at a place. Routes ask for a permission, never for a role."""

    APPLICATION_APPLY = "application:apply"
    APPLICATION_DECIDE = "application:decide"
    APPLICATION_READ = "application:read"

    AUDIT_READ = "audit:read"

    CAMPAIGN_MANAGE = "campaign:manage"

    CHECK_SET_ROUTE = "check:set_route"

    CONCERN_DECIDE = "concern:decide"
    CONCERN_READ = "concern:read"

    COURSE_EDIT = "course:edit"
    COURSE_READ_FIGURES = "course:read_figures"
    COURSE_TAKE = "course:take"

    CREDENTIAL_REVOKE = "credential:revoke"

    EMPLOYER_LEAD = "employer:lead"

    ENROLMENT_MANAGE = "enrolment:manage"

    GALLERY_READ = "gallery:read"

    IMPACT_READ_AREA = "impact:read_area"
    IMPACT_READ_PARTNER = "impact:read_partner"

    LESSON_READ = "lesson:read"

    MATCH_BE_MENTORED = "match:be_mentored"
    MATCH_LOOK_AFTER = "match:look_after"
    MATCH_MENTOR = "match:mentor"

    ORGANISATION_MANAGE = "organisation:manage"

    OUTBOX_READ = "outbox:read"

    PROGRAMME_MANAGE = "programme:manage"

    ROLE_GRANT = "role:grant"

    ROUND_RUN = "round:run"

    SCHOOL_CLAIM = "school:claim"

    STAFF_ENTER = "staff:enter"

    TARGET_SET = "target:set"

    WORKSHOP_PLAN = "workshop:plan"
    WORKSHOP_RUN = "workshop:run"
