"""A passport as a W3C Verifiable Credential, secured as a JWT, that is an Open Badge 3.0 too, so that wallets can show
it.

Sources: W3C, Verifiable Credentials Data Model 2.0; W3C, Securing Verifiable Credentials using JOSE and COSE
(`vc+jwt`); 1EdTech, Open Badges Specification 3.0; W3C, Bitstring Status List 1.0. What it says of screening is level,
dates and who; never a certificate's number, nor what a check showed, nor what anyone wrote.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

CONTEXT = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    # Our own words (screening, training) have no vocabulary elsewhere; this lets readers of JSON-LD keep them.
    "https://www.w3.org/ns/credentials/undefined-terms/v2",
)
TYPE = "MentorPassport"
ISSUER_NAME = "One Million Mentors"
KEPT_FOR_DAYS = 180
"""How long a passport lasts at most: it leaves our hands, so that what it says must not grow old there."""
TERMS = (
    "This says that we screened and trained the holder, at which level and when. It does not say what a check showed. "
    "Compare the name with "
    "something that has a photograph. Whether the law asks you for a check of your own is yours to decide."
)


@dataclass(frozen=True)
class Trained:
    """One course that was passed."""

    title: str
    version: str
    minutes: int
    passed_on: date


@dataclass(frozen=True)
class Says:
    """All that a passport says of its holder."""

    name: str
    check_level: str
    checked_on: date
    approved_on: date
    training: tuple[Trained, ...]
    issued_at: datetime
    ends_at: datetime


def last_day_of(*, issued_on: date, check_expires_on: date) -> date:
    """Return the day on which a passport is no longer valid: the check's own, or 180 days on, whichever comes first."""
    return min(check_expires_on, issued_on + timedelta(days=KEPT_FOR_DAYS))


def claims_of(says: Says, *, address: str, key: str, email: str, list_number: int, place: int) -> dict[str, Any]:
    """Return what is signed.

    `key` is the secret part of the passport's own page; the e-mail address is in it as a salted digest alone.
    """
    page, issuer = f"{address}/passports/{key}/", issuer_of(address)
    return {
        "@context": list(CONTEXT),
        "id": page,
        "type": ["VerifiableCredential", "OpenBadgeCredential", TYPE],
        "name": "Mentor passport",
        "issuer": {"id": issuer, "type": ["Profile"], "name": ISSUER_NAME, "url": address},
        "validFrom": moment(says.issued_at),
        "validUntil": moment(says.ends_at),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": _who(says.name, email, key),
            "achievement": _achievement(address),
            "screening": _screening(says),
            "training": [_training(course) for course in says.training],
        },
        "credentialStatus": _status(list_address(address, list_number), place),
        "termsOfUse": [{"type": "Note", "text": TERMS}],
        "iss": issuer,
        "jti": page,
        "iat": int(says.issued_at.timestamp()),
        "nbf": int(says.issued_at.timestamp()),
        "exp": int(says.ends_at.timestamp()),
    }


def _screening(says: Says) -> dict[str, Any]:
    return {
        "checkLevel": says.check_level,
        "checkedOn": says.checked_on.isoformat(),
        "approvedOn": says.approved_on.isoformat(),
        "references": 2,
        "interview": True,
        "by": ISSUER_NAME,
    }


def _training(course: Trained) -> dict[str, Any]:
    return {
        "title": course.title,
        "version": course.version,
        "minutes": course.minutes,
        "passedOn": course.passed_on.isoformat(),
        "by": ISSUER_NAME,
    }


def _status(status_list: str, place: int) -> dict[str, Any]:
    return {
        "id": f"{status_list}#{place}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(place),
        "statusListCredential": status_list,
    }


def says_of(claims: dict[str, Any]) -> Says:
    """Read back what a passport says.

    :raises ValueError: it is signed, but it is not a passport.
    """
    if TYPE not in claims.get("type", ()):
        raise ValueError("not a passport")
    try:
        subject = claims["credentialSubject"]
        screening = subject["screening"]
        return Says(
            name=next(
                str(identity["identityHash"])
                for identity in subject["identifier"]
                if identity["identityType"] == "name"
            ),
            check_level=str(screening["checkLevel"]),
            checked_on=date.fromisoformat(screening["checkedOn"]),
            approved_on=date.fromisoformat(screening["approvedOn"]),
            training=tuple(
                Trained(
                    str(course["title"]),
                    str(course["version"]),
                    int(course["minutes"]),
                    date.fromisoformat(course["passedOn"]),
                )
                for course in subject["training"]
            ),
            issued_at=datetime.fromtimestamp(claims["nbf"], tz=UTC),
            ends_at=datetime.fromtimestamp(claims["exp"], tz=UTC),
        )
    except (KeyError, TypeError, StopIteration) as problem:
        raise ValueError("a passport with parts missing") from problem


def issuer_of(address: str) -> str:
    return f"{address}/credentials/issuer/"


def list_address(address: str, number: int) -> str:
    return f"{address}/passports/ended/{number}/"


def moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _achievement(address: str) -> dict[str, Any]:
    return {
        "id": f"{address}/passports/#what-it-says",
        "type": ["Achievement"],
        "achievementType": "Certification",
        "name": "Screened and trained mentor",
        "description": "Screened and trained to mentor young people aged 14 to 25.",
        "criteria": {
            "narrative": "Two references, an interview, a criminal-record check at the level that the work calls "
            "for, a "
            "decision by "
            "people, and every required course passed. All of it stood on the day of issue."
        },
    }


def _who(name: str, email: str, key: str) -> list[dict[str, Any]]:
    identities: list[dict[str, Any]] = [
        {"type": "IdentityObject", "hashed": False, "identityHash": name, "identityType": "name"}
    ]
    if email:
        salt = hashlib.sha256(key.encode()).hexdigest()[:16]
        digest = hashlib.sha256((email + salt).encode()).hexdigest()
        identities.append(
            {
                "type": "IdentityObject",
                "hashed": True,
                "identityHash": f"sha256${digest}",
                "identityType": "emailAddress",
                "salt": salt,
            }
        )
    return identities
