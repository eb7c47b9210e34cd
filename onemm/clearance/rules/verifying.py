"""Is this passport true, and does it stand?

From two or three files, on any machine, with no database and no network.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from onemm.clearance.rules import statuslist
from onemm.clearance.rules.claims import Says, says_of
from onemm.clearance.rules.statuslist import places_in
from onemm.lib.signing import SignatureIsNotOurs, read_with


class Outcome(StrEnum):
    """What came of it. Only `valid` and `unlisted` may be relied on, and `unlisted` only as far as its dates go."""

    VALID = "valid"
    UNLISTED = "not looked up"
    REVOKED = "no longer valid"
    EXPIRED = "expired"
    NOT_YET = "not valid yet"
    NOT_OURS = "not ours"
    CANNOT_SAY = "cannot say"


WORDS = {
    Outcome.VALID: "True, in date, and not on the list of those that are no longer valid.",
    Outcome.UNLISTED: "True and in date. Nobody has looked whether it was ended since: give a list with --revoked.",
    Outcome.REVOKED: "This passport is no longer valid. Please do not rely on it.",
    Outcome.EXPIRED: "This passport has run out. Ask its holder for a new one.",
    Outcome.NOT_YET: "This passport begins later. Look at the clock of this machine.",
    Outcome.NOT_OURS: "These keys did not sign it, or somebody has changed it since. Please do not rely on it.",
}


@dataclass(frozen=True)
class Verdict:
    """The outcome in a word and a sentence; what the passport says, where it is true; and of when the list was."""

    outcome: Outcome
    words: str
    says: Says | None = None
    listed_at: datetime | None = None

    @property
    def is_good(self) -> bool:
        return self.outcome in {Outcome.VALID, Outcome.UNLISTED}


def verdict_on(token: str, *, keys: dict[str, Any], revoked: str | None, at: datetime) -> Verdict:
    """Verify a passport at a moment, with the keys that we publish and, where there is one, a list that we signed."""
    try:
        claims = read_with(token, keys)
        says = says_of(claims)
    except (SignatureIsNotOurs, ValueError):
        return _verdict(Outcome.NOT_OURS)
    if at < says.issued_at:
        return _verdict(Outcome.NOT_YET, says)
    if at >= says.ends_at:
        return _verdict(Outcome.EXPIRED, says)
    if revoked is None:
        return _verdict(Outcome.UNLISTED, says)
    return _looked_up(claims, says, keys=keys, revoked=revoked, at=at)


def _looked_up(claims: dict[str, Any], says: Says, *, keys: dict[str, Any], revoked: str, at: datetime) -> Verdict:
    try:
        listed = read_with(revoked, keys)
        place, home = (
            int(claims["credentialStatus"]["statusListIndex"]),
            claims["credentialStatus"]["statusListCredential"],
        )
        if statuslist.TYPE not in listed["type"] or listed["iss"] != claims["iss"]:
            return Verdict(Outcome.CANNOT_SAY, "That file is not one of our lists.", says)
        if listed["id"] != home:
            return Verdict(Outcome.CANNOT_SAY, f"That list is another one. This passport is looked up in {home}", says)
        ended = places_in(listed["credentialSubject"]["encodedList"])
        begins, ends = (datetime.fromtimestamp(listed[name], tz=UTC) for name in ("nbf", "exp"))
    except (SignatureIsNotOurs, KeyError, TypeError, ValueError):
        return Verdict(Outcome.CANNOT_SAY, "That list is not signed with these keys, or it was changed.", says)
    if place in ended:
        # What ended once stays ended, so that an old list is proof enough of that.
        return _verdict(Outcome.REVOKED, says, begins)
    if not begins <= at < ends:
        return Verdict(
            Outcome.CANNOT_SAY,
            f"That list was good from {begins:%d %B %Y} to {ends:%d %B %Y}. Fetch a newer one from {home}",
            says,
            begins,
        )
    return _verdict(Outcome.VALID, says, begins)


def _verdict(outcome: Outcome, says: Says | None = None, listed_at: datetime | None = None) -> Verdict:
    return Verdict(outcome, WORDS[outcome], says, listed_at)
