"""Theo is asked about Amina: why, and yes or no."""

import pytest

from onemm.matching.actions import answer_as_mentor, answer_as_young_person
from onemm.matching.models import Proposal
from onemm.safeguarding.models import Restriction
from tests.factories.matching import a_match_from_a_proposal, a_suggested_pair, an_offered_pair, fresh


def url_of(proposal):
    return f"/young/proposals/{proposal.public_id}/"


def test_the_page_says_why_without_score_surname_or_contact(browser, cast, django_assert_max_num_queries):
    proposal = an_offered_pair(cast)
    browser.sign_in(cast.theo)
    with django_assert_max_num_queries(12):
        page = browser.get(url_of(proposal))
    assert "Would you like to meet Amina?" in page.text
    assert "Amina works in engineering, which is what you hope to do" in page.text
    for hidden in (cast.amina.last_name + "<", "@example.org", f"{proposal.score // 10} of 100", "OL1 1UL", "Yusuf"):
        assert hidden not in page.text


def test_a_yes_is_kept_and_can_be_taken_back(browser, cast):
    proposal = an_offered_pair(cast)
    browser.sign_in(cast.theo)
    page = browser.post(url_of(proposal), {"answer": "yes"}, follow=True)
    assert "You said yes" in page.text
    assert browser.post(url_of(proposal), {"answer": "no"})["Location"] == "/young/"
    assert fresh(proposal).state == "declined"
    assert "This did not go ahead" in browser.get(url_of(proposal)).text


def test_a_no_needs_no_reason(browser, cast):
    proposal = an_offered_pair(cast)
    browser.sign_in(cast.theo)
    browser.post(url_of(proposal), {"answer": "no"})
    assert (fresh(proposal).state, fresh(proposal).over_by) == ("declined", cast.theo)


def test_both_yeses_are_shown_and_then_the_pair(browser, cast):
    proposal = an_offered_pair(cast)
    answer_as_mentor(proposal=proposal, by=cast.amina, yes=True)
    answer_as_young_person(proposal=proposal, by=cast.theo, yes=True)
    browser.sign_in(cast.theo)
    assert "You both said yes" in browser.get(url_of(proposal)).text


def test_once_they_have_met_the_page_leads_to_the_pair(browser, cast):
    match = a_match_from_a_proposal(cast)
    browser.sign_in(cast.theo)
    assert f"/young/matches/{match.public_id}/" in browser.get(url_of(match.proposal)).text


@pytest.mark.parametrize("said", [{"reason": "Maybe"}, {"answer": "perhaps", "reason": "Maybe"}])
def test_bad_input_keeps_what_was_typed(browser, cast, said):
    proposal = an_offered_pair(cast)
    browser.sign_in(cast.theo)
    answer = browser.post(url_of(proposal), said)
    assert answer.status_code == 200
    assert "Maybe" in answer.text
    assert fresh(proposal).state == "offered"


def test_a_yes_that_may_not_be_is_refused_without_saying_why(browser, cast):
    proposal = an_offered_pair(cast)
    Restriction.objects.create(person=cast.amina, imposed_by=cast.noor, reason="Secret.")
    browser.sign_in(cast.theo)
    answer = browser.post(url_of(proposal), {"answer": "yes"})
    assert "cannot go ahead for now" in answer.text
    assert "Secret" not in answer.text


def test_nobody_sees_it_before_it_is_offered_nor_anybody_else_ever(browser, cast):
    proposal = a_suggested_pair(cast)
    browser.sign_in(cast.theo)
    assert browser.get(url_of(proposal)).status_code == 404
    Proposal.objects.update(state="offered", approved_by=cast.sam, offered_at=proposal.suggested_at)
    for name, status in (("theo", 200), ("amina", 403), ("sam", 403), ("lena", 403)):
        browser.sign_in(getattr(cast, name))
        assert browser.get(url_of(proposal)).status_code == status
