"""What can be shown, and whether it is what it says."""

from datetime import UTC

from django.conf import settings

from onemm.learning.models import Credential
from onemm.learning.queries.courses import course_called
from onemm.learning.rules.badge import BadgeFacts, badge
from onemm.lib import signing
from onemm.people.models import Person


def credential_of(person: Person, course: str) -> Credential | None:
    return Credential.objects.filter(person=person, course=course).first()


def badge_of(credential: Credential) -> str:
    """Return a credential as an Open Badge 3.0, signed (VC-JWT)."""
    course, person = course_called(credential.course), credential.person
    return signing.sign(
        badge(
            BadgeFacts(
                address=settings.ADDRESS,
                public_id=credential.public_id,
                course=credential.course,
                course_title=credential.course_title,
                course_summary=course.summary if course else credential.course_title,
                version=credential.version,
                minutes=credential.minutes,
                issued_at=credential.issued_at.astimezone(UTC),
                email=person.email or "",
                name=f"{person.first_name} {person.last_name}".strip() if credential.shows_name else "",
            )
        )
    )


def checked_badge(token: str) -> Credential | None:
    """Return the credential that a badge is of, valid or revoked; `None` when we signed no such badge, or it has been
    changed.
    """
    try:
        claims = signing.read(token)
    except signing.SignatureIsNotOurs:
        return None
    public_id = str(claims.get("jti", "")).rstrip("/").rpartition("/")[2]
    return Credential.objects.select_related("person").filter(public_id=public_id).first()
