"""The voluntary equality questions."""

from dataclasses import dataclass

from onemm.outreach.queries.targets import was_asked
from onemm.people.models import Person
from onemm.portals.mentor.forms.equality import EqualityForm


@dataclass(frozen=True)
class Closed:
    """Why there is nothing to answer."""

    title: str
    words: str


@dataclass(frozen=True)
class EqualityPage:
    """The questions, or why they are not asked now."""

    closed: Closed | None
    form: EqualityForm


def equality_page(person: Person, form: EqualityForm) -> EqualityPage:
    return EqualityPage(CLOSED[was_asked(person)], form)


CLOSED: dict[bool | None, Closed | None] = {
    True: Closed(
        "You have been through these",
        "We cannot tell which answers are yours, so there is nothing to change here. Thank you.",
    ),
    None: Closed("These come later", "We ask them once you have sent your application."),
    False: None,
}
