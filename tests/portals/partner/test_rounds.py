"""Sam runs a round, decides, and brings two people together."""

import re
from datetime import timedelta

import pytest
import time_machine

from onemm.jobs.actions import running
from onemm.jobs.models import Job
from onemm.lib.clock import now, today
from onemm.lib.tasks import run_waiting
from onemm.matching.models import Proposal, Round
from onemm.matching.rules import usual_choices
from onemm.mentoring.models import Match
from onemm.safeguarding.models import Restriction
from tests.factories.matching import (
    a_pair_that_fits,
    a_round,
    a_suggested_pair,
    an_accepted_pair,
    an_offered_pair,
    fresh,
)
from tests.factories.mentoring import a_ready_mentor, enrol

MOST = "onemm.portals.partner.views.rounds.MOST_IN_A_REQUEST"


def asked(cast, **changes):
    return {"programme": cast.programme.public_id, **changes}


def test_sam_starts_a_round_and_watches_it_finish(sam, cast):
    a_pair_that_fits(cast)
    page = sam.get("/partner/rounds/")
    assert "Find the best pairs" in page.text
    answer = sam.post("/partner/rounds/", asked(cast))
    row = Round.objects.get()
    assert answer["Location"] == f"/partner/rounds/{row.public_id}/"
    assert (row.weights, row.weighting) == (usual_choices(), None)

    running = sam.get(answer["Location"])
    assert "Looking for the best pairs" in running.text
    assert "Look again" in running.text
    run_waiting()
    part = sam.get(answer["Location"], headers={"HX-Request": "true"})
    assert "<html" not in part.text
    assert "1 proposal for your 1 young person" in part.text
    assert "Amina works in engineering, which is what Theo hopes to do" in part.text
    assert "none scores higher" in part.text
    assert "1 to decide" in sam.get("/partner/rounds/").text


def test_without_programmes_the_page_says_what_to_do(browser, cast):
    browser.sign_in(cast.lou)
    page = browser.get("/partner/rounds/")
    assert "First, open a programme" in page.text
    assert "No round yet" in page.text


def test_a_programme_that_is_not_there_comes_back_as_an_error(sam, cast):
    a_pair_that_fits(cast)
    answer = sam.post("/partner/rounds/", asked(cast, programme="x"))
    assert answer.status_code == 200
    assert "programme" in answer.text
    assert not Round.objects.exists()


def test_a_round_for_nobody_is_refused_on_the_page(sam, cast):
    assert "Nobody is waiting" in sam.post("/partner/rounds/", asked(cast)).text


def test_nobody_starts_a_round_in_another_partners_programme(browser, cast):
    a_pair_that_fits(cast)
    browser.sign_in(cast.lou)
    assert browser.post("/partner/rounds/", asked(cast)).status_code == 200
    assert not Round.objects.exists()


def test_a_round_that_failed_says_so(sam, cast):
    row = Round.objects.create(programme=cast.programme, asked_by=cast.sam, state="failed", problem="It took too long.")
    assert "It took too long." in sam.get(f"/partner/rounds/{row.public_id}/").text
    assert "Did not work" in sam.get("/partner/rounds/").text


def test_many_proposals_cost_few_queries(sam, cast, django_assert_max_num_queries):
    a_pair_that_fits(cast)
    for number in range(12):
        mentor = type(cast.amina).objects.create_user(
            email=f"m{number}@example.org", first_name=f"Mo{number}", last_name="X"
        )
        a_ready_mentor(cast, mentor)
        enrol(cast, f"R{number}", first_name=f"Kit{number}", half_days=7)
    row = a_round(cast)
    sam.get("/partner/impact/")  # the first request of a session also notes the session itself
    with django_assert_max_num_queries(12):
        page = sam.get(f"/partner/rounds/{row.public_id}/")
    assert "12" in page.text
    assert len(page.content) < 100_000
    for rest in ("left-out/", "mentors-free/", "figures/"):
        with django_assert_max_num_queries(12):
            assert sam.get(f"/partner/rounds/{row.public_id}/{rest}").status_code == 200
    with django_assert_max_num_queries(12):
        sam.get("/partner/rounds/")


