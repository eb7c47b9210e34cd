"""Each of the best says how far away they are and why; nobody is asked to choose themselves."""

import pytest

from onemm.matching.problem import Pair
from onemm.mentoring.models import Enrolment
from onemm.mentors.models import MentorProfile
from onemm.people.models import Person
from onemm.portals.partner.forms.rounds import IntroductionForm
from onemm.portals.partner.pages.best_five import BestFivePage, away_of, best_five_page
from onemm.portals.partner.pages.proposals import introduce_page
from tests.cast import Cast
from tests.factories.matching import a_pair_that_fits, a_suggested_pair, an_accepted_pair, an_offered_pair


def page_for(cast: Cast, reader: Person) -> BestFivePage:
    return best_five_page(Enrolment.objects.get(person=cast.theo), reader)


@pytest.mark.parametrize(
    ("online", "km", "words"),
    [
        (True, 3.0, "Would meet online"),
        (False, 1.7, "1 mile away"),
        (False, 0.0, "under half a mile away"),
        (False, None, ""),
    ],
)
def test_how_far_away_is_said_where_it_matters(online: bool, km: float | None, words: str) -> None:
    assert away_of(Pair("a", "b", 800, km, online, ())) == words


def test_a_mentor_comes_with_their_work_and_the_button_that_asks(cast: Cast) -> None:
    a_pair_that_fits(cast)
    MentorProfile.objects.filter(person=cast.amina).update(occupation="Engineer", retired=True)
    (card,) = page_for(cast, cast.sam).cards
    assert (card.mentor, card.work) == ("Amina", "Engineer (retired)")
    assert (card.ask, card.yes) == ("Ask Theo and Amina", "Yes, ask Theo and Amina")
    assert card.reasons
    (card,) = page_for(cast, cast.amina).cards
    assert card.ask == ""


def test_whoever_has_been_asked_does_not_wait(cast: Cast) -> None:
    an_offered_pair(cast)
    page = page_for(cast, cast.sam)
    assert (page.is_waiting, page.cards) == (False, ())


def test_two_are_brought_together_once_both_have_said_yes(cast: Cast) -> None:
    page = introduce_page(a_suggested_pair(cast), IntroductionForm())
    assert (page.title, page.both_said_yes) == ("Bring Theo and Amina together", False)


def test_both_have_said_yes(cast: Cast) -> None:
    assert introduce_page(an_accepted_pair(cast), IntroductionForm()).both_said_yes
