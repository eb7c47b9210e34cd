from typing import Any

import pytest
from django.urls import reverse

from onemm.audit.models import Entry
from onemm.learning.actions import issue_credential, revoke_credential
from onemm.learning.models import Credential
from onemm.learning.queries import checked_badge
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.learning import ESSENTIALS, the_course

PAGE, PDF, BADGE = (
    reverse(f"mentor:{name}", args=[ESSENTIALS]) for name in ("certificate", "certificate_pdf", "badge")
)


@pytest.fixture
def credential(cast: Cast) -> Credential:
    return issue_credential(person=cast.amina, course=the_course(), minutes=134)


def test_the_certificate_is_a_pdf_with_its_text_and_its_download_is_written_down(
    cast: Cast, browser: Browser, credential: Credential
) -> None:
    response = browser.sign_in(cast.amina).post(PDF)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="certificate-mentoring-essentials.pdf"'
    assert response.content.startswith(b"%PDF-")
    assert b"pdfuaid" in response.content  # it says of itself that it can be read aloud
    assert len(response.content) < 100_000
    assert browser.post(PDF).status_code == 200
    assert [entry.detail["what"] for entry in Entry.objects.filter(event="credential:downloaded")] == [
        "certificate",
        "certificate",
    ]


def test_the_badge_that_is_downloaded_verifies(cast: Cast, browser: Browser, credential: Credential) -> None:
    response: Any = browser.sign_in(cast.amina).post(BADGE)
    assert response["Content-Type"] == "application/vc+jwt"
    assert checked_badge(response.content.decode()) == credential


def test_the_name_is_shown_by_choice_and_hidden_again(cast: Cast, browser: Browser, credential: Credential) -> None:
    assert "but <b>not your name</b>" in browser.sign_in(cast.amina).get(PAGE).content.decode()
    browser.post(PAGE, {"shows": "yes"})
    assert "and <b>your name</b>" in browser.get(PAGE).content.decode()
    browser.post(PAGE, {"shows": "no"})
    credential.refresh_from_db()
    assert not credential.shows_name


def test_a_revoked_one_says_why_and_is_not_given_out(cast: Cast, browser: Browser, credential: Credential) -> None:
    revoke_credential(credential=credential, why="The check was withdrawn.", by=cast.noor)
    assert "The check was withdrawn." in browser.sign_in(cast.amina).get(PAGE).content.decode()
    for way in (PDF, BADGE):
        assert browser.post(way).status_code == 409


def test_another_mentor_finds_nothing(cast: Cast, browser: Browser, credential: Credential) -> None:
    assert browser.sign_in(cast.other_mentor).get(PAGE)["Location"] == reverse("mentor:training")
    for way in (PDF, BADGE):
        assert browser.post(way).status_code == 404
    assert browser.sign_in(cast.noor).get(PAGE).status_code == 403