def test_sam_approves_one_and_declines_another_with_a_reason(sam, cast):
    proposal = a_suggested_pair(cast)
    row = f"/partner/rounds/{proposal.round.public_id}/"
    page = sam.post(row + "approve/", {"only": proposal.public_id}, follow=True)
    assert "1 pair has been asked" in page.text
    assert fresh(proposal).state == "offered"

    url = f"/partner/proposals/{proposal.public_id}/decline/"
    assert "Not these two" in sam.get(url).text
    assert sam.post(url, {"reason": ""}).status_code == 200
    assert sam.post(url, {"reason": "They are neighbours."})["Location"] == row
    assert "They are neighbours." in sam.get(row).text
    assert "already declined" in sam.post(url, {"reason": "Again."}).text


def test_approving_several_says_who_was_refused_and_why(sam, cast):
    proposal = a_suggested_pair(cast)
    Restriction.objects.create(person=cast.amina, imposed_by=cast.noor, reason="Secret.")
    row = f"/partner/rounds/{proposal.round.public_id}/approve/"
    page = sam.post(row, {"ids": [proposal.public_id]}, follow=True)
    assert "Theo and Amina were not asked" in page.text
    assert "Secret" not in page.text
    assert "Tick the pairs" in sam.post(row, {}, follow=True).text


def test_many_at_once_are_asked_in_the_background_with_progress(sam, cast, monkeypatch):
    monkeypatch.setattr(MOST, 0)
    proposal = a_suggested_pair(cast)
    row = f"/partner/rounds/{proposal.round.public_id}/"
    page = sam.post(row + "approve/", {"which": "above", "fit": "0"}, follow=True)
    assert "Asking the pairs" in page.text
    assert "two weeks to say yes or no" in page.text
    assert "0 of 1 pairs" in page.text
    assert 'hx-trigger="every 2s"' in page.text
    assert fresh(proposal).state == "suggested"
    assert (
        "Pairs of this round are being asked just now"
        in sam.post(row + "approve/", {"which": "above", "fit": "0"}, follow=True).text
    )
    run_waiting()
    part = sam.get(row, headers={"HX-Request": "true"})
    assert "<html" not in part.text
    assert "1 of 1 pair has been asked" in part.text
    assert "Sam approved it, today" in part.text
    assert part.text.strip().startswith("<title>1 proposal –"), "the browser’s tab says it too"
    assert fresh(proposal).state == "offered"


def test_whoever_was_not_asked_in_the_background_is_named_on_the_page(sam, cast, monkeypatch):
    monkeypatch.setattr(MOST, 0)
    proposal = a_suggested_pair(cast)
    Restriction.objects.create(person=cast.amina, imposed_by=cast.noor, reason="Secret.")
    row = f"/partner/rounds/{proposal.round.public_id}/"
    sam.post(row + "approve/", {"ids": [proposal.public_id]})
    run_waiting()
    page = sam.get(row)
    assert "Theo and Amina" in page.text
    assert "0 of 1 pair has been asked" in page.text
    assert "Secret" not in page.text
    Job.objects.filter(kind="approvals").update(state="stopped")
    assert "Then it stopped" in sam.get(row).text


def test_sam_stops_the_asking_between_two_pairs(sam, cast, monkeypatch):
    monkeypatch.setattr(MOST, 0)
    proposal = a_suggested_pair(cast)
    row = f"/partner/rounds/{proposal.round.public_id}/"
    page = sam.post(row + "approve/", {"which": "above", "fit": "0"}, follow=True).text
    assert f'action="{row}stop/"' in page
    assert "Then it stopped" in sam.post(row + "stop/", follow=True).text
    run_waiting()
    assert fresh(proposal).state == "suggested"
    assert sam.post(row + "stop/").status_code == 409


def test_sam_stops_a_round_and_reads_that_nothing_was_proposed(sam, cast):
    a_pair_that_fits(cast)
    row = sam.post("/partner/rounds/", asked(cast))["Location"]
    page = sam.post(row + "stop/", follow=True).text
    assert "Sam stopped it. Nothing was proposed." in page
    run_waiting()
    assert Round.objects.get().state == "failed"


def test_a_round_whose_worker_died_says_so_until_it_is_started_again(sam, cast):
    a_pair_that_fits(cast)
    row = sam.post("/partner/rounds/", asked(cast))["Location"]
    running._begin(Job.objects.get().pk)
    with time_machine.travel(now() + timedelta(minutes=2)):
        page = sam.get(row).text
        assert "Nothing has moved since" in page
        assert "We start it again where it stood" in page


