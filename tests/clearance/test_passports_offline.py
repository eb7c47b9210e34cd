"""A passport is verified from files alone: by our command, by two other implementations, and not when anyone has
touched it.
"""

import base64
import gzip
import json
import os
import re
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from click.testing import CliRunner, Result
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier

from onemm.clearance.actions import end_passports_of, issue_passport
from onemm.clearance.models import Passport
from onemm.clearance.queries.passports import file_of, keys, list_of
from onemm.clearance.rules import LIST_LENGTH, bits_of, list_claims, places_in, verdict_on
from onemm.config.cli import main
from onemm.learning.actions import issue_credential
from onemm.learning.queries import badge_of
from onemm.lib import signing
from onemm.lib.clock import now
from tests.cast import Cast
from tests.factories.learning import the_course
from tests.factories.mentoring import a_ready_mentor

HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "verify-a-passport.md"


@pytest.fixture
def passport(cast: Cast) -> Passport:
    return issue_passport(person=a_ready_mentor(cast))


@pytest.fixture
def folder(passport: Passport, tmp_path: Path) -> Path:
    """What another organisation holds: the passport, our keys, and a list."""
    (tmp_path / "passport.jwt").write_text(file_of(passport) + "\n", encoding="ascii")
    (tmp_path / "keys.json").write_text(json.dumps(keys()), encoding="ascii")
    (tmp_path / "ended.jwt").write_text(list_of(1), encoding="ascii")
    return tmp_path


def verify(folder: Path, *more: str, listed: bool = True) -> Result:
    revoked = ["--revoked", str(folder / "ended.jwt")] if listed else []
    return CliRunner().invoke(
        main, ["passport", "verify", str(folder / "passport.jwt"), "--keys", str(folder / "keys.json"), *revoked, *more]
    )


def outcome(folder: Path, *more: str, listed: bool = True) -> tuple[int, str]:
    result = verify(folder, "--json", *more, listed=listed)
    return result.exit_code, json.loads(result.output)["outcome"]


def day(ahead: int) -> str:
    return (datetime.now(tz=UTC) + timedelta(days=ahead)).date().isoformat()


def signed_by_us(**changes: Any) -> str:
    """Something that our key signed, and that is no passport."""
    return signing.sign({"iss": "x", "jti": "x", "type": ["VerifiableCredential"], **changes}, kind="vc+jwt")


def tampered(token: str, change: Any) -> str:
    head, body, signature = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))
    change(claims)
    return f"{head}.{base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip('=')}.{signature}"


def test_a_good_one_is_good_and_says_what_it_says(folder: Path) -> None:
    result = verify(folder)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("VALID:")
    assert "name: Amina Yusuf" in result.output
    assert "Mentoring essentials" in result.output
    assert outcome(folder, listed=False) == (0, "not looked up")


def test_an_ended_one_is_on_the_next_list_and_an_old_list_still_proves_it(cast: Cast, folder: Path) -> None:
    end_passports_of(person_id=cast.amina.pk, by=None)
    assert outcome(folder) == (0, "valid"), "the list from before cannot know"
    (folder / "ended.jwt").write_text(list_of(1), encoding="ascii")
    assert outcome(folder) == (1, "no longer valid")
    assert outcome(folder, "--on", day(30)) == (1, "no longer valid")
    assert "Amina" not in verify(folder).output


def test_dates_hold_with_no_list_and_an_old_list_proves_nothing_good(folder: Path) -> None:
    assert outcome(folder, "--on", day(179), listed=False) == (0, "not looked up")
    assert outcome(folder, "--on", day(181), listed=False) == (1, "expired")
    assert outcome(folder, "--on", day(-2), listed=False) == (1, "not valid yet")
    assert outcome(folder, "--on", day(6)) == (0, "valid")
    assert outcome(folder, "--on", day(8)) == (1, "cannot say")


def test_it_runs_without_django_database_or_network(folder: Path) -> None:
    """In a process whose settings do not exist and whose sockets are cut, as on a computer that is never connected."""
    cut = folder / "cut"
    cut.mkdir()
    (cut / "sitecustomize.py").write_text(
        "import socket\ndef no(*a, **k):\n    raise OSError('cut')\nsocket.socket.connect = no\nsocket.getaddrinfo = "
        "no\n"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from onemm.config.cli import main; main(standalone_mode=False)",
            "passport",
            "verify",
            "passport.jwt",
            "--keys",
            "keys.json",
            "--revoked",
            "ended.jwt",
        ],
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(cut),
            "DJANGO_SETTINGS_MODULE": "there.is.none",
            "DATABASE_URL": "nonsense://",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("VALID:")
    assert socket.socket.connect, "cut there, and not here"


def test_the_program_in_the_how_to_says_the_same(cast: Cast, folder: Path) -> None:
    program = re.search(r"```python\n(.*?)```", HOW_TO.read_text(encoding="utf-8"), re.DOTALL)
    assert program is not None

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program.group(1), "passport.jwt", "keys.json", "ended.jwt"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )

    good = run()
    assert json.loads(good.stdout)["screening"]["checkLevel"] == "Enhanced", good.stderr
    end_passports_of(person_id=cast.amina.pk, by=None)
    (folder / "ended.jwt").write_text(list_of(1), encoding="ascii")
    assert "no longer valid" in run().stderr
    (folder / "passport.jwt").write_text(
        tampered((folder / "passport.jwt").read_text(), lambda claims: claims.update(name="x")), encoding="ascii"
    )
    assert "Signature verification failed" in run().stderr


