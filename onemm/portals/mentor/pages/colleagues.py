"""Asking people they know, and what an employer sees of a mentor."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from onemm.outreach.queries import asking_of, employer_of
from onemm.outreach.rules.inviting import LETTERS_A_WEEK
from onemm.people.models import Person
from onemm.portals.mentor.forms.colleagues import LetterForm
from onemm.web.cells import Tag


@dataclass(frozen=True)
class Letters:
    """Letters that we write for a mentor; `has_room` while another may go out this week."""

    words: str
    has_room: bool


@dataclass(frozen=True)
class ColleaguesPage:
    """Letters, a link of their own, and what came of both in counts; without letters they may not ask yet."""

    letters: Letters | None
    link: str
    came_of_it: str
    form: LetterForm


@dataclass(frozen=True)
class Naming:
    """Whether an employer sees someone's name, and the way to change that."""

    tag: Tag
    words: str
    url: str
    label: str
    kind: str


@dataclass(frozen=True)
class EmployerPage:
    """The employer on someone's record, if there is one."""

    name: str
    naming: Naming | None


def colleagues_page(person: Person, form: LetterForm) -> ColleaguesPage:
    asking = asking_of(person)
    path = reverse("public:asked_by", args=[asking.token]) if asking.token else ""
    begun = f"{asking.begun} {'person has' if asking.begun == 1 else 'people have'} begun an application."
    return ColleaguesPage(
        letters=_letters(asking.this_week) if asking.may_ask else None,
        link=f"{settings.ADDRESS.rstrip('/')}{path}" if path else "",
        came_of_it=f"{asking.letters} letter{'' if asking.letters == 1 else 's'} sent. {begun}",
        form=form,
    )


def employer_page(person: Person) -> EmployerPage:
    employer = employer_of(person)
    if employer is None:
        return EmployerPage("", None)
    return EmployerPage(employer.name, _shown() if employer.sees_name else _hidden())


def _letters(this_week: int) -> Letters:
    if this_week < LETTERS_A_WEEK:
        sent = f"you have sent {this_week} in the last seven days"
        return Letters(f"Up to five letters in a week; {sent}.", has_room=True)
    words = "You have sent five letters in the last seven days."
    return Letters(f"{words} Give people your own link, or come back in a few days.", has_room=False)


def _shown() -> Naming:
    return Naming(
        Tag("Your name is shown", "good"),
        "You let them see your name, and nothing beside it.",
        reverse("mentor:employer_hide"),
        "Hide my name again",
        "quiet",
    )


def _hidden() -> Naming:
    return Naming(
        Tag("Your name is hidden"),
        "If you like, they can see that you take part: your name, and nothing beside it. You can take it back at any "
        "time. Nobody may ask you to do this.",
        reverse("mentor:employer_show"),
        "Let them see my name",
        "primary",
    )
