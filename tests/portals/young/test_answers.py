"""One question, at the start and later."""

from onemm.impact.models import Response
from tests.factories.impact import answered
from tests.factories.mentoring import theos_place

URL = "/young/question/"


def test_theo_answers_at_the_start_and_later(browser, cast):
    place = theos_place(cast)
    browser.sign_in(cast.theo)
    assert "One question before you start" in browser.get(URL).text
    assert browser.post(URL, {"value": "2"})["Location"] == "/young/"
    assert "Nothing to answer now" in browser.get(URL).text
    assert browser.post(URL, {"value": "5"}).status_code == 200

    Response.objects.all().delete()
    answered(place, wave="start", value=2, days_ago=61)
    assert "The same question again" in browser.get(URL).text
    browser.post(URL, {"value": "4"})
    assert list(Response.objects.order_by("pk").values_list("wave", "value")) == [("start", 2), ("later", 4)]


def test_an_answer_that_is_none_is_asked_for_again(browser, cast):
    theos_place(cast)
    browser.sign_in(cast.theo)
    for said in ({}, {"value": "6"}, {"value": "x"}):
        answer = browser.post(URL, said)
        assert answer.status_code == 200
        assert "How sure are you" in answer.text
    assert not Response.objects.exists()


def test_others_are_kept_out(browser, cast):
    assert browser.get(URL).status_code == 302
    browser.sign_in(cast.amina)
    assert browser.get(URL).status_code == 403
