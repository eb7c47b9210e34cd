"""How long a referee has, when we write again, and how their link is made."""

from datetime import timedelta

from django.utils.crypto import constant_time_compare, salted_hmac

LINK_STANDS_FOR = timedelta(days=30)
CHASED_ON = (3, 7, 12)
"""Days after the first e-mail. The last one also tells the applicant and whoever screens."""
NAMED_AT_ONCE = 3
"""So many may be asked side by side.

Two answers are enough (`criteria.REFERENCES_NEEDED`): with a third name nobody waits for the slowest.
"""
MOST_NAMED = 8
"""One application writes to no more strangers than this."""
_SALT = "onemm.recruitment.reference"


def key_of(public_id: str) -> str:
    """Return what stands in a referee's private link. It is worked out from our secret, so that no table holds it."""
    return f"{public_id}-{_seal(public_id)}"


def public_id_in(key: str) -> str | None:
    """Return whose link this is, or `None` when we never wrote it."""
    public_id, _, seal = key.partition("-")
    return public_id if constant_time_compare(seal, _seal(public_id)) else None


def _seal(public_id: str) -> str:
    return salted_hmac(_SALT, public_id, algorithm="sha256").hexdigest()[:40]
