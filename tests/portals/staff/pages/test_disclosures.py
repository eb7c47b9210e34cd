"""A check that showed something: first what it was, then what each of two leads thinks of it."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from onemm.people.models import Person
from onemm.portals.staff.forms.disclosures import OpinionForm
from onemm.portals.staff.pages.disclosures import DisclosurePage, DisclosuresPage, disclosure_page, disclosures_page
from onemm.recruitment.actions import weigh_check, write_disclosure_down
from onemm.recruitment.models import Application, Check, Disclosure
from onemm.web.cells import Tag
from tests.cast import Cast
from tests.conftest import Browser, text
from tests.factories.recruitment import a_check_to_weigh, two_leads_decide


@pytest.fixture
def check(cast: Cast, application: Application) -> Check:
    assert cast.noor
    return a_check_to_weigh(cast, application)


def page_of(check: Check, reader: Person) -> DisclosurePage:
    check = Check.objects.get(pk=check.pk)
    return disclosure_page(check, Disclosure.objects.filter(disclosed_by=check).first(), OpinionForm(), reader=reader)


def listed(reader: Person, address: str = "") -> DisclosuresPage:
    return disclosures_page(Check.objects.to_weigh_by(reader), QueryDict(address))


def said_so_far(page: DisclosuresPage) -> list[object]:
    return [row.cells[2].parts[0].plain for row in page.waiting.rows]


def test_nothing_stands_there_before_somebody_writes_it_down(cast: Cast, check: Check) -> None:
    page = page_of(check, cast.noor)
    assert (page.shown, page.opinions, page.notice) == (None, (), None)


def test_what_it_showed_is_there_until_it_is_let_go(cast: Cast, check: Check) -> None:
    write_disclosure_down(check=check, by=cast.noor, words="A caution, 1998.")
    shown = page_of(check, cast.noor).shown
    assert shown is not None
    assert (shown.words, shown.by.split(",")[0], shown.gone) == ("A caution, 1998.", cast.noor.full_name, None)
    Disclosure.objects.update(words="", erased_at="2026-05-02T12:00Z")
    shown = page_of(check, cast.noor).shown
    assert shown is not None
    assert shown.gone is not None
    assert "2 May 2026" in shown.gone.words[0]


@pytest.mark.parametrize(
    ("accept", "tag"),
    [(True, Tag("It does not stand in the way", "good")), (False, Tag("It stands in the way", "late"))],
)
def test_who_has_given_an_opinion_waits_for_another_lead(cast: Cast, check: Check, accept: bool, tag: Tag) -> None:
    weigh_check(check=check, by=cast.noor, accept=accept, reasons="Long ago.")
    page = page_of(check, cast.noor)
    assert page.notice is not None
    assert (page.notice.tone, page.opinions[0].tag) == ("wait", tag)
    assert page_of(check, cast.ada).notice is None, "another lead may still say what they think"
    check.opinions.update(reasons="")
    assert page_of(check, cast.noor).opinions[0].reasons == "The reasons were let go."


@pytest.mark.parametrize(("accept", "title"), [(True, "Accepted"), (False, "Refused")])
def test_what_is_decided_is_said_to_everybody(cast: Cast, check: Check, accept: bool, title: str) -> None:
    two_leads_decide(cast, check, accept=accept)
    notice = page_of(check, cast.noor).notice
    assert notice is not None
    assert notice.title == title


def test_the_list_says_who_has_spoken_and_moves_a_check_when_it_is_decided(cast: Cast, check: Check) -> None:
    page = listed(cast.noor)
    assert (said_so_far(page), page.decided) == (["Nobody yet"], None)
    weigh_check(check=check, by=cast.noor, accept=True, reasons="Long ago.")
    assert said_so_far(listed(cast.noor)) == [cast.noor.full_name]
    Check.objects.update(state=Check.State.ACCEPTED)
    page = listed(cast.noor)
    assert page.waiting.rows == ()
    assert page.decided is not None
    assert [part.plain for part in page.decided.rows[0].cells[1].parts] == ["Accepted"]


def test_a_lead_goes_through_both_forms_and_a_second_opinion_of_theirs_is_refused(
    browser: Browser, cast: Cast, check: Check
) -> None:
    address = reverse("staff:disclosure", args=[check.pk])
    browser.sign_in(cast.noor)
    assert "What does the certificate show?" in text(browser.get(address))
    assert "to put right" in text(browser.post(address, {"words": ""}))
    assert "Now say what you think" in text(browser.post(address, {"words": "A caution."}, follow=True))
    given = {"accept": "yes", "reasons": "Long ago."}
    assert "You have said what you think" in text(browser.post(address, given, follow=True))
    assert "one thing to put right" in text(browser.post(address, given))
    assert "Noor" in text(browser.get(reverse("staff:disclosures")))
    assert check.opinions.count() == 1
