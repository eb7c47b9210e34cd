"""The lists that staff find things in: employers, certificates, the log."""

import pytest
from django.urls import reverse

from onemm.audit.models import Entry
from onemm.learning.actions import issue_credential
from onemm.places.models import Organisation
from tests.cast import Cast
from tests.conftest import Browser, text
from tests.factories.learning import the_course

EMPLOYERS, CREDENTIALS, LOG = (reverse(f"staff:{name}") for name in ("employers", "credentials", "log"))


@pytest.fixture
def noor(browser: Browser, cast: Cast) -> Browser:
    return browser.sign_in(cast.noor)


def test_employers_are_found_by_name_and_taken_as_a_file_that_starts_no_formula(priya: Browser, cast: Cast) -> None:
    led = cast.ruth.grants.get().organisation
    Organisation.objects.create(name="=SUM(A1)", kind=Organisation.Kind.EMPLOYER, area=cast.area)
    page = text(priya.get(EMPLOYERS))
    assert page.index("=SUM(A1)") < page.index(led.name), "those where nobody leads stand on top"
    assert "=SUM(A1)" not in text(priya.get(EMPLOYERS, {"q": led.name[:6]}))
    assert "No employer has this in its name" in text(priya.get(EMPLOYERS, {"q": "nowhere"}))
    file = priya.get(EMPLOYERS, {"q": "SUM", "file": "csv"})
    assert file["Content-Type"].startswith("text/csv")
    assert file.content.decode("utf-8-sig").splitlines()[1].startswith("'=SUM(A1),Greater Manchester,0,20")
    assert not Entry.objects.filter(event="list:exported").exists(), "there is nobody in it"


def test_who_takes_the_certificates_as_a_file_is_in_the_log(noor: Browser, cast: Cast) -> None:
    issue_credential(person=cast.amina, course=the_course(), minutes=134)
    lines = noor.get(CREDENTIALS, {"file": "csv", "sort": "-name"}).content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Name,Course,Issued,State"
    assert lines[1].startswith(cast.amina.full_name)
    assert lines[1].endswith(",Valid")
    assert "List exported" in text(noor.get(LOG))
    assert noor.sign_in(cast.sam).get(CREDENTIALS, {"file": "csv"}).status_code == 403


def test_the_log_is_narrowed_by_event_and_by_row_and_says_who(noor: Browser, cast: Cast) -> None:
    issue_credential(person=cast.amina, course=the_course(), minutes=134)
    entry = Entry.objects.get(event="credential:issued")
    page = text(noor.get(LOG, {"event": "credential"}))
    assert "Credential issued" in page
    assert "Role granted" not in page
    assert f"?subject={entry.subject.replace(':', '%3A')}" in page
    assert "Credential issued" in text(noor.get(LOG, {"subject": entry.subject}))
    assert "Nothing like that was written down" in text(noor.get(LOG, {"event": "nothing"}))
    assert text(noor.get(LOG, {"after": "made up"})) is not None
