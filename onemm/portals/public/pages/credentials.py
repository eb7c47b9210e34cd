"""A certificate that someone was shown, and checking a badge."""

from dataclasses import dataclass

from onemm.learning.models import Credential
from onemm.web.cells import Tag, When
from onemm.web.forms import Form

NO_NAME = "The holder does not show a name"


@dataclass(frozen=True)
class CredentialFacts:
    """What anyone who has its address may see; the name only while its holder shows it."""

    course: str
    name: str
    passed_on: str
    learning: str
    standing: Tag
    revoked_on: str


@dataclass(frozen=True)
class CredentialPage:
    """A certificate, checked just now. `stands` opens the page with it."""

    title: str
    stands: bool
    facts: CredentialFacts
    lede: str = "It is no longer valid. Please do not rely on it."


@dataclass(frozen=True)
class Finding:
    """What came of a check, in its tone."""

    tone: str
    title: str
    words: str
    facts: CredentialFacts | None = None


@dataclass(frozen=True)
class CheckPage:
    """The badge is pasted, and judged on the same page."""

    form: Form
    finding: Finding | None
    lede: str = "Has somebody shown you a badge of ours? Paste it here, and see whether it is true and still valid."


def credential_page(credential: Credential) -> CredentialPage:
    title = f"{credential.course_title}: {credential.standing.label.lower()}"
    return CredentialPage(title, credential.is_valid, facts_of(credential))


def check_page(form: Form) -> CheckPage:
    """Return the page before anything was judged."""
    return CheckPage(form, finding=None)


def checked_page(form: Form, credential: Credential | None) -> CheckPage:
    """Return the page with what came of the check; `None` is a badge that we did not sign so."""
    return CheckPage(form, _finding(credential))


def facts_of(credential: Credential) -> CredentialFacts:
    return CredentialFacts(
        course=f"{credential.course_title}, version {credential.version}",
        name=credential.person.full_name if credential.shows_name else NO_NAME,
        passed_on=When(credential.issued_at).words,
        learning=f"{credential.minutes} minutes, with questions and judged practice",
        standing=Tag.of(credential.standing),
        revoked_on="" if credential.is_valid else f"on {When(credential.revoked_at).words}",
    )


def _finding(credential: Credential | None) -> Finding:
    if credential is None:
        return Finding(
            "late",
            "This is not a badge of ours",
            "Either we did not sign it, or somebody has changed it since. Please do not rely on it. If a letter was "
            "lost in copying, try once more with the whole file.",
        )
    if credential.is_valid:
        title, words = (
            "This badge is true and valid",
            "We signed it, nobody has changed it, and it has not been revoked.",
        )
    else:
        title, words = (
            "This badge was revoked",
            "We signed it, and it is no longer valid. Please do not rely on it.",
        )
    return Finding(credential.standing.tone, title, words, facts_of(credential))
