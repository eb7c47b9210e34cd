import pytest
from django.urls import reverse

from onemm.learning.actions import issue_credential
from onemm.learning.models import Credential
from onemm.people.actions.people import add_person
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.learning import do_unit, right_answers, the_course

FIGURES, LIST = reverse("staff:training"), reverse("staff:credentials")


@pytest.fixture
def credential(cast: Cast) -> Credential:
    return issue_credential(person=cast.amina, course=the_course(), minutes=134)


def test_figures_open_with_what_to_look_at_and_hide_small_counts(cast: Cast, browser: Browser) -> None:
    page = browser.sign_in(cast.priya).get(FIGURES).content.decode()
    assert "under 5" in page
    assert "Look at these first" not in page
    for number in range(6):
        person = add_person(first_name=f"P{number}", last_name="X", email=f"p{number}@example.org", by=None)
        do_unit(person)
    assert len(right_answers()) == 4
    page = browser.get(FIGURES).content.decode()
    assert "Your role and its edges" in page
    assert "Question by question" in page
    assert ">6<" in page


def test_each_course_has_its_figures_and_an_unknown_one_has_none(
    cast: Cast, browser: Browser, django_assert_max_num_queries: object
) -> None:
    browser.sign_in(cast.priya)
    with django_assert_max_num_queries(12):
        assert "Making the most of a mentor" in browser.get(FIGURES, {"course": "making-the-most"}).content.decode()
    assert browser.get(FIGURES, {"course": "none"}).status_code == 404


def test_noor_finds_a_certificate_and_revokes_it_with_a_reason(
    cast: Cast, browser: Browser, credential: Credential
) -> None:
    page = reverse("staff:credential", args=[credential.public_id])
    assert page in browser.sign_in(cast.noor).get(LIST, {"q": "amina"}).content.decode()
    assert "No certificate of that name" in browser.get(LIST, {"q": "nobody"}).content.decode()
    assert "Say why" in browser.post(page, {"why": ""}).content.decode()
    assert "Say why" in browser.post(page, {"why": "   "}).content.decode()
    assert browser.post(page, {"why": "The check was withdrawn."})["Location"] == page
    body = browser.get(page).content.decode()
    assert "The check was withdrawn." in body
    assert "Revoke this certificate" not in body


@pytest.mark.parametrize("who", ["priya", "sam", "amina", "tom"])
def test_nobody_else_revokes(cast: Cast, browser: Browser, credential: Credential, who: str) -> None:
    browser.sign_in(getattr(cast, who))
    assert browser.get(reverse("staff:credential", args=[credential.public_id])).status_code == 403
    assert browser.get(LIST).status_code == 403
