"""Sam reads what a round found: whom it left out and why, how good and fair it is, and how two rounds differ."""

import pytest

from onemm.matching.actions import decline_proposal, set_weights
from onemm.matching.models import Round
from onemm.matching.rules import usual_choices
from onemm.mentoring.models import Enrolment
from tests.factories.matching import EVENINGS, a_pair_that_fits, a_round, a_suggested_pair
from tests.factories.mentoring import enrol
from tests.matching.test_looking_again import more_mentors


def a_round_of_many(cast):
    """Theo and eleven more, seven mentors; one young person asks for what nobody is."""
    a_pair_that_fits(cast)
    more_mentors(cast, 6, interests=["chess"], background=["first_to_study"])
    for number in range(11):
        enrol(
            cast,
            f"R{number}",
            first_name=f"Kit{number}",
            half_days=EVENINGS,
            interests=["chess"],
            background=["free_meals"] if number < 6 else [],
        )
    Enrolment.objects.filter(reference="R10").update(wants_gender="woman")
    return a_round(cast)


def page_of(sam, run, page):
    return sam.get(f"/partner/rounds/{run.public_id}/{page}/").text


def test_whoever_was_left_out_is_shown_with_each_limit_and_the_smallest_change(sam, cast):
    run = a_round_of_many(cast)
    page = page_of(sam, run, "left-out")
    assert "7 mentors are not of the gender asked for" in page
    assert "for this alone" in page
    assert "If the limit on gender were lifted" in page or "paired with somebody else" in page
    assert "What one more mentor would be worth" in page
    assert "One more" in page
    assert "Engineering" in page


def test_when_nobody_was_left_out_the_page_says_so(sam, cast):
    assert "Nobody was left out" in page_of(sam, a_suggested_pair(cast).round, "left-out")


def test_figures_have_intervals_and_groups_of_five_or_more(sam, cast):
    page = page_of(sam, a_round_of_many(cast), "figures")
    assert "95% interval" in page
    assert "Everybody" in page
    assert "Told us: “Money was short at home when I was at school”" in page
    assert "Ask for a woman or a man" not in page, "that is one young person"
    assert "that is proven, not guessed" in page


def test_a_small_round_shows_no_figure(sam, cast):
    run = a_suggested_pair(cast).round
    page = page_of(sam, run, "figures")
    assert page.count("With fewer than five") == 2
    assert "Bridge Index" not in sam.get(f"/partner/rounds/{run.public_id}/").text


def test_two_rounds_stand_side_by_side_with_who_differs(sam, cast, django_assert_max_num_queries):
    first = a_suggested_pair(cast).round
    decline_proposal(proposal=first.proposals.get(), by=cast.sam, reason="They are neighbours.")
    more_mentors(cast, 1)
    set_weights(programme=cast.programme, by=cast.sam, choices={**usual_choices(), "bridging": 3}, instead_of=0)
    second = a_round(cast)
    with django_assert_max_num_queries(12):
        page = sam.get("/partner/rounds/compare/").text
    assert "Everything as usual" in page
    assert "Version 1: Bridges: more" in page
    assert "1 differs, 0 alike" in page
    assert "Amina" in page
    assert "Mo0" in page
    swapped = sam.get("/partner/rounds/compare/", {"first": second.public_id, "second": first.public_id}).text
    assert swapped.index("Mo0") < swapped.index("Amina")
    same = sam.get("/partner/rounds/compare/", {"first": first.public_id, "second": first.public_id}).text
    assert "0 differ, 1 alike" in same


def test_a_round_leads_to_its_comparison_with_the_one_before(sam, cast):
    a_suggested_pair(cast)
    a_round(cast)
    oldest, newest = Round.objects.order_by("asked_at", "pk")
    for run, other in ((newest, oldest), (oldest, newest)):
        address = f"/partner/rounds/compare/?second={run.public_id}"
        assert f'href="{address}"' in page_of(sam, run, "figures")
        chosen = [f'value="{one.public_id}" selected' in sam.get(address).text for one in (other, run)]
        assert chosen == [True, True]


def test_somebody_whom_one_round_did_not_look_at_is_not_compared(sam, cast):
    a_suggested_pair(cast)
    enrol(cast, "LATER", first_name="Zofia", half_days=EVENINGS)
    a_round(cast)
    more_mentors(cast, 1)
    a_round(cast)
    oldest, middle, newest = Round.objects.order_by("asked_at", "pk")

    def compared(first, second):
        return sam.get("/partner/rounds/compare/", {"first": first.public_id, "second": second.public_id}).text

    for page in (compared(oldest, newest), compared(newest, oldest)):
        assert ">Zofia<" not in page
        assert "1 other waited in one of the two rounds alone" in page
    assert "Nobody" in compared(middle, newest).partition(">Zofia<")[2].partition("</tr>")[0]


def test_with_one_round_there_is_nothing_to_compare(sam, cast):
    a_suggested_pair(cast)
    assert "nothing to compare yet" in sam.get("/partner/rounds/compare/").text


@pytest.mark.parametrize(("name", "status"), [("lou", 404), ("amina", 403), ("lena", 403)])
def test_others_are_kept_out(browser, cast, name, status):
    run = a_suggested_pair(cast).round
    browser.sign_in(getattr(cast, name))
    for page in ("left-out", "figures"):
        assert browser.get(f"/partner/rounds/{run.public_id}/{page}/").status_code == status
    assert browser.get("/partner/rounds/compare/", {"first": run.public_id}).status_code == status


def test_a_round_of_before_figures_were_kept_still_shows(sam, cast):
    run = a_suggested_pair(cast).round
    kept = [
        {
            "enrolment": Enrolment.objects.get().public_id,
            "possible": 0,
            "why": ["3 mentors are too far away"],
            "change": "",
        }
    ]
    Round.objects.update(figures={}, unmatched=kept)
    assert "3 mentors are too far away" in page_of(sam, run, "left-out")
    assert "More mentors near here" in page_of(sam, run, "left-out")
    assert "too few to say" in page_of(sam, run, "figures")
