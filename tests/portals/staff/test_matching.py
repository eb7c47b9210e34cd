"""Where mentors are missing, for whoever answers for an area: figures, never a name."""

from onemm.matching.models import LeftFree, Round
from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from tests.access.world import Elsewhere
from tests.factories.matching import a_match_from_a_proposal, a_pair_that_fits, a_round
from tests.factories.mentoring import enrol
from tests.matching.test_left_free_across import some_mentors


def test_priya_sees_where_one_more_mentor_would_help_most(browser, cast, django_assert_max_num_queries):
    a_pair_that_fits(cast)
    for number in range(6):
        enrol(cast, f"R{number}", first_name=f"Kit{number}", half_days=7, aspirations=["law"])
    a_round(cast)
    browser.sign_in(cast.priya)
    with django_assert_max_num_queries(12):
        page = browser.get("/staff/matching/").text
    assert "Greater Manchester needs mentors most: law" in page
    assert "1 of 1 programme" in page
    assert "1 of 7" in page
    assert "under 5" in page, "one young person hopes for engineering"
    for hidden in ("Theo", "Kit", "Amina"):
        assert hidden not in page


def test_priya_sees_why_mentors_were_left_free_in_figures_alone(browser, cast, django_assert_max_num_queries):
    a_pair_that_fits(cast)
    run, mentors = a_round(cast), some_mentors(cast, 10)
    browser.sign_in(cast.priya)
    assert "every ready mentor near a programme was given somebody" in browser.get("/staff/matching/").text
    LeftFree.objects.bulk_create(LeftFree(round=run, mentor=one, reason="time", half_day=5) for one in mentors[:6])
    LeftFree.objects.bulk_create(LeftFree(round=run, mentor=one, reason="further") for one in mentors[6:])
    with django_assert_max_num_queries(18):
        page = browser.get("/staff/matching/").text
    section = page.partition("Why ready mentors were left free")[2].partition("The last round of each")[0]
    for shown in (
        "They are free at other times than the young people",
        ">6<",
        "On Tuesday evenings",
        "A little more travel",
        "under 5",
    ):
        assert shown in section
    assert '<a href="/staff/targets/">' in section
    assert "Free0" not in page
    assert (
        f'<a href="/staff/targets/?area={cast.area.slug}">'
        in browser.get(f"/staff/matching/?area={cast.area.slug}").text
    )


def test_an_analyst_is_led_to_no_page_that_is_not_theirs(browser, cast):
    a_match_from_a_proposal(cast)
    grant_role(person=cast.tom, role=Role.ANALYST, by=None)
    page = browser.sign_in(cast.tom).get("/staff/matching/").text
    assert "Why ready mentors were left free" in page
    assert "/staff/targets/" not in page


def test_only_the_last_round_of_an_open_programme_counts(browser, cast):
    a_pair_that_fits(cast)
    a_round(cast)
    newest = a_round(cast)
    browser.sign_in(cast.priya)
    page = browser.get("/staff/matching/").text
    assert page.count("Year 11 and sixth form") == 1
    assert Round.objects.newest_of_programmes().get() == newest
    assert "No mentors are missing just now" in page
    cast.programme.closed_at = newest.asked_at
    cast.programme.save()
    assert "No round has been run yet" in browser.get("/staff/matching/").text


def test_an_analyst_sees_every_area_and_priya_no_other(browser, cast):
    a_match_from_a_proposal(cast)
    elsewhere = Elsewhere()
    a_match_from_a_proposal(elsewhere)
    grant_role(person=cast.tom, role=Role.ANALYST, by=None)
    browser.sign_in(cast.tom)
    everywhere = browser.get("/staff/matching/").text
    assert "Alder Brook School" in everywhere
    assert "Barry Youth Project" in everywhere
    one = browser.get(f"/staff/matching/?area={cast.other_area.slug}").text
    assert "Alder Brook School" not in one
    browser.sign_in(cast.priya)
    assert "Barry Youth Project" not in browser.get("/staff/matching/").text
    assert browser.get(f"/staff/matching/?area={cast.other_area.slug}").status_code == 404


def test_others_are_kept_out(browser, cast):
    assert browser.get("/staff/matching/").status_code == 302
    for name in ("noor", "sam", "amina", "lena"):
        browser.sign_in(getattr(cast, name))
        assert browser.get("/staff/matching/").status_code == 403
