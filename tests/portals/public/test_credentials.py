import pytest
from django.urls import reverse

from onemm.learning.actions import issue_credential, revoke_credential, show_name
from onemm.learning.models import Credential
from onemm.learning.queries import badge_of
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.learning import the_course

CHECK = reverse("public:check_badge")


@pytest.fixture
def credential(cast: Cast) -> Credential:
    return issue_credential(person=cast.amina, course=the_course(), minutes=134)


def page_of(credential: Credential) -> str:
    return reverse("public:credential", args=[credential.public_id])


def test_whoever_has_the_address_sees_course_date_and_state_and_no_name(
    cast: Cast, browser: Browser, credential: Credential
) -> None:
    response = browser.get(page_of(credential))
    page = response.content.decode()
    assert "This certificate is valid" in page
    assert "Mentoring essentials" in page
    assert "134 minutes" in page
    assert cast.amina.full_name not in page
    assert "Amina" not in page
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_the_name_is_there_when_the_holder_wants_it(cast: Cast, browser: Browser, credential: Credential) -> None:
    show_name(credential=credential, shows=True, by=cast.amina)
    assert cast.amina.full_name in browser.get(page_of(credential)).content.decode()


def test_a_revoked_one_says_so_but_not_why(cast: Cast, browser: Browser, credential: Credential) -> None:
    status = reverse("public:credential_status", args=[credential.public_id])
    assert browser.get(status).json()["revokedCredential"] == []
    revoke_credential(credential=credential, why="A private reason.", by=cast.noor)
    page = browser.get(page_of(credential)).content.decode()
    assert "was revoked" in page
    assert "A private reason." not in page
    listed = browser.get(status)
    assert listed.json()["revokedCredential"][0]["id"].endswith(page_of(credential))
    assert b"private" not in listed.content


def test_a_guessed_address_finds_nothing(db: None, browser: Browser) -> None:
    assert browser.get("/credentials/aaaaaaaaaaaaaaaaaaaaaa/").status_code == 404
    assert browser.get("/credentials/aaaaaaaaaaaaaaaaaaaaaa/status/").status_code == 404


def test_a_pasted_badge_is_checked(cast: Cast, browser: Browser, credential: Credential) -> None:
    token = badge_of(credential)
    assert "Paste the badge here." in browser.post(CHECK).content.decode()
    assert "true and valid" in browser.post(CHECK, {"token": f"  {token}\n"}).content.decode()
    head, body, signature = token.split(".")
    changed = f"{head}.{body[:-4]}AAAA.{signature}"
    for false in (changed, "nonsense", f"{head}.{body}."):
        assert "This is not a badge of ours" in browser.post(CHECK, {"token": false}).content.decode()
    revoke_credential(credential=credential, why="Wrong person.", by=cast.noor)
    assert "This badge was revoked" in browser.post(CHECK, {"token": token}).content.decode()


def test_others_can_fetch_who_we_are_and_our_key_and_never_its_private_half(db: None, browser: Browser) -> None:
    key = browser.get(reverse("public:badge_key")).json()
    assert (key["kty"], key["alg"]) == ("RSA", "RS256")
    assert not {"d", "p", "q", "dp", "dq", "qi"} & set(key)
    assert browser.get(reverse("public:badge_issuer")).json()["name"] == "One Million Mentors"
