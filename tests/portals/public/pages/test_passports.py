"""What a check of a passport says, and when it tells what the passport says."""

from datetime import UTC, date, datetime

import pytest

from onemm.clearance.rules import Outcome, Says, Trained, Verdict
from onemm.portals.public.forms.passports import CheckAPassport
from onemm.portals.public.pages.passports import CheckPage, check_page, passport_page

SAYS = Says(
    name="Amina Yusuf",
    check_level="Enhanced",
    checked_on=date(2026, 3, 1),
    approved_on=date(2026, 3, 9),
    training=(Trained("Mentoring essentials", "3", 120, date(2026, 3, 5)),),
    issued_at=datetime(2026, 3, 10, 12, tzinfo=UTC),
    ends_at=datetime(2026, 9, 1, 12, tzinfo=UTC),
)


def page_of(verdict: Verdict | None = None, lists: int = 1) -> CheckPage:
    return check_page(CheckAPassport(), verdict, range(1, lists + 1))


@pytest.mark.parametrize(
    ("outcome", "tone", "title", "tells"),
    [
        (Outcome.VALID, "good", "This passport is true and valid", True),
        (Outcome.REVOKED, "late", "This passport is no longer valid", False),
        (Outcome.EXPIRED, "late", "This passport has run out", False),
        (Outcome.NOT_OURS, "late", "This is not a passport of ours", False),
    ],
)
def test_only_a_valid_passport_says_what_it_says(outcome: Outcome, tone: str, title: str, *, tells: bool) -> None:
    finding = page_of(Verdict(outcome, "", SAYS)).finding
    assert finding is not None
    assert (finding.tone, finding.title, bool(finding.says)) == (tone, title, tells)


def test_before_anything_is_judged_there_is_no_finding() -> None:
    assert page_of().finding is None


def test_what_a_passport_says_stands_in_lines() -> None:
    lines = [(line.label, line.words) for line in passport_page(SAYS).says]
    assert lines[1] == ("Check", "Enhanced, dated 1 March 2026")
    assert ("Training", "Mentoring essentials, 120 minutes, passed 5 March 2026") in lines
    assert lines[-1] == ("Valid until", "1 September 2026")


def test_one_that_stands_no_longer_says_nothing() -> None:
    page = passport_page(None)
    assert (page.title, page.says) == ("Mentor passport: no longer valid", ())


def test_one_list_is_linked_alone_and_several_by_number() -> None:
    assert page_of().only_list.endswith("/passports/ended/1/")
    page = page_of(lists=2)
    assert page.only_list == ""
    assert [(ended.name, ended.after) for ended in page.lists] == [
        ("list 1", ","),
        ("list 2", "; a passport names its own."),
    ]
