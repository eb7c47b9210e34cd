"""What people thought of workshops, as those who hold them may read it."""

from dataclasses import dataclass

from onemm.portals.staff.pages.shares import decimal
from onemm.workshops.queries import Opinions


@dataclass(frozen=True)
class OpinionsPart:
    """The mean and the words; or, while too few have answered, that these are not shown."""

    title: str
    mean: str
    count: int
    words: tuple[str, ...]
    hidden: str


def opinions_part(opinions: Opinions, *, title: str, hidden: str) -> OpinionsPart:
    mean = decimal(opinions.mean, 1, otherwise="")
    return OpinionsPart(title, mean, opinions.count, opinions.words, hidden)
