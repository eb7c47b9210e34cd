"""Where someone came from: how it is remembered in their session, and how a code word is read."""

import unicodedata

CAME_FROM = "came_from"
"""Under this name a visitor's source waits in their session until they apply: a campaign's slug, an invitation or a
mentor.
"""
INTEREST_KEPT = "interest_kept"
"""Set once this visit has been counted, so that answering twice is one interest."""
SHORTEST_WORD, LONGEST_WORD = 4, 20


def tidy_code_word(typed: str) -> str:
    """Return a code word as it is kept: capitals and digits alone, so that spaces, dashes and small letters do not
    matter.
    """
    return "".join(
        letter for letter in unicodedata.normalize("NFKC", typed).upper() if letter.isascii() and letter.isalnum()
    )