def test_a_second_implementation_accepts_it_as_a_badge_and_refuses_a_changed_one(passport: Passport) -> None:
    pem = jwt.PyJWK(keys()["keys"][0]).key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    verified = OB3Verifier(pem).verify(file_of(passport))
    assert verified.achievement.name == "Screened and trained mentor"
    assert verified.identifiers[0].identity_hash == "Amina Yusuf"
    with pytest.raises(OB3VerificationError):
        OB3Verifier(pem).verify(tampered(file_of(passport), lambda claims: claims.update(name="x")))


CHANGES = {
    "name": lambda claims: claims["credentialSubject"]["identifier"][0].update(identityHash="Lena Novak"),
    "level": lambda claims: claims["credentialSubject"]["screening"].update(checkLevel="Enhanced with barred list"),
    "end": lambda claims: claims.update(exp=claims["exp"] + 10_000_000),
    "place": lambda claims: claims["credentialStatus"].update(statusListIndex="1"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_one_is_not_ours(folder: Path, change: str) -> None:
    file = folder / "passport.jwt"
    file.write_text(tampered(file.read_text(encoding="ascii"), CHANGES[change]), encoding="ascii")
    assert outcome(folder) == (1, "not ours")


def test_nothing_but_a_passport_of_ours_is_one(cast: Cast, folder: Path, passport: Passport) -> None:
    claims = signing.read(file_of(passport))
    strange = generate_private_key(public_exponent=65537, key_size=2048)
    public = keys()["keys"][0]
    for text in (
        jwt.encode(claims, strange, algorithm="RS256"),  # someone else's key
        jwt.encode(
            claims, strange, algorithm="RS256", headers={"jwk": public, "kid": public["kid"]}
        ),  # that claims to be ours
        jwt.encode(claims, None, algorithm="none"),
        jwt.encode(claims, "a shared secret that is long enough to be taken", algorithm="HS256"),
        badge_of(issue_credential(person=cast.amina, course=the_course(), minutes=9)),  # ours, and another thing
        list_of(1),
        signed_by_us(),
        signed_by_us(type=["MentorPassport"]),
        "",
        "a.b.c",
        "ø" * 40,
        "x" * 200_000,
    ):
        (folder / "passport.jwt").write_text(text, encoding="utf-8")
        assert outcome(folder) == (1, "not ours"), text[:80]


def test_only_our_own_list_in_date_is_looked_up_in(folder: Path, passport: Passport) -> None:
    other = signing.sign(list_claims(address="http://127.0.0.1:8000", number=2, places=[], at=now()), kind="vc+jwt")
    elsewhere = signing.sign(
        list_claims(address="https://elsewhere.example", number=1, places=[], at=now()), kind="vc+jwt"
    )
    short = signing.read(list_of(1))
    short["credentialSubject"]["encodedList"] = "u" + base64.urlsafe_b64encode(gzip.compress(b"\0")).decode()
    for text in (
        other,
        elsewhere,
        signing.sign(short),
        file_of(passport),
        "",
        "a.b.c",
        signed_by_us(),
        tampered(list_of(1), lambda claims: claims["credentialSubject"].update(encodedList=bits_of([]))),
    ):
        (folder / "ended.jwt").write_text(text, encoding="ascii")
        assert outcome(folder) == (1, "cannot say"), text[:80]


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"keys": []}',
        '{"keys": [1]}',
        '{"keys": [{"kty": "oct", "k": "AAAA"}]}',
        "[]",
        '{"keys": [{"kty": "RSA"}]}',
    ],
)
def test_keys_that_are_none_make_nothing_good(folder: Path, text: str) -> None:
    (folder / "keys.json").write_text(text, encoding="ascii")
    assert outcome(folder) == (1, "not ours")
    (folder / "keys.json").write_text("no JSON", encoding="ascii")
    assert "is not JSON" in verify(folder).output


def test_any_of_several_keys_will_do(passport: Passport) -> None:
    strange = jwt.algorithms.RSAAlgorithm.to_jwk(
        generate_private_key(public_exponent=65537, key_size=2048).public_key(), as_dict=True
    )
    both = {"keys": [strange, *keys()["keys"]]}
    assert verdict_on(file_of(passport), keys=both, revoked=None, at=now()).is_good


@pytest.mark.parametrize("places", [[], [0], [LIST_LENGTH - 1], [1, 7, 8, 9, 131_000]])
def test_a_list_holds_just_the_places_put_into_it(places: list[int]) -> None:
    assert places_in(bits_of(places)) == frozenset(places)
    packed = bits_of(places)[1:]
    bits = gzip.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
    assert len(bits) == LIST_LENGTH // 8
    assert [at for at, bit in enumerate("".join(f"{byte:08b}" for byte in bits)) if bit == "1"] == places, (
        "bits count from the left"
    )


@pytest.mark.parametrize(
    "text", ["", "z", "u", "uAAAA", "u!!!", "u" + base64.urlsafe_b64encode(gzip.compress(bytes(50_000_000))).decode()]
)
def test_a_list_that_is_none_or_unfolds_to_too_much_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not"):
        places_in(text)
