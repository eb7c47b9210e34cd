"""Who speaks for an applicant, and whether one more name is asked for, situation by situation."""

from collections.abc import Callable

import pytest

from onemm.lib.clock import now
from onemm.portals.mentor.forms.referees import RefereeForm
from onemm.portals.mentor.pages.referees import RefereesPage, referees_page
from onemm.recruitment import actions
from onemm.recruitment.models import Application, Referee
from tests.factories.recruitment import a_referee, an_answer, two_referees

Situation = Callable[[Application], object]


def nobody(_application: Application) -> None:
    """Nobody has been named."""


def three(application: Application) -> None:
    two_referees(application)
    a_referee(application, name="Third Person", email="third@example.net")


def both_answered(application: Application) -> None:
    for referee in two_referees(application):
        an_answer(referee)


def page_of(application: Application) -> RefereesPage:
    return referees_page(Application.objects.select_related("person").get(pk=application.pk), RefereeForm())


@pytest.mark.parametrize(
    ("situation", "heading", "leave"),
    [
        (nobody, "The first of three", "Not now"),
        (a_referee, "One more, please", "Not now"),
        (two_referees, "A third, to be on the safe side", "Leave it at two"),
        (three, "", ""),
        (both_answered, "", ""),
    ],
)
def test_another_name_is_asked_for_until_there_are_enough(
    application: Application, situation: Situation, heading: str, leave: str
) -> None:
    situation(application)
    page = page_of(application)
    assert (page.another.heading, page.another.leave) == (heading, leave) if page.another else heading == ""
    assert (page.enough is None) == bool(heading)


@pytest.mark.parametrize(
    ("state", "word", "tone"),
    [
        (Referee.State.ASKED, "Asked", "wait"),
        (Referee.State.ANSWERED, "Answered", "good"),
        (Referee.State.DECLINED, "Somebody else, please", "late"),
        (Referee.State.UNREACHABLE, "Somebody else, please", "late"),
    ],
)
def test_an_applicant_reads_how_each_stands_and_never_why(
    application: Application, state: Referee.State, word: str, tone: str
) -> None:
    referee = a_referee(application)
    Referee.objects.filter(pk=referee.pk).update(state=state, over_at=None if state == Referee.State.ASKED else now())
    (speaker,) = page_of(application).speakers
    assert (speaker.tag.word, speaker.tag.tone) == (word, tone)
    assert bool(speaker.replace_url) == (state == Referee.State.ASKED)


def test_while_the_application_waits_nobody_is_named_or_replaced(application: Application) -> None:
    a_referee(application)
    actions.pause_application(application=application, by=application.person)
    page = page_of(application)
    assert page.another is None
    assert [speaker.replace_url for speaker in page.speakers] == [""]