def test_a_screen_reader_hears_what_is_new_once(sam, cast):
    a_pair_that_fits(cast)
    row = sam.post("/partner/rounds/", asked(cast))["Location"]
    assert 'role="status"' in sam.get(row).text
    first = sam.get(row, headers={"HX-Request": "true"}).text
    assert 'hx-swap-oob="innerHTML:#job-status"' in first
    poll = re.search(r'hx-get="([^"]+)"', first)[1]
    assert "hx-swap-oob" not in sam.get(poll, headers={"HX-Request": "true"}).text
    run_waiting()
    assert "1 proposal for your 1 young person</div>" in sam.get(poll, headers={"HX-Request": "true"}).text


def test_the_page_of_mentors_left_free_says_what_would_help_and_names_nobody(sam, cast):
    proposal = a_suggested_pair(cast)
    url = f"/partner/rounds/{proposal.round.public_id}/mentors-free/"
    assert "No mentor near you is free" in sam.get(url).text
    reasons = [{"reason": "time", "mentors": 12}, {"reason": "language", "mentors": None}]
    Round.objects.update(
        figures={"left_free": {"mentors": None, "reasons": reasons, "half_days": [{"half_day": 5, "mentors": 9}]}}
    )
    page = sam.get(url).text
    for words in (
        "Some ready mentors",
        "free at other times",
        "12",
        "under 5",
        "On Tuesday evenings",
        "nobody is named",
    ):
        assert words in page
    assert "Amina" not in page
    Round.objects.update(
        figures={"left_free": {"mentors": 30, "reasons": [{"reason": "taken", "mentors": 30}], "half_days": []}}
    )
    assert "30 ready mentors" in sam.get(url).text
    Round.objects.update(figures={})
    assert "kept nothing of it" in sam.get(url).text
    Round.objects.update(state="failed")
    assert sam.get(url).status_code == 302


def test_sam_brings_them_together_and_goes_to_their_page(sam, cast):
    proposal = an_accepted_pair(cast)
    assert "Introduce them" in sam.get(f"/partner/rounds/{proposal.round.public_id}/").text
    assert "both said yes" in sam.get("/partner/rounds/").text
    url = f"/partner/proposals/{proposal.public_id}/introduction/"
    assert "Amina works in engineering, which is what Theo hopes to do" in sam.get(url).text
    early = sam.post(url, {"on": (today() + timedelta(days=1)).isoformat(), "words": "They laughed."})
    assert early.status_code == 200
    assert "They laughed." in early.text
    answer = sam.post(url, {"on": today().isoformat(), "words": "They laughed."})
    match = Match.objects.get()
    assert answer["Location"] == f"/partner/pairs/{match.public_id}/"
    assert sam.get(url)["Location"] == f"/partner/pairs/{match.public_id}/"
    assert "A pair now" in sam.get(f"/partner/rounds/{proposal.round.public_id}/").text


def test_an_introduction_waits_for_both(sam, cast):
    proposal = an_offered_pair(cast)
    assert "Not both have said yes" in sam.get(f"/partner/proposals/{proposal.public_id}/introduction/").text
    assert "Asked" in sam.get(f"/partner/rounds/{proposal.round.public_id}/").text


@pytest.mark.parametrize(("name", "status"), [("lou", 404), ("amina", 403), ("lena", 403)])
def test_others_are_kept_out(browser, cast, name, status):
    proposal = an_accepted_pair(cast)
    browser.sign_in(getattr(cast, name))
    row = proposal.round.public_id
    for url in (
        f"/partner/rounds/{row}/",
        f"/partner/proposals/{proposal.public_id}/decline/",
        f"/partner/proposals/{proposal.public_id}/introduction/",
    ):
        assert browser.get(url).status_code == status
    assert browser.post(f"/partner/rounds/{row}/approve/", {"only": proposal.public_id}).status_code == status
    assert browser.post(f"/partner/rounds/{row}/stop/").status_code == status
    assert Proposal.objects.get().state == "accepted"


def test_whoever_is_not_signed_in_is_sent_to_do_so(browser, db):
    assert browser.get("/partner/rounds/").status_code == 302
