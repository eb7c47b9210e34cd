"""Walter is 68 and reads his phone at 200 % text. He applies by himself, and nothing is cut off or out of reach."""

from collections.abc import Callable

import pytest
from django.core import management

from onemm.lib.clock import today
from onemm.notifications.models import Email
from onemm.people.models import Person
from onemm.places.actions import load_areas
from onemm.recruitment.models import Application, InterviewBooking
from tests.cast import Cast, years_ago
from tests.factories.outreach import YES_TO_ALL
from tests.factories.recruitment import some_slots
from tests.journeys.conftest import Visitor
from tests.journeys.test_from_interest_to_impact import PASSWORD, code_in_the_email_to

LARGE = 32
"""Pixels to an em, twice what a browser begins with."""
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(e => {
  const s = getComputedStyle(e), r = e.getBoundingClientRect();
  if (e.closest('.unseen, .skip, svg, thead, [hidden]') || r.width < 2 || r.height < 2 || !e.innerText) return false;
  const hides = v => v === 'hidden' || v === 'clip';
  return (hides(s.overflowX) && e.scrollWidth > e.clientWidth + 2)
    || (hides(s.overflowY) && e.scrollHeight > e.clientHeight + 2)
    || r.left < -1 || r.right > innerWidth + 1;
}).map(e => e.outerHTML.slice(0, 160))"""


class LargeText:
    """A visitor whose browser is set to large text, as people set it: every page they come to is looked at."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.cut_off = visitor, list[str]()
        session = visitor.context.new_cdp_session(visitor.page)
        session.send("Page.enable")
        session.send("Page.setFontSizes", {"fontSizes": {"standard": LARGE, "fixed": LARGE}})

    def finds_all_of_it(self) -> "LargeText":
        """The text is large, nothing runs out of the screen, and no box hides a part of its words."""
        size = self.visitor.page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
        assert size >= LARGE, f"the text is {size} px: not large"
        self.cut_off += [f"{self.visitor.page.url}: {found}" for found in self.visitor.page.evaluate(CLIPPED)]
        wider = self.visitor.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        self.cut_off += [f"{self.visitor.page.url} is {wider} px too wide"] if wider > 0 else []
        self.visitor.finds_it_accessible()
        return self

    def goes_to(self, path: str) -> "LargeText":
        self.visitor.goes_to(path)
        return self.finds_all_of_it()

    def follows(self, name: str) -> "LargeText":
        with self.visitor.page.expect_navigation():
            self.visitor.follows(name)
        return self.finds_all_of_it()

    def presses(self, name: str) -> "LargeText":
        with self.visitor.page.expect_navigation():
            self.visitor.presses(name)
        return self.finds_all_of_it()

    def fills(self, **fields: object) -> "LargeText":
        self.visitor.fills(**fields)
        return self

    def sees(self, words: str) -> "LargeText":
        self.visitor.sees(words)
        return self


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_man_of_68_applies_on_a_phone_with_text_at_200_percent(visitor: Callable[..., Visitor]) -> None:
    load_areas()
    management.call_command("check", verbosity=0)
    cast = Cast()
    assert cast.priya
    walter = LargeText(visitor(phone=True))
    given_he_reads_what_is_asked_of_him(walter)
    when_he_makes_an_account(walter)
    and_answers_six_steps(walter)
    and_names_somebody(walter)
    and_takes_a_time_to_talk(walter, cast)
    then_he_finds_where_it_stands_and_the_training(walter)
    assert not walter.cut_off, "\n".join(walter.cut_off)


def given_he_reads_what_is_asked_of_him(walter: LargeText) -> None:
    walter.goes_to("/").goes_to("/over-50/").sees("The hard parts").follows("See if you can apply")
    walter.presses("See the answer").sees("to put right")
    walter.fills(age="yes", work="five_years", hour="yes", home="yes").presses("See the answer").follows(
        "Read the seven"
    )
    for name in YES_TO_ALL:
        walter.fills(**{name: True})
    walter.presses("I say yes to all seven")


def when_he_makes_an_account(walter: LargeText) -> None:
    walter.fills(email="walter@example.net", password1=PASSWORD, first_name="Walter", last_name="O").presses(
        "Make my account"
    )
    walter.fills(code=code_in_the_email_to("walter@example.net")).presses("Confirm")
    walter.goes_to("/mentor/application/").presses("Begin my application")


def and_answers_six_steps(walter: LargeText) -> None:
    walter.fills(first_name="Walter", last_name="O", born=years_ago(68).isoformat()).presses("Keep this and go on")
    walter.fills(postcode="ol11ul").presses("Keep this and go on")
    walter.fills(half_days=[5, 8]).presses("Keep this and go on")
    walter.fills(channels=["in_person"], reach_miles="2", capacity="1").presses("Keep this and go on")
    walter.fills(
        occupation="Foreman, retired", retired=True, sectors=["engineering"], interests=["maps"], languages=["en"]
    ).presses("Keep this and go on")
    walter.fills(why="Somebody did it for me in 1974.", conduct_agreed=True).presses("Keep this and go on")
    walter.sees("Somebody did it for me in 1974.").presses("Send my application")
    assert Application.objects.get(person__email="walter@example.net").state == "submitted"


def and_names_somebody(walter: LargeText) -> None:
    walter.follows("Give their names").fills(
        name="Joan Platt", email="joan@post.example", relation="We worked together"
    ).presses("Write to them")
    assert Email.objects.filter(address="joan@post.example", kind="reference.asked").exists()


def and_takes_a_time_to_talk(walter: LargeText, cast: Cast) -> None:
    Application.objects.update(area=cast.area)
    some_slots(cast)
    walter.goes_to("/mentor/application/talk/")
    walter.visitor.page.locator("[name=slot]").first.check(force=True)
    walter.presses("Take this time").sees("You have a time")
    assert InterviewBooking.objects.booked().count() == 1


def then_he_finds_where_it_stands_and_the_training(walter: LargeText) -> None:
    walter.goes_to("/mentor/application/").sees("How far it has come").goes_to("/mentor/").goes_to(
        "/mentor/training/"
    ).follows("Read this unit")
    walter.goes_to("/mentor/passport/").goes_to("/account/")
    assert Person.objects.get(email="walter@example.net").age(today()) == 68
