"""An employer's pages, as its lead, another's lead, a colleague and a stranger find them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from onemm.jobs.models import Job
from onemm.lib.tasks import run_waiting
from onemm.outreach.actions import let_employer_see_name, make_staff_link
from onemm.outreach.models import Campaign, Invitation
from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.places.models import Organisation
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.outreach import an_application_from

pytestmark = pytest.mark.django_db


def place(cast: Cast, name: str = "place") -> str:
    return reverse(f"employer:{name}", args=[cast.employer.public_id])


def send(browser: Browser, cast: Cast, content: bytes, **changes: object) -> object:
    file = SimpleUploadedFile("staff.csv", content, content_type="text/csv")
    answer = browser.post(place(cast, "invite"), {"file": file, "told": "on", **changes})
    run_waiting()
    return browser.get(answer["Location"]) if answer.status_code == 302 else answer


def of_list(cast: Cast, name: str) -> str:
    """An address of the newest list."""
    return reverse(f"employer:{name}", args=[cast.employer.public_id, Job.objects.first().public_id])


def another_lead(cast: Cast) -> Person:
    works = Organisation.objects.create(kind="employer", name="Penarth Pier Company", area=cast.other_area)
    person = Person.objects.create_user(email="rhys@example.org", first_name="Rhys")
    grant_role(person=person, role=Role.EMPLOYER_LEAD, organisation=works, by=None)
    return person


def test_the_lead_comes_home_to_their_employer(browser: Browser, cast: Cast) -> None:
    browser.sign_in(cast.ruth)
    assert browser.get(reverse("public:home_of"))["Location"] == reverse("employer:home")
    assert browser.get(reverse("employer:home"))["Location"] == place(cast)
    page = browser.get(place(cast)).text
    assert "Ask your people" in page
    assert "fewer than 5" in page


def test_who_leads_at_two_employers_chooses(browser: Browser, cast: Cast) -> None:
    works = Organisation.objects.create(kind="employer", name="Salford Docks", area=cast.area)
    grant_role(person=cast.ruth, role=Role.EMPLOYER_LEAD, organisation=works, by=None)
    page = browser.sign_in(cast.ruth).get(reverse("employer:home")).text
    assert "Salford Docks" in page
    assert "Northern Rail Works" in page


def test_the_lead_makes_a_staff_link_with_a_code(browser: Browser, cast: Cast) -> None:
    page = browser.sign_in(cast.ruth).post(place(cast, "staff_link"), follow=True).text
    link = Campaign.objects.get(employer=cast.employer)
    assert f"/from/{link.slug}/" in page
    assert link.code_word in page


def test_a_list_becomes_letters_and_bad_rows_come_back(browser: Browser, cast: Cast) -> None:
    browser.sign_in(cast.ruth)
    page = send(browser, cast, b"email,first_name\nbea@works.example,Bea\nnot-an-address,Cal\n=1+1,Dot\n").text
    assert "Some rows need you" in page
    assert "This is not an e-mail address." in page
    assert Invitation.objects.count() == 1
    rows = browser.get(of_list(cast, "invite_refused"))
    assert rows["Content-Type"].startswith("text/csv")
    assert "'=1+1" in rows.text
    assert "3 rows, 2 refused" in browser.get(place(cast, "invite")).text


def test_a_whole_list_and_the_same_again(browser: Browser, cast: Cast) -> None:
    browser.sign_in(cast.ruth)
    assert "The letters are on their way" in send(browser, cast, b"email\nbea@works.example\n").text
    send(browser, cast, b"email\nbea@works.example\n")
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "changes", "words"),
    [
        (b"name\nBea\n", {}, "Missing: email"),
        (b"email\n\0", {}, "not a text file"),
        (b"email\n" + b"x" * 300_000, {}, "larger than 256 KB"),
        (b"email\nbea@works.example\n", {"told": ""}, "tick this"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_sent(
    browser: Browser, cast: Cast, content: bytes, changes: dict[str, object], words: str
) -> None:
    page = send(browser.sign_in(cast.ruth), cast, content, **changes)
    assert words in page.text
    assert not Invitation.objects.exists()


def test_the_empty_list_has_the_columns(browser: Browser, cast: Cast) -> None:
    assert browser.sign_in(cast.ruth).get(reverse("employer:invite_template")).text.startswith("\ufeffemail,first_name")


def test_the_lead_sees_a_name_only_when_its_owner_says_so(browser: Browser, cast: Cast) -> None:
    an_application_from(cast.lena, make_staff_link(employer=cast.employer, by=cast.ruth))
    browser.sign_in(cast.ruth)
    assert "Lena" not in browser.get(place(cast)).text
    let_employer_see_name(person=cast.lena)
    assert "Lena Novak" in browser.get(place(cast)).text


def test_another_employers_lead_finds_nothing_here(browser: Browser, cast: Cast) -> None:
    send(browser.sign_in(cast.ruth), cast, b"email\nnot-an-address\n")
    browser.sign_in(another_lead(cast))
    for address in (
        place(cast),
        place(cast, "invite"),
        of_list(cast, "invite_report"),
        of_list(cast, "invite_refused"),
    ):
        assert browser.get(address).status_code == 404
    assert browser.post(of_list(cast, "invite_stop")).status_code == 404
    assert browser.post(place(cast, "staff_link")).status_code == 404


def test_one_employers_report_is_not_shown_at_another(browser: Browser, cast: Cast) -> None:
    works = Organisation.objects.create(kind="employer", name="Salford Docks", area=cast.area)
    grant_role(person=cast.ruth, role=Role.EMPLOYER_LEAD, organisation=works, by=None)
    send(browser.sign_in(cast.ruth), cast, b"email\nnot-an-address\n")
    other = reverse("employer:invite_report", args=[works.public_id, Job.objects.get().public_id])
    assert browser.get(other).status_code == 404
    assert "refused" not in browser.get(reverse("employer:invite", args=[works.public_id])).text


def test_a_list_of_letters_can_be_stopped(browser: Browser, cast: Cast) -> None:
    file = SimpleUploadedFile("staff.csv", b"email\nbea@works.example\n", content_type="text/csv")
    report = browser.sign_in(cast.ruth).post(place(cast, "invite"), {"file": file, "told": "on"})["Location"]
    assert "0 of 1 rows" in browser.get(report).text
    page = browser.post(of_list(cast, "invite_stop"), follow=True).text
    assert "1 row was not reached. Send the list again: nobody is written to twice." in page
    run_waiting()
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("who", ["lena", "amina", "sam", "priya"])
def test_others_have_no_way_in(browser: Browser, cast: Cast, who: str) -> None:
    browser.sign_in(getattr(cast, who))
    assert browser.get(place(cast)).status_code == 403
    assert browser.post(place(cast, "invite")).status_code == 403


def test_a_partner_is_no_employer_even_to_its_lead(browser: Browser, cast: Cast) -> None:
    grant_role(person=cast.ruth, role=Role.EMPLOYER_LEAD, organisation=cast.partner, by=None)
    assert browser.sign_in(cast.ruth).get(reverse("employer:place", args=[cast.partner.public_id])).status_code == 404


def test_the_page_stays_within_twelve_queries(
    browser: Browser, cast: Cast, django_assert_max_num_queries: object
) -> None:
    make_staff_link(employer=cast.employer, by=cast.ruth)
    browser.sign_in(cast.ruth)
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # pytest-django's fixture
        browser.get(place(cast))
