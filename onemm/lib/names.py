"""Names and addresses as people type them, and short public names for rows."""

import re
import secrets
import unicodedata

_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""No letter or digit that can be read as another."""


def new_public_id() -> str:
    """Return a random name for a row in addresses: 12 of 30 letters, 58 bits, so that none can be guessed or
    counted.
    """
    return "".join(secrets.choice(_ALPHABET) for _ in range(12))


def tidy_email(typed: str) -> str:
    """Return an address in one form: no spaces around, lower case, one Unicode form."""
    return unicodedata.normalize("NFKC", typed).strip().casefold()


def tidy_phone(typed: str) -> str:
    """Return a telephone number as it is dialled, digits alone and perhaps a plus before them; empty when it cannot be
    one.

    `+44 (0)161 496 0000`, `(0161) 496-0000` and `0161.496.0000` are numbers; a word is not, and neither is half a
    number.
    """
    plain = unicodedata.normalize("NFKC", typed).strip().replace("(0)", "")
    number = re.sub(r"[\s().\-/\u2010-\u2015]", "", plain)
    return number if re.fullmatch(r"(\+[1-9]|0)[0-9]{9,13}", number) else ""


def tidy_name(typed: str) -> str:
    """Return a name without doubled or outer spaces and without control characters; any script is welcome."""
    kept = "".join(letter for letter in unicodedata.normalize("NFC", typed) if unicodedata.category(letter)[0] != "C")
    return " ".join(kept.split())
