"""What a safeguarding lead may do about a concern goes by how far it has come."""

from collections.abc import Callable

import pytest
from django.http import QueryDict

from onemm.portals.staff.forms.concerns import OutcomeForm, TriageForm
from onemm.portals.staff.pages.concerns import ConcernPage, concern_page, concerns_page
from onemm.safeguarding.actions import close_concern, impose_restriction
from onemm.safeguarding.models import Concern
from tests.cast import Cast
from tests.factories.mentoring import an_active_match
from tests.factories.safeguarding import a_concern, a_triaged_concern, an_open_case


def closed(cast: Cast) -> Concern:
    concern = an_open_case(cast)
    close_concern(concern=concern, by=cast.noor, outcome="All are well.")
    return Concern.objects.get(pk=concern.pk)


def ways(page: ConcernPage) -> set[str]:
    return {name for name in ("triage", "open_url", "close") if getattr(page.ways, name)}


def fact(page: ConcernPage, label: str) -> str:
    return "; ".join(fact.words for fact in page.facts if fact.label == label)


@pytest.mark.parametrize(
    ("make", "state", "may"),
    [
        (a_concern, "Not read yet", {"triage"}),
        (a_triaged_concern, "Triaged", {"open_url", "close"}),
        (an_open_case, "Case open", {"close"}),
        (closed, "Closed", set()),
    ],
)
def test_each_stage_offers_only_what_may_come_next(
    cast: Cast, make: Callable[[Cast], Concern], state: str, may: set[str]
) -> None:
    page = concern_page(make(cast))
    assert (page.state, ways(page)) == (state, may)


@pytest.mark.parametrize(
    ("state", "urgency", "pressure"),
    [
        ("raised", "danger", "late"),
        ("raised", "soon", "wait"),
        ("raised", "unsure", "wait"),
        ("triaged", "danger", ""),
        ("case_open", "danger", ""),
        ("closed", "danger", ""),
    ],
)
def test_only_what_nobody_has_read_presses(state: str, urgency: str, pressure: str) -> None:
    assert Concern(state=state, urgency=urgency).pressure == pressure


def test_what_is_known_is_said_and_what_need_not_be_is_left_out(cast: Cast) -> None:
    page = concern_page(a_concern(cast, about=cast.amina, by=cast.theo))
    assert fact(page, "About") == "Amina Yusuf (A mentor)"
    assert fact(page, "Raised by") == cast.theo.full_name
    assert {fact.label for fact in page.facts} == {"Raised", "About", "Raised by", "How to reach them"}
    page = concern_page(closed(cast))
    assert fact(page, "About") == "A mentor"
    assert fact(page, "Raised by") == "Somebody who was not signed in"
    assert "by Noor" in fact(page, "Read")
    assert [fact.small.split(", ")[-1] for fact in page.facts if fact.label == "Outcome"] == [cast.noor.full_name]
    assert fact(concern_page(Concern(state="raised", urgency="soon", words="x")), "About") == "Not said"


def test_a_form_that_was_sent_in_vain_stands_where_it_was(cast: Cast) -> None:
    sent = TriageForm({"urgency": ""})
    page = concern_page(a_concern(cast), sent=sent)
    assert page.ways.triage is not None
    assert (page.sent, page.ways.triage.form) == (sent, sent)
    outcome = OutcomeForm({"outcome": ""})
    page = concern_page(an_open_case(cast), sent=outcome)
    assert page.ways.close is not None
    assert page.ways.close.form is outcome


def test_contact_that_is_paused_can_only_be_let_go_on(cast: Cast) -> None:
    an_active_match(cast)
    concern = a_triaged_concern(cast, about=cast.theo)
    impose_restriction(person=cast.amina, by=cast.noor, reason="Met alone.", concern=concern)
    page = concern_page(concern)
    assert [(paused.name, paused.reason) for paused in page.contact.paused] == [("Amina Yusuf", "Met alone.")]
    assert page.contact.restrict is not None
    offered = page.contact.restrict.form.fields["person"].choices  # type: ignore[attr-defined]  # a choice field
    assert [label.split(":")[0] for _, label in offered] == [cast.theo.full_name]


@pytest.mark.parametrize(("who", "says"), [("", "Find somebody in a pair by name first."), ("Zzz", "that name")])
def test_where_nobody_is_found_there_is_nobody_to_pause(cast: Cast, who: str, says: str) -> None:
    page = concern_page(a_concern(cast), who=who)
    assert page.contact.restrict is None
    assert says in page.contact.nobody


def test_the_list_says_how_many_wait_and_leads_to_those_that_are_closed(cast: Cast) -> None:
    closed(cast)
    page = concerns_page(cast.noor, QueryDict())
    assert page.title == "Every concern has been answered"
    assert page.table.rows == ()
    a_concern(cast)
    page = concerns_page(cast.noor, QueryDict())
    assert (page.title, len(page.table.rows), page.back) == ("1 waiting for an answer", 1, "")
    page = concerns_page(cast.noor, QueryDict(page.closed_url.partition("?")[2]))
    assert (page.title, len(page.table.rows), page.closed_url) == ("Concerns that are closed", 1, "")


def test_the_open_ones_can_be_read_in_the_order_they_were_raised(cast: Cast) -> None:
    an_open_case(cast)
    a_concern(cast, urgency="danger")
    assert [row.tone for row in concerns_page(cast.noor, QueryDict()).table.rows] == ["late", ""]
    assert [row.tone for row in concerns_page(cast.noor, QueryDict("sort=raised")).table.rows] == ["", "late"]
