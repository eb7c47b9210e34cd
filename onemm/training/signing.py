"""The key that badges are signed with: made once, kept in a file that only the platform reads, shown by its public half."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from django.conf import settings

ALGORITHM = "RS256"
"""What every verifier of Open Badges 3.0 must understand."""
BITS = 2048


class BadgeIsNotOurs(ValueError):
    """It was not signed with our key, or has been changed since."""


def sign(claims: dict[str, Any]) -> str:
    """Return the claims as a signed token, naming the key by the address where its public half can be fetched."""
    return jwt.encode(claims, _key(settings.BADGE_KEY), algorithm=ALGORITHM, headers={"kid": f"{settings.ADDRESS}/credentials/key/"})


def read(token: str) -> dict[str, Any]:
    """Return the claims of a token that we signed.

    :raises BadgeIsNotOurs: somebody else signed it, or it was changed.
    """
    try:
        claims: dict[str, Any] = jwt.decode(token.strip(), _key(settings.BADGE_KEY).public_key(), algorithms=[ALGORITHM])
    except (jwt.InvalidTokenError, ValueError) as problem:
        raise BadgeIsNotOurs(str(problem)) from problem
    return claims


def public_key() -> dict[str, Any]:
    """Return the public half as a JSON Web Key."""
    found: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(_key(settings.BADGE_KEY).public_key(), as_dict=True)
    return {**found, "alg": ALGORITHM, "use": "sig", "kid": f"{settings.ADDRESS}/credentials/key/"}


@lru_cache(maxsize=2)
def _key(path: Path) -> RSAPrivateKey:
    """Return the key in a file; make one where there is none. Two processes at once agree on the one whose file came first."""
    if not path.exists():
        _make(path)
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, RSAPrivateKey):
        raise TypeError(f"{path} holds no RSA key")
    return key


def _make(path: Path) -> None:
    made = generate_private_key(public_exponent=65537, key_size=BITS).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600, exist_ok=False)
    draft.write_bytes(made)
    try:
        # A link is refused when the name is taken, so that a second key never takes the place of the first.
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
