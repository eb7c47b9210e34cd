"""What a phone sends when it is back: taken once, judged here, and told plainly whatever came of it."""

import json
import uuid
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from onemm.audit.models import Entry
from onemm.learning.models import CoursePass, QuizAttempt, UnitCompletion, UnitReading
from onemm.learning.queries import minutes_learned
from onemm.portals.public.views import kept_units
from onemm.web import gate
from onemm.web.actions import forget_old_submissions
from onemm.web.models import Submission
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.learning import ESSENTIALS, do_unit, right_answers, the_course
from tests.racing import at_once

UNIT = "your-role"


def address(name: str = "return_answers", course: str = ESSENTIALS, unit: str = UNIT) -> str:
    return reverse(f"public:{name}", args=[course, unit])


def sent(
    browser: Browser,
    *,
    key: str | None = None,
    wrong: int = 0,
    course: str = ESSENTIALS,
    unit: str = UNIT,
    **changes: Any,
) -> Any:
    part = the_course(course).unit(unit)
    assert part is not None
    fields = {
        "version": part.version,
        "at": "2026-01-01T10:00:00Z",
        **right_answers(unit, wrong=wrong, course=course),
        **changes,
    }
    return browser.post(address(course=course, unit=unit), {**fields, "form_token": key or str(uuid.uuid4())})


def test_answers_count_as_they_would_have_online(cast: Cast, browser: Browser) -> None:
    receipt = sent(browser.sign_in(cast.amina)).json()
    assert receipt["counts"]
    assert "its hours count" in receipt["words"]
    assert receipt["link"] == reverse("mentor:answers", args=[ESSENTIALS, UNIT])
    assert UnitReading.objects.get().person == cast.amina
    assert minutes_learned(cast.amina) == UnitCompletion.objects.get().minutes
    assert Entry.objects.filter(event="answers:returned").exists()


def test_the_same_key_counts_once_and_gets_the_same_words_weeks_later(cast: Cast, browser: Browser) -> None:
    key = str(uuid.uuid4())
    first = sent(browser.sign_in(cast.amina), key=key, wrong=3).json()
    assert sent(browser, key=key).json() == first
    with time_machine.travel(timezone.now() + timedelta(days=30), tick=False):
        forget_old_submissions()
        assert sent(browser.sign_in(cast.amina), key=key).json() == first
    assert QuizAttempt.objects.count() == 1
    with time_machine.travel(timezone.now() + timedelta(days=61), tick=False):
        assert forget_old_submissions() == 1


def test_somebody_elses_key_gives_nothing_away(cast: Cast, browser: Browser) -> None:
    key = str(uuid.uuid4())
    sent(browser.sign_in(cast.amina), key=key)
    assert sent(Browser().sign_in(cast.other_mentor), key=key)["Location"] == address()
    assert not QuizAttempt.objects.filter(person=cast.other_mentor).exists()


def test_falling_short_is_told_and_two_tries_ask_for_another_reading(cast: Cast, browser: Browser) -> None:
    browser.sign_in(cast.amina)
    assert "you need" in sent(browser, wrong=3).json()["words"]
    sent(browser, wrong=3)
    receipt = sent(browser).json()
    assert not receipt["counts"]
    assert "Read the unit once more" in receipt["words"]
    assert not UnitCompletion.objects.exists()


def test_done_elsewhere_both_tries_stay_and_hours_count_once(cast: Cast, browser: Browser) -> None:
    do_unit(cast.amina)
    before = minutes_learned(cast.amina)
    receipt = sent(browser.sign_in(cast.amina)).json()
    assert "both are kept, and its hours count once" in receipt["words"]
    assert (QuizAttempt.objects.count(), minutes_learned(cast.amina)) == (2, before)


def test_answers_to_an_older_text_do_not_count_and_say_why(cast: Cast, browser: Browser) -> None:
    receipt = sent(browser.sign_in(cast.amina), version="0.1").json()
    assert not receipt["counts"]
    assert "has changed since you kept it" in receipt["words"]
    assert not UnitReading.objects.exists()
    page = browser.post(address("kept_unit"), {"version": "0.1", **right_answers()})
    assert "has changed since you kept it" in page.text


@pytest.mark.parametrize(
    "change", [{"number": "nothing of the kind"}, {"number": ""}, {"number": "x" * 5000}, {"version": "\x00"}]
)
def test_what_the_unit_does_not_offer_is_refused_in_words(cast: Cast, browser: Browser, change: dict[str, str]) -> None:
    response = sent(browser.sign_in(cast.amina), **change)
    assert (response.status_code, response.json()["counts"]) == (200, False)
    assert not QuizAttempt.objects.exists()
    assert not UnitReading.objects.exists()


