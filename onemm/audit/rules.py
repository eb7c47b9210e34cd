"""How an entry is turned into a digest, and which chain it joins."""

import hashlib
import json
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime


def chain_of(subject: str, chains: int) -> int:
    """Return the chain in which a transaction begins that writes of this subject first."""
    return zlib.crc32(subject.encode()) % chains


def digest_of(  # the seven parts of an entry, in the order they are hashed
    *,
    previous: str,
    chain: int,
    number: int,
    at: datetime,
    event: str,
    subject: str,
    actor: str,
    detail: Mapping[str, object],
) -> str:
    """Return SHA-256 over the previous digest and every part of the entry, as canonical JSON in UTC."""
    parts = [
        previous,
        chain,
        number,
        at.astimezone(UTC).isoformat(timespec="microseconds"),
        event,
        subject,
        actor,
        detail,
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
