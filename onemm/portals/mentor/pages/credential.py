"""What a mentor can show for a course."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from onemm.learning.models import Credential
from onemm.web.cells import When


@dataclass(frozen=True)
class NameThere:
    """Whether the name is seen at the public address, and the button that changes it."""

    but: str
    what: str
    label: str
    value: str


@dataclass(frozen=True)
class CertificatePage:
    """A certificate that is valid; or, with `revoked`, why it is not."""

    course: str
    revoked: str
    passed: str
    address: str
    name_there: NameThere
    pdf_url: str
    badge_url: str


def certificate_page(credential: Credential) -> CertificatePage:
    at = [credential.course]
    return CertificatePage(
        course=credential.course_title,
        revoked="" if credential.is_valid else _revoked(credential),
        passed=f"On {When(credential.issued_at).words}. {credential.minutes} minutes of learning, version "
        f"{credential.version}.",
        address=address_of(credential),
        name_there=SHOWN if credential.shows_name else HIDDEN,
        pdf_url=reverse("mentor:certificate_pdf", args=at),
        badge_url=reverse("mentor:badge", args=at),
    )


def address_of(credential: Credential) -> str:
    """Return where anyone who was given the address can check it."""
    return f"{settings.ADDRESS}{reverse('public:credential', args=[credential.public_id])}"


def _revoked(credential: Credential) -> str:
    return (
        f"On {When(credential.revoked_at).words}: {credential.revoked_why} If you think that this is wrong, press "
        "“Worried about something?” and say so."
    )


SHOWN = NameThere("and", "your name", "Hide my name there", "no")
HIDDEN = NameThere("but", "not your name", "Show my name there", "yes")
