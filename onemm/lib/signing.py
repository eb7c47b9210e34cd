"""The key that badges and passports are signed with: made once, kept in a file that only the platform reads, shown by
its public half.

What is signed is a JSON Web Token (RFC 7519). `read_with` needs neither settings nor a key of ours, so that whoever
holds the published keys can check a token anywhere.
"""

import os
from collections.abc import Iterable
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
LONGEST_TOKEN = 100_000
"""Characters: a list of 131,072 passports is at most a quarter of it, and nobody sends us more to read."""


class SignatureIsNotOurs(ValueError):
    """It was not signed with our key, or has been changed since."""


def sign(claims: dict[str, Any], *, kind: str = "JWT") -> str:
    """Return the claims as a signed token, naming the key by the address where its public half can be fetched.

    `kind` is the token's media type (RFC 7515, section 4.1.9), such as `vc+jwt`.
    """
    return jwt.encode(
        claims,
        _key(settings.BADGE_KEY),
        algorithm=ALGORITHM,
        headers={"kid": f"{settings.ADDRESS}/credentials/key/", "typ": kind},
    )


def read(token: str) -> dict[str, Any]:
    """Return the claims of a token that we signed.

    :raises SignatureIsNotOurs: someone else signed it, or it was changed.
    """
    return _read(token, [_key(settings.BADGE_KEY).public_key()], check_dates=True)


def read_with(token: str, keys: dict[str, Any]) -> dict[str, Any]:
    """Return the claims of a token signed with one of these keys, a JSON Web Key Set (RFC 7517). Dates are the reader's
    business.

    :raises SignatureIsNotOurs: none of the keys signed it, it was changed, or the set holds no key that we could have
    used.
    """
    try:
        public_keys = [jwt.PyJWK(key, algorithm=ALGORITHM).key for key in keys["keys"] if key.get("kty") == "RSA"]
    except (jwt.PyJWTError, KeyError, TypeError, ValueError, AttributeError) as problem:
        raise SignatureIsNotOurs("These are not keys as we publish them.") from problem
    return _read(token, public_keys, check_dates=False)


def public_key() -> dict[str, Any]:
    """Return the public half as a JSON Web Key."""
    public_half: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(
        _key(settings.BADGE_KEY).public_key(), as_dict=True
    )
    return {**public_half, "alg": ALGORITHM, "use": "sig", "kid": f"{settings.ADDRESS}/credentials/key/"}


def _read(token: str, keys: Iterable[Any], *, check_dates: bool) -> dict[str, Any]:
    if len(token) > LONGEST_TOKEN:
        raise SignatureIsNotOurs("It is longer than anything that we sign.")
    problem: Exception = SignatureIsNotOurs("There is no key to check it with.")
    for key in keys:
        try:
            claims: dict[str, Any] = jwt.decode(
                token.strip(),
                key,
                algorithms=[ALGORITHM],
                options={"verify_exp": check_dates, "verify_nbf": check_dates, "verify_iat": check_dates},
            )
        except (jwt.InvalidTokenError, ValueError) as refusal:
            problem = refusal
        else:
            return claims
    raise SignatureIsNotOurs(str(problem)) from problem


@lru_cache(maxsize=2)
def _key(path: Path) -> RSAPrivateKey:
    """Return the key in a file; make one where there is none.

    Two processes at once agree on the one whose file came first.
    """
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
