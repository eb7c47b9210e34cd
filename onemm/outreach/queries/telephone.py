"""Whom to ring, and what to tell them."""

from dataclasses import dataclass

from onemm.notifications.models import Letter
from onemm.people.models import Person
from onemm.recruitment.models import Telephone

READ_OUT = ("application:", "check:", "reference:", "talk:")
"""Letters about the way in, whose words whoever screens may read.

Of others they see the subject; the reader has the rest at home.
"""


@dataclass(frozen=True)
class ToTell:
    """One letter that was never sent, because there is no address to send it to."""

    letter: Letter
    words: str


@dataclass(frozen=True)
class ToRing:
    """Somebody without an e-mail address, and the letters that they have neither read nor been told, oldest first."""

    telephone: Telephone
    letters: tuple[ToTell, ...]


def people_to_ring(staff: Person) -> list[ToRing]:
    """Return everybody without an e-mail address whom this member of staff looks after; those with news first, waiting
    longest on top.
    """
    rows = list(Telephone.objects.visible_to(staff).filter(person__email=None).select_related("person"))
    letters: dict[int, list[ToTell]] = {row.person_id: [] for row in rows}
    for letter in Letter.objects.filter(to__in=letters, read_at=None, secret=False, address="").order_by(
        "written_at", "pk"
    ):
        letters[letter.to_id or 0].append(ToTell(letter, letter.body if letter.kind.startswith(READ_OUT) else ""))
    found = [ToRing(row, tuple(letters[row.person_id])) for row in rows]
    return sorted(
        found,
        key=lambda one: (not one.letters, one.letters[0].letter.written_at if one.letters else one.telephone.noted_at),
    )
