"""What another organisation sees of a passport: what its holder shows, whether it stands, and nothing else."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from onemm.clearance.actions import end_passports_of, issue_passport, show_passport
from onemm.clearance.models import Passport
from onemm.clearance.queries.passports import file_of
from onemm.clearance.rules import places_in
from onemm.lib import signing
from onemm.people.actions.trying import PASSPORT_PER_ADDRESS
from onemm.safeguarding.actions import impose_restriction
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.mentoring import a_ready_mentor

CHECK = reverse("public:passports")


@pytest.fixture
def passport(cast: Cast) -> Passport:
    cache.clear()
    passport = issue_passport(person=a_ready_mentor(cast))
    show_passport(passport=passport, shows=True, by=cast.amina)
    return passport


def page_of(passport: Passport) -> str:
    return reverse("public:passport", args=[passport.key])


def test_whoever_has_the_address_sees_what_it_says(browser: Browser, passport: Passport) -> None:
    response = browser.get(page_of(passport))
    for words in ("This passport is valid", "Amina Yusuf", "Enhanced, dated", "Mentoring essentials"):
        assert words in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Cache-Control"] == "no-store, private"


def test_a_restriction_leaves_a_page_that_says_only_no_longer_valid(
    cast: Cast, browser: Browser, passport: Passport
) -> None:
    impose_restriction(person=cast.amina, by=cast.noor, reason="Asked a young person home.")
    restricted = browser.get(page_of(passport)).content.decode()
    assert "This passport is no longer valid" in restricted
    for words in ("Amina", "restrict", "Enhanced"):
        assert words not in restricted
    other = issue_passport(person=a_ready_mentor(cast, cast.other_mentor))
    show_passport(passport=other, shows=True, by=cast.other_mentor)
    end_passports_of(person_id=cast.other_mentor.pk, by=cast.other_mentor)
    assert browser.get(page_of(other)).content.decode() == restricted, "her own wish reads the same"


def test_closed_unknown_and_misspelt_answer_alike_and_trying_stops(
    cast: Cast, browser: Browser, passport: Passport
) -> None:
    show_passport(passport=passport, shows=False, by=cast.amina)
    answers = [
        browser.get(address)
        for address in (page_of(passport), "/passports/aaaaaaaaaaaaaaaaaaaaaa/", f"{page_of(passport)[:-2]}/")
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert answers[0].content.replace(page_of(passport).encode(), b"") == answers[1].content.replace(
        b"/passports/aaaaaaaaaaaaaaaaaaaaaa/", b""
    )
    for _ in range(PASSPORT_PER_ADDRESS.times - 3):
        browser.get("/passports/aaaaaaaaaaaaaaaaaaaaaa/")
    show_passport(passport=passport, shows=True, by=cast.amina)
    stopped = browser.get(page_of(passport))
    assert stopped.status_code == 429
    assert "Amina" not in stopped.content.decode()
    stopped = browser.post(CHECK, {"token": file_of(passport)})
    assert stopped.status_code == 429
    assert "Amina" not in stopped.content.decode()
    assert Browser(REMOTE_ADDR="10.0.0.9").get(page_of(passport)).status_code == 200


def test_a_file_is_checked_pasted_or_sent(cast: Cast, browser: Browser, passport: Passport) -> None:
    token = file_of(passport)
    assert "Choose the file, or paste what is in it." in browser.post(CHECK).content.decode()
    assert "true and valid" in browser.post(CHECK, {"token": f" {token}\n"}).content.decode()
    assert (
        "Amina Yusuf"
        in browser.post(CHECK, {"file": SimpleUploadedFile("passport.jwt", token.encode())}).content.decode()
    )
    for false in (token[:-8] + "AAAAAAAA", "nonsense", signing.sign({"jti": "x"})):
        assert "This is not a passport of ours" in browser.post(CHECK, {"token": false}).content.decode()
    for sent in (b"\xff\xfe\x00picture", b"x" * 20_001):
        answer = browser.post(CHECK, {"file": SimpleUploadedFile("photo.jpg", sent)})
        assert answer.status_code == 200
        assert "true and valid" not in answer.content.decode()
    impose_restriction(person=cast.amina, by=cast.noor, reason="x")
    ended = browser.post(CHECK, {"token": token}).content.decode()
    assert "This passport is no longer valid" in ended
    assert "Amina" not in ended


def test_a_file_whose_time_is_over_says_so(browser: Browser, passport: Passport) -> None:
    import time_machine

    token = file_of(passport)
    with time_machine.travel(passport.issued_at.replace(year=passport.issued_at.year + 2), tick=False):
        assert "This passport has run out" in browser.post(CHECK, {"token": token}).content.decode()


def test_keys_and_lists_are_there_for_everybody_and_hold_no_secret(
    cast: Cast, browser: Browser, passport: Passport
) -> None:
    (key,) = browser.get(reverse("public:passport_keys")).json()["keys"]
    assert key["kty"] == "RSA"
    assert not {"d", "p", "q", "dp", "dq", "qi"} & set(key)
    address = reverse("public:passport_list", args=[1])
    listed = signing.read(browser.get(address).content.decode())
    assert places_in(listed["credentialSubject"]["encodedList"]) == frozenset()
    end_passports_of(person_id=cast.amina.pk, by=None)
    assert signing.read(browser.get(address).content.decode()) == listed, "one answer serves everybody for a minute"
    cache.clear()
    text = browser.get(address).content.decode()
    assert places_in(signing.read(text)["credentialSubject"]["encodedList"]) == {passport.place}
    assert passport.key not in str(signing.read(text))
    assert browser.get(reverse("public:passport_list", args=[2])).status_code == 404
    assert browser.get(reverse("public:passport_list", args=[0])).status_code == 404


def test_the_page_leads_to_keys_and_lists(browser: Browser, passport: Passport) -> None:
    page = browser.get(CHECK).content.decode()
    for name, arguments in (("passport_keys", []), ("passport_list", [1])):
        assert reverse(f"public:{name}", args=arguments) in page
    Passport.objects.update(list_number=2)
    assert reverse("public:passport_list", args=[2]) in browser.get(CHECK).content.decode()


def test_the_form_says_that_one_of_the_two_is_needed(db: None, browser: Browser) -> None:
    page = browser.get(CHECK).content.decode()
    assert page.count("one of the two is needed") == 2
    assert "you may skip this" not in page
