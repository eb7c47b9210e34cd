"""A referee answers on one page, through a private link, without signing in."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from onemm.people.actions import trying
from onemm.portals.public.views import reference as view
from onemm.recruitment.models import Application, Referee, Reference
from onemm.recruitment.rules.references import key_of
from tests.cast import Cast
from tests.conftest import Browser, text
from tests.factories.recruitment import a_referee, an_application_in_screening

ANSWER = {
    "known_for_years": "6",
    "reliable": "4",
    "patient": "3",
    "safe": "4",
    "verdict": "yes",
    "words": "Never late.",
}


@pytest.fixture
def referee(cast: Cast) -> Referee:
    return a_referee(an_application_in_screening(cast, cast.amina))


def at(referee: Referee, name: str = "reference") -> str:
    return reverse(f"public:{name}", args=[key_of(referee.public_id)])


def test_a_referee_answers_once_without_signing_in(browser: Browser, referee: Referee) -> None:
    response = browser.get(at(referee))
    page = text(response)
    assert "A few words about Amina Yusuf" in page
    assert "Hello Joan Platt" in page
    assert (response["Referrer-Policy"], response["X-Robots-Tag"]) == ("same-origin", "noindex")
    assert "no-store" in response["Cache-Control"]
    token = {"form_token": re.search(r'name="form_token" value="([^"]+)"', page)[1]}  # type: ignore[index]  # there is one
    for _ in range(2):
        assert browser.post(at(referee), {**ANSWER, **token})["Location"] == at(referee)
    assert Reference.objects.get().words == "Never late."
    assert "Thank you, Joan Platt" in text(browser.get(at(referee)))
    assert "Thank you, Joan Platt" in text(browser.post(at(referee), ANSWER))
    assert Reference.objects.count() == 1


def test_what_is_missing_is_named_and_what_was_typed_stays(browser: Browser, referee: Referee) -> None:
    page = text(browser.post(at(referee), {**ANSWER, "safe": "", "words": "Kind & <b>brave</b>"}))
    assert "Choose one of the four answers." in page
    assert "Kind &amp; &lt;b&gt;brave" in page
    assert not Reference.objects.exists()


def test_a_referee_may_say_no_on_a_page_of_its_own(browser: Browser, referee: Referee) -> None:
    assert "That is all right" in text(browser.get(at(referee, "reference_rather_not")))
    assert browser.post(at(referee, "reference_rather_not"))["Location"] == at(referee)
    assert "Thank you for telling us" in text(browser.get(at(referee)))
    assert "Thank you for telling us" in text(browser.get(at(referee, "reference_rather_not")))


def test_a_link_of_last_month_or_of_a_decided_application_says_so(browser: Browser, referee: Referee) -> None:
    with time_machine.travel(timezone.localtime() + timedelta(days=31), tick=False):
        assert "We need no answer any more" in text(browser.get(at(referee)))
    Application.objects.update(state="withdrawn", over_at=timezone.now())
    assert "We need no answer any more" in text(browser.get(at(referee)))


def test_a_link_we_never_wrote_leads_nowhere(browser: Browser, referee: Referee) -> None:
    for key in (referee.public_id, referee.public_id + "-" + "a" * 40, "nobody-at-all"):
        assert browser.get(reverse("public:reference", args=[key])).status_code == 404
        assert browser.post(reverse("public:reference_rather_not", args=[key])).status_code == 404


def test_a_flood_of_answers_is_stopped_and_the_words_stay(
    browser: Browser, referee: Referee, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "REFERENCE_PER_ADDRESS", trying.Limit("reference:address", 0, 3600))
    response = browser.post(at(referee), ANSWER)
    assert response.status_code == 429
    assert "Never late." in response.content.decode()
    assert "That is all right" in text(browser.post(at(referee, "reference_rather_not")))
    assert not Reference.objects.exists()
