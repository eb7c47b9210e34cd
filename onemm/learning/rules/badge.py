"""A credential as an Open Badge 3.0: a W3C Verifiable Credential, whose members are the claims of a signed JWT.

Shape: 1EdTech, Open Badges Specification 3.0, sections 8.2.4 (VC-JWT) and B.1; W3C Verifiable Credentials Data Model
2.0.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

CONTEXT = ("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
ISSUER_NAME = "One Million Mentors"


@dataclass(frozen=True)
class BadgeFacts:
    """What a badge says.

    `name` is empty unless the holder wants it shown; the address is never in it, only its salted digest.
    """

    address: str
    public_id: str
    course: str
    course_title: str
    course_summary: str
    version: str
    minutes: int
    issued_at: datetime
    email: str = ""
    name: str = ""


def badge(facts: BadgeFacts) -> dict[str, Any]:
    """Return the claims to sign. The credential's id is the page where anyone can verify it."""
    page = f"{facts.address}/credentials/{facts.public_id}/"
    issued = facts.issued_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "@context": list(CONTEXT),
        "id": page,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": facts.course_title,
        "issuer": {"id": issuer_of(facts.address), "type": ["Profile"], "name": ISSUER_NAME, "url": facts.address},
        "validFrom": issued,
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": _who(facts),
            "achievement": _achievement(facts),
        },
        "credentialStatus": {"id": f"{page}status/", "type": "1EdTechRevocationList"},
        "iss": issuer_of(facts.address),
        "jti": page,
        "nbf": int(facts.issued_at.timestamp()),
    }


def issuer_of(address: str) -> str:
    return f"{address}/credentials/issuer/"


def revocation_list(address: str, public_id: str, *, revoked_why: str | None) -> dict[str, Any]:
    """Return the list that a badge points to: its own id when it has been revoked, and nothing about anyone else's."""
    page = f"{address}/credentials/{public_id}/"
    revoked = [] if revoked_why is None else [{"id": page, "revoked": True}]
    return {"id": f"{page}status/", "issuer": issuer_of(address), "revokedCredential": revoked}


def _achievement(facts: BadgeFacts) -> dict[str, Any]:
    return {
        "id": f"{facts.address}/credentials/courses/{facts.course}/{facts.version}/",
        "type": ["Achievement"],
        "achievementType": "Course",
        "name": facts.course_title,
        "description": facts.course_summary,
        "criteria": {
            "narrative": "Read every unit and passed its questions, walked the practice scenarios with sound "
            "judgement, and "
            "gave it "
            f"{facts.minutes} minutes of learning. Version {facts.version}."
        },
    }


def _who(facts: BadgeFacts) -> list[dict[str, Any]]:
    """Whose it is: a digest that only someone who knows the address can recognise, and the name if it may be shown."""
    salt = hashlib.sha256(facts.public_id.encode()).hexdigest()[:16]
    digest = hashlib.sha256((facts.email + salt).encode()).hexdigest()
    identities: list[dict[str, Any]] = [
        {
            "type": "IdentityObject",
            "hashed": True,
            "identityHash": f"sha256${digest}",
            "identityType": "emailAddress",
            "salt": salt,
        }
    ]
    if facts.name:
        identities.append(
            {"type": "IdentityObject", "hashed": False, "identityHash": facts.name, "identityType": "name"}
        )
    return identities
