"""Sam approves many at once: those ticked, those shown, or all from a fit on; and looks again for who lost theirs."""

import pytest

from onemm.jobs.actions import note_progress, running
from onemm.lib.tasks import run_waiting
from onemm.matching.actions import ask_for_round
from onemm.matching.models import Proposal, Round
from onemm.matching.queries import job_of
from tests.factories.matching import a_pair_that_fits, a_round, a_suggested_pair, an_offered_pair
from tests.matching.test_looking_again import a_round_of_three, accept


@pytest.fixture
def three(cast):
    run = a_round_of_three(cast)
    for proposal, score in zip(run.proposals.order_by("pk"), (810, 700, 430), strict=True):
        Proposal.objects.filter(pk=proposal.pk).update(score=score)
    return run


def approve(sam, run, **said):
    return sam.post(f"/partner/rounds/{run.public_id}/approve/", said, follow=True).text


def offered(run):
    return set(run.proposals.filter(state="offered").values_list("score", flat=True))


def test_all_from_a_fit_on_are_asked_and_nobody_else(sam, three):
    assert "2 pairs have been asked" in approve(sam, three, which="above", fit="70")
    assert offered(three) == {810, 700}
    assert "No pair that waits for your yes or no has a fit of 90 or more" in approve(
        sam, three, which="above", fit="90"
    )


@pytest.mark.parametrize(
    ("fit", "words"),
    [("", "Give the fit from which on"), ("101", "less than or equal to 100"), ("good", "a whole number")],
)
def test_a_fit_that_is_none_asks_nobody(sam, three, fit, words):
    page = approve(sam, three, which="above", fit=fit)
    assert "Nobody was asked." in page
    assert words in page
    assert offered(three) == set()


def test_all_shown_are_those_on_the_page_and_no_other(sam, three):
    shown = three.proposals.filter(score__gte=700).values_list("public_id", flat=True)
    approve(sam, three, which="shown", shown=list(shown))
    assert offered(three) == {810, 700}
    assert "No pair here waits" in approve(sam, three, which="shown", shown=list(shown))


def test_the_page_offers_what_is_shown_to_be_approved(sam, three):
    page = sam.get(f"/partner/rounds/{three.public_id}/").text
    assert page.count('name="shown"') == 3
    assert "Approve all on this page" in page
    assert "What each of them reads" in page


def test_the_page_says_how_many_a_press_would_mean_and_how_far_the_pairs_have_come(sam, three):
    page = sam.get(f"/partner/rounds/{three.public_id}/").text
    assert "Of the 3 that wait for you, 1 has 80 or more; 2 have 70 or more" in page
    assert "3 have 40 or more. To ask all of them, give 0." in page
    assert "to decide" not in page, "nothing has been decided, and the title says how many there are"
    approve(sam, three, which="above", fit="80")
    page = sam.get(f"/partner/rounds/{three.public_id}/").text
    assert 'value="70"' in page, "the highest step that somebody reaches"
    assert "2 to decide, 1 asked." in page
    assert "Of the 2 that wait for you" in page


def test_those_ticked_are_asked(sam, three):
    ticked = three.proposals.get(score=430).public_id
    approve(sam, three, which="ticked", ids=[ticked])
    assert offered(three) == {430}


def test_a_proposal_of_another_round_is_not_approved_here(sam, cast, three):
    newer = a_round(cast)
    approve(sam, three, which="ticked", ids=list(newer.proposals.values_list("public_id", flat=True)))
    assert not Proposal.objects.filter(state="offered").exists()


def test_nobody_approves_a_pair_they_are_part_of(sam, cast):
    proposal = a_suggested_pair(cast)
    Proposal.objects.update(mentor=cast.sam)
    assert "This is you" in sam.get(f"/partner/rounds/{proposal.round.public_id}/").text
    approve(sam, proposal.round, only=proposal.public_id)
    assert Proposal.objects.get().state == "suggested"


def test_sam_looks_again_and_those_who_accepted_stay(sam, three):
    accepted, _, declined = three.proposals.select_related("mentor", "enrolment__person", "round__asked_by").order_by(
        "pk"
    )
    accept(accepted)
    sam.post(f"/partner/proposals/{declined.public_id}/decline/", {"reason": "They are neighbours."})
    page = sam.get(f"/partner/rounds/{three.public_id}/").text
    assert "Somebody needs another mentor" in page
    answer = sam.post(f"/partner/rounds/{three.public_id}/repair/")
    assert "Whoever has been asked stays with whom they have" in sam.get(answer["Location"]).text
    run_waiting()
    repaired = Round.objects.get(kind="repair")
    assert answer["Location"] == f"/partner/rounds/{repaired.public_id}/"
    assert "Looked again after" in sam.get(answer["Location"]).text
    assert "those who lost theirs" in sam.get("/partner/rounds/").text
    accepted.refresh_from_db()
    assert accepted.state == "accepted"
    assert "nobody to look again for" in sam.post(f"/partner/rounds/{three.public_id}/repair/").text


def test_the_page_of_a_running_round_says_what_it_is_doing(sam, cast):
    a_pair_that_fits(cast)
    run = ask_for_round(programme=cast.programme, by=cast.sam)
    job = job_of(run)
    running._begin(job.pk)
    note_progress(job=job, done=30, doing="Finding the best pairs")
    page = sam.get(f"/partner/rounds/{run.public_id}/").text
    assert "30 of 100 done: finding the best pairs" in page
    assert "htmx" in page.partition("</head>")[0]
    for rest in ("left-out", "figures"):
        assert sam.get(f"/partner/rounds/{run.public_id}/{rest}/")["Location"] == f"/partner/rounds/{run.public_id}/"


@pytest.mark.parametrize(("name", "status"), [("lou", 404), ("amina", 403), ("lena", 403)])
def test_others_neither_approve_nor_repair(browser, cast, name, status):
    run = an_offered_pair(cast).round
    browser.sign_in(getattr(cast, name))
    assert (
        browser.post(f"/partner/rounds/{run.public_id}/approve/", {"which": "above", "fit": "0"}).status_code == status
    )
    assert browser.post(f"/partner/rounds/{run.public_id}/repair/").status_code == status
    assert Round.objects.count() == 1
