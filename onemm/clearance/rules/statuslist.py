"""Which passports are no longer valid, as one signed list that says nothing of anyone else.

Source: W3C, Bitstring Status List 1.0. Each passport has a place of its own, drawn by lot, in a list of 131,072 bits; a
1 means that it is no longer valid. The list has the same length whatever is on it, so that nobody can be told by it,
counted by it, or followed by the fetching of it.
"""

import base64
import gzip
import zlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from onemm.clearance.rules.claims import issuer_of, list_address, moment

LIST_LENGTH = 131_072
"""Bits: the fewest that the standard allows, so that a place tells little."""
LIST_STANDS = timedelta(days=7)
"""How long a downloaded list may be relied on."""
TYPE = "BitstringStatusListCredential"


def bits_of(places: Iterable[int]) -> str:
    """Return a list with a 1 in these places: bits from the left, gzip, base64url with the multibase letter `u`."""
    bits = bytearray(LIST_LENGTH // 8)
    for place in places:
        bits[place // 8] |= 0x80 >> place % 8
    # No time of writing inside, so that one content has one form.
    return "u" + base64.urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).decode().rstrip("=")


def places_in(encoded: str) -> frozenset[int]:
    """Return the places that hold a 1.

    :raises ValueError: it is not such a list, or not of our length.
    """
    if not encoded.startswith("u"):
        raise ValueError("not a multibase base64url text")
    try:
        packed = base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4))
        # Never more than a list is long, however much a crafted text would unfold to.
        bits = zlib.decompressobj(wbits=31).decompress(packed, LIST_LENGTH // 8 + 1)
    except (ValueError, zlib.error) as problem:
        raise ValueError("not a list of bits") from problem
    if len(bits) != LIST_LENGTH // 8:
        raise ValueError("not of our length")
    return frozenset(at * 8 + bit for at, byte in enumerate(bits) if byte for bit in range(8) if byte & 0x80 >> bit)


def list_claims(*, address: str, number: int, places: Iterable[int], at: datetime) -> dict[str, Any]:
    """Return what is signed of a list as it is at this moment."""
    here, issuer, until = list_address(address, number), issuer_of(address), at + LIST_STANDS
    return {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": here,
        "type": ["VerifiableCredential", TYPE],
        "issuer": issuer,
        "validFrom": moment(at),
        "validUntil": moment(until),
        "credentialSubject": {
            "id": f"{here}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": bits_of(places),
        },
        "iss": issuer,
        "jti": here,
        "iat": int(at.timestamp()),
        "nbf": int(at.timestamp()),
        "exp": int(until.timestamp()),
    }
