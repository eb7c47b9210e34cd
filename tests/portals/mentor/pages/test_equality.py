"""The equality questions are asked once, and not before the application is sent."""

from onemm.outreach.actions import answer_equality
from onemm.portals.mentor.forms.equality import EqualityForm
from onemm.portals.mentor.pages.equality import equality_page
from tests.cast import Cast
from tests.factories.recruitment import a_submitted_application


def test_they_are_open_between_sending_the_application_and_answering_them(cast: Cast) -> None:
    def title() -> str:
        closed = equality_page(cast.amina, EqualityForm()).closed
        return closed.title if closed else ""

    assert title() == "These come later"
    a_submitted_application(cast, cast.amina)
    assert title() == ""
    answer_equality(person=cast.amina, answers={})
    assert title() == "You have been through these"
