"""What anyone sees of a certificate, and what a check of a badge says."""

import pytest

from onemm.learning.actions import issue_credential, revoke_credential, show_name
from onemm.learning.models import Credential
from onemm.portals.public.forms.credentials import CheckABadge
from onemm.portals.public.pages.credentials import NO_NAME, Finding, checked_page, credential_page
from tests.cast import Cast
from tests.factories.learning import the_course


@pytest.fixture
def credential(cast: Cast) -> Credential:
    return issue_credential(person=cast.amina, course=the_course(), minutes=134)


def finding_on(credential: Credential | None) -> Finding:
    finding = checked_page(CheckABadge(), credential).finding
    assert finding is not None
    return finding


@pytest.mark.parametrize("shows", [True, False])
def test_the_name_is_there_only_while_its_holder_shows_it(cast: Cast, credential: Credential, *, shows: bool) -> None:
    show_name(credential=credential, shows=shows, by=cast.amina)
    assert credential_page(credential).facts.name == (cast.amina.full_name if shows else NO_NAME)


def test_a_valid_one_stands(credential: Credential) -> None:
    page = credential_page(credential)
    assert (page.title, page.stands, page.facts.revoked_on) == (f"{credential.course_title}: valid", True, "")
    assert (finding_on(credential).tone, finding_on(credential).title) == ("good", "This badge is true and valid")


def test_a_revoked_one_says_since_when(cast: Cast, credential: Credential) -> None:
    revoke_credential(credential=credential, why="Issued by mistake.", by=cast.priya)
    credential.refresh_from_db()
    page = credential_page(credential)
    assert (page.title, page.stands) == (f"{credential.course_title}: revoked", False)
    assert page.facts.revoked_on.startswith("on ")
    assert (finding_on(credential).tone, finding_on(credential).title) == ("late", "This badge was revoked")


def test_one_that_we_did_not_sign_tells_no_facts() -> None:
    assert (finding_on(None).title, finding_on(None).facts) == ("This is not a badge of ours", None)
