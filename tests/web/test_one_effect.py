"""A form sent twice has one effect: double click, back button, retry after a cut connection, and several at once."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from onemm.safeguarding.models import Concern
from onemm.web import gate
from onemm.web.actions import forget_old_submissions
from onemm.web.models import Submission
from tests.cast import Cast
from tests.conftest import Browser
from tests.racing import at_once

WORRY = {"words": "Something does not feel right", "urgency": "unsure", "about_whom": "", "reply_to": ""}


def raise_concern(browser: Browser, token: str) -> tuple[int, str]:
    response = browser.post(reverse("public:concern"), {**WORRY, "form_token": token})
    return response.status_code, response.get("Location", "")


@pytest.mark.django_db
def test_the_same_form_sent_twice_has_one_effect_and_one_answer(browser: Browser) -> None:
    token = str(uuid.uuid4())
    assert raise_concern(browser, token) == raise_concern(browser, token)
    assert Concern.objects.count() == 1


@pytest.mark.django_db
def test_two_forms_have_two_effects(browser: Browser) -> None:
    raise_concern(browser, str(uuid.uuid4()))
    raise_concern(browser, str(uuid.uuid4()))
    assert Concern.objects.count() == 2


@pytest.mark.django_db
def test_a_form_that_came_back_with_errors_can_be_sent_again(browser: Browser) -> None:
    token = str(uuid.uuid4())
    assert browser.post(reverse("public:concern"), {**WORRY, "words": "", "form_token": token}).status_code == 200
    assert raise_concern(browser, token)[0] == 302
    assert Concern.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["", "not a token"])
def test_a_form_without_its_token_does_nothing_and_says_so(browser: Browser, token: str) -> None:
    response = browser.post(reverse("public:concern"), {**WORRY, "form_token": token})
    assert response.status_code == 400
    assert "too old" in response.text
    assert Concern.objects.count() == 0


def test_somebody_elses_answer_is_not_given_away(browser: Browser, cast: Cast) -> None:
    token = str(uuid.uuid4())
    raise_concern(browser.sign_in(cast.amina), token)
    assert raise_concern(Browser().sign_in(cast.lena), token) == (302, reverse("public:concern"))
    assert Concern.objects.count() == 1


@pytest.mark.django_db
def test_old_tokens_are_forgotten(browser: Browser) -> None:
    raise_concern(browser, str(uuid.uuid4()))
    assert "at" in str(Submission.objects.get())
    assert forget_old_submissions() == 0
    with time_machine.travel(timezone.now() + timedelta(days=3), tick=False):
        assert forget_old_submissions() == 1


def eight_at_once(token: str) -> list[int]:
    return at_once(*[lambda: raise_concern(Browser(), token)[0]] * 8)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_eight_at_once_have_one_effect() -> None:
    assert set(eight_at_once(str(uuid.uuid4()))) == {302}
    assert Concern.objects.count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_without_the_token_eight_at_once_would_have_eight_effects(monkeypatch: pytest.MonkeyPatch) -> None:
    def always_new(*, token: uuid.UUID, person: object, path: str) -> tuple[Submission, bool]:
        return Submission.objects.create(token=uuid.uuid4(), path=path), True

    monkeypatch.setattr(gate, "claim_submission", always_new)
    eight_at_once(str(uuid.uuid4()))
    assert Concern.objects.count() == 8