@pytest.mark.parametrize(
    ("who", "course", "unit", "portal"),
    [("theo", "making-the-most", 0, "young"), ("sam", "for-coordinators", 0, "partner")],
)
def test_young_people_and_coordinators_take_theirs_along(
    cast: Cast, browser: Browser, who: str, course: str, unit: int, portal: str
) -> None:
    slug = the_course(course).units[unit].slug
    browser.sign_in(getattr(cast, who))
    assert "data-owner" not in browser.get(address("kept_unit", course, slug)).text
    assert sent(browser, course=course, unit=slug).json()["link"] == reverse(f"{portal}:answers", args=[course, slug])
    assert browser.get(address("kept_unit")).status_code == 404


def test_a_course_for_others_is_not_there(cast: Cast, browser: Browser) -> None:
    assert sent(browser.sign_in(cast.theo)).status_code == 404
    assert sent(browser.sign_in(cast.lena)).status_code == 404
    assert browser.sign_in(cast.amina).get(address("kept_unit", "none", "none")).status_code == 404
    assert browser.get(address("kept_unit", ESSENTIALS, "none")).status_code == 404
    assert browser.get(address())["Location"] == address("kept_unit")
    assert not CoursePass.objects.exists()


def test_whoever_is_not_signed_in_is_sent_to_sign_in_and_nothing_counts(cast: Cast, browser: Browser) -> None:
    assert sent(browser).status_code == 302
    assert not QuizAttempt.objects.exists()


def test_a_forged_sending_is_refused(cast: Cast) -> None:
    browser = Browser(enforce_csrf_checks=True).sign_in(cast.amina)
    assert sent(browser).status_code == 403
    csrf = browser.get(reverse("public:phone_me")).json()["csrf"]
    assert (
        browser.post(
            address(), {"version": "1", "form_token": str(uuid.uuid4())}, headers={"X-CSRFToken": csrf}
        ).status_code
        == 200
    )


def test_a_flood_is_stopped_and_may_come_again_later(
    cast: Cast, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_units, "RETURNS_PER_PERSON", kept_units.Limit("returned answers:person", 1, 3600))
    key = str(uuid.uuid4())
    assert sent(browser.sign_in(cast.amina), wrong=3).status_code == 200
    assert sent(browser, key=key).status_code == 429
    assert not Submission.objects.filter(token=key).exists()


def test_the_kept_page_works_without_scripts(cast: Cast, browser: Browser) -> None:
    cast.amina.first_name = "Zebedee"
    cast.amina.save()
    assert "Zebedee" in browser.sign_in(cast.amina).get("/mentor/training/").text
    assert "Zebedee" not in browser.get(address("kept_unit")).text
    some = dict(list(right_answers().items())[:1])
    assert "Choose an answer here." in browser.post(address("kept_unit"), {"version": "1", **some}).text
    part = the_course().unit(UNIT)
    assert part is not None
    assert browser.post(address("kept_unit"), {"version": part.version, **right_answers()})["Location"] == reverse(
        "mentor:answers", args=[ESSENTIALS, UNIT]
    )


def test_the_worker_names_what_a_kept_page_is_drawn_with(db: None, browser: Browser) -> None:
    response = browser.get(reverse("public:worker"))
    assert response["Content-Type"] == "text/javascript"
    house = json.loads(response.text.split("HOUSE = ")[1].split(";\n")[0])
    assert house["phone"] in house["shell"]
    assert any(name.endswith("js/phone.js") for name in house["shell"])


def test_whose_phone_it_is_is_a_mark_that_says_nothing(cast: Cast, browser: Browser) -> None:
    assert browser.get(reverse("public:phone_me")).json()["owner"] == ""
    marks = [
        Browser().sign_in(person).get(reverse("public:phone_me")).json()["owner"]
        for person in (cast.amina, cast.amina, cast.other_mentor)
    ]
    assert marks[0] == marks[1] != marks[2]
    assert f'data-owner="{marks[0]}"' in browser.sign_in(cast.amina).get("/mentor/training/").text
    assert 'data-owner=""' in Browser().get("/").text
    assert "data-owner" not in browser.get(reverse("public:phone")).text


def test_signing_out_tells_the_browser_to_forget(cast: Cast, browser: Browser) -> None:
    assert "Clear-Site-Data" not in browser.sign_in(cast.amina).get("/mentor/training/")
    assert browser.post(reverse("account_logout"))["Clear-Site-Data"] == '"storage"'
    assert "Clear-Site-Data" not in browser.post(reverse("account_logout"))


def eight_at_once(cast: Cast, key: str) -> None:
    browsers = [Browser().sign_in(cast.amina) for _ in range(8)]
    answers = at_once(*(partial(sent, browser, key=key, wrong=3) for browser in browsers))
    assert {answer.status_code for answer in answers} == {200}


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_one_key_from_eight_places_at_once_counts_once() -> None:
    eight_at_once(Cast(), str(uuid.uuid4()))
    assert QuizAttempt.objects.count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_without_the_key_it_would_count_more_than_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        gate,
        "claim_submission",
        lambda **kwargs: (Submission.objects.create(token=uuid.uuid4(), path=kwargs["path"]), True),
    )
    eight_at_once(Cast(), str(uuid.uuid4()))
    assert QuizAttempt.objects.count() == 2, "two tries, and then the unit asks to be read again"
