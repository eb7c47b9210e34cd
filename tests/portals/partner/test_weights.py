"""Sam changes what matters: looks at what it would do, keeps it, and sees what bridging costs."""

from datetime import date, timedelta

import pytest
import time_machine

from onemm.jobs.models import Job
from onemm.lib.clock import now
from onemm.lib.tasks import run_waiting
from onemm.matching.actions import set_weights
from onemm.matching.models import Weighting
from onemm.matching.problem import trying
from onemm.matching.rules import MEANINGS, usual_choices
from onemm.mentoring.models import Enrolment
from onemm.mentors.models import MentorProfile
from onemm.people.models import Person
from tests.factories.matching import EVENINGS, a_pair_that_fits, an_accepted_pair
from tests.factories.mentoring import a_ready_mentor, enrol
from tests.matching.test_looking_again import more_mentors

BRIDGES = {**usual_choices(), "bridging": 5, "aspiration": 0}


def url_of(cast, page="weights"):
    return f"/partner/programmes/{cast.programme.public_id}/{page}/"


def tried(sam, cast, choices):
    """Sam asks what these weights would do, the worker works it out, and she looks."""
    answer = sam.post(url_of(cast) + "try/", choices)
    run_waiting()
    return sam.get(answer["Location"]).text


def worked_out(sam, cast):
    sam.post(url_of(cast, "trade-off"))
    run_waiting()
    return sam.get(url_of(cast, "trade-off")).text


def two_to_choose_from(cast):
    """Amina does the work Theo hopes for; an older mentor shares his interest alone."""
    a_pair_that_fits(cast)
    (older,) = more_mentors(cast, 1, interests=["maps"])
    Person.objects.filter(pk=cast.amina.pk).update(born=cast.theo.born.replace(year=cast.theo.born.year - 14))
    Person.objects.filter(pk=older.pk).update(born=cast.theo.born.replace(year=cast.theo.born.year - 60))


def test_sam_looks_at_a_change_and_keeps_it(sam, cast, django_assert_max_num_queries):
    two_to_choose_from(cast)
    page = sam.get(url_of(cast)).text
    assert "the usual weights, which suit most" in page
    assert all(meaning in page for meaning in MEANINGS.values())
    tried(sam, cast, BRIDGES)
    with django_assert_max_num_queries(14):
        preview = sam.get(url_of(cast), BRIDGES).text
    assert "1 young person would get somebody else" in preview
    assert "Amina" in preview
    assert "Mo0" in preview
    assert "Yusuf" not in preview
    assert not Weighting.objects.exists(), "a preview keeps nothing"

    page = sam.post(url_of(cast), {**BRIDGES, "instead_of": 0}, follow=True).text
    assert "Kept as version 1" in page
    assert "Sam Whitworth" in page
    assert Weighting.objects.get().choices == BRIDGES
    assert "In force" in page


def test_no_page_solves_anything_and_asked_twice_it_is_one_job(sam, cast, monkeypatch):
    two_to_choose_from(cast)
    monkeypatch.setattr(trying, "propose", lambda problem: 1 / 0)
    for _ in range(2):
        answer = sam.post(url_of(cast) + "try/", BRIDGES)
        sam.post(url_of(cast, "trade-off"))
    assert Job.objects.count() == 2
    assert "Trying it on those who wait" in sam.get(answer["Location"]).text
    assert "0 of 100 done: waiting for its turn" in sam.get(url_of(cast, "trade-off")).text
    part = sam.get(answer["Location"], headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert 'hx-trigger="every 2s"' in part
    run_waiting()
    assert "Nothing was changed. Please try again." in sam.get(answer["Location"]).text
    assert "Nothing was changed. Please try again." in sam.get(url_of(cast, "trade-off")).text


def test_what_is_being_tried_can_be_stopped(sam, cast):
    two_to_choose_from(cast)
    answer = sam.post(url_of(cast) + "try/", BRIDGES)
    assert sam.post(url_of(cast) + "stop/")["Location"] == url_of(cast)
    run_waiting()
    assert "would get somebody else" not in sam.get(answer["Location"]).text
    assert sam.post(url_of(cast) + "stop/").status_code == 409


def test_what_was_tried_this_morning_is_tried_again_in_the_evening(sam, cast):
    two_to_choose_from(cast)
    assert "1 young person would get somebody else" in tried(sam, cast, BRIDGES)
    with time_machine.travel(now() + timedelta(hours=13)):
        assert "These weights are filled in" in sam.sign_in(cast.sam).get(url_of(cast), BRIDGES).text


def test_two_mentors_of_one_name_are_told_apart_in_a_preview(sam, cast):
    two_to_choose_from(cast)
    Person.objects.filter(first_name="Mo0").update(first_name="Amina")
    preview = tried(sam, cast, BRIDGES)
    assert "Another Amina" in preview
    assert preview.index("Keep these weights") < preview.index("Another Amina"), "the decision stands above the list"


def test_an_older_version_can_be_tried_again(sam, cast):
    two_to_choose_from(cast)
    set_weights(programme=cast.programme, by=cast.sam, choices=BRIDGES, instead_of=0)
    set_weights(programme=cast.programme, by=cast.sam, choices=usual_choices(), instead_of=1)
    page = sam.get(url_of(cast)).text
    assert "aspiration=0&amp;interests=2" in page
    assert "These weights are filled in" in sam.get(url_of(cast), BRIDGES).text
    assert "Nobody would get somebody else" in tried(sam, cast, {**usual_choices(), "closeness": 3})
    assert "This is what it does now" in tried(sam, cast, usual_choices())


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (dict.fromkeys(usual_choices(), 0), "Choose at least one thing that matters"),
        ({"bridging": 9}, "Select a valid choice"),
    ],
)
def test_choices_that_cannot_be_are_neither_tried_nor_kept(sam, cast, changes, words):
    a_pair_that_fits(cast)
    assert words in sam.post(url_of(cast) + "try/", {**usual_choices(), **changes}).text
    assert not Job.objects.exists()
    assert words in sam.post(url_of(cast), {**usual_choices(), **changes, "instead_of": 0}).text
    assert not Weighting.objects.exists()


