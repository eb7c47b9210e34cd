"""A mentor's page about their passport: theirs alone, shown by choice, and saying nothing of why one ended."""

from datetime import timedelta

import pytest
from django.urls import reverse

from onemm.audit.models import Entry
from onemm.clearance.actions import issue_passport
from onemm.clearance.models import Passport
from onemm.clearance.queries.passports import checked_passport
from onemm.lib.clock import today
from onemm.recruitment.models import Check
from onemm.safeguarding.actions import impose_restriction
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.mentoring import a_ready_mentor
from tests.factories.recruitment import an_application_in_screening

PAGE, ISSUE, FILE, SHEET, SHOW, END = (
    reverse(f"mentor:{name}")
    for name in ("passport", "passport_issue", "passport_file", "passport_sheet", "passport_show", "passport_end")
)


@pytest.fixture
def amina(cast: Cast, browser: Browser) -> Browser:
    a_ready_mentor(cast)
    return browser.sign_in(cast.amina)


def test_a_ready_mentor_gets_one_reads_it_and_takes_it_along(amina: Browser) -> None:
    assert "Get my passport" in amina.get(PAGE).content.decode()
    page = amina.post(ISSUE, follow=True).content.decode()
    assert "Enhanced, dated" in page
    assert (today() + timedelta(days=180)).strftime("%-d %B %Y") in page
    assert "Mentoring essentials" in page
    file = amina.post(FILE)
    assert file["Content-Disposition"] == 'attachment; filename="mentor-passport.jwt"'
    assert checked_passport(file.content.decode()).outcome == "valid"
    assert [entry.detail["what"] for entry in Entry.objects.filter(event="passport:taken")] == ["file"]


def test_its_page_is_open_only_while_she_wants_it(amina: Browser) -> None:
    amina.post(ISSUE)
    address = reverse("public:passport", args=[Passport.objects.get().key])
    assert address not in amina.get(PAGE).content.decode()
    assert Browser().get(address).status_code == 404
    assert address in amina.post(SHOW, {"shows": "yes"}, follow=True).content.decode()
    assert "This passport is valid" in Browser().get(address).content.decode()
    amina.post(SHOW, {"shows": "no"})
    assert Browser().get(address).status_code == 404


def test_the_sheet_is_a_pdf_that_can_be_read_aloud_and_opens_the_page_it_leads_to(amina: Browser) -> None:
    amina.post(ISSUE)
    sheet = amina.post(SHEET)
    assert (sheet["Content-Type"], sheet.content[:5]) == ("application/pdf", b"%PDF-")
    assert b"pdfuaid" in sheet.content
    assert len(sheet.content) < 100_000
    assert Passport.objects.get().is_shown


def test_ending_it_ends_it_and_nothing_can_be_taken(amina: Browser) -> None:
    amina.post(ISSUE)
    assert "The one you had is no longer valid." in amina.post(END, follow=True).content.decode()
    for way in (FILE, SHEET):
        assert amina.post(way).status_code == 409
    assert amina.post(ISSUE).status_code == 302
    assert Passport.objects.count() == 2


def test_whoever_is_on_the_way_reads_when_it_comes(cast: Cast, browser: Browser) -> None:
    an_application_in_screening(cast, cast.amina)
    page = browser.sign_in(cast.amina).get(PAGE).content.decode()
    assert "It comes when you are approved and trained" in page
    assert "Get my passport" not in page
    assert browser.post(ISSUE).status_code == 409
    assert browser.post(FILE).status_code == 404


def test_a_restriction_and_a_check_that_ran_out_read_the_same(cast: Cast) -> None:
    pages = []
    for mentor, lost in ((cast.amina, "restriction"), (cast.other_mentor, "check")):
        issue_passport(person=a_ready_mentor(cast, mentor))
        if lost == "restriction":
            impose_restriction(person=mentor, by=cast.noor, reason="Asked a young person home.")
        else:
            Check.objects.filter(application__person=mentor).update(expires_on=today())
        browser = Browser().sign_in(mentor)
        page = browser.get(PAGE).content.decode()
        pages.append(page[page.index("<main") : page.index("</main")])
        assert browser.post(ISSUE).status_code == 409
    assert "There is no valid passport just now" in pages[0]
    assert pages[0] == pages[1]
    assert "restrict" not in pages[0].lower()


def test_the_home_page_leads_there(amina: Browser) -> None:
    assert PAGE in amina.get(reverse("mentor:home")).content.decode()


def test_another_mentor_never_reaches_hers(cast: Cast, amina: Browser) -> None:
    amina.post(ISSUE)
    other = Browser().sign_in(cast.other_mentor)
    assert "Amina" not in other.get(PAGE).content.decode()
    for way in (FILE, SHEET, SHOW):
        assert other.post(way).status_code == 404
    other.post(END)
    assert Passport.objects.get().ended_at is None
