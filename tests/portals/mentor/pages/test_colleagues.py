"""Whom a mentor may ask, what came of it, and what an employer sees."""

import pytest

from onemm.outreach.actions import invite_colleague, let_employer_see_name, make_staff_link
from onemm.portals.mentor.forms.colleagues import LetterForm
from onemm.portals.mentor.pages.colleagues import ColleaguesPage, colleagues_page, employer_page
from tests.cast import Cast
from tests.factories.mentoring import a_ready_mentor
from tests.factories.outreach import an_application_from


def page_of(cast: Cast) -> ColleaguesPage:
    return colleagues_page(cast.amina, LetterForm())


@pytest.mark.parametrize(
    ("sent", "has_room", "came_of_it"),
    [
        (0, True, "0 letters sent. 0 people have begun an application."),
        (1, True, "1 letter sent. 0 people have begun an application."),
        (5, False, "5 letters sent. 0 people have begun an application."),
    ],
)
def test_five_letters_in_a_week_are_enough(cast: Cast, sent: int, has_room: bool, came_of_it: str) -> None:
    a_ready_mentor(cast)
    for number in range(sent):
        invite_colleague(by=cast.amina, email=f"friend{number}@example.net", first_name="")
    page = page_of(cast)
    assert page.letters is not None
    assert (page.letters.has_room, page.came_of_it) == (has_room, came_of_it)


def test_who_is_not_approved_asks_nobody_yet(cast: Cast) -> None:
    assert page_of(cast).letters is None


def test_an_employer_sees_a_name_only_where_it_was_given(cast: Cast) -> None:
    assert employer_page(cast.lena).naming is None
    an_application_from(cast.lena, make_staff_link(employer=cast.employer, by=cast.ruth))
    hidden = employer_page(cast.lena)
    let_employer_see_name(person=cast.lena)
    shown = employer_page(cast.lena)
    assert [page.naming.tag.word for page in (hidden, shown) if page.naming] == [
        "Your name is hidden",
        "Your name is shown",
    ]