def test_what_a_colleague_changed_meanwhile_is_not_lost(sam, cast):
    set_weights(programme=cast.programme, by=cast.sam, choices=BRIDGES, instead_of=0)
    answer = sam.post(url_of(cast), {**usual_choices(), "waiting": 3, "instead_of": 0})
    assert answer.status_code == 200
    assert "Somebody has changed what matters" in answer.text
    assert Weighting.objects.count() == 1


def test_a_closed_programme_is_left_as_it_is(sam, cast):
    cast.programme.closed_at = now()
    cast.programme.save()
    assert sam.post(url_of(cast), {**BRIDGES, "instead_of": 0}).status_code == 200
    assert not Weighting.objects.exists()


def test_too_many_mentors_are_told_of_on_the_page(sam, cast, monkeypatch):
    a_pair_that_fits(cast)
    monkeypatch.setattr(trying, "MOST_TRIED", 0)
    assert "too many mentors to try this on the spot" in tried(sam, cast, BRIDGES)
    assert "too many mentors to try this on the spot" in worked_out(sam, cast)


def test_what_bridging_costs_is_drawn_with_its_table_and_each_weight_can_be_used(
    sam, cast, django_assert_max_num_queries
):
    six_between_two_kinds_of_mentor(cast)
    assert "Work it out" in sam.get(url_of(cast, "trade-off")).text
    worked_out(sam, cast)
    with django_assert_max_num_queries(14):
        page = sam.get(url_of(cast, "trade-off")).text
    assert "The most weight on bridging lets 100 more pairs in 100 bridge, and costs" in page
    assert 'class="trade-off"' in page
    assert page.count("Use this weight") == 5
    assert "In force" in page
    assert "bridging=5#preview" in page


def six_between_two_kinds_of_mentor(cast):
    """Six young people; six mentors who do the work they hope for, six from another world who like what they like."""
    for number in range(6):
        enrol(
            cast,
            f"R{number}",
            first_name=f"Kit{number}",
            half_days=EVENINGS,
            aspirations=["engineering"],
            interests=["chess", "maps"],
            background=["free_meals"],
        )
    more_mentors(cast, 6, sectors=["engineering"])
    others = [
        Person.objects.create_user(email=f"old{number}@example.org", first_name=f"Old{number}", born=date(1950, 1, 1))
        for number in range(6)
    ]
    for person in others:
        a_ready_mentor(cast, person)
    MentorProfile.objects.filter(person__in=others).update(
        half_days=EVENINGS, reach_km=20, interests=["chess", "maps"], background=["white"]
    )


def test_with_too_few_pairs_for_the_index_the_cost_is_told_alone(sam, cast):
    two_to_choose_from(cast)
    Enrolment.objects.update(background=["free_meals"], interests=["maps", "chess"])
    MentorProfile.objects.exclude(person=cast.amina).update(background=["white"], interests=["maps", "chess"])
    page = worked_out(sam, cast)
    assert "The most weight on bridging costs" in page
    assert "too few" in page


def test_with_nobody_to_pair_there_is_no_curve(sam, cast):
    assert "nothing to draw yet" in worked_out(sam, cast)


def test_where_every_weight_gives_the_same_the_page_says_so(sam, cast):
    a_pair_that_fits(cast)
    assert "makes no difference" in worked_out(sam, cast)


@pytest.mark.parametrize(("name", "status"), [("lou", 404), ("amina", 403), ("lena", 403), ("priya", 403)])
def test_others_are_kept_out(browser, cast, name, status):
    browser.sign_in(getattr(cast, name))
    for page in ("weights", "trade-off"):
        assert browser.get(url_of(cast, page)).status_code == status
    assert browser.post(url_of(cast), {**BRIDGES, "instead_of": 0}).status_code == status
    assert browser.post(url_of(cast) + "try/", BRIDGES).status_code == status
    assert browser.post(url_of(cast) + "stop/").status_code == status
    assert browser.post(url_of(cast, "trade-off")).status_code == status
    assert not Job.objects.exists()
    assert not Weighting.objects.exists()


def test_nobody_tries_weights_on_whoever_has_somebody(sam, cast):
    an_accepted_pair(cast)
    assert "0 of 0" in tried(sam, cast, BRIDGES)
