"""One form for a name, whatever alphabet, accent or order it is written in. For noticing, never for deciding."""

import re
from dataclasses import dataclass
from datetime import date

from anyascii import anyascii
from django.utils.crypto import salted_hmac

from onemm.recruitment.rules.mailboxes import mailbox_of

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "dame"})


def plain_name(name: str) -> str:
    """Return the words of a name in Latin letters without accents, titles or marks, in alphabetical order.

    `Dr. José O’Neill`, `JOSE ONEILL` and `O'Neill José` are one. Two alphabets meet as far as letters can carry: a name
    with several customary spellings in English may still come out as two.
    """
    letters = re.sub(r"['’`ʼ]", "", anyascii(name)).casefold()
    words = re.findall(r"[a-z0-9]+", letters)
    return " ".join(sorted(word for word in words if word not in _TITLES)) or letters.strip()


@dataclass(frozen=True)
class Keys:
    """What two applications are compared by: sealed, so that the table of them tells nobody anything.

    Empty where too little is known.
    """

    name_and_birth: str
    mailbox: str
    birth_and_home: str


GROUNDS = {
    "name_and_birth": "the same name in some spelling, and the same date of birth",
    "mailbox": "an e-mail address that leads to the same mailbox",
    "birth_and_home": "the same date of birth at the same postcode",
}


def keys_of(*, name: str, born: date | None, email: str, postcode: str) -> Keys:
    """Seal a name with a birth date, a mailbox, and a birth date with a home postcode. A name alone is never enough."""
    return Keys(
        _seal("name", plain_name(name), born.isoformat()) if born and plain_name(name) else "",
        _seal("mailbox", mailbox_of(email)) if email else "",
        _seal("home", postcode, born.isoformat()) if born and " " in postcode else "",
    )


def _seal(*parts: str) -> str:
    return salted_hmac("onemm.recruitment.likeness", "\x1f".join(parts), algorithm="sha256").hexdigest()[:40]
