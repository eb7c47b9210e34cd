"""Amina is asked about Theo, and Theo about Amina: why, and yes or no.

Each behind their own door, and neither behind the other's.
"""

import pytest

from onemm.matching.actions import answer_as_mentor, answer_as_young_person
from onemm.matching.models import Proposal
from onemm.safeguarding.models import Restriction
from tests.factories.matching import a_match_from_a_proposal, a_suggested_pair, an_offered_pair, fresh

DOORS = pytest.mark.parametrize(("door", "who", "other"), [("mentor", "amina", "theo"), ("young", "theo", "amina")])
WHY = {
    "amina": "You work in engineering, which is what Theo hopes to do",
    "theo": "Amina works in engineering, which is what you hope to do",
}


def url_of(proposal, door):
    return f"/{door}/proposals/{proposal.public_id}/"


@DOORS
def test_the_page_says_why_without_score_surname_or_contact(
    browser, cast, door, who, other, django_assert_max_num_queries
):
    proposal, met = an_offered_pair(cast), getattr(cast, other)
    browser.sign_in(getattr(cast, who))
    with django_assert_max_num_queries(12):
        page = browser.get(url_of(proposal, door))
    assert f"Would you like to meet {met.first_name}?" in page.text
    assert WHY[who] in page.text
    for hidden in (met.last_name + "<", "@example.org", f"{proposal.score // 10} of 100", "OL1 1UL", "Yusuf"):
        assert hidden not in page.text


@DOORS
def test_a_yes_is_kept_and_can_be_taken_back(browser, cast, door, who, other):
    proposal = an_offered_pair(cast)
    browser.sign_in(getattr(cast, who))
    page = browser.post(url_of(proposal, door), {"answer": "yes"}, follow=True)
    assert "You said yes" in page.text
    assert browser.post(url_of(proposal, door), {"answer": "no"})["Location"] == f"/{door}/"
    assert fresh(proposal).state == "declined"
    assert "This did not go ahead" in browser.get(url_of(proposal, door)).text


@DOORS
def test_what_is_wrong_with_a_change_of_mind_is_said(browser, cast, door, who, other):
    proposal = an_offered_pair(cast)
    browser.sign_in(getattr(cast, who)).post(url_of(proposal, door), {"answer": "yes"})
    page = browser.post(url_of(proposal, door), {})
    assert "There is one thing to put right" in page.text
    assert "I have changed my mind" in page.text


@DOORS
def test_a_no_needs_no_reason(browser, cast, door, who, other):
    proposal, person = an_offered_pair(cast), getattr(cast, who)
    browser.sign_in(person)
    browser.post(url_of(proposal, door), {"answer": "no"})
    assert (fresh(proposal).state, fresh(proposal).over_by) == ("declined", person)


@DOORS
def test_both_yeses_are_shown_and_then_the_pair(browser, cast, door, who, other):
    proposal = an_offered_pair(cast)
    answer_as_mentor(proposal=proposal, by=cast.amina, yes=True)
    answer_as_young_person(proposal=proposal, by=cast.theo, yes=True)
    browser.sign_in(getattr(cast, who))
    assert "You both said yes" in browser.get(url_of(proposal, door)).text


@DOORS
def test_once_they_have_met_the_page_leads_to_the_pair(browser, cast, door, who, other):
    match = a_match_from_a_proposal(cast)
    browser.sign_in(getattr(cast, who))
    assert f"/{door}/matches/{match.public_id}/" in browser.get(url_of(match.proposal, door)).text


@DOORS
@pytest.mark.parametrize("said", [{"reason": "Maybe"}, {"answer": "perhaps", "reason": "Maybe"}])
def test_bad_input_keeps_what_was_typed(browser, cast, door, who, other, said):
    proposal = an_offered_pair(cast)
    browser.sign_in(getattr(cast, who))
    answer = browser.post(url_of(proposal, door), said)
    assert answer.status_code == 200
    assert "Maybe" in answer.text
    assert fresh(proposal).state == "offered"


@DOORS
def test_a_yes_that_may_not_be_is_refused_without_saying_why(browser, cast, door, who, other):
    proposal = an_offered_pair(cast)
    Restriction.objects.create(person=getattr(cast, other), imposed_by=cast.noor, reason="Secret.")
    browser.sign_in(getattr(cast, who))
    answer = browser.post(url_of(proposal, door), {"answer": "yes"})
    assert "cannot go ahead for now" in answer.text
    assert "Secret" not in answer.text


@DOORS
def test_nobody_sees_it_before_it_is_offered_nor_anybody_else_ever(browser, cast, door, who, other):
    proposal = a_suggested_pair(cast)
    browser.sign_in(getattr(cast, who))
    assert browser.get(url_of(proposal, door)).status_code == 404
    Proposal.objects.update(state="offered", approved_by=cast.sam, offered_at=proposal.suggested_at)
    for name, status in ((who, 200), (other, 403), ("sam", 403), ("lena", 403)):
        browser.sign_in(getattr(cast, name))
        assert browser.get(url_of(proposal, door)).status_code == status


def test_another_mentor_finds_nothing(browser, cast):
    proposal = an_offered_pair(cast)
    browser.sign_in(cast.other_mentor)
    assert browser.get(url_of(proposal, "mentor")).status_code == 404
    assert browser.post(url_of(proposal, "mentor"), {"answer": "no"}).status_code == 404
