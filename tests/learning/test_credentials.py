"""What can be shown for a course: issued, verified by others, tampered with, revoked."""

import base64
import hashlib
import json
from pathlib import Path

import jwt
import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier

from onemm.audit.models import Entry
from onemm.learning.actions import issue_credential, note_download, revoke_credential, show_name
from onemm.learning.models import CoursePass, Credential
from onemm.learning.queries import badge_of, checked_badge, is_trained
from onemm.learning.refusals import CredentialIsRevoked, RevocationReasonIsMissing
from onemm.lib import signing
from onemm.lib.clock import now
from tests.cast import Cast
from tests.factories.learning import ESSENTIALS, pass_the_course, the_course


@pytest.fixture
def credential(cast: Cast) -> Credential:
    return issue_credential(person=cast.amina, course=the_course(), minutes=134)


def public_pem() -> str:
    """Our public key as anyone can fetch it: from the JWK, not from our file."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    key = jwt.PyJWK(signing.public_key()).key
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def tampered(token: str, **changes: object) -> str:
    """The same badge with other claims and the old signature."""
    head, body, signature = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))
    claims.update(changes)
    return f"{head}.{base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip('=')}.{signature}"


def test_a_pass_issues_one_credential(cast: Cast) -> None:
    credential = pass_the_course(cast.amina)
    assert (credential.course_title, credential.is_valid, credential.shows_name) == (
        "Mentoring essentials",
        True,
        False,
    )
    assert issue_credential(person=cast.amina, course=the_course(), minutes=1) == credential
    assert Entry.objects.filter(event="credential:issued").count() == 1
    assert len(credential.public_id) == 22


def test_somebody_who_passed_an_earlier_version_earns_it_by_doing_the_whole(cast: Cast) -> None:
    earlier = CoursePass.objects.create(person=cast.amina, course=ESSENTIALS, version="2026-1", minutes=36)
    credential = pass_the_course(cast.amina)
    assert credential.version == the_course().version
    assert CoursePass.objects.get() == earlier


def test_a_second_implementation_accepts_the_badge(cast: Cast, credential: Credential) -> None:
    verified = OB3Verifier(public_pem()).verify(badge_of(credential))
    assert verified.achievement.name == "Mentoring essentials"
    assert verified.issuer.name == "One Million Mentors"
    assert verified.id.endswith(f"/credentials/{credential.public_id}/")
    assert [one.identity_type for one in verified.identifiers] == ["emailAddress"]


def test_the_address_is_only_in_it_as_a_salted_digest(cast: Cast, credential: Credential) -> None:
    claims = signing.read(badge_of(credential))
    assert cast.amina.email not in json.dumps(claims)
    who = claims["credentialSubject"]["identifier"][0]
    assert who["identityHash"] == f"sha256${hashlib.sha256((cast.amina.email + who['salt']).encode()).hexdigest()}"


def test_the_name_is_in_it_only_by_the_holders_wish(cast: Cast, credential: Credential) -> None:
    assert "Amina" not in json.dumps(signing.read(badge_of(credential)))
    show_name(credential=credential, shows=True, by=cast.amina)
    assert OB3Verifier(public_pem()).verify(badge_of(credential)).identifiers[1].identity_hash == cast.amina.full_name
    show_name(credential=credential, shows=False, by=cast.amina)
    assert "Amina" not in json.dumps(signing.read(badge_of(credential)))
    assert Entry.objects.filter(event__startswith="credential:name").count() == 2


@pytest.mark.parametrize("changes", [{"name": "Brain surgery"}, {"jti": "https://elsewhere.example/1"}, {"nbf": 0}])
def test_a_badge_that_was_tampered_with_fails_everywhere(credential: Credential, changes: dict[str, object]) -> None:
    false = tampered(badge_of(credential), **changes)
    assert checked_badge(badge_of(credential)) == credential
    assert checked_badge(false) is None
    with pytest.raises(OB3VerificationError):
        OB3Verifier(public_pem()).verify(false)


def test_a_badge_that_somebody_else_signed_or_nobody_did_is_not_ours(credential: Credential, tmp_path: Path) -> None:
    claims = signing.read(badge_of(credential))
    strange = jwt.encode(claims, signing._key(tmp_path / "other.pem"), algorithm="RS256")
    unsigned = jwt.encode(claims, None, algorithm="none")
    by_public_key = f"{badge_of(credential).rpartition('.')[0]}.{'A' * 43}"
    for token in (strange, unsigned, by_public_key, "", "not a badge", "a.b.c"):
        assert checked_badge(token) is None


def test_the_key_is_made_once_and_only_we_read_it(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "key.pem"
    first = signing._key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    signing._make(path)  # a second process, a moment later
    signing._key.cache_clear()
    assert signing._key(path).private_numbers() == first.private_numbers()
    assert [one.name for one in path.parent.iterdir()] == ["key.pem"]
    assert settings.BADGE_KEY.name == "badge-key.pem"


def test_a_key_of_another_kind_is_refused(tmp_path: Path) -> None:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    path = tmp_path / "key.pem"
    path.write_bytes(
        Ed25519PrivateKey.generate().private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    with pytest.raises(TypeError, match="no RSA key"):
        signing._key(path)


def test_a_revocation_says_why_and_is_seen_at_once(cast: Cast, credential: Credential) -> None:
    with pytest.raises(RevocationReasonIsMissing):
        revoke_credential(credential=credential, why="  ", by=cast.noor)
    revoked = revoke_credential(credential=credential, why="The check was withdrawn.", by=cast.noor)
    assert (revoked.is_valid, revoked.revoked_by, revoked.revoked_why) == (False, cast.noor, "The check was withdrawn.")
    again = revoke_credential(credential=credential, why="Twice.", by=cast.ada)
    assert again.revoked_why == "The check was withdrawn."
    assert Entry.objects.filter(event="credential:revoked").count() == 1
    found = checked_badge(badge_of(credential))
    assert found is not None
    assert not found.is_valid


def test_a_revoked_one_is_not_downloaded_and_each_download_is_written_down(cast: Cast, credential: Credential) -> None:
    for _ in range(2):
        note_download(credential=credential, what="badge", by=cast.amina)
    assert [entry.detail["what"] for entry in Entry.objects.filter(event="credential:downloaded")] == ["badge", "badge"]
    revoke_credential(credential=credential, why="Wrong person.", by=cast.noor)
    with pytest.raises(CredentialIsRevoked):
        note_download(credential=credential, what="badge", by=cast.amina)


def test_a_revocation_leaves_the_pass_alone(cast: Cast) -> None:
    revoke_credential(credential=pass_the_course(cast.amina), why="Printed with the wrong name.", by=cast.noor)
    assert is_trained(cast.amina)


def test_who_sees_which(cast: Cast, credential: Credential) -> None:
    for person in (cast.amina, cast.noor, cast.ada):
        assert list(Credential.objects.visible_to(person)) == [credential]
    for person in (cast.other_mentor, cast.sam, cast.priya, cast.lena):
        assert not Credential.objects.visible_to(person).exists()


@pytest.mark.parametrize(
    "fields", [{"revoked_why": "no date"}, {"revoked_at": "now"}, {"revoked_at": "now", "revoked_by": True}]
)
def test_the_database_refuses_a_revocation_without_all_of_it(cast: Cast, fields: dict[str, object]) -> None:
    filled = {
        **fields,
        **({"revoked_at": now()} if "revoked_at" in fields else {}),
        **({"revoked_by": cast.noor} if "revoked_by" in fields else {}),
    }
    with pytest.raises(IntegrityError, match="a_revoked_credential_says_by_whom_and_why"), transaction.atomic():
        Credential.objects.create(person=cast.amina, course="x", course_title="X", version="1", minutes=1, **filled)


def test_the_database_refuses_two_for_one_course(cast: Cast, credential: Credential) -> None:
    with pytest.raises(IntegrityError, match="course"), transaction.atomic():
        Credential.objects.create(person=cast.amina, course=credential.course, course_title="X", version="1", minutes=1)
    CoursePass.objects.create(person=cast.amina, course="y", version="1", minutes=1)
    with pytest.raises(IntegrityError, match="course"), transaction.atomic():
        CoursePass.objects.create(person=cast.amina, course="y", version="1", minutes=1)
    assert str(credential).startswith("Mentoring essentials, ")
    assert str(CoursePass(course="y")) == "y, passed"
