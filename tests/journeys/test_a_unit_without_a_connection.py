"""A mentor keeps a unit on her phone, reads and answers it on a train without a line, and finds it done when she is
back.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from onemm.learning.models import QuizAttempt, UnitCompletion
from onemm.learning.queries import minutes_learned
from onemm.people.models import Person
from tests.cast import Cast
from tests.factories.learning import ESSENTIALS, do_unit, right_answers
from tests.journeys.conftest import Visitor

UNIT = f"/mentor/training/{ESSENTIALS}/units/your-role/"
KEPT = f"/learn/{ESSENTIALS}/your-role/"
KEEP = "Keep this unit on my phone"
# The browser decides by itself when it sends what waits, so these alone are tried again when what they wait for does
# not show.
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True), pytest.mark.flaky(reruns=2)]


def keeps_a_unit(visitor: Callable[..., Visitor], person: Person) -> Visitor:
    mentor = visitor(phone=True).sign_in(person)
    mentor.goes_to(UNIT).page.get_by_role("button", name=KEEP).click()
    expect(mentor.page.get_by_text("It is on this phone now")).to_be_visible()
    expect(mentor.page.get_by_role("button", name="Take it off my phone")).to_be_visible()
    return mentor


def offline(mentor: Visitor, path: str) -> Visitor:
    mentor.context.set_offline(True)
    mentor.page.goto(mentor.base + path)
    return mentor


def on_the_phone(mentor: Visitor) -> list[str]:
    """Return what of someone's own is on the phone: kept pages, things that wait or were sent, and whose it says it
    is.
    """
    return list(
        mentor.page.evaluate("""async () => [
      ...(await (await caches.open("kept")).keys()).map((one) => new URL(one.url).pathname),
      ...(await Waiting.all()).map((one) => one.title), localStorage.getItem("owner") || ""].filter(Boolean)""")
    )


def test_read_and_answered_without_a_line_and_sent_when_it_is_back(visitor: Callable[..., Visitor]) -> None:
    cast = Cast()
    amina = keeps_a_unit(visitor, cast.amina)
    amina.sees("On this phone").finds_it_accessible().finds_nothing_cut_off()

    offline(amina, KEPT).sees("Your role").finds_it_accessible().finds_nothing_cut_off()
    amina.page.get_by_role("button", name="Send my answers").click()
    expect(amina.page.get_by_text("Choose an answer to every question first")).to_be_visible()
    amina.fills(number="explain")
    expect(amina.page.locator("form[data-wait]")).to_have_attribute("data-draft-kept", "yes")
    amina.page.reload()  # the phone went dark; what was chosen is still there
    expect(amina.page.locator("input[value=explain]")).to_be_checked()
    amina.fills(**right_answers()).page.get_by_role("button", name="Send my answers").click()
    expect(amina.page.get_by_text("1 thing waits on this phone")).to_be_visible()

    offline(amina, "/mentor/").sees("Waiting to be sent")
    expect(amina.page.locator("#waiting li")).to_have_count(1)
    amina.finds_it_accessible().finds_nothing_cut_off()
    assert not QuizAttempt.objects.exists()

    amina.context.set_offline(False)
    expect(amina.page.get_by_text("Sent: Your role")).to_be_visible()
    expect(amina.page.locator("#sent li")).to_have_count(1)
    assert UnitCompletion.objects.get().person == cast.amina
    assert minutes_learned(cast.amina) == UnitCompletion.objects.get().minutes
    amina.follows("Look at it")
    expect(amina.page.get_by_text("is done, and")).to_be_visible()
    assert QuizAttempt.objects.count() == 1


def test_a_page_kept_in_an_earlier_release_is_still_dressed(visitor: Callable[..., Visitor]) -> None:
    """It names a style sheet by the mark of its day; the shell of today has the same one under another mark."""
    amina = keeps_a_unit(visitor, Cast().amina)
    offline(amina, KEPT)
    amina.page.evaluate(
        """async (path) => {
      const kept = await caches.open("kept"), page = await kept.match(path);
      await kept.put(path, new Response((await page.text()).replaceAll("onemm.css", "onemm.0123456789ab.css"), {
      headers: page.headers }));
    }""",
        KEPT,
    )
    amina.page.reload()
    assert amina.page.evaluate("document.styleSheets[0].href").endswith("onemm.0123456789ab.css")
    assert "Bricolage" in amina.page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")


def test_done_elsewhere_meanwhile_both_are_kept_and_hours_count_once(visitor: Callable[..., Visitor]) -> None:
    cast = Cast()
    amina = keeps_a_unit(visitor, cast.amina)
    offline(amina, KEPT).fills(**right_answers()).page.get_by_role("button", name="Send my answers").click()
    expect(amina.page.get_by_text("1 thing waits on this phone")).to_be_visible()
    do_unit(cast.amina)
    amina.context.set_offline(False)
    expect(amina.page.get_by_text("both are kept, and its hours count once")).to_be_visible()
    assert (QuizAttempt.objects.count(), UnitCompletion.objects.count()) == (2, 1)


def test_nothing_is_left_after_signing_out(visitor: Callable[..., Visitor]) -> None:
    amina = keeps_a_unit(visitor, Cast().amina)
    offline(amina, KEPT).fills(**right_answers()).page.get_by_role("button", name="Send my answers").click()
    expect(amina.page.get_by_text("1 thing waits on this phone")).to_be_visible()
    amina.context.route("**/phone/me/", lambda route: route.abort())  # a line too poor to send
    amina.context.set_offline(False)
    amina.goes_to("/account/logout/")
    expect(amina.page.get_by_text("has not been sent yet")).to_be_visible()
    amina.presses("Sign out").page.wait_for_url(amina.base + "/")
    assert on_the_phone(amina) == []
    amina.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        amina.page.goto(amina.base + KEPT)
    assert not QuizAttempt.objects.exists()


def test_somebody_else_on_the_same_phone_finds_nothing(visitor: Callable[..., Visitor]) -> None:
    """The session ran out, and another person signs in: neither pages nor answers of the first are there, nor are they
    sent as hers.
    """
    cast = Cast()
    phone = keeps_a_unit(visitor, cast.amina)
    offline(phone, KEPT).fills(**right_answers()).page.get_by_role("button", name="Send my answers").click()
    expect(phone.page.get_by_text("1 thing waits on this phone")).to_be_visible()
    phone.context.clear_cookies()
    phone.context.set_offline(False)
    phone.sign_in(cast.other_mentor).goes_to("/mentor/training/")
    phone.page.wait_for_function("localStorage.getItem('owner') === null")
    assert on_the_phone(phone) == []
    assert not QuizAttempt.objects.exists()
    offline(phone, KEPT).sees("On this phone")
    assert "Your role" not in phone.page.locator("main").inner_text()


def test_answers_wait_for_the_same_person_to_sign_in_again(visitor: Callable[..., Visitor]) -> None:
    cast = Cast()
    phone = keeps_a_unit(visitor, cast.amina)
    offline(phone, KEPT).fills(**right_answers()).page.get_by_role("button", name="Send my answers").click()
    expect(phone.page.get_by_text("1 thing waits on this phone")).to_be_visible()
    phone.context.clear_cookies()
    phone.context.set_offline(False)
    phone.goes_to("/account/login/").page.wait_for_function(
        "caches.open('kept').then((kept) => kept.keys()).then((keys) => !keys.length)"
    )
    assert not QuizAttempt.objects.exists()
    phone.sign_in(cast.amina).goes_to("/phone/")
    expect(phone.page.locator("#sent li")).to_have_count(1)
    assert QuizAttempt.objects.get().person == cast.amina
